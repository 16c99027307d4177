// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificate.h"
#include "net/certificatenames.h"
#include "net/clientcertificate.h"
#include "net/der.h"
#include "net/failure.h"
#include "net/sessionticket.h"
#include "net/truststore.h"

#include "testcertificates.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using Problem = net::CertificateVerdict::Problem;
using Trust = net::CertificateVerdict::Trust;
using Problems = QList<Problem>;

//! The pure decision over certificates, and the names inside them.
class TestCertificate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void idnInXmppAddress();
    void nulInName();
    void manyNames();
    void brokenDer();
    void derLengths();
    void good();
    void libraryErrors_data();
    void libraryErrors();
    void dates();
    void weak_data();
    void weak();
    void md5();
    void nothingShown();
    void pinned();
    void pinIsForItsDomain();
    void pinChanged();
    void wordsForPeople();
    void hostileNames();
    void failureWords();
    void ticketFits();
    void trustFiles();
    void clientCertificates();

private:
    [[nodiscard]] static net::PeerCertificate shown(const TestCertificates::Made &made, const QList<QSslError::SslError> &errors = {});

    TestCertificates m_certificates;
};

net::PeerCertificate TestCertificate::shown(const TestCertificates::Made &made, const QList<QSslError::SslError> &errors)
{
    net::PeerCertificate peer{{made.certificate}};
    for (const auto error : errors)
        peer.errors << QSslError(error, made.certificate);
    return peer;
}

void TestCertificate::names_data()
{
    const QString xmpp = u"otherName:1.3.6.1.5.5.7.8.5;UTF8:"_s, srv = u"otherName:1.3.6.1.5.5.7.8.7;IA5:"_s;
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("covered");
    QTest::newRow("dns") << QStringList{u"DNS:example.org"_s} << u"example.org"_s << true;
    QTest::newRow("dns, case") << QStringList{u"DNS:Example.ORG"_s} << u"eXample.org"_s << true;
    QTest::newRow("second") << QStringList{u"DNS:other.org"_s, u"DNS:example.org"_s} << u"example.org"_s << true;
    QTest::newRow("other") << QStringList{u"DNS:xmpp.example.org"_s} << u"example.org"_s << false;
    QTest::newRow("suffix") << QStringList{u"DNS:example.org"_s} << u"notexample.org"_s << false;
    QTest::newRow("only common name") << QStringList{} << u"example.org"_s << false;
    QTest::newRow("wildcard") << QStringList{u"DNS:*.example.org"_s} << u"chat.example.org"_s << true;
    QTest::newRow("wildcard, itself") << QStringList{u"DNS:*.example.org"_s} << u"example.org"_s << false;
    QTest::newRow("wildcard, two levels") << QStringList{u"DNS:*.example.org"_s} << u"a.chat.example.org"_s << false;
    QTest::newRow("two wildcards") << QStringList{u"DNS:*.*.example.org"_s} << u"a.chat.example.org"_s << false;
    QTest::newRow("wildcard over a top-level domain") << QStringList{u"DNS:*.org"_s} << u"example.org"_s << false;
    QTest::newRow("bare wildcard") << QStringList{u"DNS:*"_s} << u"localhost"_s << false;
    QTest::newRow("partial wildcard") << QStringList{u"DNS:ch*.example.org"_s} << u"chat.example.org"_s << false;
    QTest::newRow("wildcard in the middle") << QStringList{u"DNS:chat.*.org"_s} << u"chat.example.org"_s << false;
    QTest::newRow("IDN") << QStringList{u"DNS:xn--mller-kva.example"_s} << u"m\u00fcller.example"_s << true;
    QTest::newRow("SRV-ID") << QStringList{srv + u"_xmpp-client.example.org"_s} << u"example.org"_s << true;
    QTest::newRow("SRV-ID of servers") << QStringList{srv + u"_xmpp-server.example.org"_s} << u"example.org"_s << false;
    QTest::newRow("SRV-ID elsewhere") << QStringList{srv + u"_xmpp-client.example.net"_s} << u"example.org"_s << false;
    QTest::newRow("XmppAddr") << QStringList{xmpp + u"example.org"_s} << u"example.org"_s << true;
    QTest::newRow("XmppAddr of a person") << QStringList{xmpp + u"me@example.org"_s} << u"example.org"_s << false;
    QTest::newRow("XmppAddr wildcard") << QStringList{xmpp + u"*.example.org"_s} << u"chat.example.org"_s << false;
    QTest::newRow("e-mail is no name") << QStringList{u"email:example.org"_s} << u"example.org"_s << false;
    QTest::newRow("URI is no name") << QStringList{u"URI:xmpp:example.org"_s} << u"example.org"_s << false;
    QTest::newRow("IPv4") << QStringList{u"IP:192.0.2.1"_s} << u"192.0.2.1"_s << true;
    QTest::newRow("IPv6 in brackets") << QStringList{u"IP:2001:db8::1"_s} << u"[2001:db8::1]"_s << true;
    QTest::newRow("other IP") << QStringList{u"IP:192.0.2.2"_s} << u"192.0.2.1"_s << false;
    QTest::newRow("IP as a DNS name") << QStringList{u"DNS:192.0.2.1"_s} << u"192.0.2.1"_s << false;
    QTest::newRow("empty domain") << QStringList{u"DNS:example.org"_s} << QString() << false;
}

void TestCertificate::names()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, domain);
    QFETCH(const bool, covered);
    // The common name is always right: it must never matter.
    const auto made = m_certificates.make({.commonName = domain.isEmpty() ? u"empty"_s : domain, .names = names});
    const auto read = net::CertificateNames::of(made.certificate.toDer());
    QCOMPARE(read.cover(domain), covered);
    const auto verdict = net::judge(shown(made), domain, {});
    QCOMPARE(verdict.accepted(), covered);
    QCOMPARE(verdict.problems, covered ? Problems{} : Problems{Problem::WrongName});
}

void TestCertificate::idnInXmppAddress()
{
    QByteArray der = m_certificates.make({.names = {u"otherName:1.3.6.1.5.5.7.8.5;UTF8:mZZller.example"_s}}).certificate.toDer();
    der.replace("mZZller", "m\xc3\xbcller");
    const auto names = net::CertificateNames::of(der);
    QCOMPARE(names.xmppAddresses, QStringList{u"m\u00fcller.example"_s});
    QVERIFY(names.cover(u"m\u00fcller.example"));
    QVERIFY(names.cover(u"xn--mller-kva.example"));
    der.replace("\xc3\xbc", "\xff\xbc");
    QVERIFY(net::CertificateNames::of(der).xmppAddresses.isEmpty());
}

void TestCertificate::nulInName()
{
    const auto made = m_certificates.forDomain(u"example.orgX.evil.test"_s);
    QByteArray der = made.certificate.toDer();
    QVERIFY(net::CertificateNames::of(der).dns.contains(u"example.orgx.evil.test"_s));
    der.replace(QByteArray("orgX"), QByteArray("org\0", 4));
    const auto names = net::CertificateNames::of(der);
    QVERIFY(names.dns.isEmpty());
    QVERIFY(!names.cover(u"example.org"));
}

void TestCertificate::manyNames()
{
    QStringList names;
    for (int i = 0; i < 1000; ++i)
        names << u"DNS:h%1.example.net"_s.arg(i);
    names << u"DNS:example.org"_s;
    const auto verdict = net::judge(shown(m_certificates.make({.names = names})), u"example.org", {});
    QVERIFY(verdict.accepted());
    QCOMPARE(verdict.names.size(), 50);
    const auto wrong = net::judge(shown(m_certificates.make({.names = names})), u"example.com", {});
    QVERIFY(wrong.sentences().constFirst().size() < 300);
}

void TestCertificate::brokenDer()
{
    const QByteArray der = m_certificates.make({.names = {u"DNS:example.org"_s, u"otherName:1.3.6.1.5.5.7.8.5;UTF8:example.org"_s, u"IP:::1"_s}})
                               .certificate.toDer();
    for (qsizetype size = 0; size < der.size(); ++size) {
        // A copy of exact size, so that a sanitizer sees every step too far.
        const QByteArray cut(der.constData(), size);
        (void)net::CertificateNames::of(cut).cover(u"example.net");
    }
    QRandomGenerator random(7);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bent = der;
        for (int n = 0; n < 3; ++n)
            bent[random.bounded(bent.size())] = char(random.bounded(256));
        QVERIFY(!net::CertificateNames::of(bent).cover(u"never.example.net"));
    }
}

void TestCertificate::derLengths()
{
    using net::der::Reader;
    const auto one = Reader(QByteArrayView("\x04\x02hi", 4)).next();
    QVERIFY(one && one->tag == 4 && one->content == QByteArrayView("hi", 2));
    QVERIFY(Reader(QByteArrayView("\x04\x81\x02hi", 5)).next());
    QVERIFY(!Reader(QByteArrayView("\x04\x03hi", 4)).next());
    QVERIFY(!Reader(QByteArrayView("\x04\x80hi\0\0", 6)).next()); // indefinite
    QVERIFY(!Reader(QByteArrayView("\x1f\x02hi", 4)).next()); // high tag number
    QVERIFY(!Reader(QByteArrayView("\x04\x84\xff\xff\xff\xff", 6)).next());
    QVERIFY(!Reader(QByteArrayView("\x04\x88\0\0\0\0\0\0\0\x01z", 11)).next());
    QVERIFY(!Reader(QByteArrayView("\x04", 1)).next());
    QVERIFY(!Reader(QByteArrayView("\x04\x82\x01", 3)).next());
    Reader two(QByteArrayView("\x05\x00\x04\x01x", 5));
    QVERIFY(two.next(0x05));
    QVERIFY(two.next(0x04));
    QVERIFY(two.atEnd() && !two.next());
}

void TestCertificate::good()
{
    const auto made = m_certificates.forDomain(u"example.org"_s);
    const auto verdict = net::judge(shown(made), u"example.org", {});
    QVERIFY(verdict.trust == Trust::Authority);
    QVERIFY(verdict.problems.isEmpty() && verdict.sentences().isEmpty());
    QCOMPARE(verdict.sha256, QCryptographicHash::hash(made.certificate.toDer(), QCryptographicHash::Sha256));
    QCOMPARE(verdict.names, QStringList{u"example.org"_s});
    QCOMPARE(verdict.issuer, u"Palique Tests"_s);
    // openssl says the same of the file, so the fingerprint is one people can compare.
    const auto theirs = TestCertificates::openssl({u"x509"_s, u"-in"_s, made.certificateFile, u"-noout"_s, u"-fingerprint"_s, u"-sha256"_s});
    QCOMPARE(verdict.fingerprint(), QString::fromLatin1(theirs.mid(theirs.indexOf('=') + 1).trimmed()));
}

void TestCertificate::libraryErrors_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("selfSigned");
    QTest::addColumn<int>("problem");
    QTest::newRow("expired") << int(QSslError::CertificateExpired) << false << int(Problem::Expired);
    QTest::newRow("not yet") << int(QSslError::CertificateNotYetValid) << false << int(Problem::NotYetValid);
    QTest::newRow("self-signed") << int(QSslError::SelfSignedCertificate) << true << int(Problem::SelfSigned);
    QTest::newRow("root not known") << int(QSslError::SelfSignedCertificateInChain) << false << int(Problem::UnknownIssuer);
    QTest::newRow("no issuer") << int(QSslError::UnableToGetLocalIssuerCertificate) << false << int(Problem::UnknownIssuer);
    QTest::newRow("no issuer, itself") << int(QSslError::UnableToGetLocalIssuerCertificate) << true << int(Problem::SelfSigned);
    QTest::newRow("first not verified") << int(QSslError::UnableToVerifyFirstCertificate) << false << int(Problem::UnknownIssuer);
    QTest::newRow("revoked") << int(QSslError::CertificateRevoked) << false << int(Problem::Revoked);
    QTest::newRow("blocked") << int(QSslError::CertificateBlacklisted) << false << int(Problem::Revoked);
    QTest::newRow("purpose") << int(QSslError::InvalidPurpose) << false << int(Problem::Other);
    QTest::newRow("signature") << int(QSslError::CertificateSignatureFailed) << false << int(Problem::Other);
}

void TestCertificate::libraryErrors()
{
    QFETCH(const int, error);
    QFETCH(const bool, selfSigned);
    QFETCH(const int, problem);
    const auto issuer = selfSigned ? TestCertificates::Wish::Issuer::Itself : TestCertificates::Wish::Issuer::Authority;
    const auto made = m_certificates.make({.names = {u"DNS:example.org"_s}, .issuer = issuer});
    const auto verdict = net::judge(shown(made, {QSslError::SslError(error)}), u"example.org", {});
    QVERIFY(!verdict.accepted());
    QCOMPARE(verdict.problems, Problems{Problem(problem)});
    QCOMPARE(verdict.sentences().size(), 1);
}

void TestCertificate::dates()
{
    const auto made = m_certificates.make({.names = {u"DNS:example.org"_s}, .notBefore = u"20240101000000Z"_s, .notAfter = u"20250101000000Z"_s});
    auto peer = shown(made);
    peer.now = QDateTime::fromString(u"2024-06-01T00:00:00Z"_s, Qt::ISODate);
    QVERIFY(net::judge(peer, u"example.org", {}).accepted());
    peer.now = QDateTime::fromString(u"2025-01-01T00:00:01Z"_s, Qt::ISODate);
    QCOMPARE(net::judge(peer, u"example.org", {}).problems, Problems{Problem::Expired});
    peer.now = QDateTime::fromString(u"2023-12-31T23:59:59Z"_s, Qt::ISODate);
    QCOMPARE(net::judge(peer, u"example.org", {}).problems, Problems{Problem::NotYetValid});
}

void TestCertificate::weak_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QString>("digest");
    QTest::addColumn<bool>("isWeak");
    const QStringList curve{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    QTest::newRow("RSA 1024") << QStringList{u"rsa:1024"_s} << u"-sha256"_s << true;
    QTest::newRow("RSA 2048") << QStringList{u"rsa:2048"_s} << u"-sha256"_s << false;
    QTest::newRow("SHA-1") << curve << u"-sha1"_s << true;
    QTest::newRow("SHA-384") << curve << u"-sha384"_s << false;
    QTest::newRow("Ed25519") << QStringList{u"ed25519"_s} << u"-sha256"_s << false;
}

void TestCertificate::weak()
{
    QFETCH(const QStringList, key);
    QFETCH(const QString, digest);
    QFETCH(const bool, isWeak);
    const auto verdict = net::judge(shown(m_certificates.make({.names = {u"DNS:example.org"_s}, .key = key, .digest = digest})), u"example.org", {});
    QCOMPARE(verdict.problems, isWeak ? Problems{Problem::WeakKey} : Problems{});
}

void TestCertificate::md5()
{
    const auto authority = m_certificates.make({.issuer = TestCertificates::Wish::Issuer::Itself, .key = {u"rsa:2048"_s}});
    const auto made = m_certificates.make({.names = {u"DNS:example.org"_s}, .by = &authority, .digest = u"-md5"_s});
    QCOMPARE(net::judge(shown(made), u"example.org", {}).problems, Problems{Problem::WeakKey});
    // The library says so in its own way; it is still a weak key to us, and with a sound one something else.
    QCOMPARE(net::judge(shown(made, {QSslError::UnspecifiedError}), u"example.org", {}).problems, Problems{Problem::WeakKey});
    const auto sound = m_certificates.forDomain(u"example.org"_s);
    QCOMPARE(net::judge(shown(sound, {QSslError::UnspecifiedError}), u"example.org", {}).problems, Problems{Problem::Other});
}

void TestCertificate::nothingShown()
{
    const auto verdict = net::judge(net::PeerCertificate{}, u"example.org", {});
    QVERIFY(!verdict.accepted());
    QCOMPARE(verdict.problems, Problems{Problem::Other});
    QCOMPARE(verdict.sentences(), QStringList{u"The server showed no certificate."_s});
    // An empty fingerprint must not be a pin that lets everybody in.
    QVERIFY(!net::judge(net::PeerCertificate{}, u"example.org", net::Pin{u"example.org"_s, {}}).accepted());
}

void TestCertificate::pinned()
{
    const auto made = m_certificates.make({.names = {u"DNS:other.example"_s}, .notAfter = u"20210101000000Z"_s, .issuer = TestCertificates::Wish::Issuer::Itself});
    const auto peer = shown(made, {QSslError::SelfSignedCertificate, QSslError::CertificateExpired, QSslError::HostNameMismatch});
    const auto first = net::judge(peer, u"example.org", {});
    QVERIFY(!first.accepted());
    QCOMPARE(first.problems, (Problems{Problem::WrongName, Problem::SelfSigned, Problem::Expired}));
    const auto second = net::judge(peer, u"example.org", first.pin());
    QVERIFY(second.trust == Trust::Pinned);
    QCOMPARE(second.problems, first.problems);
}

void TestCertificate::pinIsForItsDomain()
{
    const auto made = m_certificates.make({.names = {u"DNS:example.org"_s}, .issuer = TestCertificates::Wish::Issuer::Itself});
    const auto peer = shown(made, {QSslError::SelfSignedCertificate});
    const net::Pin pin{u"example.org"_s, net::judge(peer, u"example.org", {}).sha256};
    QVERIFY(net::judge(peer, u"example.org", pin).accepted());
    const auto elsewhere = net::judge(peer, u"example.net", pin);
    QVERIFY(!elsewhere.accepted());
    QVERIFY(!elsewhere.problems.contains(Problem::PinChanged));
}

void TestCertificate::pinChanged()
{
    const auto old = m_certificates.make({.names = {u"DNS:example.org"_s}, .issuer = TestCertificates::Wish::Issuer::Itself});
    const net::Pin pin = net::judge(shown(old), u"example.org", {}).pin();
    // Even one that every authority vouches for is another one.
    const auto valid = net::judge(shown(m_certificates.forDomain(u"example.org"_s)), u"example.org", pin);
    QVERIFY(!valid.accepted());
    QCOMPARE(valid.problems, Problems{Problem::PinChanged});
    QVERIFY(valid.sentences().constFirst().contains(u"another certificate"_s));
    const auto forged = m_certificates.make({.names = {u"DNS:example.org"_s}, .issuer = TestCertificates::Wish::Issuer::Itself});
    const auto verdict = net::judge(shown(forged, {QSslError::SelfSignedCertificate}), u"example.org", pin);
    QCOMPARE(verdict.problems, (Problems{Problem::PinChanged, Problem::SelfSigned}));
}

void TestCertificate::wordsForPeople()
{
    QLocale::setDefault(QLocale::c());
    const auto made = m_certificates.make({.names = {u"DNS:a.example"_s, u"otherName:1.3.6.1.5.5.7.8.7;IA5:_xmpp-client.b.example"_s}, .notAfter = u"20210203120000Z"_s});
    const auto verdict = net::judge(shown(made, {QSslError::UnableToGetLocalIssuerCertificate}), u"example.org", {});
    QCOMPARE(verdict.sentences(),
        (QStringList{u"The certificate is for a.example, b.example, not for example.org."_s,
            u"The server's certificate was issued by Palique Tests, whom this computer does not know."_s,
            u"The server's certificate expired on Wednesday, 3 February 2021."_s}));
    const auto nameless = net::judge(shown(m_certificates.make({})), u"example.org", {});
    QCOMPARE(nameless.sentences(), QStringList{u"The certificate names no domain, so it does not prove that this is example.org."_s});
}

void TestCertificate::hostileNames()
{
    // A place marker in a name is not filled in.
    const auto made = m_certificates.make({.names = {u"DNS:%2.example"_s}});
    const auto verdict = net::judge(shown(made), u"example.org", {});
    QCOMPARE(verdict.sentences(), QStringList{u"The certificate is for %2.example, not for example.org."_s});
}

void TestCertificate::failureWords()
{
    QStringList texts;
    for (int kind = 0; kind <= int(net::Failure::Kind::Proxy); ++kind) {
        net::Failure failure;
        failure.kind = net::Failure::Kind(kind);
        QVERIFY(!failure.text().isEmpty() && !failure.advice().isEmpty());
        QVERIFY2(!texts.contains(failure.text()), qPrintable(failure.text()));
        texts << failure.text();
    }
    net::Failure failure;
    failure.kind = net::Failure::Kind::Certificate;
    failure.verdict = net::judge(shown(m_certificates.forDomain(u"a.example"_s)), u"example.org", {});
    QCOMPARE(failure.text(), u"The certificate is for a.example, not for example.org."_s);
}

void TestCertificate::ticketFits()
{
    const QByteArray sha(32, 'a'), other(32, 'b');
    const net::Pin pin{u"example.org"_s, sha}, otherPin{u"example.org"_s, other};
    const net::TrustStore store, bigger{{m_certificates.authority().certificate}, net::TrustStore::Roots::SystemAndExtra};
    net::SessionTicket ticket{u"example.org"_s, sha, Trust::Authority, net::SessionTicket::fingerprintOf(store), "session"};
    const auto back = net::SessionTicket::unpack(ticket.pack());
    QVERIFY(back && back->session == "session" && back->leafSha256 == sha && back->trust == Trust::Authority);
    QVERIFY(ticket.stillFits(u"example.org"_s, {}, store));
    QVERIFY(!ticket.stillFits(u"example.net"_s, {}, store));
    QVERIFY(!ticket.stillFits(u"example.org"_s, {}, bigger));
    QVERIFY(ticket.stillFits(u"example.org"_s, pin, store));
    QVERIFY(!ticket.stillFits(u"example.org"_s, otherPin, store));
    // Once the person no longer trusts it, the session it opened is worth nothing.
    ticket.trust = Trust::Pinned;
    QVERIFY(ticket.stillFits(u"example.org"_s, pin, store));
    QVERIFY(!ticket.stillFits(u"example.org"_s, {}, store));
    const QByteArray whole = ticket.pack().reveal();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!net::SessionTicket::unpack(Secret(whole.first(size))));
    QVERIFY(!net::SessionTicket::unpack(Secret(QByteArray(200, '\xff'))));
}

void TestCertificate::trustFiles()
{
    const auto read = net::TrustStore::readPem(m_certificates.authority().certificateFile);
    QVERIFY(read);
    QCOMPARE(*read, QList{m_certificates.authority().certificate});
    QVERIFY(!net::TrustStore::readPem(m_certificates.path(u"nothing"_s)));
    QVERIFY(!net::TrustStore::readPem(m_certificates.authority().keyFile));
    qputenv("SSL_CERT_FILE", m_certificates.authority().certificateFile.toUtf8());
    QCOMPARE(net::TrustStore::fromEnvironment().extra, QList{m_certificates.authority().certificate});
    qunsetenv("SSL_CERT_FILE");
    QVERIFY(net::TrustStore::fromEnvironment().extra.isEmpty());
}

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCertificate::clientCertificates()
{
    const auto me = m_certificates.make({.names = {u"otherName:1.3.6.1.5.5.7.8.5;UTF8:me@example.org"_s}});
    const QByteArray certificate = contents(me.certificateFile), key = contents(me.keyFile);
    const auto pem = net::ClientCertificate::fromParts(certificate, key, {});
    QVERIFY(pem);
    QCOMPARE(pem->xmppAddresses(), QStringList{u"me@example.org"_s});
    QVERIFY(net::ClientCertificate::fromParts(certificate + key, certificate + key, {}));
    QVERIFY(net::ClientCertificate::fromParts(me.certificate.toDer(), me.key.toDer(), {}));
    QVERIFY(!net::ClientCertificate::fromParts(key, key, {}));
    QVERIFY(!net::ClientCertificate::fromParts(certificate, certificate, {}));
    QVERIFY(!net::ClientCertificate::fromParts({}, {}, {}));

    const QString p12 = m_certificates.path(u"me.p12"_s), locked = m_certificates.path(u"locked.key"_s);
    (void)TestCertificates::openssl({u"pkcs12"_s, u"-export"_s, u"-in"_s, me.certificateFile, u"-inkey"_s, me.keyFile, u"-certfile"_s,
        m_certificates.authority().certificateFile, u"-out"_s, p12, u"-passout"_s, u"pass:secret"_s});
    const auto packed = net::ClientCertificate::fromPkcs12(contents(p12), Secret(u"secret"_s));
    QVERIFY(packed);
    QCOMPARE(packed->chain, (QList{me.certificate, m_certificates.authority().certificate}));
    QVERIFY(!net::ClientCertificate::fromPkcs12(contents(p12), Secret(u"wrong"_s)));
    QVERIFY(!net::ClientCertificate::fromPkcs12("nonsense", {}));
    (void)TestCertificates::openssl({u"ec"_s, u"-in"_s, me.keyFile, u"-aes256"_s, u"-passout"_s, u"pass:secret"_s, u"-out"_s, locked});
    QVERIFY(net::ClientCertificate::fromParts(certificate, contents(locked), Secret(u"secret"_s)));
    QVERIFY(!net::ClientCertificate::fromParts(certificate, contents(locked), Secret(u"wrong"_s)));
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
