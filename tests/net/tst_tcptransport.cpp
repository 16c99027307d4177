// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tcptransport.h"

#include "client.h"
#include "loopbackservers.h"

#include "base/clock.h"

#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using Kind = net::Failure::Kind;
using Mode = LoopbackServer::Mode;
using Security = net::Endpoint::Security;

//! TcpTransport against servers on loopback: the byte stream.
class TestTcpTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void startTls();
    void injectionBeforeTls();
    void directTls();
    void serverNameIndication();
    void httpOnThePort();
    void silentPeer();
    void refused();
    void closedInTheHandshake();
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
    qint64 left = -1;
    QTRY_VERIFY([&] {
        const qint64 now = server.peer->bytesToWrite() + server.peer->encryptedBytesToWrite();
        return std::exchange(left, now) == now;
    }());
    QVERIFY(left > Total / 2);
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
