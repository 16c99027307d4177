// SPDX-License-Identifier: GPL-3.0-or-later
// The archive of a real server: a new device, what was missed, and two devices in step.
#include "im/person.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using test::bodies;
using test::Person;
using Phase = im::HistoryState::Phase;

class TestSync final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_crypto.check()); }

    void devices_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("domain");
        // Domains and people that no other test talks with at the same time.
        QTest::newRow("prosody") << u"prosody"_s << u"ecdsa.test"_s;
        QTest::newRow("ejabberd") << u"ejabberd"_s << u"ejabberd.test"_s;
    }

    void devices()
    {
        QFETCH(QString, name);
        QFETCH(QString, domain);
        const auto server = support::TestServer::load(name);
        QVERIFY2(server, "the server is not running");
        const bool isProsody = name == u"prosody";
        const Jid erin = Jid::of(isProsody ? u"erin" : u"alice", domain).value(), frank = Jid::of(u"frank", domain).value();
        QTemporaryDir folders[3];
        const auto open = [&](int which) { return std::make_unique<Person>(*server, folders[which].filePath(u"d"_s)); };
        const auto signIn = [&](Person &person, const Jid &who) {
            im::Account *account = person.signIn(who.toString(), server->accounts.value(who.local().toString()));
            if (!account)
                qWarning() << person.why;
            return account;
        };
        auto first = open(0), other = open(1);
        im::Account *atHome = signIn(*first, erin), *far = signIn(*other, frank);
        QVERIFY(atHome && far);
        const auto farChat = other->chat(far, erin), homeChat = first->chat(atHome, frank);
        // What an earlier run left in the archive is there as well.
        QTRY_COMPARE_WITH_TIMEOUT(atHome->history().phase, Phase::Complete, 60000);
        const auto homeSide = first->messenger->openTimeline(homeChat);
        QTRY_VERIFY(!homeSide->isLoading());
        const QStringList before = bodies(*homeSide);

        // 130 messages, some of ours between them.
        for (int i = 0; i < 130; ++i) {
            QVERIFY(other->send(farChat, u"word %1"_s.arg(i)));
            if (i % 13 == 0)
                QVERIFY(first->send(homeChat, u"answer %1"_s.arg(i)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(homeSide->messages().size(), before.size() + 140, 30000);
        const auto allKept = [&homeSide] {
            return std::ranges::all_of(homeSide->messages(), [](const data::Message &m) { return m.state == data::SendState::Acknowledged; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(allKept(), 20000);

        first->messenger->markRead(homeChat, homeSide->messages().last().id);

        // A new device has it all, in the archive's order, and nothing of it is new.
        auto second = open(2);
        im::Account *away = signIn(*second, erin);
        QVERIFY(away);
        QTRY_COMPARE_WITH_TIMEOUT(away->history().phase, Phase::Complete, 60000);
        QVERIFY(away->history().reachesStart);
        const auto awayChat = second->chat(away, frank);
        QCOMPARE(second->messenger->conversation(awayChat)->unread, 0);
        const QStringList archive = everything(*second, awayChat);
        QCOMPARE(archive.size(), before.size() + 140);

        // The first one asks again when it comes back, and agrees.
        atHome->goOffline();
        away->goOffline();
        QTRY_VERIFY(!atHome->isOnline() && !away->isOnline());
        for (int i = 0; i < 120; ++i)
            QVERIFY(other->send(farChat, u"missed %1"_s.arg(i)));
        const auto farSide = other->messenger->openTimeline(farChat);
        const auto farKept = [&farSide] {
            return std::ranges::all_of(farSide->messages(), [](const data::Message &m) { return m.state == data::SendState::Acknowledged; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(farKept(), 20000);
        QSignalSpy heard(second->messenger.get(), &im::Messenger::incoming);
        away->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(second->messenger->conversation(awayChat)->unread, 120, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(away->history().phase, Phase::Complete, 30000);
        QVERIFY(heard.size() > 0);
        atHome->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(first->messenger->conversation(homeChat)->unread, 120, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(atHome->history().phase, Phase::Complete, 30000);
        QCOMPARE(everything(*first, homeChat), everything(*second, awayChat));
        QCOMPARE(everything(*first, homeChat).size(), archive.size() + 120);
        QVERIFY(first->messenger->conversation(homeChat)->preview == u"missed 119"_s);

        // Reading at one place is reading at the other.
        const auto awaySide = second->messenger->openTimeline(awayChat);
        QTRY_VERIFY(!awaySide->messages().isEmpty() && !awaySide->isLoading());
        second->messenger->markRead(awayChat, awaySide->messages().last().id);
        QTRY_COMPARE(second->messenger->conversation(awayChat)->unread, 0);
        QTRY_COMPARE_WITH_TIMEOUT(first->messenger->conversation(homeChat)->unread, 0, 10000);
        // Also without the other side's asking, and after a while offline.
        atHome->goOffline();
        QTRY_VERIFY(!atHome->isOnline());
        QVERIFY(other->send(farChat, u"the last word"_s));
        QTRY_COMPARE_WITH_TIMEOUT(second->messenger->conversation(awayChat)->unread, 1, 10000);
        second->messenger->markRead(awayChat, awaySide->messages().last().id);
        QTRY_COMPARE(second->messenger->conversation(awayChat)->unread, 0);
        QTest::qWait(int(2 * xep::DisplayedModule::Rest.count())); // it is told when the chat rests
        QSignalSpy woken(first->messenger.get(), &im::Messenger::incoming);
        atHome->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(first->messenger->conversation(homeChat)->preview, u"the last word"_s, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(first->messenger->conversation(homeChat)->unread, 0, 20000);
    }

private:
    //! All bodies of a chat in the store's order.
    static QStringList everything(Person &person, data::ConversationId chat)
    {
        const auto timeline = person.messenger->openTimeline(chat);
        (void)QTest::qWaitFor([&timeline] {
            timeline->loadOlder();
            return !timeline->isLoading() && !timeline->hasOlder();
        }, 20000);
        return bodies(*timeline);
    }

    crypto::Runtime m_crypto;
};

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
