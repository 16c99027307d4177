// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/presence/devices.h"
#include "xep/presence/idle.h"
#include "xep/presence/ownpresence.h"
#include "xep/presence/subscriptions.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using stanza::Show;
using test::jid;
using xep::Device;

class TestPresence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idlePayload()
    {
        const QDateTime since(QDate(2026, 5, 3), QTime(12, 0), QTimeZone::UTC);
        QVERIFY(test::bothWays(xep::Idle{since}, "<idle xmlns='urn:xmpp:idle:1' since='2026-05-03T12:00:00Z'/>"));
        QVERIFY(test::refused<xep::Idle>("<idle xmlns='urn:xmpp:idle:1'/>"));
        QVERIFY(test::refused<xep::Idle>("<idle xmlns='urn:xmpp:idle:1' since='yesterday'/>"));
    }

    //! When somebody was last at a device, and when the last one left (XEP-0319, XEP-0203).
    void lastActive()
    {
        test::TestSession s;
        xep::DevicesModule devices(s.session);
        s.online();
        const QDateTime now = s.clock.now(), hourAgo = now.addSecs(-3600);
        const auto stamp = [](const QDateTime &time) { return time.toString(Qt::ISODate).toUtf8(); };
        s.inject("<presence from='a@far.example/x'><show>away</show><idle xmlns='urn:xmpp:idle:1' since='" + stamp(hourAgo) + "'/></presence>");
        QCOMPARE(devices.best(jid(u"a@far.example"))->idleSince, hourAgo);
        s.inject("<presence from='a@far.example/x'><idle xmlns='urn:xmpp:idle:1' since='" + stamp(now.addDays(1)) + "'/></presence>");
        QVERIFY(!devices.best(jid(u"a@far.example"))->idleSince.isValid());
        QVERIFY(!devices.lastSeen(jid(u"a@far.example")).isValid());
        s.inject("<presence from='a@far.example/x' type='unavailable'/>");
        QCOMPARE(devices.lastSeen(jid(u"a@far.example")), now);
        s.inject("<presence from='b@far.example' type='unavailable'/>"); // was never here
        QVERIFY(!devices.lastSeen(jid(u"b@far.example")).isValid());
        s.inject("<presence from='b@far.example' type='unavailable'><delay xmlns='urn:xmpp:delay' from='far.example' stamp='" + stamp(hourAgo) + "'/></presence>");
        QCOMPARE(devices.lastSeen(jid(u"b@far.example")), hourAgo);
        s.inject("<presence from='c@far.example' type='unavailable'><delay xmlns='urn:xmpp:delay' from='liar.example' stamp='" + stamp(hourAgo) + "'/></presence>");
        QVERIFY(!devices.lastSeen(jid(u"c@far.example")).isValid());
    }

    void ourIdleness()
    {
        test::TestSession s;
        xep::OwnPresenceModule own(s.session);
        s.online();
        s.wire().forgetUnseen();
        own.set({stanza::Show::Away, {}, 0, QDateTime(QDate(2026, 5, 3), QTime(12, 0), QTimeZone::UTC)});
        QVERIFY(s.expect("<presence><show>away</show><idle xmlns='urn:xmpp:idle:1' since='2026-05-03T12:00:00Z'/></presence>"));
        own.set({stanza::Show::Online, {}, 0, {}});
        QVERIFY(s.expect("<presence/>"));
    }

    void ownOncePerSession()
    {
        test::TestSession s;
        xep::OwnPresenceModule own(s.session);
        own.set({Show::Away, u"lunch"_s, 5});
        s.online({.managed = true});
        QVERIFY(s.expect("<presence><show>away</show><status>lunch</status><priority>5</priority></presence>"));
        own.set({Show::Away, u"lunch"_s, 5}); // no news
        QVERIFY(s.quiet());
        own.set({Show::Online, {}, 0});
        QVERIFY(s.expect("<presence/>"));

        s.wire().breakOff();
        s.online({.resumed = true});
        QVERIFY(s.quiet()); // the server remembers
        s.wire().breakOff();
        own.set({Show::DoNotDisturb, {}, 0});
        s.online({.resumed = true});
        QVERIFY(s.expect("<presence><show>dnd</show></presence>"));
        s.wire().breakOff();
        s.online({.managed = true}); // a new session
        QVERIFY(s.expect("<presence><show>dnd</show></presence>"));
        QVERIFY(s.quiet());
    }

    void annotations()
    {
        test::TestSession s;
        xep::OwnPresenceModule own(s.session);
        session::Handle handle = own.annotate([](stanza::Presence &presence) { presence.addEmpty({u"x", u"urn:test"}); });
        s.online();
        QVERIFY(s.expect("<presence><x xmlns='urn:test'/></presence>"));
        handle = session::Handle();
        own.refresh();
        QVERIFY(s.expect("<presence/>"));
        own.set({Show::Online, QString(5000, u'x'), 0});
        QVERIFY(s.expect("<presence><status>" + QByteArray(1000, 'x') + "</status></presence>"));
    }

    void devicesInOrder()
    {
        test::TestSession s;
        xep::DevicesModule devices(s.session);
        QSignalSpy changed(&devices, &xep::DevicesModule::changed), left(&devices, &xep::DevicesModule::left);
        s.online();
        s.inject("<presence from='a@far.example/phone'><show>away</show><priority>5</priority></presence>");
        s.inject("<presence from='a@far.example/desk'><priority>5</priority><status>hi</status></presence>");
        s.inject("<presence from='a@far.example/bot'><priority>-1</priority></presence>");
        s.inject("<presence from='a@far.example/tab'><show>chat</show></presence>");
        QVERIFY(QTest::qWaitFor([&] { return changed.size() == 1; })); // one word for all four
        QCOMPARE(changed[0][0].value<QList<Jid>>(), QList<Jid>{jid(u"a@far.example")});
        QStringList order;
        for (const Device &device : devices.devices(jid(u"a@far.example")))
            order << device.address.resource().toString();
        QCOMPARE(order, (QStringList{u"desk"_s, u"phone"_s, u"tab"_s, u"bot"_s}));
        QCOMPARE(devices.best(jid(u"a@far.example"))->status, u"hi"_s);

        s.inject("<presence from='a@far.example/desk' type='unavailable'/>");
        QCOMPARE(devices.best(jid(u"a@far.example"))->address, jid(u"a@far.example/phone"));
        s.inject("<presence from='a@far.example/desk' type='unavailable'/>"); // again: no news
        QCOMPARE(left.size(), 1);
        s.inject("<presence from='a@far.example' type='unavailable'/>"); // all of them
        QVERIFY(devices.devices(jid(u"a@far.example")).isEmpty());
        QCOMPARE(left.size(), 4);
    }

    // B28, B47: from nobody, ourselves, rooms, with nonsense.
    void strangePresences()
    {
        test::TestSession s;
        xep::DevicesModule devices(s.session);
        QSignalSpy bounced(&devices, &xep::DevicesModule::bounced);
        s.online();
        for (const char *xml : {"<presence/>", "<presence from='me@home.example/here'/>", "<presence from='a@far.example/x' type='bogus'/>", "<presence from=''/>",
                 "<presence from='a@b@c'/>", "<presence from='a@far.example' type='probe'/>",
                 "<presence from='room@chat.example/nick'><x xmlns='http://jabber.org/protocol/muc#user'/></presence>",
                 "<presence from='a@far.example' type='error'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>",
                 "<presence from='a@far.example/x' type='error'/>"})
            s.inject(xml);
        QCOMPARE(devices.contactsOnline(), 0); // an error makes nobody online
        QCOMPARE(bounced.size(), 2);

        s.inject("<presence from='a@far.example/x'><show>bogus</show><priority>4000</priority><status>" + QByteArray(1'000'000, 's') + "</status></presence>");
        const Device odd = devices.devices(jid(u"a@far.example")).value(0);
        QCOMPARE(odd, (Device{jid(u"a@far.example/x"), Show::Online, QString(1000, u's'), 0}));
        s.inject("<presence from='gateway.far.example'/>"); // no resource, but somebody
        QVERIFY(devices.isOnline(jid(u"gateway.far.example")));
        // An error for the contact leaves the device, one for the device takes it.
        s.inject("<presence from='a@far.example' type='error'/>");
        QVERIFY(devices.isOnline(jid(u"a@far.example/x")));
        s.inject("<presence from='a@far.example/x' type='error'/>");
        QVERIFY(!devices.isOnline(jid(u"a@far.example/x")));
    }

    void manyDevicesOfOne()
    {
        test::TestSession s;
        xep::DevicesModule devices(s.session);
        s.online();
        for (int i = 0; i < 500; ++i)
            s.inject("<presence from='a@far.example/" + QByteArray::number(i) + "'/>");
        QCOMPARE(devices.devices(jid(u"a@far.example")).size(), xep::DevicesModule::MaxDevices);
    }

    void interruptedKeepsEndedClears()
    {
        test::TestSession s;
        xep::DevicesModule devices(s.session);
        QSignalSpy changed(&devices, &xep::DevicesModule::changed), left(&devices, &xep::DevicesModule::left);
        s.online({.managed = true});
        s.inject("<presence from='a@far.example/x'/>");
        s.inject("<presence from='b@far.example/x'/>");
        s.wire().breakOff();
        QCOMPARE(devices.contactsOnline(), 2);
        QVERIFY(QTest::qWaitFor([&] { return changed.size() == 1; }));
        s.session.abandon();
        QCOMPARE(devices.contactsOnline(), 0);
        QCOMPARE(left.size(), 2);
        QVERIFY(QTest::qWaitFor([&] { return changed.size() == 2; }));
        QCOMPARE(changed[1][0].value<QList<Jid>>().size(), 2);
    }

    void tenThousandAtOnce()
    {
        test::TestSession s;
        xep::DevicesModule devices(s.session);
        QSignalSpy changed(&devices, &xep::DevicesModule::changed);
        s.online();
        QList<xml::Element> presences;
        for (int i = 0; i < 10'000; ++i)
            presences << test::element("<presence from='c" + QByteArray::number(i) + "@far.example/x'><show>away</show><status>out</status>"
                                                                                     "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n' ver='v'/></presence>");
        QElapsedTimer timer;
        timer.start();
        for (const xml::Element &presence : std::as_const(presences))
            Q_EMIT s.wire().element(presence);
        const qint64 microseconds = timer.nsecsElapsed() / 1000;
        qInfo("10,000 presences: %lld us", microseconds);
        QCOMPARE(devices.contactsOnline(), 10'000);
        QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<QList<Jid>>().size(), 10'000);
        // The same again is no news.
        for (const xml::Element &presence : std::as_const(presences))
            Q_EMIT s.wire().element(presence);
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 1);
    }

    void subscriptionsOut()
    {
        test::TestSession s;
        xep::SubscriptionsModule subscriptions(s.session);
        QVERIFY(!subscriptions.request(jid(u"a@far.example"))); // offline: nothing was sent
        s.online();
        QVERIFY(subscriptions.request(jid(u"a@far.example/x"), u"It is me"_s));
        QVERIFY(s.expect("<presence id='*' to='a@far.example' type='subscribe'><status>It is me</status></presence>"));
        QVERIFY(subscriptions.accept(jid(u"a@far.example")));
        QVERIFY(s.expect("<presence id='*' to='a@far.example' type='subscribed'/>"));
        QVERIFY(subscriptions.decline(jid(u"a@far.example")));
        QVERIFY(s.expect("<presence id='*' to='a@far.example' type='unsubscribed'/>"));
        QVERIFY(subscriptions.unsubscribe(jid(u"a@far.example")));
        QVERIFY(s.expect("<presence id='*' to='a@far.example' type='unsubscribe'/>"));
    }

    // B47: subscribe with a huge status, from ourselves, from nobody.
    void subscriptionsIn()
    {
        test::TestSession s;
        xep::SubscriptionsModule subscriptions(s.session);
        QSignalSpy requested(&subscriptions, &xep::SubscriptionsModule::requested), accepted(&subscriptions, &xep::SubscriptionsModule::accepted),
            declined(&subscriptions, &xep::SubscriptionsModule::declined), unsubscribed(&subscriptions, &xep::SubscriptionsModule::unsubscribed);
        s.online();
        for (const char *xml : {"<presence type='subscribe'/>", "<presence from='me@home.example' type='subscribe'/>",
                 "<presence from='me@home.example/other' type='subscribe'/>", "<presence from='a@far.example'/>"})
            s.inject(xml);
        QCOMPARE(requested.size(), 0);
        s.inject("<presence from='a@far.example/x' type='subscribe'><status>" + QByteArray(1'000'000, 's') + "</status></presence>");
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].value<Jid>(), jid(u"a@far.example"));
        QCOMPARE(requested[0][1].toString().size(), 1000);
        s.inject("<presence from='a@far.example' type='subscribed'/>");
        s.inject("<presence from='a@far.example' type='unsubscribed'/>");
        s.inject("<presence from='a@far.example' type='unsubscribe'/>");
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(declined.size(), 1);
        QCOMPARE(unsubscribed.size(), 1);
        QVERIFY(s.quiet()); // nothing is answered without a person
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
