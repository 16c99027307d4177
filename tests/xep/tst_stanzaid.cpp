// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/stanzaid/stanzaid.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestStanzaId final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        xep::ServerFeaturesModule features{session, disco};
        xep::StanzaIdModule ids{session, features};
        test::Sink sink{session};

        explicit Online(const QByteArray &feature = "urn:xmpp:sid:0")
        {
            online();
            if (!expect("<iq id='$account' type='get' to='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"))
                qFatal("the account was not asked");
            inject("<iq id='$account' type='result' from='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='" + feature + "'/></query></iq>");
        }
        [[nodiscard]] session::Incoming after(const QByteArray &content, const QByteArray &attributes = "from='friend@far.example/x' type='chat'")
        {
            sink.messages.clear();
            inject("<message " + attributes + "><body>hi</body>" + content + "</message>");
            return sink.messages.value(0);
        }
    };

    static QByteArray stanzaId(const QByteArray &by, const QByteArray &id) { return "<stanza-id xmlns='urn:xmpp:sid:0' by='" + by + "' id='" + id + "'/>"; }
    static QByteArray originId(const QByteArray &id) { return "<origin-id xmlns='urn:xmpp:sid:0' id='" + id + "'/>"; }

private Q_SLOTS:
    void payloads()
    {
        QVERIFY(test::bothWays(xep::OriginId{u"1"_s}, "<origin-id xmlns='urn:xmpp:sid:0' id='1'/>"));
        QVERIFY(test::bothWays(xep::StanzaId{u"1"_s, jid(u"a@b.example")}, "<stanza-id xmlns='urn:xmpp:sid:0' id='1' by='a@b.example'/>"));
        QVERIFY(test::refused<xep::OriginId>("<origin-id xmlns='urn:xmpp:sid:0'/>"));
        QVERIFY(test::refused<xep::StanzaId>("<stanza-id xmlns='urn:xmpp:sid:0' id='1'/>"));
        QVERIFY(test::refused<xep::StanzaId>("<stanza-id xmlns='urn:xmpp:sid:0' by='a@b.example'/>"));
        QVERIFY(test::refused<xep::StanzaId>("<stanza-id xmlns='urn:xmpp:sid:0' by='@' id='1'/>"));
    }

    void outgoing()
    {
        Online s;
        stanza::Message message;
        s.ids.decorate(message);
        QCOMPARE(message.toXml(), "<message/>");
        message.id = u"m1"_s;
        s.ids.decorate(message);
        QCOMPARE(message.toXml(), "<message id='m1'><origin-id xmlns='urn:xmpp:sid:0' id='m1'/></message>");
    }

    void genuine()
    {
        Online s;
        QCOMPARE(s.after(stanzaId("me@home.example", "a1") + originId("o1")).archiveId, u"a1"_s);
        QCOMPARE(s.after(stanzaId("me@home.example", "a1") + originId("o1")).originId, u"o1"_s);
        QCOMPARE(s.after(stanzaId("ME@home.example", "a1")).archiveId, u"a1"_s);
        QCOMPARE(s.after(stanzaId("room@chat.example", "x") + stanzaId("me@home.example", "a2")).archiveId, u"a2"_s);
        Online archive("urn:xmpp:mam:2");
        QCOMPARE(archive.after(stanzaId("me@home.example", "a1")).archiveId, u"a1"_s);
    }

    // B31
    void forged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("contact") << stanzaId("friend@far.example", "a");
        QTest::newRow("contact's server") << stanzaId("far.example", "a");
        QTest::newRow("room") << stanzaId("room@chat.example", "a");
        QTest::newRow("our server") << stanzaId("home.example", "a");
        QTest::newRow("our device") << stanzaId("me@home.example/here", "a");
        QTest::newRow("look-alike") << stanzaId("me@home.example.evil.example", "a");
        QTest::newRow("two by ours") << stanzaId("me@home.example", "a") + stanzaId("me@home.example", "b");
        QTest::newRow("two by ours, one empty") << stanzaId("me@home.example", "") + stanzaId("me@home.example", "b");
        QTest::newRow("empty") << stanzaId("me@home.example", "");
        QTest::newRow("huge") << stanzaId("me@home.example", QByteArray(1'000'000, 'i'));
        QTest::newRow("no by") << QByteArray("<stanza-id xmlns='urn:xmpp:sid:0' id='a'/>");
        QTest::newRow("other namespace") << QByteArray("<stanza-id xmlns='urn:xmpp:sid:1' by='me@home.example' id='a'/>");
        QTest::newRow("deeper") << "<x xmlns='urn:x'>" + stanzaId("me@home.example", "a") + "</x>";
    }

    void forged()
    {
        QFETCH(QByteArray, content);
        Online s;
        QCOMPARE(s.after(content).archiveId, QString());
    }

    void onlyOfAnAccountThatFollowsTheRules()
    {
        Online s("urn:other");
        QCOMPARE(s.after(stanzaId("me@home.example", "forged")).archiveId, QString());
        // In a room the ids are the room's, and an error carries ours back.
        Online good;
        QCOMPARE(good.after(stanzaId("me@home.example", "a"), "from='room@chat.example/n' type='groupchat'").archiveId, QString());
        QCOMPARE(good.after(stanzaId("me@home.example", "a") + originId("o"), "from='friend@far.example/x' type='error'").originId, QString());
    }

    void originIds()
    {
        Online s;
        QCOMPARE(s.after(originId("")).originId, QString());
        QCOMPARE(s.after(originId(QByteArray(1025, 'i'))).originId, QString());
        QCOMPARE(s.after(originId(QByteArray(1024, 'i'))).originId.size(), 1024);
        QCOMPARE(s.after("<origin-id xmlns='urn:xmpp:sid:0'/>").originId, QString());
    }

    void anArchiveSaysItsIdOutside()
    {
        Online s;
        session::Incoming incoming;
        incoming.message = *stanza::Message::read(test::element("<message from='friend@far.example/x'>" + stanzaId("me@home.example", "forged") + "</message>"));
        incoming.source = session::Incoming::Source::Archive;
        incoming.archiveId = u"real"_s;
        s.session.inject(incoming);
        QCOMPARE(s.sink.messages[0].archiveId, u"real"_s);
    }
};

QTEST_GUILESS_MAIN(TestStanzaId)
#include "tst_stanzaid.moc"
