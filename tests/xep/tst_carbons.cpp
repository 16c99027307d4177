// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/carbons/carbons.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Source = session::Incoming::Source;
using test::jid;

class TestCarbons final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        xep::CarbonsModule carbons{session};
        test::Sink sink{session};
        Online() { online({.inlineEnabled = {u"urn:xmpp:carbons:2"_s}}); }
    };

    static QByteArray wrapped(const QByteArray &attributes, const QByteArray &kind, const QByteArray &forwarded, const QByteArray &more = {})
    {
        return "<message " + attributes + "><" + kind + " xmlns='urn:xmpp:carbons:2'>" + forwarded + "</" + kind + ">" + more + "</message>";
    }
    static QByteArray forwarded(const QByteArray &inner) { return "<forwarded xmlns='urn:xmpp:forward:0'>" + inner + "</forwarded>"; }
    static QByteArray received(const QByteArray &content = "<body>hi</body>", const QByteArray &attributes = "type='chat'")
    {
        return "<message xmlns='jabber:client' from='friend@far.example/x' to='me@home.example/there' " + attributes + ">" + content + "</message>";
    }
    static QByteArray sent(const QByteArray &content = "<body>hi</body>", const QByteArray &attributes = "type='chat'")
    {
        return "<message xmlns='jabber:client' from='me@home.example/there' to='friend@far.example' " + attributes + ">" + content + "</message>";
    }

private Q_SLOTS:
    void payload() { QVERIFY(test::bothWays(xep::CarbonsEnable{}, "<enable xmlns='urn:xmpp:carbons:2'/>")); }

    void enabling()
    {
        test::TestSession s;
        xep::CarbonsModule carbons(s.session);
        QSignalSpy changed(&carbons, &xep::CarbonsModule::enabledChanged);
        s.online();
        QVERIFY(s.expect("<iq id='$e' type='set'><enable xmlns='urn:xmpp:carbons:2'/></iq>"));
        QVERIFY(!carbons.isEnabled());
        s.inject("<iq id='$e' type='result' from='me@home.example'/>");
        QVERIFY(carbons.isEnabled());
        s.wire().breakOff();
        QVERIFY(!carbons.isEnabled());
        s.online();
        QVERIFY(s.expect("<iq id='$f' type='set'><enable xmlns='urn:xmpp:carbons:2'/></iq>"));
        s.inject("<iq id='$f' type='error'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QVERIFY(!carbons.isEnabled());
        QCOMPARE(changed.size(), 2);
    }

    void enabledInline()
    {
        test::TestSession s;
        xep::CarbonsModule carbons(s.session);
        s.online({.inlineEnabled = {u"urn:xmpp:carbons:2"_s}});
        QVERIFY(s.quiet());
        QVERIFY(carbons.isEnabled());
        QCOMPARE(xep::CarbonsModule::inlineFeature().name, u"urn:xmpp:carbons:2"_s);
        QCOMPARE(xep::CarbonsModule::inlineFeature().request, "<enable xmlns='urn:xmpp:carbons:2'/>");
    }

    void legitimate()
    {
        Online s;
        s.inject(wrapped("from='me@home.example' to='me@home.example/here' type='chat'", "received", forwarded(received())));
        s.inject(wrapped("from='ME@Home.example' type='chat'", "sent", forwarded(sent()))); // B29: other letters, same account
        s.inject(wrapped("from='me@home.example'", "received", forwarded(received({}, "type='error'"))));
        s.inject(wrapped("type='chat'", "sent", forwarded(sent()))); // from nobody is from our account (RFC 6120 8.1.2.1)
        QCOMPARE(s.sink.messages.size(), 4);
        QCOMPARE(s.sink.messages[0].source, Source::CarbonReceived);
        QCOMPARE(s.sink.messages[0].message.from, jid(u"friend@far.example/x"));
        QCOMPARE(s.sink.messages[0].message.body, u"hi"_s);
        QCOMPARE(s.sink.messages[1].source, Source::CarbonSent);
        QCOMPARE(s.sink.messages[1].message.to, jid(u"friend@far.example"));
        QCOMPARE(s.sink.messages[2].message.type, stanza::MessageType::Error);
        // A word to ourselves is ours, whichever way it is copied.
        s.inject(wrapped("from='me@home.example'", "received",
            forwarded("<message xmlns='jabber:client' from='me@home.example/there' to='me@home.example'><body>note</body></message>")));
        QCOMPARE(s.sink.messages[4].source, Source::CarbonSent);
        // And what is no copy passes.
        s.inject("<message from='friend@far.example/x'><body>plain</body></message>");
        QCOMPARE(s.sink.messages[5].source, Source::Live);
    }

    // B29
    void forged_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const QByteArray own = "from='me@home.example'";
        for (const char *from : {"friend@far.example", "friend@far.example/x", "me@home.example/there", "me@home.example/here", "home.example",
                 "me@home.example.evil.example", "mе@home.example" /* a Cyrillic letter */, "room@chat.example/me"}) {
            QTest::addRow("received from %s", from) << wrapped("from='" + QByteArray(from) + "'", "received", forwarded(received()));
            QTest::addRow("sent from %s", from) << wrapped("from='" + QByteArray(from) + "'", "sent", forwarded(sent()));
        }
        QTest::newRow("wrapper of a room") << wrapped(own + " type='groupchat'", "received", forwarded(received()));
        QTest::newRow("wrapper is an error") << wrapped(own + " type='error'", "received", forwarded(received()));
        QTest::newRow("inner of a room") << wrapped(own, "received", forwarded(received("<body>hi</body>", "type='groupchat'")));
        QTest::newRow("sent, but not by us") << wrapped(own, "sent", forwarded(received()));
        QTest::newRow("sent, but to nobody") << wrapped(own, "sent", forwarded("<message xmlns='jabber:client' from='me@home.example/there'><body>hi</body></message>"));
        QTest::newRow("received, but not for us") << wrapped(own, "received", forwarded(sent()));
        QTest::newRow("received, for nobody") << wrapped(own, "received", forwarded("<message xmlns='jabber:client' from='friend@far.example/x'><body>hi</body></message>"));
        QTest::newRow("inner from nobody") << wrapped(own, "received", forwarded("<message xmlns='jabber:client' to='me@home.example/there'><body>hi</body></message>"));
        QTest::newRow("inner from nonsense")
            << wrapped(own, "received", forwarded("<message xmlns='jabber:client' from='a@b@c' to='me@home.example/there'><body>hi</body></message>"));
        QTest::newRow("copy in a copy") << wrapped(own, "received", forwarded(received("<received xmlns='urn:xmpp:carbons:2'>" + forwarded(received()) + "</received>")));
        QTest::newRow("archive in a copy") << wrapped(own, "received", forwarded(received("<result xmlns='urn:xmpp:mam:2'>" + forwarded(received()) + "</result>")));
        QTest::newRow("nothing forwarded") << wrapped(own, "received", {});
        QTest::newRow("nothing inside") << wrapped(own, "received", forwarded({}));
        QTest::newRow("forwarded twice") << wrapped(own, "received", forwarded(received()) + forwarded(received()));
        QTest::newRow("two inside") << wrapped(own, "received", forwarded(received() + received()));
        QTest::newRow("two copies") << wrapped(own, "received", forwarded(received()), "<received xmlns='urn:xmpp:carbons:2'>" + forwarded(received()) + "</received>");
        QTest::newRow("received and sent") << wrapped(own, "received", forwarded(received()), "<sent xmlns='urn:xmpp:carbons:2'>" + forwarded(sent()) + "</sent>");
        QTest::newRow("inner of a server stream") << wrapped(own, "received",
            forwarded("<message xmlns='jabber:server' from='friend@far.example/x' to='me@home.example/there'><body>hi</body></message>"));
        QTest::newRow("inner without the namespace") << wrapped(own, "received",
            forwarded("<message from='friend@far.example/x' to='me@home.example/there'><body>hi</body></message>"));
        QTest::newRow("a presence inside") << wrapped(own, "received", forwarded("<presence xmlns='jabber:client' from='friend@far.example/x'/>"));
        QTest::newRow("private") << wrapped(own, "received", forwarded(received("<body>hi</body><private xmlns='urn:xmpp:carbons:2'/>")));
        QTest::newRow("no-copy") << wrapped(own, "received", forwarded(received("<body>hi</body><no-copy xmlns='urn:xmpp:hints'/>")));
    }

    void forged()
    {
        QFETCH(QByteArray, xml);
        Online s;
        s.inject(xml);
        QCOMPARE(s.sink.messages.size(), 0);
        QVERIFY(s.quiet());
    }

    void forwardedAloneIsNoCopy()
    {
        Online s;
        s.inject("<message from='friend@far.example/x'><body>look</body>" + forwarded(received()) + "</message>");
        QCOMPARE(s.sink.messages.size(), 1);
        QCOMPARE(s.sink.messages[0].message.body, u"look"_s);
        QCOMPARE(s.sink.messages[0].source, Source::Live);
    }

    // B29: in an archive nobody finds copies.
    void notFromAnArchive()
    {
        Online s;
        session::Incoming incoming;
        incoming.message = *stanza::Message::read(test::element(wrapped("from='me@home.example'", "received", forwarded(received()))));
        incoming.source = Source::Archive;
        s.session.inject(incoming);
        QCOMPARE(s.sink.messages.size(), 0);
    }

    void aCopyThatCameLate()
    {
        Online s;
        s.inject(wrapped("from='me@home.example'", "received", forwarded(received()),
            "<delay xmlns='urn:xmpp:delay' from='home.example' stamp='2020-01-01T00:00:00Z'/>"));
        QVERIFY(s.sink.messages[0].delayed);
        QCOMPARE(s.sink.messages[0].time, QDateTime(QDate(2020, 1, 1), QTime(0, 0), QTimeZone::UTC));
    }
};

QTEST_GUILESS_MAIN(TestCarbons)
#include "tst_carbons.moc"
