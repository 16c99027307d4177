// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/blocking/blocking.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;
using xep::Report;
using xep::ReportReason;

namespace
{

QList<Jid> jids(const QStringList &texts)
{
    QList<Jid> result;
    for (const QString &text : texts)
        result << jid(text);
    return result;
}

} // namespace

class TestBlocking final : public QObject
{
    Q_OBJECT

private:
    //! Signed in to a server that announces `features`; nothing is left to be seen.
    struct Begun : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        xep::ServerFeaturesModule serverFeatures{session, disco};
        xep::BlockingModule blocking{session, serverFeatures};
        QSignalSpy changed{&blocking, &xep::BlockingModule::changed};

        explicit Begun(const QByteArrayList &features = {"urn:xmpp:blocking"}) { begin(features); }

        void begin(const QByteArrayList &features)
        {
            online();
            if (!expect("<iq id='$account' type='get' to='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>")
                || !expect("<iq id='$server' type='get' to='home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"))
                qFatal("the server was not asked what it can do");
            QByteArray list;
            for (const QByteArray &feature : features)
                list += "<feature var='" + feature + "'/>";
            inject("<iq id='$account' type='result' from='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
            inject("<iq id='$server' type='result' from='home.example'><query xmlns='http://jabber.org/protocol/disco#info'>" + list + "</query></iq>");
        }
    };

    //! With a list: ana and everybody at spam.example.
    struct Online : Begun
    {
        explicit Online(const QByteArrayList &features = {"urn:xmpp:blocking"}) : Begun(features)
        {
            if (!expect("<iq id='$list' type='get'><blocklist xmlns='urn:xmpp:blocking'/></iq>"))
                qFatal("the list was not asked for");
            inject("<iq id='$list' type='result'><blocklist xmlns='urn:xmpp:blocking'><item jid='spam.example'/><item jid='ana@far.example'/></blocklist></iq>");
            changed.clear();
        }
    };

private Q_SLOTS:
    void payloads()
    {
        const Report spam{ReportReason::Spam, {}};
        const Report abuse{ReportReason::Abuse, {{u"en"_s, u"Never came trouble"_s}, {std::nullopt, u"x"_s}}};
        QVERIFY(test::bothWays(spam, "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/>"));
        QVERIFY(test::bothWays(abuse, "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'><text xml:lang='en'>Never came trouble</text><text>x</text></report>"));
        QVERIFY(test::bothWays(xep::BlockedItem{jid(u"a@b.example/c"), {}}, "<item xmlns='urn:xmpp:blocking' jid='a@b.example/c'/>"));
        QVERIFY(test::bothWays(xep::BlockList(), "<blocklist xmlns='urn:xmpp:blocking'/>"));
        QVERIFY(test::bothWays(xep::BlockList{{{jid(u"b.example"), {}}}}, "<blocklist xmlns='urn:xmpp:blocking'><item jid='b.example'/></blocklist>"));
        QVERIFY(test::bothWays(xep::Block{{{jid(u"a@b.example"), spam}, {jid(u"c.example"), {}}}},
            "<block xmlns='urn:xmpp:blocking'><item jid='a@b.example'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/></item><item jid='c.example'/></block>"));
        QVERIFY(test::bothWays(xep::Unblock{{{jid(u"a@b.example"), {}}}}, "<unblock xmlns='urn:xmpp:blocking'><item jid='a@b.example'/></unblock>"));
        QVERIFY(test::bothWays(xep::Unblock(), "<unblock xmlns='urn:xmpp:blocking'/>"));
    }

    void malformed()
    {
        for (const char *bad : {"<item xmlns='urn:xmpp:blocking'/>", "<item xmlns='urn:xmpp:blocking' jid=''/>", "<item xmlns='urn:xmpp:blocking' jid='a@@b'/>",
                 "<item xmlns='jabber:client' jid='a@b'/>", "<item xmlns='urn:xmpp:blocking' jid='a@b'><report xmlns='urn:xmpp:reporting:1'/></item>"})
            QVERIFY2(test::refused<xep::BlockedItem>(bad), bad);
        for (const char *bad : {"<report xmlns='urn:xmpp:reporting:1'/>", "<report xmlns='urn:xmpp:reporting:1' reason='spam'/>", "<report xmlns='urn:xmpp:reporting:0' reason='urn:xmpp:reporting:spam'/>"})
            QVERIFY2(test::refused<Report>(bad), bad);
        QVERIFY(test::refused<xep::Block>("<block xmlns='urn:xmpp:reporting:1'/>"));
    }

    void theListComes()
    {
        Begun s;
        QVERIFY(!s.blocking.isThere());
        QVERIFY(s.expect("<iq id='$list' type='get'><blocklist xmlns='urn:xmpp:blocking'/></iq>"));
        QVERIFY(s.quiet());
        // An item that makes no sense costs only itself.
        s.inject("<iq id='$list' type='result'><blocklist xmlns='urn:xmpp:blocking'><item jid='z@far.example'/><item/><item jid='@'/><item jid='A@Far.example'/><item jid='a@far.example'/>"
                 "<other xmlns='urn:x'/></blocklist></iq>");
        QVERIFY(s.blocking.isThere());
        QVERIFY(!s.blocking.takesReports());
        QCOMPARE(s.changed.size(), 1);
        QCOMPARE(s.blocking.blocked(), jids({u"a@far.example"_s, u"z@far.example"_s}));
    }

    void aServerWithoutIt()
    {
        Begun s(QByteArrayList{"urn:xmpp:reporting:1"});
        QVERIFY(s.quiet());
        QVERIFY(!s.blocking.isThere());
        const test::Answer answer(s.blocking.block(jids({u"ana@far.example"_s}), {}));
        QVERIFY(answer.isThere() && !*answer);
        QCOMPARE(answer->error().kind, ErrorKind::Unsupported);
        QVERIFY(s.quiet());
    }

    void aListThatIsRefused()
    {
        Begun s;
        QVERIFY(s.expect("<iq id='$list' type='get'><blocklist xmlns='urn:xmpp:blocking'/></iq>"));
        s.inject("<iq id='$list' type='error'><error type='cancel'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QVERIFY(!s.blocking.isThere());
        QCOMPARE(s.changed.size(), 0);
        Q_EMIT s.serverFeatures.changed();
        QVERIFY(s.quiet()); // not asked again in this session
    }

    void matching_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("blocks");
        QTest::newRow("the address") << u"ana@far.example"_s << QStringList{u"ana@far.example"_s};
        QTest::newRow("a device of it") << u"ana@far.example/x"_s << QStringList{u"ana@far.example"_s};
        QTest::newRow("somebody else there") << u"leo@far.example"_s << QStringList{};
        QTest::newRow("the domain of it") << u"far.example"_s << QStringList{};
        QTest::newRow("somebody at a blocked domain") << u"eve@spam.example/x"_s << QStringList{u"spam.example"_s};
        QTest::newRow("the blocked domain") << u"spam.example"_s << QStringList{u"spam.example"_s};
        QTest::newRow("a resource of it") << u"spam.example/x"_s << QStringList{u"spam.example"_s};
        QTest::newRow("a domain below it") << u"eve@sub.spam.example"_s << QStringList{};
    }

    void matching()
    {
        QFETCH(QString, address);
        QFETCH(QStringList, blocks);
        const Online s;
        QCOMPARE(s.blocking.blocksOn(jid(address)), jids(blocks));
        QVERIFY(s.blocking.blocksOn(Jid()).isEmpty());
    }

    void blocks()
    {
        Online s;
        test::Answer answer(s.blocking.block(jids({u"leo@far.example"_s, u"bad.example"_s}), Report{ReportReason::Spam, {}}));
        // This server takes no reports: the block goes alone.
        QVERIFY(s.expect("<iq id='$b' type='set'><block xmlns='urn:xmpp:blocking'><item jid='leo@far.example'/><item jid='bad.example'/></block></iq>"));
        s.inject("<iq id='$b' type='result'/>");
        QVERIFY(answer.isThere() && *answer);
        QCOMPARE(s.changed.size(), 0); // the push says so
        s.inject("<iq id='p' type='set'><block xmlns='urn:xmpp:blocking'><item jid='leo@far.example'/><item jid='bad.example'/></block></iq>");
        QVERIFY(s.expect("<iq id='p' type='result'/>"));
        QCOMPARE(s.changed.size(), 1);
        QCOMPARE(s.blocking.blocked(), jids({u"ana@far.example"_s, u"bad.example"_s, u"leo@far.example"_s, u"spam.example"_s}));
        // Told twice, it is the same list.
        s.inject("<iq id='p2' type='set'><block xmlns='urn:xmpp:blocking'><item jid='leo@far.example'/></block></iq>");
        QVERIFY(s.expect("<iq id='p2' type='result'/>"));
        QCOMPARE(s.changed.size(), 1);

        test::Answer refused(s.blocking.block(jids({u"home.example"_s}), {}));
        QVERIFY(s.expect("<iq id='$c' type='set'><block xmlns='urn:xmpp:blocking'><item jid='home.example'/></block></iq>"));
        s.inject("<iq id='$c' type='error'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QCOMPARE(refused->error().condition, u"not-allowed"_s);

        test::Answer lost(s.blocking.block(jids({u"far.example"_s}), {}));
        s.wire().breakOff();
        QCOMPARE(lost->error().kind, ErrorKind::Disconnected);
    }

    void reports()
    {
        Online s({"urn:xmpp:blocking", "urn:xmpp:reporting:1"});
        QVERIFY(s.blocking.takesReports());
        const test::Answer answer(s.blocking.block(jids({u"leo@far.example"_s}), Report{ReportReason::Abuse, {{u"en"_s, u"rude"_s}}}));
        QVERIFY(s.expect("<iq id='$b' type='set'><block xmlns='urn:xmpp:blocking'><item jid='leo@far.example'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'>"
                         "<text xml:lang='en'>rude</text></report></item></block></iq>"));
        const test::Answer without(s.blocking.block(jids({u"leo@far.example"_s}), {}));
        QVERIFY(s.expect("<iq id='*' type='set'><block xmlns='urn:xmpp:blocking'><item jid='leo@far.example'/></block></iq>"));
    }

    void unblocks()
    {
        Online s;
        const test::Answer answer(s.blocking.unblock(jids({u"ana@far.example"_s})));
        QVERIFY(s.expect("<iq id='$u' type='set'><unblock xmlns='urn:xmpp:blocking'><item jid='ana@far.example'/></unblock></iq>"));
        s.inject("<iq id='p' type='set' from='me@home.example'><unblock xmlns='urn:xmpp:blocking'><item jid='ana@far.example'/></unblock></iq>");
        QVERIFY(s.expect("<iq id='p' type='result' to='me@home.example'/>"));
        s.inject("<iq id='$u' type='result'/>");
        QVERIFY(answer.isThere() && *answer);
        QCOMPARE(s.blocking.blocked(), jids({u"spam.example"_s}));
        // Nobody is not everybody.
        const test::Answer nobody(s.blocking.unblock({}));
        QVERIFY(nobody.isThere() && *nobody);
        QVERIFY(s.quiet());
        s.inject("<iq id='all' type='set'><unblock xmlns='urn:xmpp:blocking'/></iq>");
        QVERIFY(s.expect("<iq id='all' type='result'/>"));
        QVERIFY(s.blocking.blocked().isEmpty());
        QCOMPARE(s.changed.size(), 2);
    }

    void badPushes_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("blocks nobody") << QByteArray("<block xmlns='urn:xmpp:blocking'/>");
        QTest::newRow("blocks nonsense") << QByteArray("<block xmlns='urn:xmpp:blocking'><item jid='@'/></block>");
        QTest::newRow("unblocks nonsense") << QByteArray("<unblock xmlns='urn:xmpp:blocking'><item jid='@'/></unblock>");
        QTest::newRow("unblocks without address") << QByteArray("<unblock xmlns='urn:xmpp:blocking'><item/></unblock>");
        QTest::newRow("unblocks something else") << QByteArray("<unblock xmlns='urn:xmpp:blocking'><x xmlns='urn:x'/></unblock>");
    }

    void badPushes()
    {
        QFETCH(QByteArray, payload);
        Online s;
        s.inject("<iq id='p' type='set'>" + payload + "</iq>");
        QVERIFY(s.expect("<iq id='p' type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
        QCOMPARE(s.changed.size(), 0);
        QCOMPARE(s.blocking.blocked().size(), 2);
    }

    void pushSenders_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("taken");
        QTest::newRow("absent") << QByteArray() << true;
        QTest::newRow("own bare") << QByteArray("me@home.example") << true;
        QTest::newRow("own bare, other letters") << QByteArray("ME@Home.Example") << true;
        QTest::newRow("own other device") << QByteArray("me@home.example/there") << false;
        QTest::newRow("own domain") << QByteArray("home.example") << false;
        QTest::newRow("contact") << QByteArray("friend@far.example") << false;
        QTest::newRow("look-alike") << QByteArray("me@home.example.evil.example") << false;
    }

    void pushSenders()
    {
        QFETCH(QByteArray, from);
        QFETCH(bool, taken);
        for (const QByteArray &payload : {QByteArray("<unblock xmlns='urn:xmpp:blocking'/>"), QByteArray("<block xmlns='urn:xmpp:blocking'><item jid='x@far.example'/></block>")}) {
            Online s;
            s.inject("<iq id='p' type='set' " + (from.isEmpty() ? QByteArray() : "from='" + from + "'") + ">" + payload + "</iq>");
            QCOMPARE(s.changed.size(), taken ? 1 : 0);
            const QByteArray to = from.isEmpty() ? QByteArray() : " to='" + from.toLower() + "'";
            if (taken)
                QVERIFY(s.expect("<iq id='p' type='result'" + to + "/>"));
            else
                QVERIFY(s.expect("<iq id='p' type='error'" + to + "><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
            QVERIFY(s.quiet());
        }
    }

    //! A push that overtakes the list counts after it.
    void pushedBeforeTheList()
    {
        Begun s;
        QVERIFY(s.expect("<iq id='$list' type='get'><blocklist xmlns='urn:xmpp:blocking'/></iq>"));
        s.inject("<iq id='p' type='set'><unblock xmlns='urn:xmpp:blocking'><item jid='ana@far.example'/></unblock></iq>");
        QVERIFY(s.expect("<iq id='p' type='result'/>"));
        s.inject("<iq id='$list' type='result'><blocklist xmlns='urn:xmpp:blocking'><item jid='ana@far.example'/><item jid='leo@far.example'/></blocklist></iq>");
        QCOMPARE(s.blocking.blocked(), jids({u"leo@far.example"_s}));
        QCOMPARE(s.changed.size(), 1);
    }

    void theNextSession()
    {
        Online s;
        s.wire().breakOff();
        QVERIFY(!s.blocking.isThere());
        QCOMPARE(s.changed.size(), 1);
        QCOMPARE(s.blocking.blocked().size(), 2); // still what is known
        s.begin({"urn:xmpp:blocking"});
        QVERIFY(s.expect("<iq id='$again' type='get'><blocklist xmlns='urn:xmpp:blocking'/></iq>"));
        s.inject("<iq id='$again' type='result'><blocklist xmlns='urn:xmpp:blocking'/></iq>");
        QVERIFY(s.blocking.isThere() && s.blocking.blocked().isEmpty());
    }

    void theNextSessionCannot()
    {
        Online s;
        s.wire().breakOff();
        s.begin({});
        QVERIFY(s.quiet());
        QVERIFY(!s.blocking.isThere() && s.blocking.blocked().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBlocking)
#include "tst_blocking.moc"
