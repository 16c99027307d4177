// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testserver.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;

//! What the fixtures write is read, and what it says is true: the main domain's direct TLS port verifies against the authority.
class TestTestServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loads_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("prosody") << u"prosody"_s;
        QTest::newRow("ejabberd") << u"ejabberd"_s;
    }

    void loads()
    {
        QFETCH(const QString, name);
        const auto server = support::TestServer::load(name);
        QVERIFY2(server, "the fixture wrote nothing");
        QCOMPARE(server->accounts.value(u"alice"_s), u"secret"_s);
        QVERIFY(server->domains.contains(server->domain));

        QSslSocket socket;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(server->ca));
        socket.setSslConfiguration(configuration);
        socket.setPeerVerifyName(server->domain);
        socket.connectToHostEncrypted(server->host, server->tls, server->domain);
        QVERIFY2(socket.waitForEncrypted(10'000), qPrintable(socket.errorString()));
        QCOMPARE(socket.peerCertificate(), QSslCertificate::fromPath(server->certificates.value(server->domain)).constFirst());
    }

    void missingIsNothing() { QVERIFY(!support::TestServer::load(u"no-such-server")); }
};

QTEST_GUILESS_MAIN(TestTestServer)
#include "tst_testserver.moc"
