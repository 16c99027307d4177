// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/displayed/displayed.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestDisplayed final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        xep::ServerFeaturesModule features{session, disco};
        xep::PepModule pep{session, features};
        xep::DisplayedModule displayed{session, pep};
        QSignalSpy heard{&displayed, &xep::DisplayedModule::displayed};

        Online() { signIn("a"); }
        //! The server answers with these items, or that there are none.
        void catchUp(const QByteArray &name, const QByteArray &items)
        {
            displayed.catchUp().detach();
            (void)expect("<iq id='$" + name + "' type='get' to='me@home.example'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:mds:displayed:0'/></pubsub></iq>");
            if (items.isEmpty())
                inject("<iq id='$" + name + "' type='error' from='me@home.example'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
            else
                inject("<iq id='$" + name + "' type='result' from='me@home.example'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:mds:displayed:0'>" + items + "</items></pubsub></iq>");
        }
        void signIn(const QByteArray &name)
        {
            online();
            (void)expect("<iq id='$" + name + "' type='get' to='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
            inject("<iq id='$" + name + "' type='result' from='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='pubsub' type='pep'/></query></iq>");
            wire().forgetUnseen();
        }
        bool published(const QByteArray &chat, const QByteArray &id, const QByteArray &name)
        {
            return expect("<iq id='$" + name + "' type='set'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='urn:xmpp:mds:displayed:0'><item id='" + chat
                + "'><displayed xmlns='urn:xmpp:mds:displayed:0'><stanza-id xmlns='urn:xmpp:sid:0' id='" + id + "' by='me@home.example'/></displayed></item></publish>"
                  "<publish-options><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/pubsub#publish-options</value></field>"
                  "<field var='pubsub#persist_items'><value>true</value></field><field var='pubsub#access_model'><value>whitelist</value></field>"
                  "<field var='pubsub#max_items'><value>max</value></field><field var='pubsub#send_last_published_item'><value>never</value></field></x></publish-options></pubsub></iq>");
        }
    };

    static QByteArray item(const QByteArray &chat, const QByteArray &id, const QByteArray &by = "me@home.example")
    {
        return "<item id='" + chat + "'><displayed xmlns='urn:xmpp:mds:displayed:0'><stanza-id xmlns='urn:xmpp:sid:0' by='" + by + "' id='" + id + "'/></displayed></item>";
    }
    static QByteArray event(const QByteArray &from, const QByteArray &items)
    {
        return "<message from='" + from + "' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='urn:xmpp:mds:displayed:0'>" + items
            + "</items></event></message>";
    }

private Q_SLOTS:
    void payload()
    {
        QVERIFY(test::bothWays(xep::DisplayedUpTo{{u"i"_s, jid(u"me@home.example")}},
            "<displayed xmlns='urn:xmpp:mds:displayed:0'><stanza-id xmlns='urn:xmpp:sid:0' id='i' by='me@home.example'/></displayed>"));
        QVERIFY(test::refused<xep::DisplayedUpTo>("<displayed xmlns='urn:xmpp:mds:displayed:0'/>"));
    }

    void hears()
    {
        Online s;
        QVERIFY(s.session.ownFeatures().contains(u"urn:xmpp:mds:displayed:0+notify"_s));
        s.inject(event("me@home.example", item("friend@far.example", "a1")));
        QCOMPARE(s.heard.size(), 1);
        QCOMPARE(s.heard.at(0).at(0).value<Jid>(), jid(u"friend@far.example"));
        QCOMPARE(s.heard.at(0).at(1).toString(), u"a1"_s);
        // What others say of themselves is theirs, another archive's ids are not ours, and an address must be one.
        s.inject(event("friend@far.example", item("friend@far.example", "a2")));
        s.inject(event("me@home.example", item("friend@far.example", "a3", "far.example")));
        s.inject(event("me@home.example", item("a@b@c", "a4")));
        s.inject(event("me@home.example", item("friend@far.example", "")));
        s.inject(event("me@home.example", "<item id='friend@far.example'/><retract id='friend@far.example'/>"));
        QCOMPARE(s.heard.size(), 1);
    }

    void publishesWhenItRests()
    {
        Online s;
        s.catchUp("c", {});
        s.displayed.publish(jid(u"friend@far.example"), u"a1"_s);
        s.clock.advance(xep::DisplayedModule::Rest / 2);
        s.displayed.publish(jid(u"friend@far.example"), u"a2"_s);
        QVERIFY(s.quiet());
        s.clock.advance(xep::DisplayedModule::Rest);
        QVERIFY(s.published("friend@far.example", "a2", "p"));
        QVERIFY(s.quiet());
    }

    //! What was read without a connection waits for what the others have read meanwhile.
    void catchesUp()
    {
        Online s;
        s.wire().breakOff();
        s.displayed.publish(jid(u"friend@far.example"), u"a9"_s);
        s.displayed.publish(jid(u"third@far.example"), u"a8"_s);
        s.clock.advance(xep::DisplayedModule::Rest);
        s.signIn("b");
        QSignalSpy apart(&s.displayed, &xep::DisplayedModule::apart);
        s.catchUp("f", item("friend@far.example", "a1") + item("other@far.example", "a2"));
        QCOMPARE(s.heard.size(), 1);
        QCOMPARE(apart.size(), 1);
        QCOMPARE(apart.at(0).at(1).toString(), u"a1"_s);
        QVERIFY(s.published("third@far.example", "a8", "p")); // of which nobody else had said anything
        QVERIFY(s.quiet());
        // Once a session.
        s.displayed.catchUp().detach();
        QVERIFY(s.quiet());
    }
};

QTEST_GUILESS_MAIN(TestDisplayed)
#include "tst_displayed.moc"
