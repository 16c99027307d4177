// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/carbons/carbons.h"
#include "xep/markers/markers.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestMarkers final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::CarbonsModule carbons{session};
        xep::MarkersModule markers{session, trust};
        QSignalSpy displayed{&markers, &xep::MarkersModule::displayed};
        QSignalSpy elsewhere{&markers, &xep::MarkersModule::displayedElsewhere};
        Online() { online({.inlineEnabled = {u"urn:xmpp:carbons:2"_s}}); }
    };

    static stanza::Message message(const QByteArray &xml) { return *stanza::Message::read(test::element(xml)); }

private Q_SLOTS:
    void payloads()
    {
        QVERIFY(test::bothWays(xep::Markable{}, "<markable xmlns='urn:xmpp:chat-markers:0'/>"));
        QVERIFY(test::bothWays(xep::Displayed{u"1"_s}, "<displayed xmlns='urn:xmpp:chat-markers:0' id='1'/>"));
        QVERIFY(test::refused<xep::Displayed>("<displayed xmlns='urn:xmpp:chat-markers:0'/>"));
    }

    void asking()
    {
        Online s;
        stanza::Message ours;
        ours.type = stanza::MessageType::Chat;
        ours.id = u"1"_s;
        s.markers.decorate(ours);
        QVERIFY(!ours.toXml().contains("markable"));
        ours.body = u"hi"_s;
        s.markers.decorate(ours);
        QVERIFY(ours.toXml().contains("<markable xmlns='urn:xmpp:chat-markers:0'/>"));
        using M = xep::MarkersModule;
        QVERIFY(M::isMarkable(message("<message id='1' type='chat'><markable xmlns='urn:xmpp:chat-markers:0'/></message>")));
        QVERIFY(!M::isMarkable(message("<message type='chat'><markable xmlns='urn:xmpp:chat-markers:0'/></message>")));
        QVERIFY(!M::isMarkable(message("<message id='1' type='chat'/>")));
        QVERIFY(!M::isMarkable(message("<message id='1' type='groupchat'><markable xmlns='urn:xmpp:chat-markers:0'/></message>")));
        QVERIFY(!M::isMarkable(message(
            "<message id='1' type='chat'><markable xmlns='urn:xmpp:chat-markers:0'/><displayed xmlns='urn:xmpp:chat-markers:0' id='1'/></message>")));
    }

    void telling()
    {
        Online s;
        QVERIFY(s.markers.sendDisplayed(jid(u"friend@far.example/x"), u"m1"_s));
        QVERIFY(s.expect("<message to='friend@far.example' id='*' type='chat'><displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/><store xmlns='urn:xmpp:hints'/></message>"));
        // B37: not to strangers, not to ourselves, not without an id, not when switched off.
        QVERIFY(!s.markers.sendDisplayed(jid(u"stranger@far.example"), u"m1"_s));
        QVERIFY(!s.markers.sendDisplayed(jid(u"me@home.example"), u"m1"_s));
        QVERIFY(!s.markers.sendDisplayed(jid(u"friend@far.example"), {}));
        s.markers.setSharing(xep::Sharing::Off);
        QVERIFY(!s.markers.sendDisplayed(jid(u"friend@far.example"), u"m1"_s));
        QVERIFY(s.quiet());
    }

    void beingTold()
    {
        Online s;
        s.inject("<message from='friend@far.example/x'><displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/></message>");
        QCOMPARE(s.displayed.size(), 1);
        QCOMPARE(s.displayed[0][0].value<Jid>(), jid(u"friend@far.example"));
        QCOMPARE(s.displayed[0][1].toString(), u"m1"_s);
        QVERIFY(s.quiet());
        // B37, B45
        for (const char *xml : {"<message from='room@far.example/n' type='groupchat'><displayed xmlns='urn:xmpp:chat-markers:0' id='m'/></message>",
                 "<message from='friend@far.example/x' type='error'><displayed xmlns='urn:xmpp:chat-markers:0' id='m'/></message>",
                 "<message from='friend@far.example/x'><displayed xmlns='urn:xmpp:chat-markers:0' id=''/></message>",
                 "<message from='friend@far.example/x'><displayed xmlns='urn:xmpp:chat-markers:0'/></message>",
                 "<message from='friend@far.example/x'><displayed xmlns='urn:other' id='m'/></message>",
                 "<message from='me@home.example/there'><displayed xmlns='urn:xmpp:chat-markers:0' id='m'/></message>"})
            s.inject(xml);
        QCOMPARE(s.displayed.size(), 1);
        QCOMPARE(s.elsewhere.size(), 0);
        s.inject("<message from='me@home.example'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                 "<message xmlns='jabber:client' from='me@home.example/there' to='friend@far.example'><displayed xmlns='urn:xmpp:chat-markers:0' id='m7'/></message>"
                 "</forwarded></sent></message>");
        QCOMPARE(s.elsewhere.size(), 1);
        QCOMPARE(s.elsewhere[0][0].value<Jid>(), jid(u"friend@far.example"));
        QCOMPARE(s.elsewhere[0][1].toString(), u"m7"_s);
    }
};

QTEST_GUILESS_MAIN(TestMarkers)
#include "tst_markers.moc"
