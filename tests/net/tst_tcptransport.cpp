// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tcptransport.h"

#include "loopbackservers.h"
#include "wilfulserver.h"

#include "base/clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = net::Failure::Kind;
using Mode = LoopbackServer::Mode;
using Problem = net::CertificateVerdict::Problem;
using Security = net::Endpoint::Security;

Q_DECLARE_METATYPE(TestCertificates::Wish)

//! One client connection with everything it said.
class Client final : public QObject
{
public:
    Client(Security security, quint16 port, const net::TlsSettings &settings)
        : transport(net::Endpoint{u"127.0.0.1"_s, port, security, u"test"_s}, QHostAddress(QHostAddress::LocalHost), settings)
    {
        connect(&transport, &net::Transport::connected, this, [this, security] {
            isConnected = true;
            if (security == Security::DirectTls && startsTls)
                transport.startTls();
        });
        connect(&transport, &net::Transport::encrypted, this, [this] { isEncrypted = true; });
        connect(&transport, &net::Transport::readyRead, this, [this] {
            if (reads)
                received += transport.readAll();
        });
        connect(&transport, &net::Transport::closed, this, [this](const net::Failure &why) {
            ++closedCount;
            failure = why;
        });
    }

    [[nodiscard]] bool waitConnected() { return QTest::qWaitFor([this] { return isConnected || failure; }) && isConnected; }
    [[nodiscard]] bool waitEncrypted() { return QTest::qWaitFor([this] { return isEncrypted || failure; }) && isEncrypted; }
    [[nodiscard]] bool waitFailed() { return QTest::qWaitFor([this] { return failure.has_value(); }); }
    [[nodiscard]] bool waitReceived(const QByteArray &bytes) { return QTest::qWaitFor([&] { return received == bytes; }); }

    net::TcpTransport transport;
    bool startsTls = true, reads = true, isConnected = false, isEncrypted = false;
    int closedCount = 0;
    QByteArray received;
    std::optional<net::Failure> failure;
};


//! TcpTransport against servers on loopback.
class TestTcpTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void startTls();
    void injectionBeforeTls();
    void directTls();
    void serverNameIndication();
    void badCertificates_data();
    void badCertificates();
    void goodNames_data();
    void goodNames();
    void pinned();
    void pinChanged();
    void sslCertFile();
    void oldTlsOnly();
    void alpn_data();
    void alpn();
    void alpnOfAnother();
    void httpOnThePort();
    void silentPeer();
    void refused();
    void closedInTheHandshake();
    void resumption_data();
    void resumption();
    void resumptionNeedsThePin();
    void clientCertificate();
    void halfClose();
    void close();
    void abortIsSilent();
    void destroyedInItsSignals();
    void backPressure();
    void slowReader();
    void writeLimit();

private:
    [[nodiscard]] net::TlsSettings settings(const QString &domain = u"example.org"_s)
    {
        net::TlsSettings made;
        made.domain = domain;
        made.trust = {{m_certificates.authority().certificate}, net::TrustStore::Roots::ExtraOnly};
        return made;
    }
    [[nodiscard]] const TestCertificates::Made &good()
    {
        if (m_good.certificate.isNull())
            m_good = m_certificates.forDomain(u"example.org"_s);
        return m_good;
    }

    TestCertificates m_certificates;
    TestCertificates::Made m_good;
};

void TestTcpTransport::cleanup()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestTcpTransport::startTls()
{
    LoopbackServer server(Mode::StartTls, good());
    Client client(Security::StartTls, server.serverPort(), settings());
    QVERIFY(!client.isConnected);
    QVERIFY(client.waitConnected());
    QVERIFY(!client.transport.isEncrypted());
    client.transport.write("<starttls/>");
    QVERIFY(client.waitReceived("<proceed/>"));
    client.transport.startTls();
    client.transport.write("never in the clear");
    QVERIFY(client.waitEncrypted());
    QVERIFY(client.transport.isEncrypted());
    client.received.clear();
    client.transport.write("hello");
    QTRY_COMPARE(server.received, QByteArray("hello"));
    server.peer->write("welcome");
    QVERIFY(client.waitReceived("welcome"));
    const net::TlsInfo info = client.transport.tlsInfo();
    QCOMPARE(info.protocol, u"TLSv1.3"_s);
    QVERIFY(info.cipher.startsWith(u"TLS_"_s));
    QCOMPARE(info.chain.constFirst(), good().certificate.toDer());
    QVERIFY(info.verdict.trust == net::CertificateVerdict::Trust::Authority);
    QVERIFY(info.alpn.isEmpty() && !info.resumed);
    QCOMPARE(client.transport.peerAddress(), QHostAddress(QHostAddress::LocalHost));
}

void TestTcpTransport::injectionBeforeTls()
{
    LoopbackServer server(Mode::StartTls, good());
    server.proceed = "<proceed/><message>injected</message>";
    Client client(Security::StartTls, server.serverPort(), settings());
    client.reads = false;
    QSignalSpy ready(&client.transport, &net::Transport::readyRead);
    QVERIFY(client.waitConnected());
    client.transport.write("<starttls/>");
    QTRY_VERIFY(!ready.isEmpty());
    // The owner saw <proceed/> and reads no further.
    client.transport.startTls();
    QVERIFY(client.waitEncrypted());
    server.peer->write("real");
    client.reads = true;
    QVERIFY(client.waitReceived("real"));
}

void TestTcpTransport::directTls()
{
    LoopbackServer server(Mode::Direct, good());
    server.alpn = {"xmpp-client"};
    Client client(Security::DirectTls, server.serverPort(), settings());
    QVERIFY(client.waitEncrypted());
    QCOMPARE(client.transport.tlsInfo().alpn, QByteArray("xmpp-client"));
    client.transport.write("hello");
    QTRY_COMPARE(server.received, QByteArray("hello"));
}

void TestTcpTransport::serverNameIndication()
{
    // The second certificate is shown only to who asks for its domain; the endpoint's host is another.
    const auto other = m_certificates.forDomain(u"xn--mller-kva.example"_s);
    OpensslServer server(good(), {u"-servername"_s, u"xn--mller-kva.example"_s, u"-cert2"_s, other.certificateFile, u"-key2"_s, other.keyFile});
    Client client(Security::DirectTls, server.port(), settings(u"m\u00fcller.example"_s));
    QVERIFY(client.waitEncrypted());
    QCOMPARE(client.transport.tlsInfo().chain.constFirst(), other.certificate.toDer());
}

void TestTcpTransport::badCertificates_data()
{
    using Wish = TestCertificates::Wish;
    QTest::addColumn<TestCertificates::Wish>("wish");
    QTest::addColumn<QList<int>>("problems");
    const QStringList right{u"DNS:example.org"_s};
    QTest::newRow("expired") << Wish{.names = right, .notAfter = u"20210101000000Z"_s} << QList{int(Problem::Expired)};
    QTest::newRow("not yet valid") << Wish{.names = right, .notBefore = u"20980101000000Z"_s} << QList{int(Problem::NotYetValid)};
    QTest::newRow("self-signed") << Wish{.names = right, .issuer = Wish::Issuer::Itself} << QList{int(Problem::SelfSigned)};
    QTest::newRow("wrong name") << Wish{.names = {u"DNS:xmpp.example.net"_s}} << QList{int(Problem::WrongName)};
    QTest::newRow("name of the SRV target") << Wish{.names = {u"DNS:localhost"_s, u"IP:127.0.0.1"_s}} << QList{int(Problem::WrongName)};
    QTest::newRow("only common name") << Wish{.commonName = u"example.org"_s} << QList{int(Problem::WrongName)};
    QTest::newRow("RSA 1024") << Wish{.names = right, .key = {u"rsa:1024"_s}} << QList{int(Problem::WeakKey)};
    QTest::newRow("all at once") << Wish{.names = {u"DNS:evil.example"_s}, .notAfter = u"20210101000000Z"_s, .issuer = Wish::Issuer::Itself}
                                 << QList{int(Problem::WrongName), int(Problem::SelfSigned), int(Problem::Expired)};
}

void TestTcpTransport::badCertificates()
{
    QFETCH(const TestCertificates::Wish, wish);
    QFETCH(const QList<int>, problems);
    const auto made = m_certificates.make(wish);
    // Weak keys are for a server that does not mind; Qt's own follows the distribution's rules.
    OpensslServer server(made, {u"-cipher"_s, u"DEFAULT:@SECLEVEL=0"_s});
    Client client(Security::DirectTls, server.port(), settings());
    QVERIFY(client.waitFailed());
    QVERIFY2(client.failure->kind == Kind::Certificate, qPrintable(client.failure->detail));
    QVERIFY(client.failure->verdict);
    QList<int> got;
    for (const Problem problem : client.failure->verdict->problems)
        got << int(problem);
    QCOMPARE(got, problems);
    QVERIFY(!client.isEncrypted);
    QCOMPARE(client.closedCount, 1);
    // Trusted exactly, it is accepted.
    auto trusting = settings();
    trusting.pin = client.failure->verdict->pin();
    Client again(Security::DirectTls, server.port(), trusting);
    QVERIFY(again.waitEncrypted());
    QVERIFY(again.transport.tlsInfo().verdict.trust == net::CertificateVerdict::Trust::Pinned);
}

void TestTcpTransport::goodNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("domain");
    QTest::newRow("wildcard") << QStringList{u"DNS:*.example.org"_s} << u"chat.example.org"_s;
    QTest::newRow("SRV-ID") << QStringList{u"otherName:1.3.6.1.5.5.7.8.7;IA5:_xmpp-client.example.org"_s} << u"example.org"_s;
    QTest::newRow("XmppAddr") << QStringList{u"otherName:1.3.6.1.5.5.7.8.5;UTF8:example.org"_s} << u"example.org"_s;
    QTest::newRow("IP") << QStringList{u"IP:127.0.0.1"_s} << u"127.0.0.1"_s;
}

void TestTcpTransport::goodNames()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, domain);
    LoopbackServer server(Mode::Direct, m_certificates.make({.names = names}));
    Client client(Security::DirectTls, server.serverPort(), settings(domain));
    QVERIFY(client.waitEncrypted());
    // Of another domain it proves nothing.
    Client other(Security::DirectTls, server.serverPort(), settings(u"a.b.example.org"_s));
    QVERIFY(other.waitFailed());
    QVERIFY(other.failure->kind == Kind::Certificate);
}

void TestTcpTransport::pinned()
{
    const auto made = m_certificates.make({.names = {u"DNS:example.org"_s}, .issuer = TestCertificates::Wish::Issuer::Itself});
    LoopbackServer server(Mode::StartTls, made);
    auto trusting = settings();
    trusting.pin = net::Pin{u"example.org"_s, made.certificate.digest(QCryptographicHash::Sha256)};
    Client client(Security::StartTls, server.serverPort(), trusting);
    QVERIFY(client.waitConnected());
    client.transport.write("<starttls/>");
    QVERIFY(client.waitReceived("<proceed/>"));
    client.transport.startTls();
    QVERIFY(client.waitEncrypted());
}

void TestTcpTransport::pinChanged()
{
    LoopbackServer server(Mode::Direct, good());
    auto trusting = settings();
    trusting.pin = net::Pin{u"example.org"_s, QByteArray(32, 'x')};
    Client client(Security::DirectTls, server.serverPort(), trusting);
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Certificate);
    QCOMPARE(client.failure->verdict->problems, QList{Problem::PinChanged});
    QVERIFY(!client.isEncrypted);
}

void TestTcpTransport::sslCertFile()
{
    LoopbackServer server(Mode::Direct, good());
    qputenv("SSL_CERT_FILE", m_certificates.authority().certificateFile.toUtf8());
    auto system = settings();
    system.trust = {};
    Client without(Security::DirectTls, server.serverPort(), system);
    QVERIFY(without.waitFailed());
    // Should Qt ever read the variable itself, this line tells.
    QVERIFY(without.failure->kind == Kind::Certificate);
    system.trust = net::TrustStore::fromEnvironment();
    Client with(Security::DirectTls, server.serverPort(), system);
    QVERIFY(with.waitEncrypted());
    qunsetenv("SSL_CERT_FILE");
}

void TestTcpTransport::oldTlsOnly()
{
    OpensslServer server(good(), {u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT:@SECLEVEL=0"_s});
    // It does speak TLS 1.1 to who wants it.
    const auto shown = TestCertificates::openssl({u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.port()), u"-tls1_1"_s,
        u"-cipher"_s, u"DEFAULT:@SECLEVEL=0"_s});
    QVERIFY(shown.contains("TLSv1.1"));
    Client client(Security::DirectTls, server.port(), settings());
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Tls);
    QVERIFY(!client.failure->detail.isEmpty());
}

void TestTcpTransport::alpn_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("works");
    QTest::addColumn<QByteArray>("chosen");
    QTest::newRow("none") << QStringList{} << true << QByteArray();
    QTest::newRow("ours") << QStringList{u"-alpn"_s, u"http/1.1,xmpp-client"_s} << true << QByteArray("xmpp-client");
    QTest::newRow("others only") << QStringList{u"-alpn"_s, u"h2,http/1.1"_s} << false << QByteArray();
}

void TestTcpTransport::alpn()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, works);
    QFETCH(const QByteArray, chosen);
    OpensslServer server(good(), arguments);
    Client client(Security::DirectTls, server.port(), settings());
    QCOMPARE(client.waitEncrypted(), works);
    if (works)
        QCOMPARE(client.transport.tlsInfo().alpn, chosen);
    else
        QVERIFY(client.failure->kind == Kind::Tls);
}

void TestTcpTransport::alpnOfAnother()
{
    // Against the protocol a server may choose what was not offered.
    WilfulServer server(good().certificateFile, good().keyFile, "http/1.1");
    QVERIFY(server.port() != 0);
    Client client(Security::DirectTls, server.port(), settings());
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Tls);
    QVERIFY(!client.isEncrypted);
    WilfulServer honest(good().certificateFile, good().keyFile, "xmpp-client");
    Client happy(Security::DirectTls, honest.port(), settings());
    QVERIFY(happy.waitEncrypted());
}

void TestTcpTransport::httpOnThePort()
{
    LoopbackServer server(Mode::Http, good());
    Client direct(Security::DirectTls, server.serverPort(), settings());
    QVERIFY(direct.waitFailed());
    QVERIFY(direct.failure->kind == Kind::Tls);
    Client plain(Security::StartTls, server.serverPort(), settings());
    QVERIFY(plain.waitConnected());
    plain.transport.write("<stream>");
    QVERIFY(plain.waitFailed());
    QVERIFY(plain.failure->kind == Kind::Closed);
    QVERIFY(plain.received.startsWith("HTTP/1.1 400"));
}

void TestTcpTransport::silentPeer()
{
    LoopbackServer server(Mode::Silent, good());
    Client client(Security::DirectTls, server.serverPort(), settings());
    QVERIFY(client.waitConnected());
    // The owner's deadline, as the stream will have it.
    ManualClock clock;
    bool late = false;
    const auto deadline = clock.after(std::chrono::seconds(15), [&] {
        late = true;
        client.transport.abort();
    });
    QTRY_VERIFY(!server.received.isEmpty()); // our hello arrived, and no answer comes
    QVERIFY(!client.isEncrypted && !client.failure);
    clock.advance(std::chrono::seconds(15));
    QVERIFY(late);
    QTRY_COMPARE(server.peer->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!client.isEncrypted);
    QCOMPARE(client.closedCount, 0);
}

void TestTcpTransport::refused()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    Client client(Security::StartTls, port, settings());
    QVERIFY(!client.failure);
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Refused);
    QVERIFY(!client.isConnected);
}

void TestTcpTransport::closedInTheHandshake()
{
    LoopbackServer server(Mode::Silent, good());
    Client client(Security::DirectTls, server.serverPort(), settings());
    QVERIFY(client.waitConnected());
    QTRY_VERIFY(!server.received.isEmpty());
    server.peer->disconnectFromHost();
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Tls);
}

void TestTcpTransport::resumption_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("TLS 1.2") << u"-tls1_2"_s;
    QTest::newRow("TLS 1.3") << u"-tls1_3"_s;
}

void TestTcpTransport::resumption()
{
    QFETCH(const QString, version);
    OpensslServer server(good(), {version});
    auto mine = settings();
    {
        Client first(Security::DirectTls, server.port(), mine);
        QVERIFY(first.waitEncrypted());
        QVERIFY(!first.transport.tlsInfo().resumed);
        // TLS 1.3 sends it after the handshake.
        QTRY_VERIFY(!first.transport.sessionTicket().isEmpty());
        mine.sessionTicket = first.transport.sessionTicket();
        first.transport.close();
        QVERIFY(first.waitFailed());
    }
    QVERIFY(!server.output().contains("Reused session-id"));
    Client second(Security::DirectTls, server.port(), mine);
    QVERIFY(second.waitEncrypted());
    const auto info = second.transport.tlsInfo();
    QVERIFY(info.resumed);
    QCOMPARE(info.chain, QList{good().certificate.toDer()});
    QVERIFY(info.verdict.trust == net::CertificateVerdict::Trust::Authority);
    QTRY_VERIFY(server.output().contains("Reused session-id"));
    second.transport.abort(); // the server serves one at a time
    // A ticket for another domain is not even shown.
    auto other = mine;
    other.domain = u"example.net"_s;
    Client third(Security::DirectTls, server.port(), other);
    QVERIFY(third.waitFailed());
    QVERIFY(third.failure->kind == Kind::Certificate);
}

void TestTcpTransport::resumptionNeedsThePin()
{
    const auto made = m_certificates.make({.names = {u"DNS:example.org"_s}, .issuer = TestCertificates::Wish::Issuer::Itself});
    OpensslServer server(made, {});
    auto mine = settings();
    mine.pin = net::Pin{u"example.org"_s, made.certificate.digest(QCryptographicHash::Sha256)};
    {
        Client first(Security::DirectTls, server.port(), mine);
        QVERIFY(first.waitEncrypted());
        QTRY_VERIFY(!first.transport.sessionTicket().isEmpty());
        mine.sessionTicket = first.transport.sessionTicket();
    }
    Client second(Security::DirectTls, server.port(), mine);
    QVERIFY(second.waitEncrypted());
    QVERIFY(second.transport.tlsInfo().resumed);
    QVERIFY(second.transport.tlsInfo().verdict.trust == net::CertificateVerdict::Trust::Pinned);
    second.transport.abort();
    // The person takes the trust back: the old session must not carry it on.
    mine.pin.reset();
    Client third(Security::DirectTls, server.port(), mine);
    QVERIFY(third.waitFailed());
    QVERIFY(third.failure->kind == Kind::Certificate);
    QCOMPARE(third.failure->verdict->problems, QList{Problem::SelfSigned});
}

void TestTcpTransport::clientCertificate()
{
    const auto me = m_certificates.make({.names = {u"otherName:1.3.6.1.5.5.7.8.5;UTF8:me@example.org"_s}});
    LoopbackServer server(Mode::Direct, good());
    auto mine = settings();
    mine.clientCertificate = net::ClientCertificate{{me.certificate}, me.key};
    Client client(Security::DirectTls, server.serverPort(), mine);
    QVERIFY(client.waitEncrypted());
    QTRY_COMPARE(server.peer->peerCertificate(), me.certificate);
}

void TestTcpTransport::halfClose()
{
    LoopbackServer server(Mode::Direct, good());
    Client client(Security::DirectTls, server.serverPort(), settings());
    client.reads = false;
    QVERIFY(client.waitEncrypted());
    QTRY_VERIFY(server.peer->isEncrypted());
    server.peer->write("</stream:stream>");
    server.peer->disconnectFromHost();
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Closed);
    QCOMPARE(client.closedCount, 1);
    // What came before the end is not lost.
    QCOMPARE(client.transport.readAll(), QByteArray("</stream:stream>"));
    QVERIFY(client.transport.readAll().isEmpty());
    client.transport.write("too late");
    QCOMPARE(client.transport.pendingBytes(), 0);
}

void TestTcpTransport::close()
{
    LoopbackServer server(Mode::Direct, good());
    Client client(Security::DirectTls, server.serverPort(), settings());
    QVERIFY(client.waitEncrypted());
    client.transport.write(QByteArray(100'000, 'x'));
    client.transport.close();
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Closed);
    QTRY_COMPARE(server.received.size(), 100'000);
    client.transport.close();
    QCOMPARE(client.closedCount, 1);
}

void TestTcpTransport::abortIsSilent()
{
    LoopbackServer server(Mode::Direct, good());
    Client client(Security::DirectTls, server.serverPort(), settings());
    QVERIFY(client.waitEncrypted());
    QTRY_VERIFY(server.peer && server.peer->isEncrypted());
    client.transport.abort();
    QTRY_COMPARE(server.peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client.closedCount, 0);
    // One that never got as far as connecting.
    Client early(Security::DirectTls, server.serverPort(), settings());
    early.transport.abort();
    QCoreApplication::processEvents();
    QVERIFY(!early.isConnected);
}

void TestTcpTransport::destroyedInItsSignals()
{
    LoopbackServer server(Mode::Direct, good());
    auto make = [&](const net::TlsSettings &with) {
        return std::make_unique<net::TcpTransport>(net::Endpoint{u"h"_s, server.serverPort(), Security::DirectTls, {}},
            QHostAddress(QHostAddress::LocalHost), with);
    };
    auto atConnected = make(settings());
    connect(atConnected.get(), &net::Transport::connected, this, [&] { atConnected.reset(); });
    QTRY_VERIFY(!atConnected);
    auto atEncrypted = make(settings());
    connect(atEncrypted.get(), &net::Transport::connected, this, [&] { atEncrypted->startTls(); });
    connect(atEncrypted.get(), &net::Transport::encrypted, this, [&] { atEncrypted.reset(); });
    QTRY_VERIFY(!atEncrypted);
    auto atClosed = make(settings(u"example.net"_s));
    connect(atClosed.get(), &net::Transport::connected, this, [&] { atClosed->startTls(); });
    connect(atClosed.get(), &net::Transport::closed, this, [&] { atClosed.reset(); });
    QTRY_VERIFY(!atClosed);
    auto atReadyRead = make(settings());
    connect(atReadyRead.get(), &net::Transport::connected, this, [&] { atReadyRead->startTls(); });
    connect(atReadyRead.get(), &net::Transport::encrypted, this, [&] {
        atReadyRead->write("x");
        connect(server.peer, &QSslSocket::encrypted, this, [&] { server.peer->write("y"); });
        if (server.peer->isEncrypted())
            server.peer->write("y");
    });
    connect(atReadyRead.get(), &net::Transport::readyRead, this, [&] { atReadyRead.reset(); });
    QTRY_VERIFY(!atReadyRead);
}

void TestTcpTransport::backPressure()
{
    LoopbackServer server(Mode::Direct, good());
    Client client(Security::DirectTls, server.serverPort(), settings());
    QVERIFY(client.waitEncrypted());
    QVERIFY(!client.transport.congested());
    qint64 written = 0;
    connect(&client.transport, &net::Transport::bytesWritten, this, [&](qint64 count) { written += count; });
    const QByteArray chunk(1024 * 1024, 'x');
    for (int i = 0; i < 8; ++i)
        client.transport.write(chunk);
    QVERIFY(client.transport.congested());
    QVERIFY(client.transport.pendingBytes() >= 8 * chunk.size());
    QTRY_COMPARE(server.received.size(), 8 * chunk.size());
    QTRY_COMPARE(client.transport.pendingBytes(), 0);
    QVERIFY(!client.transport.congested());
    QVERIFY(written >= 8 * chunk.size());
}

void TestTcpTransport::slowReader()
{
    LoopbackServer server(Mode::Direct, good());
    Client client(Security::DirectTls, server.serverPort(), settings());
    client.reads = false;
    QVERIFY(client.waitEncrypted());
    QTRY_VERIFY(server.peer->isEncrypted());
    constexpr qsizetype Total = 32 * 1024 * 1024;
    server.peer->write(QByteArray(Total, 'y'));
    // Nobody reads: the rest stays with the sender once the buffers of both systems are full.
    QTest::qWait(300);
    QVERIFY(server.peer->encryptedBytesToWrite() > 0);
    client.reads = true;
    client.received += client.transport.readAll();
    QVERIFY(client.received.size() < 4 * 1024 * 1024);
    QTRY_COMPARE_WITH_TIMEOUT(client.received.size(), Total, 30'000);
}

void TestTcpTransport::writeLimit()
{
    LoopbackServer server(Mode::Silent, good());
    Client client(Security::StartTls, server.serverPort(), settings());
    QVERIFY(client.waitConnected());
    QTRY_VERIFY(server.peer);
    server.peer->setReadBufferSize(1);
    const QByteArray chunk(8 * 1024 * 1024, 'x');
    for (int i = 0; i < 9; ++i)
        client.transport.write(chunk);
    QVERIFY(!client.failure); // never from within write()
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Timeout);
}

QTEST_GUILESS_MAIN(TestTcpTransport)
#include "tst_tcptransport.moc"
