// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tcptransport.h"

#include "client.h"
#include "loopbackservers.h"
#include "wilfulserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = net::Failure::Kind;
using Mode = LoopbackServer::Mode;
using Problem = net::CertificateVerdict::Problem;
using Security = net::Endpoint::Security;

Q_DECLARE_METATYPE(TestCertificates::Wish)

//! TcpTransport against servers on loopback: who is trusted, and what is agreed in the handshake.
class TestTlsTrust final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
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
    void resumption_data();
    void resumption();
    void resumptionNeedsThePin();
    void clientCertificate();
    void wrongKey();

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

void TestTlsTrust::cleanup()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestTlsTrust::badCertificates_data()
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

void TestTlsTrust::badCertificates()
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

void TestTlsTrust::goodNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("domain");
    QTest::newRow("wildcard") << QStringList{u"DNS:*.example.org"_s} << u"chat.example.org"_s;
    QTest::newRow("SRV-ID") << QStringList{u"otherName:1.3.6.1.5.5.7.8.7;IA5:_xmpp-client.example.org"_s} << u"example.org"_s;
    QTest::newRow("XmppAddr") << QStringList{u"otherName:1.3.6.1.5.5.7.8.5;UTF8:example.org"_s} << u"example.org"_s;
    QTest::newRow("IP") << QStringList{u"IP:127.0.0.1"_s} << u"127.0.0.1"_s;
}

void TestTlsTrust::goodNames()
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

void TestTlsTrust::pinned()
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

void TestTlsTrust::pinChanged()
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

void TestTlsTrust::sslCertFile()
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

void TestTlsTrust::oldTlsOnly()
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

void TestTlsTrust::alpn_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("works");
    QTest::addColumn<QByteArray>("chosen");
    QTest::newRow("none") << QStringList{} << true << QByteArray();
    QTest::newRow("ours") << QStringList{u"-alpn"_s, u"http/1.1,xmpp-client"_s} << true << QByteArray("xmpp-client");
    QTest::newRow("others only") << QStringList{u"-alpn"_s, u"h2,http/1.1"_s} << false << QByteArray();
}

void TestTlsTrust::alpn()
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

void TestTlsTrust::alpnOfAnother()
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

void TestTlsTrust::resumption_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("TLS 1.2") << u"-tls1_2"_s;
    QTest::newRow("TLS 1.3") << u"-tls1_3"_s;
}

void TestTlsTrust::resumption()
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

void TestTlsTrust::resumptionNeedsThePin()
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

void TestTlsTrust::clientCertificate()
{
    const auto me = m_certificates.make({.names = {u"otherName:1.3.6.1.5.5.7.8.5;UTF8:me@example.org"_s}});
    LoopbackServer server(Mode::Direct, good());
    auto mine = settings();
    mine.clientCertificate = net::ClientCertificate{{me.certificate}, me.key};
    Client client(Security::DirectTls, server.serverPort(), mine);
    QVERIFY(client.waitEncrypted());
    QTRY_COMPARE(server.peer->peerCertificate(), me.certificate);
}

void TestTlsTrust::wrongKey()
{
    LoopbackServer server(Mode::Direct, good());
    auto mine = settings();
    mine.clientCertificate = net::ClientCertificate{{m_certificates.authority().certificate}, good().key};
    Client client(Security::DirectTls, server.serverPort(), mine);
    QVERIFY(client.waitFailed());
    QVERIFY(client.failure->kind == Kind::Tls);
    QVERIFY(!client.isEncrypted);
}

QTEST_GUILESS_MAIN(TestTlsTrust)
#include "tst_tlstrust.moc"
