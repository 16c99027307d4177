// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/clientcertificate.h"
#include "crypto/endpoint.h"
#include "crypto/runtime.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using crypto::ClientCertificate;

class TestClientCertificate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Keys are made anew each time, so that no private key lies in the sources.
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const QString address = u"subjectAltName=otherName:1.3.6.1.5.5.7.8.5;UTF8:ana@example.org"_s;
        const QString two = address + u",otherName:1.3.6.1.5.5.7.8.5;UTF8:ana@other.example"_s;
        const auto certificate = [this](const QString &name, const QStringList &key, const QString &names) {
            openssl(QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s} + key + QStringList{u"-nodes"_s, u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".pem"_s,
                u"-subj"_s, u"/CN=Ana"_s, u"-days"_s, u"36500"_s, u"-addext"_s, names});
        };
        certificate(u"rsa"_s, {u"rsa:2048"_s}, two);
        certificate(u"other"_s, {u"rsa:2048"_s}, address);
        certificate(u"ec"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}, address);
        certificate(u"ec2"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}, address);
        certificate(u"ed"_s, {u"ed25519"_s}, address);
        for (const QString &name : {u"rsa"_s, u"ec"_s}) {
            openssl({u"pkcs8"_s, u"-topk8"_s, u"-in"_s, name + u".key"_s, u"-out"_s, name + u".enc"_s, u"-passout"_s, u"pass:geheim"_s});
            openssl({u"pkcs12"_s, u"-export"_s, u"-inkey"_s, name + u".key"_s, u"-in"_s, name + u".pem"_s, u"-certfile"_s, u"other.pem"_s, u"-out"_s, name + u".p12"_s,
                u"-passout"_s, u"pass:geheim"_s});
        }
        openssl({u"rsa"_s, u"-aes256"_s, u"-traditional"_s, u"-in"_s, u"rsa.key"_s, u"-out"_s, u"rsa.old"_s, u"-passout"_s, u"pass:geheim"_s});
        openssl({u"ec"_s, u"-in"_s, u"ec.key"_s, u"-out"_s, u"ec.sec1"_s});
    }

    void pem()
    {
        const auto loaded = ClientCertificate::load(file("rsa.pem") + file("rsa.key"));
        QVERIFY(loaded);
        QCOMPARE(loaded->keyKind(), ClientCertificate::KeyKind::Rsa);
        QCOMPARE(loaded->addresses(), QStringList({u"ana@example.org"_s, u"ana@other.example"_s}));
        QCOMPARE(loaded->commonName(), u"Ana"_s);
        QVERIFY(loaded->expires() > QDateTime::currentDateTimeUtc().addYears(99));
        QVERIFY(loaded->keyPem().reveal().startsWith("-----BEGIN PRIVATE KEY-----"));
        QVERIFY(loaded->keyPassphrase().isEmpty());
        QCOMPARE(loaded->chain().size(), 1);
        QCOMPARE(loaded->certificate().toBase64(), body(file("rsa.pem")));
        QVERIFY(crypto::tlsServerEndPoint(loaded->certificate()));
    }

    void order() { QVERIFY(ClientCertificate::load("# a comment\n" + file("rsa.key") + file("rsa.pem") + "\n")); }

    void chain()
    {
        const auto loaded = ClientCertificate::fromPem(file("rsa.pem") + file("other.pem") + file("rsa.key"));
        QVERIFY(loaded);
        QCOMPARE(loaded->chain().size(), 2);
        QCOMPARE(loaded->chain().at(1).toBase64(), body(file("other.pem")));
    }

    void encryptedKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("pkcs8") << "rsa.enc"_ba;
        QTest::newRow("traditional") << "rsa.old"_ba;
    }

    void encryptedKeys()
    {
        QFETCH(QByteArray, key);
        const QByteArray pem = file("rsa.pem") + file(key);
        const auto opened = ClientCertificate::load(pem, Secret(u"geheim"_s));
        QVERIFY(opened);
        QVERIFY(opened->keyPem().reveal().startsWith("-----BEGIN PRIVATE KEY-----"));
        QCOMPARE(ClientCertificate::load(pem).error().condition, u"passphrase"_s);
        QCOMPARE(ClientCertificate::load(pem, Secret(u"falsch"_s)).error().condition, u"passphrase"_s);
    }

    void pkcs12()
    {
        const auto opened = ClientCertificate::load(file("rsa.p12"), Secret(u"geheim"_s));
        QVERIFY(opened);
        QCOMPARE(opened->certificate().toBase64(), body(file("rsa.pem")));
        QVERIFY(opened->keyPem().reveal().startsWith("-----BEGIN PRIVATE KEY-----"));
        QCOMPARE(opened->addresses().size(), 2);
        QCOMPARE(ClientCertificate::load(file("rsa.p12")).error().condition, u"passphrase"_s);
        QCOMPARE(ClientCertificate::load(file("rsa.p12"), Secret(u"falsch"_s)).error().condition, u"passphrase"_s);
        const auto curve = ClientCertificate::load(file("ec.p12"), Secret(u"geheim"_s));
        QVERIFY(!curve);
        QVERIFY(curve.error().text.contains(u"PEM"));
    }

    void ellipticCurves()
    {
        for (const char *key : {"ec.key", "ec.sec1"}) {
            const auto loaded = ClientCertificate::load(file("ec.pem") + file(key));
            QVERIFY(loaded);
            QCOMPARE(loaded->keyKind(), ClientCertificate::KeyKind::Ec);
            QCOMPARE(loaded->keyPem().reveal().trimmed(), file(key).trimmed());
            QCOMPARE(loaded->addresses(), QStringList{u"ana@example.org"_s});
        }
        const auto encrypted = ClientCertificate::load(file("ec.pem") + file("ec.enc"), Secret(u"geheim"_s));
        QVERIFY(encrypted);
        QCOMPARE(encrypted->keyPassphrase().revealText(), u"geheim"_s);
        QCOMPARE(ClientCertificate::load(file("ec.pem") + file("ec.enc")).error().condition, u"passphrase"_s);
        QVERIFY(!ClientCertificate::load(file("ec.pem") + file("ec2.key")));
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << "hello"_ba;
        QTest::newRow("no key") << file("rsa.pem");
        QTest::newRow("no certificate") << file("rsa.key");
        QTest::newRow("another's key") << file("rsa.pem") + file("other.key");
        QTest::newRow("key of another kind") << file("rsa.pem") + file("ec.key");
        QTest::newRow("ed25519") << file("ed.pem") + file("ed.key");
        QTest::newRow("cut certificate") << file("rsa.pem").first(400) + "\n-----END CERTIFICATE-----\n" + file("rsa.key");
        QTest::newRow("no end") << file("rsa.pem").first(400);
        QTest::newRow("cut pkcs12") << file("rsa.p12").first(500);
        QTest::newRow("only begin") << "-----BEGIN "_ba;
        QTest::newRow("not base64") << "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n"_ba;
    }

    void badFiles()
    {
        QFETCH(QByteArray, content);
        const auto loaded = ClientCertificate::load(content, Secret(u"geheim"_s));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::Invalid);
        QVERIFY(!loaded.error().text.isEmpty());
    }

private:
    void openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, arguments);
        QVERIFY2(process.waitForFinished(), "openssl is needed for this test");
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    [[nodiscard]] QByteArray file(const QByteArray &name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    //! The base64 between a PEM file's only BEGIN and END.
    [[nodiscard]] static QByteArray body(const QByteArray &pem)
    {
        QByteArrayList lines = pem.trimmed().split('\n');
        return lines.sliced(1, lines.size() - 2).join();
    }

    crypto::Runtime m_runtime;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestClientCertificate)
#include "tst_clientcertificate.moc"
