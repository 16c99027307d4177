// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "dialogue.h"

using namespace Qt::StringLiterals;

namespace
{

QByteArray boundAs(const QByteArray &request, const QByteArray &address)
{
    return "<iq type='result' id='" + attributeOf(request, "id") + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + address + "</jid></bind></iq>";
}

QByteArray error(const QByteArray &request, const QByteArray &condition)
{
    return "<iq type='error' id='" + attributeOf(request, "id") + "'><error type='cancel'><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
}

stream::NegotiationSettings returning()
{
    auto settings = Dialogue::romeo();
    settings.resumption = stream::Resumption{u"sm-0"_s, 4294967295u, *Jid::parse(u"romeo@example.org/old")};
    return settings;
}

} // namespace

//! After the sign-in: binding, the session of RFC 3921, stream management (RFC 6120 7, XEP-0198).
class TestBinding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bind()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature));
        const QByteArray request = d.client();
        QVERIFY2(request.startsWith("<iq ") && request.contains("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"), request.constData());
        d.server(boundAs(request, "romeo@example.org/x"));
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.result().bound.toString(), u"romeo@example.org/x"_s);
        QVERIFY(!d.result().management);
    }

    void wishedResource()
    {
        auto settings = Dialogue::romeo();
        settings.resource = u"balcony & <co>"_s;
        Dialogue d(settings);
        QVERIFY(d.signedIn(BindFeature));
        QVERIFY(d.client().contains("<resource>balcony &amp; &lt;co&gt;</resource>"));
    }

    //! A name that is taken or not liked costs only the name.
    void resourceRefused_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::newRow("conflict") << QByteArray("conflict");
        QTest::newRow("bad-request") << QByteArray("bad-request");
    }

    void resourceRefused()
    {
        QFETCH(const QByteArray, condition);
        auto settings = Dialogue::romeo();
        settings.resource = u"taken"_s;
        Dialogue d(settings);
        QVERIFY(d.signedIn(BindFeature));
        d.server(error(d.client(), condition));
        const QByteArray again = d.client();
        QVERIFY(again.contains("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"));
        d.server(error(again, condition));
        QCOMPARE(d.state(), "failed: bind " + condition);
        QCOMPARE(d.failure->phase, stream::Phase::Open);
    }

    void refused()
    {
        auto settings = Dialogue::romeo();
        settings.resource = u"x"_s;
        Dialogue d(settings);
        QVERIFY(d.signedIn(BindFeature));
        d.server(error(d.client(), "resource-constraint"));
        QCOMPARE(d.state(), "failed: bind resource-constraint");
    }

    void notOffered()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn({}));
        QCOMPARE(d.state(), "failed: bind feature-not-implemented");
    }

    //! B20
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("another name") << QByteArray("juliet@example.org/x") << QByteArray("failed: bind not-acceptable");
        QTest::newRow("another domain") << QByteArray("romeo@example.com/x") << QByteArray("failed: bind not-acceptable");
        QTest::newRow("bare") << QByteArray("romeo@example.org") << QByteArray("failed: bind not-acceptable");
        QTest::newRow("empty") << QByteArray() << QByteArray("failed: bind not-acceptable");
        QTest::newRow("nonsense") << QByteArray("@/") << QByteArray("failed: bind not-acceptable");
        QTest::newRow("a name of 1,024 bytes") << "romeo@example.org/" + QByteArray(1024, 'x') << QByteArray("failed: bind not-acceptable");
        QTest::newRow("other case") << QByteArray("Romeo@EXAMPLE.org/x") << QByteArray("finished");
        QTest::newRow("slash and at") << QByteArray("romeo@example.org/a/b@c") << QByteArray("finished");
        QTest::newRow("emoji") << QByteArray("romeo@example.org/\xf0\x9f\x8c\xb9") << QByteArray("finished");
        QTest::newRow("1,023 bytes") << "romeo@example.org/" + QByteArray(1023, 'x') << QByteArray("finished");
    }

    void addresses()
    {
        QFETCH(const QByteArray, address);
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature));
        d.server(boundAs(d.client(), address));
        QTEST(d.state(), "state");
    }

    void answersOfOthers_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("another id") << QByteArray("<iq type='result' id='other'/>");
        QTest::newRow("a request") << QByteArray("<iq type='get' id='ID'><ping xmlns='urn:xmpp:ping'/></iq>");
        QTest::newRow("a message") << QByteArray("<message/>");
    }

    void answersOfOthers()
    {
        QFETCH(QByteArray, xml);
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature));
        d.server(xml.replace("ID", attributeOf(d.client(), "id")));
        QCOMPARE(d.state(), "failed: protocol unexpected");
    }

    // RFC 3921

    void sessionRequired()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature + SessionFeature));
        d.server(boundAs(d.client(), "romeo@example.org/x"));
        const QByteArray request = d.client();
        QVERIFY2(request.contains("<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>"), request.constData());
        // We are bound, so people may write already.
        d.server("<message from='juliet@example.org'><body>O</body></message><iq type='get' id='" + attributeOf(request, "id") + "'><ping xmlns='urn:xmpp:ping'/></iq>");
        QCOMPARE(d.state(), "talking");
        d.server("<iq type='result' id='" + attributeOf(request, "id") + "'/>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.result().early.size(), 2);
        QVERIFY(!d.result().earlyCounts);
    }

    void sessionOptional()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature + "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>"));
        d.server(boundAs(d.client(), "romeo@example.org/x"));
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.client(), "(silence)");
    }

    void sessionRefused()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature + SessionFeature));
        d.server(boundAs(d.client(), "romeo@example.org/x"));
        d.server(error(d.client(), "internal-server-error"));
        QCOMPARE(d.state(), "failed: bind internal-server-error");
    }

    void sessionAndManagement()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature + SessionFeature + SmFeature));
        d.server(boundAs(d.client(), "romeo@example.org/x"));
        d.server("<iq type='result' id='" + attributeOf(d.client(), "id") + "'/>");
        QCOMPARE(d.client(), "<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        d.server("<enabled xmlns='urn:xmpp:sm:3'/>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.steps, (QStringList{u"sasl"_s, u"bind"_s, u"session"_s, u"enable"_s}));
    }

    // XEP-0198

    void enabled_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("location");
        QTest::addColumn<int>("seconds");
        QTest::newRow("all") << QByteArray("id='a' resume='true' location='other.example:9' max='300'") << u"a"_s << u"other.example:9"_s << 300;
        QTest::newRow("resume='1'") << QByteArray("id='a' resume='1'") << u"a"_s << QString() << 0;
        QTest::newRow("not to be resumed") << QByteArray("id='a'") << QString() << QString() << 0;
        QTest::newRow("no id") << QByteArray("resume='true'") << QString() << QString() << 0;
        QTest::newRow("bad numbers") << QByteArray("id='a' resume='true' max='soon'") << u"a"_s << QString() << 0;
        QTest::newRow("bad words") << QByteArray("id='a' resume='perhaps' max='99999999999999'") << QString() << QString() << 0;
    }

    void enabled()
    {
        QFETCH(const QByteArray, attributes);
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature + SmFeature));
        d.server(boundAs(d.client(), "romeo@example.org/x"));
        QCOMPARE(d.client(), "<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        d.server("<enabled xmlns='urn:xmpp:sm:3' " + attributes + "/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().management);
        QTEST(d.result().management->id, "id");
        QTEST(d.result().management->location, "location");
        QTEST(d.result().management->maxSeconds, "seconds");
    }

    void enableFailed()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature + SmFeature));
        d.server(boundAs(d.client(), "romeo@example.org/x"));
        (void)d.client();
        d.server("<failed xmlns='urn:xmpp:sm:3'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.result().management);
    }

    void stanzasBeforeEnabled()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature + SmFeature));
        d.server(boundAs(d.client(), "romeo@example.org/x"));
        d.server("<message from='a@b'><body>1</body></message><presence from='a@b/c'/><enabled xmlns='urn:xmpp:sm:3' id='i' resume='true'/>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.result().early.size(), 2);
        QVERIFY(!d.result().earlyCounts);
        QCOMPARE(d.result().early.first().name(), u"message");
    }

    void resumed()
    {
        Dialogue d(returning());
        QVERIFY(d.signedIn(BindFeature + SmFeature));
        QCOMPARE(d.client(), "<resume xmlns='urn:xmpp:sm:3' previd='sm-0' h='4294967295'/>");
        d.server("<resumed xmlns='urn:xmpp:sm:3' previd='sm-0' h='0'/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(d.result().resumed);
        QCOMPARE(d.result().resumedFrom, 4294967295u);
        QCOMPARE(d.result().bound.toString(), u"romeo@example.org/old"_s);
    }

    void resumeFailed_data()
    {
        QTest::addColumn<QByteArray>("h");
        QTest::addColumn<bool>("counts");
        QTest::newRow("with h") << QByteArray(" h='5'") << true;
        QTest::newRow("without") << QByteArray() << false;
        QTest::newRow("with nonsense") << QByteArray(" h='x'") << false;
    }

    void resumeFailed()
    {
        QFETCH(const QByteArray, h);
        QFETCH(const bool, counts);
        Dialogue d(returning());
        QVERIFY(d.signedIn(BindFeature + SmFeature));
        (void)d.client();
        d.server("<failed xmlns='urn:xmpp:sm:3'" + h + "><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        const QByteArray bind = d.client();
        QVERIFY(bind.contains("xmpp-bind"));
        d.server(boundAs(bind, "romeo@example.org/new"));
        QCOMPARE(d.client(), "<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        d.server("<enabled xmlns='urn:xmpp:sm:3' id='sm-1' resume='true'/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.result().resumed);
        QCOMPARE(d.result().peerHandled, counts ? std::optional<quint32>(5) : std::nullopt);
        QCOMPARE(d.result().management->id, u"sm-1"_s);
    }

    void resumedWrongly()
    {
        Dialogue d(returning());
        QVERIFY(d.signedIn(BindFeature + SmFeature));
        (void)d.client();
        d.server("<resumed xmlns='urn:xmpp:sm:3' previd='not ours' h='1'/>");
        QCOMPARE(d.state(), "failed: protocol unexpected");
    }

    //! The server cannot resume any more, or never could.
    void nothingToResumeWith()
    {
        Dialogue d(returning());
        QVERIFY(d.signedIn(BindFeature));
        QVERIFY(d.client().contains("xmpp-bind"));
    }

    void nothingAfterTheEnd()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature));
        d.server(boundAs(d.client(), "romeo@example.org/x") + "<message/><stream:error/>");
        QCOMPARE(d.state(), "finished");
        QVERIFY(!d.failure);
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestBinding)
#include "tst_binding.moc"
