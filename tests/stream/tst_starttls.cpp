// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "dialogue.h"

using namespace Qt::StringLiterals;

//! The beginning of a stream: headers, features, STARTTLS, and stream errors wherever they come.
class TestStartTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proceed()
    {
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        QCOMPARE(d.negotiator().phase(), stream::Phase::Secure);
        // Who we are is nobody's business before TLS (B21).
        QCOMPARE(d.client(), "<stream to='example.org'>");
        d.opens(StartTlsFeature);
        QCOMPARE(d.client(), "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        d.server("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QCOMPARE(d.client(), "(TLS)");
        QCOMPARE(d.negotiator().phase(), stream::Phase::Secure);
        d.tlsDone();
        QCOMPARE(d.client(), "<stream to='example.org' from='romeo@example.org'>");
        QCOMPARE(d.negotiator().phase(), stream::Phase::SignIn);
        QCOMPARE(d.state(), "talking");
    }

    void requiredIsTheSame()
    {
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        (void)d.client();
        d.opens("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>" + mechanisms({"PLAIN"}));
        QCOMPARE(d.client(), StartTlsFeature);
    }

    void failureFromTheServer()
    {
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        (void)d.client();
        d.opens(StartTlsFeature);
        (void)d.client();
        d.server("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QCOMPARE(d.state(), "failed: policy tls-failure");
        QVERIFY(!d.failure->sentence().isEmpty());
        QCOMPARE(d.client(), "(silence)");
    }

    //! Somebody on the way took the offer out: no password leaves, whatever else is offered (B13).
    void stripped_data()
    {
        QTest::addColumn<QByteArray>("features");
        QTest::newRow("PLAIN instead") << mechanisms({"PLAIN"});
        QTest::newRow("SCRAM instead") << mechanisms({"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"});
        QTest::newRow("SASL2 instead") << QByteArray("<authentication xmlns='urn:xmpp:sasl:2'><mechanism>PLAIN</mechanism></authentication>");
        QTest::newRow("in another namespace") << "<starttls xmlns='urn:example:tls'/>" + mechanisms({"PLAIN"});
        QTest::newRow("nothing at all") << QByteArray();
        QTest::newRow("signed in already, it says") << BindFeature;
    }

    void stripped()
    {
        QFETCH(const QByteArray, features);
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        (void)d.client();
        d.opens(features);
        QCOMPARE(d.state(), "failed: policy no-encryption");
        QCOMPARE(d.failure->phase, stream::Phase::Secure);
        QVERIFY(d.failure->advice().contains(u"password"));
        QCOMPARE(d.client(), "(silence)");
    }

    void anonymousToo()
    {
        auto settings = Dialogue::romeo();
        settings.address = *Jid::parse(u"example.org");
        settings.credentials = {};
        settings.credentials.anonymous = true;
        Dialogue d(settings, Dialogue::Road::Plain);
        (void)d.client();
        d.opens(mechanisms({"ANONYMOUS"}));
        QCOMPARE(d.state(), "failed: policy no-encryption");
    }

    //! Over TLS an offer of STARTTLS means nothing any more (RFC 6120 5.3.4 forbids it, some servers send it).
    void offeredAgainInsideTls()
    {
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Tls);
        (void)d.client();
        d.opens(StartTlsFeature + mechanisms({"PLAIN"}));
        QVERIFY(d.client().startsWith("<auth "));
    }

    void directTls()
    {
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Tls);
        QCOMPARE(d.client(), "<stream to='example.org' from='romeo@example.org'>");
    }

    void unexpected_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("a message before TLS") << QByteArray("<message><body>hi</body></message>");
        QTest::newRow("success of SASL") << QByteArray("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QTest::newRow("proceed of another namespace") << QByteArray("<proceed xmlns='urn:example'/>");
        QTest::newRow("features again") << QByteArray("<stream:features/>");
        QTest::newRow("bound already") << QByteArray("<iq type='result' id='x'/>");
    }

    void unexpected()
    {
        QFETCH(const QByteArray, xml);
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        (void)d.client();
        d.opens(StartTlsFeature);
        QCOMPARE(d.client(), StartTlsFeature);
        d.server(xml);
        QCOMPARE(d.state(), "failed: protocol unexpected");
        QCOMPARE(d.client(), "(silence)");
        // What comes after the end is nobody's.
        d.server("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        d.tlsDone();
        QCOMPARE(d.client(), "(silence)");
    }

    void stanzaBeforeFeatures()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.header({u"example.org"_s, {}, {}, u"1.0"_s, {}});
        d.server("<presence/>");
        QCOMPARE(d.state(), "failed: protocol unexpected");
    }

    void tlsWithoutAsking()
    {
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        (void)d.client();
        d.opens(StartTlsFeature);
        (void)d.client();
        d.server("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QCOMPARE(d.client(), "(TLS)");
        // Asked for twice, begun twice: the road takes the first only; what counts is that nothing else leaves.
        while (d.client() == "(TLS)") { }
        QCOMPARE(d.state(), "talking");
    }

    void streamFrom_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("ours") << u"example.org"_s << QByteArray("talking");
        QTest::newRow("ours in capitals") << u"EXAMPLE.org"_s << QByteArray("talking");
        QTest::newRow("not told") << QString() << QByteArray("talking");
        QTest::newRow("another domain") << u"evil.example"_s << QByteArray("failed: protocol invalid-from");
        QTest::newRow("ours with a name") << u"romeo@example.org"_s << QByteArray("failed: protocol invalid-from");
        QTest::newRow("no address") << u"@@"_s << QByteArray("failed: protocol invalid-from");
        QTest::newRow("as long as a book") << QString(100'000, u'a') << QByteArray("failed: protocol invalid-from");
    }

    //! B10
    void streamFrom()
    {
        QFETCH(const QString, from);
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.header({from, {}, {}, u"1.0"_s, {}});
        d.server("<stream:features>" + mechanisms({"PLAIN"}) + "</stream:features>");
        QTEST(d.state(), "state");
        QVERIFY(!d.failure || d.failure->sentence().size() < 500);
    }

    void version_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("none: before 2004") << QString() << QByteArray("failed: policy unsupported-version");
        QTest::newRow("0.9") << u"0.9"_s << QByteArray("failed: policy unsupported-version");
        QTest::newRow("nonsense") << u"x.y"_s << QByteArray("failed: policy unsupported-version");
        QTest::newRow("1.0") << u"1.0"_s << QByteArray("talking");
        QTest::newRow("1.1") << u"1.1"_s << QByteArray("talking");
        QTest::newRow("2.0 is at least 1") << u"2.0"_s << QByteArray("talking");
    }

    void version()
    {
        QFETCH(const QString, version);
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.header({u"example.org"_s, {}, {}, version, {}});
        QTEST(d.state(), "state");
    }

    void errors_data()
    {
        QTest::addColumn<int>("at");
        for (const auto &[name, at] : {std::pair("before features", 0), std::pair("during STARTTLS", 1), std::pair("after TLS", 2), std::pair("during SASL", 3),
                 std::pair("after SASL", 4), std::pair("during bind", 5), std::pair("while enabling", 6)})
            QTest::newRow(name) << at;
    }

    //! A stream error is the end wherever it comes, and says which phase it was.
    void errors()
    {
        QFETCH(const int, at);
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        auto now = [&, step = 0]() mutable {
            if (step++ != at)
                return false;
            d.server("<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                     "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>back soon</text></stream:error>");
            return true;
        };
        [&] {
            d.header({u"example.org"_s, {}, {}, u"1.0"_s, {}});
            if (now())
                return;
            d.server("<stream:features>" + StartTlsFeature + "</stream:features>");
            if (now())
                return;
            d.server("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            d.tlsDone();
            d.header({u"example.org"_s, {}, {}, u"1.0"_s, {}});
            if (now())
                return;
            d.server("<stream:features>" + mechanisms({"PLAIN"}) + "</stream:features>");
            if (now())
                return;
            d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
            d.header({u"example.org"_s, {}, {}, u"1.0"_s, {}});
            if (now())
                return;
            d.server("<stream:features>" + BindFeature + SmFeature + "</stream:features>");
            if (now())
                return;
            QByteArray bind;
            for (QByteArray line = d.client(); line != "(silence)"; line = d.client())
                bind = line;
            d.server("<iq type='result' id='" + attributeOf(bind, "id") + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>romeo@example.org/a</jid></bind></iq>");
            QVERIFY(now());
        }();
        QCOMPARE(d.state(), "failed: stream system-shutdown");
        QCOMPARE(d.failure->text, u"back soon"_s);
        const std::array phases = {stream::Phase::Secure, stream::Phase::Secure, stream::Phase::SignIn, stream::Phase::SignIn, stream::Phase::Open, stream::Phase::Open, stream::Phase::Open};
        QCOMPARE(d.failure->phase, phases[size_t(at)]);
    }

    //! B11
    void strangeErrors_data()
    {
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<QByteArray>("state");
        const QByteArray ns = " xmlns='urn:ietf:params:xml:ns:xmpp-streams'";
        QTest::newRow("empty") << QByteArray() << QByteArray("failed: stream undefined-condition");
        QTest::newRow("unknown") << "<tea-time" + ns + "/>" << QByteArray("failed: stream tea-time");
        QTest::newRow("application only") << QByteArray("<x xmlns='urn:example'/>") << QByteArray("failed: stream undefined-condition");
        QTest::newRow("a megabyte of words") << "<policy-violation" + ns + "/><text" + ns + ">" + QByteArray(1'000'000, 'x') + "</text>" << QByteArray("failed: stream policy-violation");
        QTest::newRow("markup") << "<conflict" + ns + "/><text" + ns + ">&lt;b>bold&lt;/b> %1 %n</text>" << QByteArray("failed: stream conflict");
        QTest::newRow("a host and no name") << "<see-other-host" + ns + "/>" << QByteArray("failed: stream see-other-host");
    }

    void strangeErrors()
    {
        QFETCH(const QByteArray, inner);
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.header({u"example.org"_s, {}, {}, u"1.0"_s, {}});
        d.server("<stream:error>" + inner + "</stream:error>");
        QTEST(d.state(), "state");
        QVERIFY(!d.failure->sentence().isEmpty());
        QVERIFY(d.failure->sentence().size() < 1000);
    }

    void seeOtherHost()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.header({u"example.org"_s, {}, {}, u"1.0"_s, {}});
        d.server("<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'> [2001:db8::9]:9222 </see-other-host></stream:error>");
        QCOMPARE(d.failure->otherHost, u"[2001:db8::9]:9222"_s);
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestStartTls)
#include "tst_starttls.moc"
