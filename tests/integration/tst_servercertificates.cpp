// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "crypto/runtime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Problem = net::CertificateVerdict::Problem;
using Way = Attempt::Way;

//! Bad certificates of a real server: refused with the right words, accepted when exactly this one is trusted.
class TestServerCertificates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bad_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<int>("problem");
        QTest::addColumn<bool>("direct");
        for (const auto &[domain, problem] : {std::pair("expired.test", Problem::Expired), std::pair("selfsigned.test", Problem::SelfSigned),
                 std::pair("wrongname.test", Problem::WrongName), std::pair("unknown.test", Problem::UnknownIssuer)}) {
            QTest::addRow("%s, direct TLS", domain) << QString::fromLatin1(domain) << int(problem) << true;
            QTest::addRow("%s, STARTTLS", domain) << QString::fromLatin1(domain) << int(problem) << false;
        }
    }

    void bad()
    {
        QFETCH(const QString, domain);
        QFETCH(const int, problem);
        QFETCH(const bool, direct);
        Attempt a(testServer(u"prosody"), u"alice@"_s + domain, direct ? Way::DirectTls : Way::StartTls);
        QVERIFY(!a.run());
        QCOMPARE(a.failure->kind, stream::Failure::Kind::Certificate);
        QCOMPARE(a.failure->phase, stream::Phase::Secure);
        QVERIFY(a.failure->net && a.failure->net->verdict);
        const net::CertificateVerdict verdict = *a.failure->net->verdict;
        QVERIFY2(verdict.problems.contains(Problem(problem)), qPrintable(verdict.sentences().join(u' ')));
        QCOMPARE(verdict.problems.size(), 1);
        QVERIFY(!a.failure->sentence().isEmpty());
        QVERIFY(!a.trace.contains("alice"));

        // Trusted exactly, it is good; trusted for something else, it is not.
        a.tls.pin = verdict.pin();
        QVERIFY2(a.run(), a.trace.constData());
        QCOMPARE(a.info.verdict.trust, net::CertificateVerdict::Trust::Pinned);
        a.close();
        a.tls.pin->sha256[0] = char(a.tls.pin->sha256[0] ^ 1);
        QVERIFY(!a.run());
        QCOMPARE(a.failure->kind, stream::Failure::Kind::Certificate);
        QVERIFY(a.failure->net->verdict->problems.contains(Problem::PinChanged));
    }

    //! The certificate of a server is for its own domain, whatever name we met it under.
    void anotherDomain()
    {
        const auto server = testServer(u"prosody");
        Attempt a(server, u"alice@rsa.test"_s);
        a.settings.address = *Jid::parse(u"alice@nowhere.test");
        a.tls.domain = a.where.domain = u"nowhere.test"_s;
        QVERIFY(!a.run());
        QVERIFY2(a.failure->kind == stream::Failure::Kind::Certificate || a.failure->kind == stream::Failure::Kind::Network, qPrintable(a.failure->sentence()));
        QVERIFY(!a.trace.contains("alice"));
    }

    void offeredTicket_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("address");
        QTest::newRow("prosody") << u"prosody"_s << u"alice@rsa.test"_s;
        QTest::newRow("ejabberd") << u"ejabberd"_s << u"alice@ejabberd.test"_s;
    }

    //! A session ticket is an offer: a server may take it or not (Prosody does not), and nothing else changes.
    void offeredTicket()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, address);
        Attempt a(testServer(server), address);
        QVERIFY2(a.run(), a.trace.constData());
        QVERIFY(!a.info.resumed);
        const QString mechanism = a.result.mechanism;
        a.close();
        a.tls.sessionTicket = a.ticket;
        QVERIFY2(a.run(), a.trace.constData());
        qInfo().noquote() << server << (a.ticket.isEmpty() ? "gave no ticket" : a.info.resumed ? "took its ticket back" : "made a new session");
        QCOMPARE(a.result.mechanism, mechanism);
        a.close();
    }

    void nobodyListens()
    {
        auto server = testServer(u"prosody");
        server.tls = 1;
        Attempt a(server, u"alice@rsa.test"_s);
        QVERIFY(!a.run());
        QCOMPARE(a.failure->kind, stream::Failure::Kind::Network);
        QCOMPARE(a.failure->net->kind, net::Failure::Kind::Refused);
    }

    //! The wrong way on a port: TLS where the server waits for XML, and XML where it waits for TLS.
    void wrongWay()
    {
        auto server = testServer(u"prosody");
        std::swap(server.tls, server.c2s);
        for (const Way way : {Way::DirectTls, Way::StartTls}) {
            Attempt a(server, u"alice@rsa.test"_s, way);
            QVERIFY(!a.run());
            QVERIFY(!a.failure->sentence().isEmpty());
            QVERIFY(!a.trace.contains("alice"));
            // Left to itself it finds the right one: the other way on the same port is the second candidate.
            a.where.security = net::ServerFinder::Security::Automatic;
            QVERIFY2(a.run(), a.trace.constData());
            a.close();
        }
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestServerCertificates)
#include "tst_servercertificates.moc"
