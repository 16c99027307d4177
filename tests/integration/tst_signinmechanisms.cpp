// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "crypto/runtime.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using Way = Attempt::Way;

namespace
{

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! Each way to sign in, at a real server that offers it, and failing rightly with a wrong secret.
class TestSignInMechanisms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwords_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("mechanism");
        const auto row = [](const char *server, const char *domain, const char *mechanism, const char *why = "") {
            for (const char *way : {"direct TLS", "STARTTLS"})
                QTest::addRow("%s at %s%s, %s", mechanism, server, why, way) << QString::fromLatin1(server) << QString::fromLatin1(domain) << QString::fromLatin1(mechanism);
        };
        row("prosody", "rsa.test", "SCRAM-SHA-256-PLUS", " with an RSA certificate");
        row("prosody", "ecdsa.test", "SCRAM-SHA-1-PLUS", " with an ECDSA-SHA384 certificate");
        row("prosody", "ed25519.test", "SCRAM-SHA-256", " with an Ed25519 certificate, which binds nothing");
        row("prosody", "default.test", "SCRAM-SHA-256", " as it is by default: tls-exporter alone");
        row("prosody", "basic.test", "SCRAM-SHA-1", " as servers were: no SASL2");
        row("prosody", "plain.test", "PLAIN");
        row("ejabberd", "ejabberd.test", "SCRAM-SHA-512-PLUS");
        // Over direct TLS ejabberd 24.12 binds to the certificate of its first domain, whichever one it showed.
        for (const auto &[domain, mechanism] : {std::pair{"sha512.test", "SCRAM-SHA-512-PLUS"}, std::pair{"sha256.test", "SCRAM-SHA-256-PLUS"}})
            QTest::addRow("%s at ejabberd that keeps it alone, STARTTLS", mechanism) << u"ejabberd"_s << QString::fromLatin1(domain) << QString::fromLatin1(mechanism);
        row("ejabberd", "digest.test", "DIGEST-MD5");
    }

    void passwords()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, domain);
        QFETCH(const QString, mechanism);
        const auto real = testServer(server);
        const Way way = QByteArray(QTest::currentDataTag()).endsWith("STARTTLS") ? Way::StartTls : Way::DirectTls;
        // carol's password has spaces, accents and a heart in it.
        for (const QString &user : {u"alice"_s, u"carol"_s}) {
            Attempt a(real, user + u'@' + domain, way);
            a.settings.policy.allowDigestMd5 = true;
            QVERIFY2(a.run(), a.trace.constData());
            QCOMPARE(a.result.mechanism, mechanism);
            QCOMPARE(a.result.bound.bare().toString(), user + u'@' + domain);
            QVERIFY(!a.result.mechanismReason.isEmpty());
            // With SASL2 and Bind 2 the session is open once one is signed in.
            QCOMPARE(a.phases, domain == u"basic.test" ? (QList<int>{0, 1, 2, 3, 4}) : (QList<int>{0, 1, 2, 3}));
            QVERIFY(a.info.protocol == u"TLSv1.3" || a.info.protocol == u"TLSv1.2");
            QCOMPARE(a.result.management.has_value(), domain != u"basic.test");
            a.close();
        }
        Attempt wrong(real, u"alice@"_s + domain, way);
        wrong.settings.policy.allowDigestMd5 = true;
        wrong.password(u"not the password"_s);
        QVERIFY(!wrong.run());
        QCOMPARE(wrong.failure->kind, stream::Failure::Kind::Auth);
        QCOMPARE(wrong.failure->condition, u"not-authorized"_s);
        QCOMPARE(wrong.failure->phase, stream::Phase::SignIn);
        QVERIFY(!wrong.failure->sentence().isEmpty() && !wrong.failure->advice().isEmpty());
    }

    void nobody_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("domain");
        QTest::newRow("prosody") << u"prosody"_s << u"rsa.test"_s;
        QTest::newRow("ejabberd") << u"ejabberd"_s << u"ejabberd.test"_s;
    }

    //! An account that is not there fails like a wrong password, and an unknown domain says so.
    void nobody()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, domain);
        Attempt a(testServer(server), u"nobody@"_s + domain);
        a.password(u"anything"_s);
        QVERIFY(!a.run());
        QCOMPARE(a.failure->kind, stream::Failure::Kind::Auth);
    }

    void proven()
    {
        const auto server = testServer(u"prosody");
        Attempt a(server, u"alice@plain.test"_s);
        a.settings.policy.proven = u"SCRAM-SHA-256"_s;
        QVERIFY(!a.run());
        QCOMPARE(a.failure->condition, u"mechanism-downgrade"_s);
        QVERIFY(!a.trace.contains("C: <auth"));
    }

    void digestNotAllowed()
    {
        Attempt a(testServer(u"ejabberd"), u"alice@digest.test"_s);
        a.settings.policy.allowPlain = false;
        QVERIFY(!a.run());
        QCOMPARE(a.failure->kind, stream::Failure::Kind::Policy);
    }

    void external_data()
    {
        QTest::addColumn<bool>("pkcs12");
        QTest::newRow("PEM") << false;
        QTest::newRow("PKCS#12") << true;
    }

    void external()
    {
        QFETCH(const bool, pkcs12);
        const auto server = testServer(u"prosody");
        const auto certificate = pkcs12 ? net::ClientCertificate::fromPkcs12(contents(server.clientPkcs12), Secret(server.clientPkcs12Password))
                                        : net::ClientCertificate::fromParts(contents(server.clientCertificate), contents(server.clientKey), {});
        QVERIFY2(certificate, certificate ? "" : qPrintable(certificate.error().text));
        QCOMPARE(certificate->xmppAddresses(), QStringList{server.clientAddress});
        Attempt a(server, server.clientAddress, Way::StartTls);
        a.settings.credentials.password = {};
        a.settings.credentials.certificateAddresses = certificate->xmppAddresses();
        a.tls.clientCertificate = *certificate;
        QVERIFY2(a.run(), a.trace.constData());
        QCOMPARE(a.result.mechanism, u"EXTERNAL"_s);
        QCOMPARE(a.result.bound.bare().toString(), server.clientAddress);
        a.close();
    }

    //! A good certificate, but somebody else's.
    void externalOfAnother()
    {
        const auto server = testServer(u"prosody");
        QString key = server.certificates.value(u"rsa.test"_s);
        key.replace(u".crt"_s, u".key"_s);
        const auto certificate = net::ClientCertificate::fromParts(contents(server.certificates.value(u"rsa.test"_s)), contents(key), {});
        QVERIFY(certificate);
        Attempt a(server, server.clientAddress, Way::StartTls);
        a.settings.credentials.password = {};
        a.settings.credentials.certificateAddresses = QStringList();
        a.tls.clientCertificate = *certificate;
        QVERIFY(!a.run());
        QVERIFY2(a.failure->kind == stream::Failure::Kind::Auth || a.failure->kind == stream::Failure::Kind::Policy, qPrintable(a.failure->sentence()));
    }

    //! Where the certificate is not asked for (direct TLS), the password still does.
    void externalThenPassword()
    {
        const auto server = testServer(u"prosody");
        Attempt a(server, server.clientAddress, Way::DirectTls);
        a.settings.credentials.certificateAddresses = QStringList{server.clientAddress};
        a.tls.clientCertificate = *net::ClientCertificate::fromParts(contents(server.clientCertificate), contents(server.clientKey), {});
        QVERIFY2(a.run(), a.trace.constData());
        QVERIFY(a.result.mechanism.startsWith(u"SCRAM-"));
        a.close();
    }

    void anonymous()
    {
        Attempt a(testServer(u"prosody"), u"anonymous.test"_s);
        a.settings.credentials = {};
        a.settings.credentials.anonymous = true;
        QVERIFY2(a.run(), a.trace.constData());
        QCOMPARE(a.result.mechanism, u"ANONYMOUS"_s);
        QCOMPARE(a.result.bound.domain(), u"anonymous.test");
        QVERIFY(!a.result.bound.local().isEmpty());
        a.close();
    }

    void gssapi()
    {
        const auto server = testServer(u"prosody");
        qputenv("KRB5_CONFIG", server.krbConfig.toUtf8());
        qputenv("KRB5CCNAME", server.krbTickets.value(u"alice"_s).toUtf8());
        Attempt a(server, u"alice@gssapi.test"_s);
        a.settings.credentials.password = {};
        a.settings.credentials.kerberos = true;
        QVERIFY2(a.run(), a.trace.constData());
        QCOMPARE(a.result.mechanism, u"GSSAPI"_s);
        QCOMPARE(a.result.bound.bare().toString(), u"alice@gssapi.test"_s);
        a.close();
        // With somebody's ticket for another account, and with none.
        Attempt other(server, u"bob@gssapi.test"_s);
        other.settings.credentials.password = {};
        other.settings.credentials.kerberos = true;
        QVERIFY(!other.run());
        QVERIFY(!other.failure->sentence().isEmpty());
        qputenv("KRB5CCNAME", "FILE:/nonexistent/ticket");
        QVERIFY(!a.run());
        QVERIFY(!a.failure->sentence().isEmpty());
        qunsetenv("KRB5CCNAME");
        qunsetenv("KRB5_CONFIG");
    }

    //! Whom RFC 6120's binding lets wish; with Bind 2 the server decides.
    void resource()
    {
        Attempt a(testServer(u"prosody"), u"alice@basic.test"_s);
        a.settings.resource = u"balcón"_s;
        QVERIFY2(a.run(), a.trace.constData());
        QCOMPARE(a.result.bound.resource().toString(), u"balcón"_s);
        a.close();
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestSignInMechanisms)
#include "tst_signinmechanisms.moc"
