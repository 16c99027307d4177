// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/carbons/carbons.h"
#include "xep/hints/hints.h"
#include "xep/receipts/receipts.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestReceipts final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::CarbonsModule carbons{session};
        xep::ReceiptsModule receipts{session, trust};
        QSignalSpy delivered{&receipts, &xep::ReceiptsModule::delivered};

        Online()
        {
            online({.inlineEnabled = {u"urn:xmpp:carbons:2"_s}});
        }
    };

    static QByteArray carbon(const QByteArray &kind, const QByteArray &inner)
    {
        return "<message from='me@home.example'><" + kind + " xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>" + inner + "</forwarded></" + kind + "></message>";
    }

private Q_SLOTS:
    void payloads()
    {
        QVERIFY(test::bothWays(xep::ReceiptRequest{}, "<request xmlns='urn:xmpp:receipts'/>"));
        QVERIFY(test::bothWays(xep::Receipt{u"1"_s}, "<received xmlns='urn:xmpp:receipts' id='1'/>"));
        QVERIFY(test::refused<xep::Receipt>("<received xmlns='urn:xmpp:receipts'/>"));
        QVERIFY(test::bothWays(xep::StoreHint{}, "<store xmlns='urn:xmpp:hints'/>"));
        QVERIFY(test::bothWays(xep::NoStoreHint{}, "<no-store xmlns='urn:xmpp:hints'/>"));
        QVERIFY(test::bothWays(xep::NoPermanentStoreHint{}, "<no-permanent-store xmlns='urn:xmpp:hints'/>"));
        QVERIFY(test::bothWays(xep::NoCopyHint{}, "<no-copy xmlns='urn:xmpp:hints'/>"));
    }

    void requests()
    {
        Online s;
        const auto decorated = [&s](stanza::MessageType type, const QString &id, const QString &body) {
            stanza::Message message;
            message.type = type;
            message.id = id;
            message.body = body;
            s.receipts.decorate(message);
            return message.toXml().contains("<request xmlns='urn:xmpp:receipts'/>");
        };
        QVERIFY(decorated(stanza::MessageType::Chat, u"1"_s, u"hi"_s));
        QVERIFY(decorated(stanza::MessageType::Normal, u"1"_s, u"hi"_s));
        QVERIFY(!decorated(stanza::MessageType::GroupChat, u"1"_s, u"hi"_s));
        QVERIFY(!decorated(stanza::MessageType::Chat, {}, u"hi"_s));
        QVERIFY(!decorated(stanza::MessageType::Chat, u"1"_s, {}));
        QVERIFY(!decorated(stanza::MessageType::Error, u"1"_s, u"hi"_s));
    }

    void answersAContact()
    {
        Online s;
        s.inject("<message from='friend@far.example/x' id='m1' type='chat'><body>hi</body><request xmlns='urn:xmpp:receipts'/></message>");
        QVERIFY(s.expect("<message to='friend@far.example/x' id='*' type='chat'><received xmlns='urn:xmpp:receipts' id='m1'/><store xmlns='urn:xmpp:hints'/></message>"));
        // Kept by the server while we were away: this is the first time it arrives.
        s.inject("<message from='friend@far.example/x' id='m2'><body>hi</body><request xmlns='urn:xmpp:receipts'/>"
                 "<delay xmlns='urn:xmpp:delay' from='home.example' stamp='2020-01-01T00:00:00Z'/></message>");
        QVERIFY(s.expect("<message to='friend@far.example/x' id='*'><received xmlns='urn:xmpp:receipts' id='m2'/><store xmlns='urn:xmpp:hints'/></message>"));
        QVERIFY(s.quiet());
    }

    //! What an archive brings has arrived if it was not here before; whoever asked for nothing is told nothing.
    void confirmsWhatWasMissed()
    {
        Online s;
        const auto archived = [&s](const QByteArray &xml) {
            session::Incoming incoming;
            incoming.message = *stanza::Message::read(test::element(xml));
            incoming.source = session::Incoming::Source::Archive;
            s.session.inject(std::move(incoming));
        };
        archived("<message from='friend@far.example/x' id='m1' type='chat'><body>hi</body><request xmlns='urn:xmpp:receipts'/></message>");
        archived("<message from='friend@far.example/x' id='m2' type='chat'><body>hi</body></message>");
        archived("<message from='stranger@far.example/x' id='m3' type='chat'><body>hi</body><request xmlns='urn:xmpp:receipts'/></message>");
        archived("<message from='friend@far.example/x' id='m4' type='chat'><body>hi</body><request xmlns='urn:xmpp:receipts'/></message>");
        QVERIFY(s.quiet());
        const Jid friendly = jid(u"friend@far.example/x");
        s.receipts.confirmMissed({{friendly, u"m1"_s}, {friendly, u"m2"_s}, {jid(u"stranger@far.example/x"), u"m3"_s}, {friendly, u"m9"_s}});
        QVERIFY(s.expect("<message to='friend@far.example/x' id='*' type='chat'><received xmlns='urn:xmpp:receipts' id='m1'/><store xmlns='urn:xmpp:hints'/></message>"));
        QVERIFY(s.quiet());
        s.receipts.confirmMissed({{friendly, u"m4"_s}}); // of a page before: no news
        QVERIFY(s.quiet());
    }

    // B37, B45: who and what gets no answer.
    void noAnswer_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const QByteArray request = "<body>hi</body><request xmlns='urn:xmpp:receipts'/>";
        QTest::newRow("stranger") << "<message from='stranger@far.example/x' id='m' type='chat'>" + request + "</message>";
        QTest::newRow("contact's server") << "<message from='far.example' id='m' type='chat'>" + request + "</message>";
        QTest::newRow("room") << "<message from='friend@far.example/nick' id='m' type='groupchat'>" + request + "</message>";
        QTest::newRow("headline") << "<message from='friend@far.example/x' id='m' type='headline'>" + request + "</message>";
        QTest::newRow("error") << "<message from='friend@far.example/x' id='m' type='error'>" + request + "</message>";
        QTest::newRow("no id") << "<message from='friend@far.example/x' type='chat'>" + request + "</message>";
        QTest::newRow("huge id") << "<message from='friend@far.example/x' type='chat' id='" + QByteArray(1'000'000, 'i') + "'>" + request + "</message>";
        QTest::newRow("receipt and request") << "<message from='friend@far.example/x' id='m' type='chat'>" + request + "<received xmlns='urn:xmpp:receipts' id='1'/></message>";
        QTest::newRow("bad receipt and request") << "<message from='friend@far.example/x' id='m' type='chat'>" + request + "<received xmlns='urn:xmpp:receipts'/></message>";
        QTest::newRow("our other device") << "<message from='me@home.example/there' id='m' type='chat'>" + request + "</message>";
        QTest::newRow("ourselves") << "<message id='m' type='chat'>" + request + "</message>";
        QTest::newRow("not asked") << QByteArray("<message from='friend@far.example/x' id='m' type='chat'><body>hi</body></message>");
        QTest::newRow("copy of what another device got") << carbon("received",
            "<message xmlns='jabber:client' from='friend@far.example/x' to='me@home.example/there' id='m' type='chat'>" + request + "</message>");
        QTest::newRow("copy of what another device sent") << carbon("sent",
            "<message xmlns='jabber:client' from='me@home.example/there' to='friend@far.example' id='m' type='chat'>" + request + "</message>");
    }

    void noAnswer()
    {
        QFETCH(QByteArray, xml);
        Online s;
        s.inject(xml);
        QVERIFY(s.quiet());
    }

    void neverFromAnArchiveOrWhenSwitchedOff()
    {
        Online s;
        session::Incoming incoming;
        incoming.message = *stanza::Message::read(
            test::element("<message from='friend@far.example/x' id='m' type='chat'><body>hi</body><request xmlns='urn:xmpp:receipts'/></message>"));
        incoming.source = session::Incoming::Source::Archive;
        s.session.inject(incoming);
        QVERIFY(s.quiet());
        s.receipts.setSharing(xep::Sharing::Off);
        s.inject("<message from='friend@far.example/x' id='m1' type='chat'><body>hi</body><request xmlns='urn:xmpp:receipts'/></message>");
        QVERIFY(s.quiet());
    }

    void delivered()
    {
        Online s;
        s.inject("<message from='Friend@far.example/x' id='r'><received xmlns='urn:xmpp:receipts' id='m1'/></message>");
        s.inject(carbon("received",
            "<message xmlns='jabber:client' from='friend@far.example/x' to='me@home.example' type='chat'><received xmlns='urn:xmpp:receipts' id='m2'/><store xmlns='urn:xmpp:hints'/></message>"));
        QCOMPARE(s.delivered.size(), 2);
        QCOMPARE(s.delivered[0][0].value<Jid>(), jid(u"friend@far.example"));
        QCOMPARE(s.delivered[0][1].toString(), u"m1"_s);
        QCOMPARE(s.delivered[1][1].toString(), u"m2"_s);
        // B37, B45: from a room, as an error, for no id, for a huge one, by ourselves.
        for (const QByteArray &xml : {QByteArray("<message from='room@far.example/n' type='groupchat'><received xmlns='urn:xmpp:receipts' id='m'/></message>"),
                 QByteArray("<message from='friend@far.example/x' type='error'><received xmlns='urn:xmpp:receipts' id='m'/></message>"),
                 QByteArray("<message from='friend@far.example/x'><received xmlns='urn:xmpp:receipts'/></message>"),
                 QByteArray("<message from='friend@far.example/x'><received xmlns='urn:xmpp:receipts' id=''/></message>"),
                 QByteArray("<message from='friend@far.example/x'><received xmlns='urn:xmpp:receipts' id='" + QByteArray(2000, 'i') + "'/></message>"),
                 QByteArray("<message from='me@home.example/there'><received xmlns='urn:xmpp:receipts' id='m'/></message>"),
                 carbon("sent", "<message xmlns='jabber:client' from='me@home.example/there' to='friend@far.example'><received xmlns='urn:xmpp:receipts' id='m'/></message>")})
            s.inject(xml);
        QCOMPARE(s.delivered.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
