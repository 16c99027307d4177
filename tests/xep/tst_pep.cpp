// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/disco/disco.h"
#include "xep/pubsub/pep.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestPep final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        xep::ServerFeaturesModule serverFeatures{session, disco};
        xep::PepModule pep{session, serverFeatures};
        test::Sink sink{session};
        QStringList heard;
        session::Handle handle = pep.listen(u"urn:node", [this](const Jid &person, const QString &item, const xml::Element &payload) {
            heard << person.toString() + u'|' + item + u'|' + (payload.isNull() ? u"-"_s : payload.text());
        });
        Online()
        {
            online({});
            wire().forgetUnseen();
        }
    };

private Q_SLOTS:
    void announcesWhatItWants()
    {
        Online s;
        QVERIFY(s.session.ownFeatures().contains(u"urn:node+notify"_s));
        s.handle = {};
        QVERIFY(!s.session.ownFeatures().contains(u"urn:node+notify"_s));
        s.inject("<message from='friend@far.example' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='urn:node'><item id='1'><v "
                 "xmlns='urn:node'>x</v></item></items></event></message>");
        QVERIFY(s.heard.isEmpty());
    }

    void events_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QStringList>("expected");
        const auto event = [](const QByteArray &what, const QByteArray &attributes = "from='friend@far.example' type='headline'") {
            return QByteArray("<message " + attributes + "><event xmlns='http://jabber.org/protocol/pubsub#event'>" + what + "</event></message>");
        };
        const QByteArray item = "<items node='urn:node'><item id='1'><v xmlns='urn:node'>x</v></item></items>";
        QTest::newRow("an item") << event(item) << QStringList{u"friend@far.example|1|x"_s};
        QTest::newRow("ours, without from") << event(item, "type='headline'") << QStringList{u"me@home.example|1|x"_s};
        QTest::newRow("from a device: its person's") << event(item, "from='friend@far.example/x' type='headline'") << QStringList{u"friend@far.example|1|x"_s};
        QTest::newRow("another node") << event("<items node='urn:other'><item id='1'><v xmlns='urn:node'>x</v></item></items>") << QStringList{};
        QTest::newRow("without payload") << event("<items node='urn:node'><item id='1'/></items>") << QStringList{u"friend@far.example|1|-"_s};
        QTest::newRow("taken back") << event("<items node='urn:node'><retract id='1'/></items>") << QStringList{u"friend@far.example|1|-"_s};
        QTest::newRow("emptied") << event("<purge node='urn:node'/>") << QStringList{u"friend@far.example||-"_s};
        QTest::newRow("gone") << event("<delete node='urn:node'/>") << QStringList{u"friend@far.example||-"_s};
        QTest::newRow("no node") << event("<items><item id='1'/></items>") << QStringList{};
        QTest::newRow("nothing") << event("") << QStringList{};
        QTest::newRow("an error") << event(item, "from='friend@far.example' type='error'") << QStringList{};
        QTest::newRow("in a group") << event(item, "from='room@far.example/x' type='groupchat'") << QStringList{};
        QTest::newRow("an endless id") << event("<items node='urn:node'><item id='" + QByteArray(3000, 'i') + "'/></items>") << QStringList{};
    }

    void events()
    {
        QFETCH(QByteArray, message);
        QFETCH(QStringList, expected);
        Online s;
        s.inject(message);
        QCOMPARE(s.heard, expected);
        QVERIFY(s.sink.messages.isEmpty());
    }

    //! Somebody's words are kept whatever else is in the message.
    void wordsGoOn()
    {
        Online s;
        s.inject("<message from='friend@far.example' type='chat'><body>hi</body><event xmlns='http://jabber.org/protocol/pubsub#event'><purge "
                 "node='urn:node'/></event></message>");
        QCOMPARE(s.sink.messages.size(), 1);
    }

    void fetching()
    {
        Online s;
        const test::Answer answer(s.pep.fetch(jid(u"friend@far.example"), u"urn:node"_s, u"1"_s));
        const auto asked = std::optional(test::takeSent(s));
        QCOMPARE(asked->attribute(u"to").value().toString(), u"friend@far.example"_s);
        QVERIFY(asked->toXml().contains("<items node='urn:node'><item id='1'/></items>"));
        s.inject("<iq type='result' from='friend@far.example' id='" + asked->attribute(u"id")->toUtf8()
            + "'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:node'><item id='2'><v xmlns='urn:node'>no</v></item><item id='1'><v "
              "xmlns='urn:node'>x</v></item></items></pubsub></iq>");
        QVERIFY(answer.isThere() && *answer);
        QCOMPARE((*answer)->text(), u"x"_s);
    }

    void fetchingNothing()
    {
        Online s;
        const test::Answer answer(s.pep.fetch(jid(u"friend@far.example"), u"urn:node"_s, {}));
        const auto asked = std::optional(test::takeSent(s));
        QVERIFY(asked->toXml().contains("<items node='urn:node' max_items='1'/>"));
        s.inject("<iq type='result' from='friend@far.example' id='" + asked->attribute(u"id")->toUtf8() + "'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:node'/></pubsub></iq>");
        QVERIFY(answer.isThere() && !*answer);
        QCOMPARE(answer->error().condition, u"item-not-found"_s);
    }

    //! A node that is otherwise is made over (XEP-0060 7.1.5), and then takes the item.
    void publishing()
    {
        Online s;
        const auto payload = xml::Element::parse("<v xmlns='urn:node'>x</v>");
        const test::Answer answer(s.pep.publishElement(u"urn:node"_s, u"1"_s, *payload, xep::PepModule::Readers::Everybody));
        const auto next = [&s] { return test::takeSent(s); };
        const xml::Element first = next();
        QVERIFY(!first.attribute(u"to"));
        QVERIFY(first.toXml().contains("<publish node='urn:node'><item id='1'><v xmlns='urn:node'>x</v></item></publish>"));
        QVERIFY(first.toXml().contains("<field var='pubsub#access_model'><value>open</value></field>"));
        s.inject("<iq type='error' id='" + first.attribute(u"id")->toUtf8()
            + "'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><precondition-not-met xmlns='http://jabber.org/protocol/pubsub#errors'/></error></iq>");
        const xml::Element second = next();
        QVERIFY(second.toXml().contains("<configure node='urn:node'>"));
        s.inject("<iq type='result' id='" + second.attribute(u"id")->toUtf8() + "'/>");
        QVERIFY(!answer.isThere());
        s.inject("<iq type='result' id='" + next().attribute(u"id")->toUtf8() + "'/>");
        QVERIFY(answer.isThere() && *answer);
    }
};

QTEST_GUILESS_MAIN(TestPep)
#include "tst_pep.moc"
