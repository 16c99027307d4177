// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl2server.h"

using namespace Qt::StringLiterals;

//! SASL2, Bind 2, inline stream management and FAST (XEP-0388, 0386, 0198, 0484).
class TestSasl2 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! One round trip for the proof, and everything is on.
    void everythingInline()
    {
        Dialogue d(modern());
        QCOMPARE(d.client(), "<stream to='example.org' from='romeo@example.org'>");
        d.opens(mechanisms({"SCRAM-SHA-1"}) + Offer().xml());
        const QByteArray request = d.client();
        QVERIFY2(request.startsWith("<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>"), request.constData());
        QVERIFY(payload(request).startsWith("n,,n=romeo,r="));
        QVERIFY2(request.endsWith("</initial-response>"
                                  "<user-agent id='d4565fa7-4d72-4749-b3d3-740edbf87770'><software>Palique</software><device>Verona &lt;1&gt;</device></user-agent>"
                                  "<bind xmlns='urn:xmpp:bind:0'><tag>Palique</tag><enable xmlns='urn:xmpp:carbons:2'/><enable xmlns='urn:xmpp:sm:3' resume='true'/></bind>"
                                  "</authenticate>"), request.constData());
        QVERIFY(passScram(d, request, BoundManaged));
        // No new stream; the features come by themselves.
        QCOMPARE(d.client(), "(silence)");
        QCOMPARE(d.state(), "talking");
        d.server("<stream:features><ver xmlns='urn:xmpp:features:rosterver'/></stream:features>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.client(), "(silence)");
        QCOMPARE(d.result().bound.toString(), u"romeo@example.org/Palique~1"_s);
        QCOMPARE(d.result().management, (stream::Management{u"sm-1"_s, {}, 600}));
        QCOMPARE(d.result().inlineEnabled, QStringList{u"urn:xmpp:carbons:2"_s});
        QVERIFY(d.result().features.has({u"ver", ns::RosterVersioning}));
        QCOMPARE(d.steps, QStringList{u"sasl2"_s});
    }

    //! Stanzas between success and features are counted ones: management was on before them.
    void stanzasBeforeTheFeatures()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer().xml());
        QVERIFY(passScram(d, d.client(), BoundManaged));
        d.server("<message from='juliet@example.org'><body>O</body></message><stream:features/>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.result().early.size(), 1);
        QVERIFY(d.result().earlyCounts);
    }

    void plainInline()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer{{"PLAIN"}}.xml());
        QCOMPARE(payload(d.client()), QByteArray("\0romeo\0secret", 13));
        d.server(success(BoundManaged) + "<stream:features/>");
        QCOMPARE(d.state(), "finished");
    }

    //! B19: success without what was asked for; the old ways do the rest.
    void withoutTheRequestedParts()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer().xml());
        QVERIFY(passScram(d, d.client(), {}, "romeo@example.org"));
        d.server("<stream:features>" + BindFeature + SmFeature + "</stream:features>");
        const QByteArray bind = d.client();
        QVERIFY(bind.contains("urn:ietf:params:xml:ns:xmpp-bind"));
        d.server("<iq type='result' id='" + attributeOf(bind, "id") + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>romeo@example.org/r</jid></bind></iq>");
        QCOMPARE(d.client(), "<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        d.server("<enabled xmlns='urn:xmpp:sm:3' id='x' resume='true'/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().inlineEnabled.isEmpty());
    }

    void boundWithoutManagement()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer().xml());
        QVERIFY(passScram(d, d.client(), Bound));
        d.server("<stream:features>" + SmFeature + BindFeature + "</stream:features>");
        QCOMPARE(d.client(), "<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        d.server("<failed xmlns='urn:xmpp:sm:3'/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.result().management);
    }

    void nothingInlineOffered()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer{.bind = false}.xml());
        const QByteArray request = d.client();
        QVERIFY(!request.contains("urn:xmpp:bind:0"));
        QVERIFY(passScram(d, request, {}, "romeo@example.org"));
        d.server("<stream:features>" + BindFeature + "</stream:features>");
        QVERIFY(d.client().contains("urn:ietf:params:xml:ns:xmpp-bind"));
    }

    void anotherAccount_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("another name") << QByteArray("juliet@example.org/r");
        QTest::newRow("another domain") << QByteArray("romeo@evil.example/r");
        QTest::newRow("the domain") << QByteArray("example.org");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("no address") << QByteArray("romeo@@/");
    }

    void anotherAccount()
    {
        QFETCH(const QByteArray, address);
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer().xml());
        QVERIFY(passScram(d, d.client(), BoundManaged, address));
        QCOMPARE(d.state(), "failed: bind not-acceptable");
    }

    void badSignature()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer().xml());
        (void)d.client();
        d.server(success(BoundManaged));
        QCOMPARE(d.state(), "failed: auth server-not-proven");
        QVERIFY(d.result().bound.isEmpty());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("condition");
        for (const char *condition : {"not-authorized", "account-disabled", "temporary-auth-failure", "tea-time"})
            QTest::newRow(condition) << QByteArray(condition);
    }

    void refused()
    {
        QFETCH(const QByteArray, condition);
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer{{"PLAIN"}}.xml());
        (void)d.client();
        d.server(refusal(condition));
        QCOMPARE(d.state(), "failed: auth " + condition);
        QCOMPARE(d.failure->sentence().contains(u"because"), condition != "not-authorized"); // which says it all
        QCOMPARE(d.client(), "(silence)");
    }

    void oneMoreStep()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer{{"PLAIN"}}.xml());
        (void)d.client();
        QByteArray tasks;
        for (int i = 0; i < 10'000; ++i)
            tasks += "<task>HOTP-" + QByteArray::number(i) + "</task>";
        d.server("<continue xmlns='urn:xmpp:sasl:2'><additional-data>AA==</additional-data><tasks>" + tasks + "</tasks></continue>");
        QCOMPARE(d.client(), "<abort xmlns='urn:xmpp:sasl:2'/>");
        QCOMPARE(d.state(), "failed: policy continue");
    }

    void challengeOfTheOldProfile()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer().xml());
        (void)d.client();
        d.server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>AA==</challenge>");
        QCOMPARE(d.state(), "failed: protocol unexpected");
    }

    // Resumption

    void resumed()
    {
        auto settings = modern();
        settings.resumption = stream::Resumption{u"sm-0"_s, 7, *Jid::parse(u"romeo@example.org/old")};
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.resume = true}.xml());
        const QByteArray request = d.client();
        QVERIFY2(request.contains("<resume xmlns='urn:xmpp:sm:3' previd='sm-0' h='7'/>"), request.constData());
        QVERIFY(passScram(d, request, "<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='12'/>", "romeo@example.org/old"));
        // The session goes on at once: what we missed may follow before any features, or without them.
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().resumed);
        QCOMPARE(d.result().peerHandled, 12u);
        QCOMPARE(d.result().resumedFrom, 7u);
        QCOMPARE(d.result().bound.toString(), u"romeo@example.org/old"_s);
        QCOMPARE(d.result().management->id, u"sm-0"_s);
    }

    void resumeFailed()
    {
        auto settings = modern();
        settings.resumption = stream::Resumption{u"sm-0"_s, 7, *Jid::parse(u"romeo@example.org/old")};
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.resume = true}.xml());
        QVERIFY(passScram(d, d.client(),
            "<failed xmlns='urn:xmpp:sm:3' h='9'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>" + BoundManaged));
        d.server("<stream:features>" + SmFeature + "</stream:features>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.result().resumed);
        QCOMPARE(d.result().peerHandled, 9u);
        QCOMPARE(d.result().management->id, u"sm-1"_s);
        QCOMPARE(d.result().bound.toString(), u"romeo@example.org/Palique~1"_s);
    }

    void resumedWrongly_data()
    {
        QTest::addColumn<QByteArray>("resumed");
        QTest::newRow("another stream") << QByteArray("<resumed xmlns='urn:xmpp:sm:3' previd='sm-9' h='12'/>");
        QTest::newRow("no h") << QByteArray("<resumed xmlns='urn:xmpp:sm:3' previd='sm-0'/>");
        QTest::newRow("h is no number") << QByteArray("<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='many'/>");
        QTest::newRow("h is negative") << QByteArray("<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='-1'/>");
        QTest::newRow("h is 2^32") << QByteArray("<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='4294967296'/>");
    }

    //! B24
    void resumedWrongly()
    {
        QFETCH(const QByteArray, resumed);
        auto settings = modern();
        settings.resumption = stream::Resumption{u"sm-0"_s, 7, *Jid::parse(u"romeo@example.org/old")};
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.resume = true}.xml());
        QVERIFY(passScram(d, d.client(), resumed));
        QCOMPARE(d.state(), "failed: protocol unexpected");
    }

    void resumedUnasked()
    {
        Dialogue d(modern());
        (void)d.client();
        d.opens(Offer().xml());
        QVERIFY(passScram(d, d.client(), "<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='1'/>" + BoundManaged));
        d.server("<stream:features/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.result().resumed);
    }

    void resumeTheOldWay()
    {
        auto settings = modern();
        settings.resumption = stream::Resumption{u"sm-0"_s, 7, *Jid::parse(u"romeo@example.org/old")};
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.resume = false, .bind = false}.xml());
        const QByteArray request = d.client();
        QVERIFY(!request.contains("<resume"));
        QVERIFY(passScram(d, request, {}, "romeo@example.org"));
        d.server("<stream:features>" + SmFeature + BindFeature + "</stream:features>");
        QCOMPARE(d.client(), "<resume xmlns='urn:xmpp:sm:3' previd='sm-0' h='7'/>");
        d.server("<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='8'/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().resumed);
    }

    // FAST

    void tokenAsked()
    {
        auto settings = modern();
        settings.requestToken = true;
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {"HT-SHA-256-EXPR", "HT-SHA-256-NONE"}}.xml());
        const QByteArray request = d.client();
        QVERIFY2(request.contains("<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-256-NONE'/>"), request.constData());
        QVERIFY(passScram(d, request, BoundManaged + "<token xmlns='urn:xmpp:fast:0' token='new token' expiry='2026-12-01T00:00:00Z'/>"));
        d.server("<stream:features/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().newToken);
        QCOMPARE(d.result().newToken->mechanism, u"HT-SHA-256-NONE"_s);
        QCOMPARE(d.result().newToken->secret.revealText(), u"new token"_s);
        QCOMPARE(d.result().newToken->expiry, QDateTime(QDate(2026, 12, 1), QTime(0, 0), QTimeZone::UTC));
    }

    void tokenNotWantedOrNotOffered()
    {
        for (const bool wanted : {true, false}) {
            auto settings = modern();
            settings.requestToken = wanted;
            Dialogue d(settings);
            (void)d.client();
            d.opens(wanted ? Offer{.fast = {"HT-SHA-256-EXPR"}}.xml() : Offer{.fast = {"HT-SHA-256-NONE"}}.xml());
            const QByteArray request = d.client();
            QVERIFY(!request.contains("request-token"));
            // One that nobody asked for is nobody's.
            QVERIFY(passScram(d, request, BoundManaged + "<token xmlns='urn:xmpp:fast:0' token='x' expiry='2026-12-01T00:00:00Z'/>"));
            QVERIFY(!d.result().newToken);
        }
    }

    void badTokens_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("empty") << QByteArray("token='' expiry='2026-12-01T00:00:00Z'");
        QTest::newRow("absent") << QByteArray("expiry='2026-12-01T00:00:00Z'");
        QTest::newRow("without an end") << QByteArray("token='x'");
        QTest::newRow("with a bad end") << QByteArray("token='x' expiry='tomorrow'");
    }

    void badTokens()
    {
        QFETCH(const QByteArray, token);
        auto settings = modern();
        settings.requestToken = true;
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {"HT-SHA-256-NONE"}}.xml());
        QVERIFY(passScram(d, d.client(), BoundManaged + "<token xmlns='urn:xmpp:fast:0' " + token + "/>"));
        d.server("<stream:features/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.result().newToken);
    }

    //! The fewest round trips: one, with resumption inside.
    void tokenUsed()
    {
        auto settings = modern();
        settings.credentials.token = token(settings.now);
        settings.resumption = stream::Resumption{u"sm-0"_s, 7, *Jid::parse(u"romeo@example.org/old")};
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.resume = true, .fast = {"HT-SHA-256-NONE"}}.xml());
        const QByteArray request = d.client();
        QCOMPARE(attributeOf(request, "mechanism"), "HT-SHA-256-NONE");
        QCOMPARE(payload(request), QByteArray("romeo\0", 6) + crypto::hmac(crypto::Hash::Sha256, "the token", "Initiator"));
        QVERIFY2(request.contains("<fast xmlns='urn:xmpp:fast:0' count='3'/>"), request.constData());
        QVERIFY(request.contains("<resume "));
        d.server(success("<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='1'/>", "romeo@example.org/old", tokenAnswer()));
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().resumed);
        QVERIFY(!d.result().tokenRejected);
        QCOMPARE(d.result().mechanism, u"HT-SHA-256-NONE"_s);
    }

    void tokenRotated()
    {
        auto settings = modern();
        settings.credentials.token = token(settings.now);
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {"HT-SHA-256-NONE"}}.xml());
        (void)d.client();
        d.server(success(BoundManaged + "<token xmlns='urn:xmpp:fast:0' token='next' expiry='2026-12-01T00:00:00Z'/>", "romeo@example.org/r", tokenAnswer()) + "<stream:features/>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.result().newToken->secret.revealText(), u"next"_s);
        QCOMPARE(d.result().newToken->mechanism, u"HT-SHA-256-NONE"_s);
    }

    void tokenRejectedThenPassword_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::newRow("not-authorized") << QByteArray("not-authorized");
        QTest::newRow("credentials-expired") << QByteArray("credentials-expired");
    }

    void tokenRejectedThenPassword()
    {
        QFETCH(const QByteArray, condition);
        auto settings = modern();
        settings.credentials.token = token(settings.now);
        settings.requestToken = true;
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {"HT-SHA-256-NONE"}}.xml());
        QCOMPARE(attributeOf(d.client(), "mechanism"), "HT-SHA-256-NONE");
        d.server(refusal(condition));
        // On the same stream, asking for a new one.
        const QByteArray request = d.client();
        QCOMPARE(attributeOf(request, "mechanism"), "SCRAM-SHA-1");
        QVERIFY(request.contains("request-token"));
        QVERIFY(passScram(d, request, BoundManaged));
        d.server("<stream:features/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().tokenRejected);
    }

    //! R15: the server's own trouble costs neither the token nor the password.
    void tokenAndPassingTrouble()
    {
        auto settings = modern();
        settings.credentials.token = token(settings.now);
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {"HT-SHA-256-NONE"}}.xml());
        (void)d.client();
        d.server(refusal("temporary-auth-failure"));
        QCOMPARE(d.state(), "failed: auth temporary-auth-failure");
        QVERIFY(!d.result().tokenRejected);
        QCOMPARE(d.client(), "(silence)");
    }

    void tokenRejectedAndNoPassword()
    {
        auto settings = modern();
        settings.credentials.token = token(settings.now);
        settings.credentials.password = {};
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {"HT-SHA-256-NONE"}}.xml());
        (void)d.client();
        d.server(refusal("not-authorized"));
        QCOMPARE(d.state(), "failed: auth not-authorized");
        QVERIFY(d.result().tokenRejected);
    }

    void tokenServerDoesNotKnowIt()
    {
        auto settings = modern();
        settings.credentials.token = token(settings.now);
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {"HT-SHA-256-NONE"}}.xml());
        (void)d.client();
        d.server(success(BoundManaged, "romeo@example.org/r", tokenAnswer("another token")));
        QCOMPARE(d.state(), "failed: auth server-not-proven");
    }

    void tokensThatStayHome_data()
    {
        QTest::addColumn<QString>("mechanism");
        QTest::addColumn<int>("days");
        QTest::addColumn<QByteArray>("fast");
        QTest::newRow("expired") << u"HT-SHA-256-NONE"_s << -1 << QByteArray("HT-SHA-256-NONE");
        QTest::newRow("of another mechanism") << u"HT-SHA-256-ENDP"_s << 1 << QByteArray("HT-SHA-256-NONE");
        QTest::newRow("of an unknown one") << u"HT-SHA3-512-UNIQ"_s << 1 << QByteArray("HT-SHA3-512-UNIQ");
    }

    //! B19: used by nothing but the mechanism it is for, and never when it is over.
    void tokensThatStayHome()
    {
        QFETCH(const QString, mechanism);
        QFETCH(const int, days);
        QFETCH(const QByteArray, fast);
        auto settings = modern();
        settings.credentials.token = sasl::Token{mechanism, Secret(u"the token"_s), settings.now.addDays(days), 0};
        Dialogue d(settings);
        (void)d.client();
        d.opens(Offer{.fast = {fast}}.xml());
        QCOMPARE(attributeOf(d.client(), "mechanism"), "SCRAM-SHA-1");
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestSasl2)
#include "tst_sasl2.moc"
