// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/carbons/carbons.h"
#include "xep/chatstates/chatstates.h"
#include "xep/delay/delay.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::jid;
using xep::ChatState;

class TestChatStates final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::CarbonsModule carbons{session};
        xep::DelayModule delay{session};
        xep::ChatStatesModule states{session, trust};
        QSignalSpy typing{&states, &xep::ChatStatesModule::typingChanged};

        Online() { online({.inlineEnabled = {u"urn:xmpp:carbons:2"_s}}); }

        void says(const QByteArray &content, const QByteArray &from = "friend@far.example/x")
        {
            inject("<message from='" + from + "' type='chat'>" + content + "</message>");
        }
        //! What decorate() adds to words of ours.
        [[nodiscard]] bool addsActive(QStringView to = u"friend@far.example", stanza::MessageType type = stanza::MessageType::Chat)
        {
            stanza::Message message;
            message.to = jid(to);
            message.type = type;
            message.body = u"hi"_s;
            states.decorate(message);
            return message.toXml().contains("<active xmlns='http://jabber.org/protocol/chatstates'/>");
        }
        [[nodiscard]] bool sends(const QByteArray &state, const QByteArray &to = "friend@far.example")
        {
            return expect("<message to='" + to + "' id='*' type='chat'><" + state + " xmlns='http://jabber.org/protocol/chatstates'/></message>");
        }
    };

    static QByteArray state(const QByteArray &name) { return "<" + name + " xmlns='http://jabber.org/protocol/chatstates'/>"; }

private Q_SLOTS:
    void onTheWire()
    {
        const QList<std::pair<ChatState, QByteArray>> table{{ChatState::Active, "active"}, {ChatState::Composing, "composing"}, {ChatState::Paused, "paused"},
            {ChatState::Inactive, "inactive"}, {ChatState::Gone, "gone"}};
        for (const auto &[value, name] : table) {
            stanza::Message message;
            xep::addChatState(message, value);
            QCOMPARE(message.toXml(), "<message>" + state(name) + "</message>");
            QCOMPARE(xep::chatStateOf(*stanza::Message::read(test::element("<message>" + state(name) + "</message>"))), value);
        }
        for (const QByteArray &bad : {QByteArray(), state("sleeping"), state("active") + state("composing"), QByteArray("<composing xmlns='urn:other'/>")})
            QVERIFY2(!xep::chatStateOf(*stanza::Message::read(test::element("<message>" + bad + "</message>"))), bad.constData());
    }

    // 5.1: our words say "active" until they answer without a state.
    void discovery()
    {
        Online s;
        QVERIFY(s.addsActive());
        s.states.set(jid(u"friend@far.example"), ChatState::Composing);
        QVERIFY(s.quiet()); // not known yet whether they understand
        s.says("<body>yes</body>" + state("active"));
        s.states.set(jid(u"friend@far.example"), ChatState::Composing);
        QVERIFY(s.sends("composing"));
        s.says("<body>from another client</body>");
        QVERIFY(!s.addsActive());
        s.states.set(jid(u"friend@far.example"), ChatState::Paused);
        QVERIFY(s.quiet());
        s.says(state("composing"));
        QVERIFY(s.addsActive());
        QVERIFY(!s.addsActive(u"room@far.example", stanza::MessageType::GroupChat));
        QVERIFY(!s.addsActive(u"friend@far.example", stanza::MessageType::Normal));
        s.states.setSharing(xep::Sharing::Off);
        QVERIFY(!s.addsActive());
    }

    void noStateTwice()
    {
        Online s;
        s.says(state("active"));
        const Jid peer = jid(u"friend@far.example");
        s.states.set(peer, ChatState::Active); // a chat begins so
        s.states.set(peer, ChatState::Paused); // who has not typed cannot pause
        QVERIFY(s.quiet());
        s.states.set(peer, ChatState::Composing);
        s.states.set(peer, ChatState::Composing);
        QVERIFY(s.sends("composing"));
        QVERIFY(s.quiet());
        s.states.set(peer, ChatState::Paused);
        QVERIFY(s.sends("paused"));
        s.states.set(peer, ChatState::Composing);
        QVERIFY(s.sends("composing"));
        QVERIFY(s.addsActive()); // the message itself says so now
        s.states.set(peer, ChatState::Active);
        QVERIFY(s.quiet());
        s.states.set(peer, ChatState::Inactive);
        QVERIFY(s.sends("inactive"));
        s.states.set(peer, ChatState::Gone);
        QVERIFY(s.sends("gone"));
    }

    // B37: only a contact, or who wrote to us, learns what we do.
    void strangers()
    {
        Online s;
        const Jid stranger = jid(u"stranger@far.example");
        s.says(state("active"), "stranger@far.example/x");
        s.states.set(stranger, ChatState::Composing);
        QVERIFY(s.quiet());
        s.says("<body>hello</body>" + state("active"), "stranger@far.example/x");
        s.states.set(stranger, ChatState::Composing);
        QVERIFY(s.sends("composing", "stranger@far.example"));
        s.states.setSharing(xep::Sharing::Off);
        s.states.set(stranger, ChatState::Paused);
        s.states.set(jid(u"me@home.example"), ChatState::Composing);
        QVERIFY(s.quiet());
    }

    void typing()
    {
        Online s;
        s.says(state("composing"));
        s.says(state("composing"));
        QCOMPARE(s.typing.size(), 1);
        QVERIFY(s.states.isTyping(jid(u"friend@far.example/other")));
        s.says(state("paused"));
        QCOMPARE(s.typing.size(), 2);
        QCOMPARE(s.typing[1][1].toBool(), false);
        s.says(state("composing"));
        s.says("<received xmlns='urn:xmpp:receipts' id='1'/>"); // says nothing about typing
        QVERIFY(s.states.isTyping(jid(u"friend@far.example")));
        s.says("<body>there</body>"); // the words end it
        QVERIFY(!s.states.isTyping(jid(u"friend@far.example")));
        s.says("<body>there</body>" + state("composing")); // against 5.5
        QVERIFY(!s.states.isTyping(jid(u"friend@far.example")));
    }

    // B38: typing for ever.
    void typingEnds()
    {
        Online s;
        s.says(state("composing"));
        s.clock.advance(59s);
        QVERIFY(s.states.isTyping(jid(u"friend@far.example")));
        s.says(state("composing")); // still at it
        s.clock.advance(59s);
        QVERIFY(s.states.isTyping(jid(u"friend@far.example")));
        s.clock.advance(1s);
        QVERIFY(!s.states.isTyping(jid(u"friend@far.example")));
        QCOMPARE(s.typing.size(), 2);
    }

    // B38: a flood.
    void flood()
    {
        Online s;
        for (int i = 0; i < 5'000; ++i) {
            s.says(state("composing"));
            s.says(state("paused"));
        }
        QCOMPARE(s.typing.size(), 2 * xep::ChatStatesModule::MaxChanges);
        s.clock.advance(xep::ChatStatesModule::Window);
        s.says(state("composing"));
        QVERIFY(s.states.isTyping(jid(u"friend@far.example")));
        for (int i = 0; i < 5'000; ++i)
            s.says(state("composing"), "s" + QByteArray::number(i) + "@far.example/x");
        QVERIFY(s.typing.size() <= 2 * xep::ChatStatesModule::MaxChanges + 1 + xep::ChatStatesModule::MaxPeers);
    }

    void oldAndForeignOnes_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("delayed") << "<message from='friend@far.example/x' type='chat'>" + state("composing")
                + "<delay xmlns='urn:xmpp:delay' from='home.example' stamp='2020-01-01T00:00:00Z'/></message>";
        QTest::newRow("our other device typing") << "<message from='me@home.example'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                                                    "<message xmlns='jabber:client' type='chat' from='me@home.example/there' to='friend@far.example'>"
                + state("composing") + "</message></forwarded></sent></message>";
        QTest::newRow("room") << "<message from='friend@far.example/nick' type='groupchat'>" + state("composing") + "</message>";
        QTest::newRow("error") << "<message from='friend@far.example/x' type='error'>" + state("composing") + "</message>";
        QTest::newRow("headline") << "<message from='friend@far.example/x' type='headline'>" + state("composing") + "</message>";
        QTest::newRow("two states") << "<message from='friend@far.example/x' type='chat'>" + state("composing") + state("composing") + "</message>";
    }

    void oldAndForeignOnes()
    {
        QFETCH(QByteArray, xml);
        Online s;
        s.inject(xml);
        QCOMPARE(s.typing.size(), 0);
        session::Incoming archived;
        archived.message = *stanza::Message::read(test::element("<message from='friend@far.example/x' type='chat'>" + state("composing") + "</message>"));
        archived.source = session::Incoming::Source::Archive;
        s.session.inject(archived);
        QCOMPARE(s.typing.size(), 0);
    }

    void aCopyOfTheirTypingCounts()
    {
        Online s;
        s.inject("<message from='me@home.example'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                 "<message xmlns='jabber:client' type='chat' from='friend@far.example/x' to='me@home.example/there'>"
            + state("composing") + "</message></forwarded></received></message>");
        QVERIFY(s.states.isTyping(jid(u"friend@far.example")));
    }

    void theSessionEnds()
    {
        Online s;
        s.says(state("composing"));
        s.wire().breakOff();
        QCOMPARE(s.typing.size(), 2);
        QVERIFY(!s.states.isTyping(jid(u"friend@far.example")));
    }
};

QTEST_GUILESS_MAIN(TestChatStates)
#include "tst_chatstates.moc"
