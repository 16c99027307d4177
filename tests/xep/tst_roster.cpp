// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/roster/roster.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;
using xep::RosterItem;
using xep::Subscription;

class TestRoster final : public QObject
{
    Q_OBJECT

private:
    static RosterItem item(QStringView address, const QString &name = {}, Subscription subscription = Subscription::None)
    {
        RosterItem result;
        result.jid = jid(address);
        if (!name.isNull())
            result.name = name;
        result.subscription = subscription;
        return result;
    }

    //! Signed in with a roster that holds one friend; nothing is left to be seen.
    struct Online : test::TestSession
    {
        test::FakeRosterStore store;
        xep::RosterModule roster{session, store};
        QSignalSpy reset{&roster, &xep::RosterModule::reset};
        QSignalSpy changed{&roster, &xep::RosterModule::changed};
        QSignalSpy removed{&roster, &xep::RosterModule::removed};

        Online()
        {
            online();
            if (!expect("<iq id='$roster' type='get'><query xmlns='jabber:iq:roster'/></iq>"))
                qFatal("the roster was not asked for");
            inject("<iq id='$roster' type='result'><query xmlns='jabber:iq:roster'><item jid='friend@far.example'/></query></iq>");
        }
    };

private Q_SLOTS:
    void payload()
    {
        RosterItem full = item(u"a@b.example", u"A"_s, Subscription::Both);
        full.ask = u"subscribe"_s;
        full.approved = true;
        full.groups = {u"x"_s, u"y"_s};
        QVERIFY(test::bothWays(full,
            "<item xmlns='jabber:iq:roster' jid='a@b.example' name='A' subscription='both' ask='subscribe' approved='true'><group>x</group><group>y</group></item>"));
        QVERIFY(test::bothWays(xep::RosterQuery{u""_s, {item(u"a@b.example")}}, "<query xmlns='jabber:iq:roster' ver=''><item jid='a@b.example'/></query>"));
        for (const char *bad : {"<item xmlns='jabber:iq:roster'/>", "<item xmlns='jabber:iq:roster' jid=''/>", "<item xmlns='jabber:iq:roster' jid='a@@b'/>",
                 "<item xmlns='jabber:iq:roster' jid='a@b' subscription='bogus'/>", "<item xmlns='jabber:client' jid='a@b'/>"})
            QVERIFY2(test::refused<RosterItem>(bad), bad);
    }

    void withoutVersions()
    {
        test::TestSession s;
        test::FakeRosterStore store;
        store.ver = u"7"_s; // of no use: this server does not know versions
        xep::RosterModule roster(s.session, store);
        QSignalSpy reset(&roster, &xep::RosterModule::reset);
        s.online();
        QVERIFY(s.expect("<iq id='$1' type='get'><query xmlns='jabber:iq:roster'/></iq>"));
    }

    void versions()
    {
        for (const auto &[kept, sent] : {std::pair(QString(), "''"), std::pair(u"v7"_s, "'v7'")}) {
            test::TestSession s;
            test::FakeRosterStore store;
            store.ver = kept;
            xep::RosterModule roster(s.session, store);
            QSignalSpy reset(&roster, &xep::RosterModule::reset), unchanged(&roster, &xep::RosterModule::unchanged), changed(&roster, &xep::RosterModule::changed);
            s.online({"<ver xmlns='urn:xmpp:features:rosterver'/>"});
            QVERIFY(s.expect(QByteArray("<iq id='$r' type='get'><query xmlns='jabber:iq:roster' ver=") + sent + "/></iq>"));
            // An empty result, then pushes with what changed since (2.6.3).
            s.inject("<iq id='$r' type='result'/>");
            QCOMPARE(unchanged.size(), 1);
            QCOMPARE(reset.size(), 0);
            s.inject("<iq id='p1' type='set'><query xmlns='jabber:iq:roster' ver='v8'><item jid='new@far.example' subscription='to'/></query></iq>");
            QVERIFY(s.expect("<iq id='p1' type='result'/>"));
            QCOMPARE(changed.size(), 1);
            QCOMPARE(changed[0][1].toString(), u"v8"_s);
            QVERIFY(s.quiet());
        }
    }

    void aBadContactCostsOnlyItself()
    {
        test::TestSession s;
        test::FakeRosterStore store;
        xep::RosterModule roster(s.session, store);
        QSignalSpy reset(&roster, &xep::RosterModule::reset);
        s.online();
        QVERIFY(s.expect("<iq id='$r' type='get'><query xmlns='jabber:iq:roster'/></iq>"));
        s.inject("<iq id='$r' type='result'><query xmlns='jabber:iq:roster' ver='v1'>"
                 "<item jid='one@far.example' name='One' subscription='both'><group>A</group><group> A </group><group/><group>B</group></item>"
                 "<item/><item jid='@'/><item jid='two@far.example' subscription='bogus'/><item jid='gone@far.example' subscription='remove'/>"
                 "<item jid='Three@FAR.example'/><item jid='three@far.example' name='later'/><item jid='me@home.example'/>"
                 "<other xmlns='urn:x'/></query></iq>");
        QCOMPARE(reset.size(), 1);
        const auto items = reset[0][0].value<QList<RosterItem>>();
        QCOMPARE(reset[0][1].toString(), u"v1"_s);
        QCOMPARE(items.size(), 3);
        QCOMPARE(items[0].groups, (QStringList{u"A"_s, u"B"_s}));
        QCOMPARE(items[0].name, u"One"_s);
        QCOMPARE(items[1], item(u"three@far.example", u"later"_s)); // the same address in other letters (R16)
        QCOMPARE(items[2].jid, jid(u"me@home.example"));
    }

    void tenThousandGroups()
    {
        QByteArray groups;
        for (int i = 0; i < 10'000; ++i)
            groups += "<group>g" + QByteArray::number(i) + "</group>";
        Online s;
        s.inject("<iq id='p' type='set'><query xmlns='jabber:iq:roster'><item jid='a@b.example' name='" + QByteArray(100'000, 'n') + "'>" + groups + "</item></query></iq>");
        QCOMPARE(s.changed.size(), 1);
        const auto item = s.changed[0][0].value<RosterItem>();
        QCOMPARE(item.groups.size(), RosterItem::MaxGroups);
        QCOMPARE(item.name->size(), RosterItem::MaxText);
    }

    // B26: who may push.
    void pushSenders_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("taken");
        QTest::newRow("absent") << QByteArray() << true;
        QTest::newRow("own bare") << QByteArray("me@home.example") << true;
        QTest::newRow("own bare, other letters") << QByteArray("ME@Home.Example") << true;
        QTest::newRow("own full") << QByteArray("me@home.example/here") << false;
        QTest::newRow("own other device") << QByteArray("me@home.example/there") << false;
        QTest::newRow("own domain") << QByteArray("home.example") << false;
        QTest::newRow("contact") << QByteArray("friend@far.example") << false;
        QTest::newRow("contact's domain") << QByteArray("far.example") << false;
        QTest::newRow("room") << QByteArray("room@chat.far.example/me") << false;
        QTest::newRow("look-alike") << QByteArray("me@home.example.evil.example") << false;
    }

    void pushSenders()
    {
        QFETCH(QByteArray, from);
        QFETCH(bool, taken);
        Online s;
        const QByteArray attribute = from.isEmpty() ? QByteArray() : "from='" + from + "'";
        s.inject("<iq id='p' type='set' " + attribute + "><query xmlns='jabber:iq:roster'><item jid='evil@far.example' subscription='both'/></query></iq>");
        QCOMPARE(s.changed.size(), taken ? 1 : 0);
        const QByteArray to = from.isEmpty() ? QByteArray() : " to='" + from.toLower() + "'";
        if (taken)
            QVERIFY(s.expect("<iq id='p' type='result'" + to + "/>"));
        else
            QVERIFY(s.expect("<iq id='p' type='error'" + to + "><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
        QVERIFY(s.quiet());
    }

    // B26: what may be pushed.
    void badPushes_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("two") << QByteArray("<item jid='a@b.example'/><item jid='c@d.example'/>");
        QTest::newRow("a good and a bad one") << QByteArray("<item jid='a@b.example'/><item jid='@'/>");
        QTest::newRow("no address") << QByteArray("<item subscription='both'/>");
        QTest::newRow("bad address") << QByteArray("<item jid='a@b@c'/>");
        QTest::newRow("bogus subscription") << QByteArray("<item jid='a@b.example' subscription='bogus'/>");
    }

    void badPushes()
    {
        QFETCH(QByteArray, items);
        Online s;
        s.inject("<iq id='p' type='set'><query xmlns='jabber:iq:roster'>" + items + "</query></iq>");
        QVERIFY(s.expect("<iq id='p' type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
        QCOMPARE(s.changed.size(), 0);
        QCOMPARE(s.removed.size(), 0);
    }

    void removal()
    {
        Online s;
        s.inject("<iq id='p' type='set'><query xmlns='jabber:iq:roster' ver='v2'><item jid='friend@far.example' subscription='remove'/></query></iq>");
        QCOMPARE(s.removed.size(), 1);
        QCOMPARE(s.removed[0][0].value<Jid>(), jid(u"friend@far.example"));
        QCOMPARE(s.removed[0][1].toString(), u"v2"_s);
    }

    void edits()
    {
        Online s;
        test::Answer set(s.roster.set(jid(u"New@Far.example/x"), u" New "_s, {u"G"_s, u"G"_s, u""_s}));
        QVERIFY(s.expect("<iq id='$s' type='set'><query xmlns='jabber:iq:roster'><item jid='new@far.example' name='New'><group>G</group></item></query></iq>"));
        QVERIFY(!set.isThere());
        s.inject("<iq id='$s' type='result'/>");
        QVERIFY(set.isThere() && *set);
        QCOMPARE(s.changed.size(), 0); // the push says so, not the answer

        test::Answer remove(s.roster.remove(jid(u"friend@far.example")));
        QVERIFY(s.expect("<iq id='$d' type='set'><query xmlns='jabber:iq:roster'><item jid='friend@far.example' subscription='remove'/></query></iq>"));
        s.inject("<iq id='$d' type='error'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QCOMPARE(remove->error().condition, u"item-not-found"_s);

        test::Answer lost(s.roster.remove(jid(u"friend@far.example")));
        s.wire().breakOff();
        QCOMPARE(lost->error().kind, ErrorKind::Disconnected);
    }

    void refusedList()
    {
        test::TestSession s;
        test::FakeRosterStore store;
        xep::RosterModule roster(s.session, store);
        QSignalSpy failed(&roster, &xep::RosterModule::failed);
        s.online();
        QVERIFY(s.expect("<iq id='$r' type='get'><query xmlns='jabber:iq:roster'/></iq>"));
        s.inject("<iq id='$r' type='error'><error type='wait'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QCOMPARE(failed.size(), 1);
    }

    void fiftyThousand()
    {
        QByteArray items;
        constexpr int Count = 50'000;
        for (int i = 0; i < Count; ++i)
            items += "<item jid='contact" + QByteArray::number(i) + "@far.example' name='Contact' subscription='both'><group>Friends</group></item>";
        test::TestSession s;
        test::FakeRosterStore store;
        xep::RosterModule roster(s.session, store);
        QSignalSpy reset(&roster, &xep::RosterModule::reset), changed(&roster, &xep::RosterModule::changed);
        s.online();
        QVERIFY(s.expect("<iq id='$r' type='get'><query xmlns='jabber:iq:roster'/></iq>"));
        s.inject("<iq id='$r' type='result'><query xmlns='jabber:iq:roster' ver='v9'>" + items + "</query></iq>");
        // A push that comes while the list is read counts after it.
        s.inject("<iq id='p' type='set'><query xmlns='jabber:iq:roster' ver='v10'><item jid='contact0@far.example' name='Renamed'/></query></iq>");
        QCOMPARE(changed.size(), 0);
        QCOMPARE(reset.size(), 0);
        qint64 longest = 0;
        QElapsedTimer timer;
        for (int turn = 0; reset.isEmpty() && turn < Count; ++turn) {
            timer.start();
            s.clock.advance(std::chrono::milliseconds(0));
            longest = std::max(longest, timer.nsecsElapsed() / 1000);
        }
        QCOMPARE(reset.size(), 1);
        QCOMPARE(reset[0][0].value<QList<RosterItem>>().size(), Count);
        QCOMPARE(changed.size(), 1);
        qInfo("longest slice: %lld us", longest);
    }

    void endedWhileReading()
    {
        QByteArray items;
        for (int i = 0; i < 2000; ++i)
            items += "<item jid='c" + QByteArray::number(i) + "@far.example'/>";
        test::TestSession s;
        test::FakeRosterStore store;
        auto roster = std::make_unique<xep::RosterModule>(s.session, store);
        QSignalSpy reset(roster.get(), &xep::RosterModule::reset);
        s.online();
        QVERIFY(s.expect("<iq id='$r' type='get'><query xmlns='jabber:iq:roster'/></iq>"));
        s.inject("<iq id='$r' type='result'><query xmlns='jabber:iq:roster'>" + items + "</query></iq>");
        s.wire().breakOff();
        s.clock.advance(std::chrono::milliseconds(0));
        QCOMPARE(reset.size(), 0);
        // And a module that dies in the middle.
        s.online();
        QVERIFY(s.expect("<iq id='$again' type='get'><query xmlns='jabber:iq:roster'/></iq>"));
        s.inject("<iq id='$again' type='result'><query xmlns='jabber:iq:roster'>" + items + "</query></iq>");
        roster.reset();
        s.clock.advance(std::chrono::milliseconds(0));
    }
};

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
