// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "crypto/runtime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Way = Attempt::Way;

namespace
{

void tell(const QByteArray &what, const Attempt &a)
{
    qInfo("%-55s %d of the stream + %d of TCP and TLS", what.constData(), a.roundTrips, Attempt::Underneath);
}

//! An account that wants all there is.
struct Modern final : Attempt
{
    explicit Modern(const support::TestServer &server, Way way = Way::DirectTls) : Attempt(server, u"alice@rsa.test"_s, way)
    {
        settings.requestToken = true;
        settings.inlineFeatures = {{u"urn:xmpp:carbons:2"_s, "<enable xmlns='urn:xmpp:carbons:2'/>"}};
    }
};

} // namespace

//! SASL2, Bind 2, stream management and FAST at a real server, with the round trips counted.
class TestRoundTrips final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! The whole life of a token: asked for, used, rotated or kept, refused.
    void fast()
    {
        const auto server = testServer(u"prosody");
        Modern first(server);
        QVERIFY2(first.run(), first.trace.constData());
        tell("first sign-in, SASL2 with SCRAM, all inline", first);
        QCOMPARE(first.roundTrips, 3); // header, proof, signature
        QVERIFY(first.result.management && !first.result.management->id.isEmpty());
        QCOMPARE(first.result.inlineEnabled, QStringList{u"urn:xmpp:carbons:2"_s});
        QVERIFY2(first.result.newToken, first.trace.constData());
        const sasl::Token token = *first.result.newToken;
        first.close();

        Modern second(server);
        second.settings.credentials.token = token;
        ++second.settings.credentials.token->count;
        QVERIFY2(second.run(), second.trace.constData());
        tell("return with a FAST token, a new session", second);
        QCOMPARE(second.result.mechanism, token.mechanism);
        QCOMPARE(second.roundTrips, 2); // header, token
        QVERIFY(!second.result.tokenRejected);
        QVERIFY(second.result.bound.resource().size() > 0);

        // The line breaks; token and resumption together.
        Modern third(server);
        third.settings.credentials.token = second.result.newToken.value_or(token);
        third.settings.credentials.token->count = second.settings.credentials.token->count + 1;
        third.settings.resumption = stream::Resumption{second.result.management->id, 0, second.result.bound};
        second.cut();
        QVERIFY2(third.run(), third.trace.constData());
        tell("return with a FAST token, the old session resumed", third);
        QVERIFY2(third.result.resumed, third.trace.constData());
        QCOMPARE(third.roundTrips, 2);
        QCOMPARE(third.result.bound, second.result.bound);
        third.close();

        // A token that is no good: the password does it.
        Modern fourth(server);
        fourth.settings.credentials.token = token;
        fourth.settings.credentials.token->secret = Secret(u"secret-token:fast-forged"_s);
        fourth.settings.credentials.token->count = 10;
        QVERIFY2(fourth.run(), fourth.trace.constData());
        tell("a refused token, then SCRAM", fourth);
        QVERIFY(fourth.tokenRejected);
        QVERIFY(fourth.result.mechanism.startsWith(u"SCRAM-"));
        QVERIFY(fourth.result.newToken);
        fourth.close();

        // The wrong password does not do it.
        Modern fifth(server);
        fifth.settings.credentials.token = fourth.settings.credentials.token;
        fifth.password(u"wrong"_s);
        QVERIFY(!fifth.run());
        QCOMPARE(fifth.failure->condition, u"not-authorized"_s);
    }

    void startTls()
    {
        Modern a(testServer(u"prosody"), Way::StartTls);
        QVERIFY2(a.run(), a.trace.constData());
        tell("first sign-in, STARTTLS, SASL2 with SCRAM, all inline", a);
        QCOMPARE(a.roundTrips, 5);
        a.close();
    }

    void otherServers_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("roundTrips");
        QTest::newRow("SASL2 at ejabberd") << u"ejabberd"_s << u"alice@ejabberd.test"_s << 3; // header, proof, signature
        QTest::newRow("RFC 6120 at a Prosody without management") << u"prosody"_s << u"alice@basic.test"_s << 5; // and header, bind
    }

    void otherServers()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, address);
        Attempt a(testServer(server), address);
        QVERIFY2(a.run(), a.trace.constData());
        tell(QTest::currentDataTag(), a);
        QTEST(a.roundTrips, "roundTrips");
        a.close();
    }

    void resumedAtEjabberd()
    {
        Attempt a(testServer(u"ejabberd"), u"alice@ejabberd.test"_s);
        QVERIFY2(a.run(), a.trace.constData());
        Attempt again(testServer(u"ejabberd"), u"alice@ejabberd.test"_s);
        again.settings.resumption = stream::Resumption{a.result.management->id, 0, a.result.bound};
        a.cut();
        QVERIFY2(again.run(), again.trace.constData());
        tell("SASL2 at ejabberd, the old session resumed", again);
        QVERIFY(again.result.resumed);
        QCOMPARE(again.roundTrips, 3);
        again.close();
        // Once ended in order, there is nothing to resume.
        QVERIFY2(again.run(), again.trace.constData());
        QVERIFY(!again.result.resumed);
        again.close();
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_roundtrips.moc"
