// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "crypto/runtime.h"
#include "xep/modules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

//! All modules together: what a session says when it begins, what a message carries, and that nothing is left behind.
class TestModules final : public QObject
{
    Q_OBJECT

private:
    crypto::Runtime m_runtime;

private Q_SLOTS:
    void theBeginning()
    {
        test::TestSession s;
        test::FakeTrust trust;
        test::FakeRosterStore store;
        test::FakeCapsCache cache;
        xep::Modules modules(s.session, trust, store, cache);
        s.online();
        QVERIFY(s.expect("<iq id='*' type='get'><query xmlns='jabber:iq:roster'/></iq>"));
        QVERIFY(s.expect("<iq id='*' type='get' to='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        QVERIFY(s.expect("<iq id='*' type='get' to='home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        QVERIFY(s.expect("<iq id='*' type='set'><enable xmlns='urn:xmpp:carbons:2'/></iq>"));
        QVERIFY(s.expect("<presence><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='urn:x-palique:client' ver='*'/></presence>"));
        QCoreApplication::processEvents();
        QVERIFY(s.quiet());
        QCOMPARE(s.session.ownFeatures(),
            (QStringList{u"http://jabber.org/protocol/caps"_s, u"http://jabber.org/protocol/chatstates"_s, u"http://jabber.org/protocol/disco#info"_s,
                u"http://jabber.org/protocol/disco#items"_s, u"http://jabber.org/protocol/nick"_s, u"http://jabber.org/protocol/nick+notify"_s, u"jabber:iq:version"_s,
                u"urn:ietf:params:xml:ns:vcard-4.0"_s, u"urn:xmpp:avatar:metadata+notify"_s, u"urn:xmpp:carbons:2"_s, u"urn:xmpp:chat-markers:0"_s, u"urn:xmpp:mds:displayed:0+notify"_s, u"urn:xmpp:message-correct:0"_s, u"urn:xmpp:ping"_s,
                u"urn:xmpp:receipts"_s, u"urn:xmpp:sid:0"_s, u"urn:xmpp:styling:0"_s, u"urn:xmpp:time"_s}));
    }

    void aMessage()
    {
        test::TestSession s;
        test::FakeTrust trust;
        test::FakeRosterStore store;
        test::FakeCapsCache cache;
        xep::Modules modules(s.session, trust, store, cache);
        s.online();
        s.wire().forgetUnseen();
        stanza::Message message;
        message.to = jid(u"friend@far.example");
        message.type = stanza::MessageType::Chat;
        message.id = u"m1"_s;
        message.body = u"hi"_s;
        modules.decorate(message);
        s.session.send(message);
        QVERIFY(s.expect("<message to='friend@far.example' id='m1' type='chat'><body>hi</body><origin-id xmlns='urn:xmpp:sid:0' id='m1'/><request xmlns='urn:xmpp:receipts'/>"
                         "<markable xmlns='urn:xmpp:chat-markers:0'/><active xmlns='http://jabber.org/protocol/chatstates'/></message>"));
        QCOMPARE(modules.inlineFeatures().size(), 1);
        modules.csi.set(xep::CsiModule::State::Inactive);
        QCOMPARE(modules.inlineFeatures().size(), 2);
    }

    void nothingStays()
    {
        test::TestSession s;
        test::FakeTrust trust;
        test::FakeRosterStore store;
        test::FakeCapsCache cache;
        auto modules = std::make_unique<xep::Modules>(s.session, trust, store, cache);
        s.online();
        s.wire().forgetUnseen();
        modules.reset(); // with its requests under way
        QCoreApplication::processEvents();
        QVERIFY(s.quiet()); // a session that is torn down does not tell how it loses its features
        QVERIFY(s.session.ownFeatures().isEmpty());
        s.inject("<iq type='get' id='q'><ping xmlns='urn:xmpp:ping'/></iq>");
        QVERIFY(s.expect("<iq type='error' id='q'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
    }

    // B45: messages that say nothing, or nonsense, go through all stages and cost nothing.
    void emptyAndOddMessages()
    {
        test::TestSession s;
        test::FakeTrust trust;
        test::FakeRosterStore store;
        test::FakeCapsCache cache;
        xep::Modules modules(s.session, trust, store, cache);
        test::Sink sink(s.session);
        s.online();
        s.wire().forgetUnseen();
        const QList<QByteArray> messages{"<message/>", "<message from='friend@far.example/x'/>", "<message from='friend@far.example/x'><x xmlns='urn:unknown'><y/></x></message>",
            "<message from='friend@far.example/x' type='bogus'><body>hi</body></message>", "<message from='friend@far.example/x' type='error'/>",
            "<message from='friend@far.example/x' type='error' id='m1'><error/></message>",
            "<message from='stranger@far.example/x' type='error' id='m1'><error type='bogus'><nonsense/></error><request xmlns='urn:xmpp:receipts'/></message>",
            "<message from='friend@far.example/x' type='headline'><subject>news</subject></message>",
            "<message from='friend@far.example/x'><subject>only</subject></message>"};
        for (const QByteArray &xml : messages)
            s.inject(xml);
        QCOMPARE(sink.messages.size(), messages.size());
        QCOMPARE(sink.messages[3].message.type, stanza::MessageType::Normal);
        QCOMPARE(sink.messages[4].message.error->condition, u"undefined-condition"_s);
        s.inject("<message from='a@b@c'><body>hi</body></message>");
        QCOMPARE(sink.messages.size(), messages.size());
        QVERIFY(s.quiet());
    }
};

QTEST_GUILESS_MAIN(TestModules)
#include "tst_modules.moc"
