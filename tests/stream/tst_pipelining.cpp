// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl2server.h"

using namespace Qt::StringLiterals;

namespace
{

const QByteArray Open = "<stream to='example.org' from='romeo@example.org'>";

QByteArray version(const QByteArray &value)
{
    return "<config-version xmlns='urn:xmpp:iap:0' scheme='opaque' value='" + value + "'/>";
}

QByteArray mismatch()
{
    return "<failure xmlns='urn:xmpp:sasl:2'><aborted xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><config-version-mismatch xmlns='urn:xmpp:iap:0'/></failure>";
}

//! What is kept after a server announced `inner`.
QByteArray keptOf(const QByteArray &inner)
{
    Dialogue d(modern());
    d.opens(inner);
    return d.kept;
}

stream::NegotiationSettings returning(const QByteArray &inner)
{
    auto settings = modern();
    settings.credentials.token = token(settings.now);
    settings.knownFeatures = keptOf(inner);
    return settings;
}

} // namespace

//! Signing in without waiting for the features (XEP-0509).
class TestPipelining final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOnlyWhatHasAVersion()
    {
        const QByteArray offer = Offer{.fast = {"HT-SHA-256-NONE"}}.xml();
        QCOMPARE(keptOf(offer), QByteArray());
        QCOMPARE(keptOf(offer + "<config-version xmlns='urn:xmpp:iap:0'/>"), QByteArray());
        QCOMPARE(keptOf(offer + version("a") + "<x xmlns='urn:long'>" + QByteArray(40'000, 'x') + "</x>"), QByteArray());
        const auto kept = stream::Features::fromKept(keptOf(offer + version("a")));
        QCOMPARE(kept.fastMechanisms(), QStringList{u"HT-SHA-256-NONE"_s});
        QCOMPARE(kept.configVersion().attribute(u"value"), u"a");
    }

    //! With a token, one flight each way: online a round trip earlier than by waiting.
    void oneRoundTrip()
    {
        const QByteArray features = Offer{.fast = {"HT-SHA-256-NONE"}}.xml() + version("a");
        Dialogue d(returning(features));
        QCOMPARE(d.client(), Open);
        const QByteArray request = d.client();
        QVERIFY2(request.startsWith("<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>"), request.constData());
        QVERIFY2(request.endsWith(version("a") + "</authenticate>"), request.constData());
        QCOMPARE(d.client(), "(silence)");
        d.opens(features);
        QCOMPARE(d.client(), "(silence)");
        d.server(success(BoundManaged, "romeo@example.org/r", tokenAnswer()) + "<stream:features/>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.client(), "(silence)");
        QCOMPARE(d.kept, keptOf(features));
    }

    //! A proof that takes two messages still goes out with the header, and goes on after the features.
    void scramToo()
    {
        const QByteArray features = Offer().xml() + version("a");
        auto settings = returning(features);
        settings.credentials.token.reset();
        Dialogue d(settings);
        QCOMPARE(d.client(), Open);
        const QByteArray request = d.client();
        QCOMPARE(attributeOf(request, "mechanism"), "SCRAM-SHA-1");
        d.opens(features);
        QVERIFY(passScram(d, request, BoundManaged));
        d.server("<stream:features/>");
        QCOMPARE(d.state(), "finished");
    }

    //! The server changed: the token is not blamed, and what it offers now is used.
    void serverChanged()
    {
        Dialogue d(returning(Offer{.fast = {"HT-SHA-256-NONE"}}.xml() + version("a")));
        QCOMPARE(d.client(), Open);
        QVERIFY(d.client().contains("<fast xmlns='urn:xmpp:fast:0' count='3'/>"));
        const QByteArray now = Offer{.resume = true, .fast = {"HT-SHA-256-NONE"}}.xml() + version("b");
        d.opens(now);
        QCOMPARE(d.client(), "(silence)");
        d.server(mismatch());
        const QByteArray again = d.client();
        QCOMPARE(attributeOf(again, "mechanism"), "HT-SHA-256-NONE");
        QVERIFY2(again.contains("<fast xmlns='urn:xmpp:fast:0' count='4'/>"), again.constData());
        QVERIFY2(!again.contains("config-version"), again.constData());
        d.server(success(BoundManaged, "romeo@example.org/r", tokenAnswer()) + "<stream:features/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.result().tokenRejected);
        QCOMPARE(d.kept, keptOf(now));
    }

    //! It changed so much that SASL2 is gone.
    void serverWentBack()
    {
        Dialogue d(returning(Offer{.fast = {"HT-SHA-256-NONE"}}.xml() + version("a")));
        (void)d.client();
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}) + version("b"));
        d.server(mismatch());
        ScramServer server;
        QVERIFY(d.scram(server, "SCRAM-SHA-1"));
    }

    //! A mismatch again, or one we never asked for, is an ordinary failure and no endless loop.
    void mismatchForEver()
    {
        const QByteArray features = Offer{.fast = {"HT-SHA-256-NONE"}}.xml() + version("a");
        Dialogue d(returning(features));
        (void)d.client();
        (void)d.client();
        d.opens(features);
        d.server(mismatch());
        QVERIFY(d.client().startsWith("<authenticate"));
        d.server(mismatch());
        QCOMPARE(d.state(), "failed: auth aborted");
        QCOMPARE(d.client(), "(silence)");
    }

    //! An answer before the features, or one that is no answer, does not count.
    void answerBeforeFeatures()
    {
        const QByteArray features = Offer{.fast = {"HT-SHA-256-NONE"}}.xml() + version("a");
        Dialogue d(returning(features));
        (void)d.client();
        (void)d.client();
        d.header({u"example.org"_s, {}, u"id"_s, u"1.0"_s, u"en"_s});
        d.server(mismatch());
        QCOMPARE(d.state(), "failed: auth aborted");
        QVERIFY(d.negotiator().isPipelined());
    }

    //! The password itself and a broken memory wait; a header for somebody else ends it.
    void waits_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("PLAIN only") << keptOf(Offer{.mechanisms = {"PLAIN"}}.xml() + version("a"));
        QTest::newRow("no SASL2") << keptOf(mechanisms({"SCRAM-SHA-1"}) + version("a"));
        QTest::newRow("broken") << QByteArray("<features");
        QTest::newRow("nothing") << QByteArray();
    }

    void waits()
    {
        QFETCH(const QByteArray, kept);
        auto settings = modern();
        settings.knownFeatures = kept;
        Dialogue d(settings);
        QCOMPARE(d.client(), Open);
        QCOMPARE(d.client(), "(silence)");
        d.opens(Offer().xml());
        QVERIFY(passScram(d, d.client(), BoundManaged));
        d.server("<stream:features/>");
        QCOMPARE(d.state(), "finished");
    }

    void anotherServerAnswers()
    {
        Dialogue d(returning(Offer{.fast = {"HT-SHA-256-NONE"}}.xml() + version("a")));
        d.header({u"evil.example"_s, {}, u"id"_s, u"1.0"_s, u"en"_s});
        d.server("<stream:features/>");
        QCOMPARE(d.state(), "failed: protocol invalid-from");
    }

    //! Before TLS nothing is signed in and nothing is learned.
    void neverBeforeTls()
    {
        const QByteArray features = Offer{.fast = {"HT-SHA-256-NONE"}}.xml() + version("a");
        Dialogue d(returning(features), Dialogue::Road::Plain);
        QCOMPARE(d.client(), "<stream to='example.org'>");
        QCOMPARE(d.client(), "(silence)");
        d.opens(StartTlsFeature + version("x"));
        QCOMPARE(d.kept, "(nothing heard)");
        QCOMPARE(d.client(), "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        d.server("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QCOMPARE(d.client(), "(TLS)");
        d.tlsDone();
        QCOMPARE(d.client(), Open);
        QVERIFY(d.client().startsWith("<authenticate"));
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestPipelining)
#include "tst_pipelining.moc"
