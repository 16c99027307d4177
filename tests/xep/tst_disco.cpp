// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/disco/disco.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;
using xep::DiscoInfo;

class TestDisco final : public QObject
{
    Q_OBJECT

private:
    static constexpr char ServiceUnavailable[] = "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";

    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        Online() { online(); }
    };

private Q_SLOTS:
    void payloads()
    {
        DiscoInfo info;
        info.node = u"n"_s;
        info.identities = {{u"client"_s, u"pc"_s, u"en"_s, u"P"_s}, {u"client"_s, u"phone"_s, {}, {}}};
        info.features = {{u"urn:x"_s}};
        info.forms = {{u"result"_s, {{u"FORM_TYPE"_s, u"hidden"_s, {u"t"_s}}, {u"os"_s, {}, {u"a"_s, u"b"_s}}}}};
        QVERIFY(test::bothWays(info,
            "<query xmlns='http://jabber.org/protocol/disco#info' node='n'><identity category='client' type='pc' xml:lang='en' name='P'/>"
            "<identity category='client' type='phone'/><feature var='urn:x'/><x xmlns='jabber:x:data' type='result'>"
            "<field var='FORM_TYPE' type='hidden'><value>t</value></field><field var='os'><value>a</value><value>b</value></field></x></query>"));
        QVERIFY(test::bothWays(xep::DiscoItems{{}, {{jid(u"a.example"), u"n"_s, u"N"_s}}},
            "<query xmlns='http://jabber.org/protocol/disco#items'><item jid='a.example' node='n' name='N'/></query>"));
        QVERIFY(test::refused<xep::Identity>("<identity xmlns='http://jabber.org/protocol/disco#info' category='client'/>"));
        QVERIFY(test::refused<xep::Feature>("<feature xmlns='http://jabber.org/protocol/disco#info'/>"));
        QVERIFY(test::refused<xep::DiscoItem>("<item xmlns='http://jabber.org/protocol/disco#items' jid='@'/>"));
        QVERIFY(test::refused<DiscoInfo>("<query xmlns='http://jabber.org/protocol/disco#items'/>"));
    }

    // B25: who may know that we are here and what we are.
    void whoMayAsk_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("answered");
        QTest::newRow("nobody, so the server") << QByteArray() << true;
        QTest::newRow("our server") << QByteArray("home.example") << true;
        QTest::newRow("our account") << QByteArray("me@home.example") << true;
        QTest::newRow("our other device") << QByteArray("me@home.example/there") << true;
        QTest::newRow("contact") << QByteArray("friend@far.example/x") << true;
        QTest::newRow("stranger") << QByteArray("stranger@far.example/x") << false;
        QTest::newRow("contact's server") << QByteArray("far.example") << false;
        QTest::newRow("somebody of our server") << QByteArray("other@home.example/x") << false;
        QTest::newRow("a service of our server") << QByteArray("home.example/x") << false;
    }

    void whoMayAsk()
    {
        QFETCH(QByteArray, from);
        QFETCH(bool, answered);
        Online s;
        const QByteArray sender = from.isEmpty() ? QByteArray() : " from='" + from + "'";
        const QByteArray to = from.isEmpty() ? QByteArray() : " to='" + from + "'";
        for (const char *ns : {"http://jabber.org/protocol/disco#info", "http://jabber.org/protocol/disco#items"}) {
            s.inject("<iq type='get' id='q'" + sender + "><query xmlns='" + ns + "'/></iq>");
            const bool info = QByteArray(ns).endsWith("info");
            const QByteArray content = info ? "<identity category='client' type='pc' name='Palique'/><feature var='http://jabber.org/protocol/disco#info'/>"
                                              "<feature var='http://jabber.org/protocol/disco#items'/>"
                                            : "";
            if (answered)
                QVERIFY(s.expect("<iq type='result' id='q'" + to + "><query xmlns='" + ns + "'>" + content + "</query></iq>"));
            else
                QVERIFY(s.expect("<iq type='error' id='q'" + to + ">" + ServiceUnavailable + "</iq>"));
        }
        QVERIFY(s.quiet());
    }

    void nodes()
    {
        Online s;
        s.inject("<iq type='get' id='q'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:x-palique:client#anything'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:x-palique:client#anything'>"
                         "<identity category='client' type='pc' name='Palique'/><feature var='http://jabber.org/protocol/disco#info'/>"
                         "<feature var='http://jabber.org/protocol/disco#items'/></query></iq>"));
        s.inject("<iq type='get' id='q'><query xmlns='http://jabber.org/protocol/disco#info' node='other'/></iq>");
        QVERIFY(s.expect("<iq type='error' id='q'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
    }

    void asking()
    {
        Online s;
        test::Answer info(s.disco.info(jid(u"far.example"), u"n"_s));
        QVERIFY(s.expect("<iq type='get' id='$a' to='far.example'><query xmlns='http://jabber.org/protocol/disco#info' node='n'/></iq>"));
        s.inject("<iq type='result' id='$a' from='evil.example'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='evil'/></query></iq>");
        QVERIFY(!info.isThere()); // B25: not the one we asked
        s.inject("<iq type='result' id='$a' from='far.example'><query xmlns='http://jabber.org/protocol/disco#info'>"
                 "<identity category='server' type='im'/><identity/><feature var='urn:x'/><feature/></query></iq>");
        QVERIFY(info.isThere() && *info);
        QVERIFY((*info)->has(u"urn:x"));
        QCOMPARE((*info)->identities.size(), 1);

        test::Answer empty(s.disco.info(jid(u"far.example")));
        QVERIFY(s.expect("<iq type='get' id='$b' to='far.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        s.inject("<iq type='result' id='$b' from='far.example'/>");
        QCOMPARE(empty->error().kind, ErrorKind::Protocol);
    }

    // B48: ten thousand features, a hundred thousand items, an item that is itself.
    void tooMuch()
    {
        Online s;
        QByteArray features, items = "<item jid='far.example' node='n'/><item jid='far.example'/>";
        for (int i = 0; i < 10'000; ++i)
            features += "<feature var='urn:x:" + QByteArray::number(i) + "'/>";
        for (int i = 0; i < 100'000; ++i)
            items += "<item jid='i" + QByteArray::number(i) + ".example'/>";
        test::Answer info(s.disco.info(jid(u"far.example")));
        QVERIFY(s.expect("<iq type='get' id='$a' to='far.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        s.inject("<iq type='result' id='$a' from='far.example'><query xmlns='http://jabber.org/protocol/disco#info'>" + features + "</query></iq>");
        QCOMPARE(info->error().kind, ErrorKind::Protocol);

        test::Answer list(s.disco.items(jid(u"far.example")));
        QVERIFY(s.expect("<iq type='get' id='$b' to='far.example'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>"));
        s.inject("<iq type='result' id='$b' from='far.example'><query xmlns='http://jabber.org/protocol/disco#items'>" + items + "</query></iq>");
        QCOMPARE((*list)->size(), xep::DiscoModule::MaxItems);
        QCOMPARE((*list)->first().node, u"n"_s); // another node of the same is not itself
        QCOMPARE((*list)->at(1).jid, jid(u"i0.example"));
    }
};

QTEST_GUILESS_MAIN(TestDisco)
#include "tst_disco.moc"
