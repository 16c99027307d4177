// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chatlistmodel.h"
#include "support/fakemessenger/fakemessenger.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::ChatListModel;
namespace ChatRole = models::ChatRole;

class tst_ChatListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sortsByPinnedThenActivityThenName();
    void movesOneRowAndKeepsPersistentIndexes();
    void holdsStillUnderThePointer();
    void filtersUnreadAndKeepsTheOpenChat();
    void searchesWithoutAccentsInNamesAndAddresses();
    void hidesAndBringsBack();
    void showsRequestsOfAllAccountsInOneRow();
    void strangersWaitAmongTheRequests();
    void aStrangerWhoAsksIsOne();
    void tellsWhoseChatItIsWithTwoAccounts();
    void tellsPreviewsTypingAndDrafts();
    void tellsTimesAndChangesThemAtMidnight();
    void countsUnreadWithoutMuted();
    void forgetsARemovedAccount();
    void staysFastWithFiveThousand();

private:
    [[nodiscard]] data::ConversationId chat(const QString &address, const QString &name, int minutesAgo);
    [[nodiscard]] QStringList names() const;

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ChatListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    fake::Account *m_me = nullptr;
};

void tst_ChatListModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_messenger = std::make_unique<fake::Messenger>();
    m_clock = std::make_unique<ManualClock>();
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_model = std::make_unique<ChatListModel>(*m_messenger, *m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void tst_ChatListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_messenger.reset();
}

data::ConversationId tst_ChatListModel::chat(const QString &address, const QString &name, int minutesAgo)
{
    m_me->put(address, name);
    const auto id = m_messenger->addChat(m_me, address);
    if (minutesAgo >= 0)
        m_messenger->receive(id, u"hello from "_s + name, m_clock->now().addSecs(-60 * minutesAgo));
    return id;
}

QStringList tst_ChatListModel::names() const
{
    QStringList all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all << m_model->index(row).data(ChatRole::Name).toString();
    return all;
}

void tst_ChatListModel::sortsByPinnedThenActivityThenName()
{
    static_cast<void>(chat(u"zoe@example.org"_s, u"Zoe"_s, -1));
    static_cast<void>(chat(u"ana@example.org"_s, u"Ana"_s, -1));
    static_cast<void>(chat(u"old@example.org"_s, u"Old"_s, 500));
    static_cast<void>(chat(u"new@example.org"_s, u"New"_s, 5));
    QCOMPARE(names(), (QStringList{u"New"_s, u"Old"_s, u"Ana"_s, u"Zoe"_s}));
    const auto pinned = chat(u"pin@example.org"_s, u"Pin"_s, 9000);
    QCOMPARE(names().last(), u"Zoe"_s);
    m_messenger->setPinned(pinned, store::Pinned::Yes);
    QCOMPARE(names().first(), u"Pin"_s);
    QVERIFY(m_model->index(0).data(ChatRole::Pinned).toBool());
}

void tst_ChatListModel::movesOneRowAndKeepsPersistentIndexes()
{
    const auto a = chat(u"a@example.org"_s, u"A"_s, 30);
    static_cast<void>(chat(u"b@example.org"_s, u"B"_s, 20));
    static_cast<void>(chat(u"c@example.org"_s, u"C"_s, 10));
    QCOMPARE(names(), (QStringList{u"C"_s, u"B"_s, u"A"_s}));
    const QPersistentModelIndex kept(m_model->index(2));
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved), reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_messenger->receive(a, u"now"_s, m_clock->now());
    QCOMPARE(names(), (QStringList{u"A"_s, u"C"_s, u"B"_s}));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(kept.row(), 0);
    QCOMPARE(m_model->rowOf(a), 0);
}

void tst_ChatListModel::holdsStillUnderThePointer()
{
    const auto a = chat(u"a@example.org"_s, u"A"_s, 30);
    static_cast<void>(chat(u"b@example.org"_s, u"B"_s, 20));
    m_model->setHold(ChatListModel::Hold::Held);
    m_messenger->receive(a, u"now"_s, m_clock->now().addSecs(-60));
    QCOMPARE(names(), (QStringList{u"B"_s, u"A"_s}));
    QCOMPARE(m_model->index(1).data(ChatRole::Preview).toString(), u"now"_s);
    static_cast<void>(chat(u"c@example.org"_s, u"C"_s, 0));
    QCOMPARE(names().first(), u"B"_s);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setHold(ChatListModel::Hold::Released);
    QCOMPARE(names(), (QStringList{u"C"_s, u"A"_s, u"B"_s}));
    QCOMPARE(reset.size(), 0);
}

void tst_ChatListModel::filtersUnreadAndKeepsTheOpenChat()
{
    const auto a = chat(u"a@example.org"_s, u"A"_s, 30);
    const auto b = chat(u"b@example.org"_s, u"B"_s, 20);
    m_messenger->markRead(b, m_messenger->conversation(b)->lastMessage);
    m_model->setFilter(ChatListModel::Filter::Unread);
    QCOMPARE(names(), QStringList{u"A"_s});
    m_model->setCurrent(a);
    m_messenger->markRead(a, m_messenger->conversation(a)->lastMessage);
    QCOMPARE(names(), QStringList{u"A"_s});
    m_model->setCurrent({});
    QCOMPARE(names(), QStringList());
    m_messenger->receive(b, u"again"_s, m_clock->now());
    QCOMPARE(names(), QStringList{u"B"_s});
    m_model->setFilter(ChatListModel::Filter::All);
    QCOMPARE(names(), (QStringList{u"B"_s, u"A"_s}));
}

void tst_ChatListModel::searchesWithoutAccentsInNamesAndAddresses()
{
    static_cast<void>(chat(u"x1@example.org"_s, u"Álvaro Núñez"_s, 30));
    static_cast<void>(chat(u"ana@sea.example"_s, u"Mother"_s, 20));
    m_model->setSearch(u" nunez "_s);
    QCOMPARE(names(), QStringList{u"Álvaro Núñez"_s});
    m_model->setSearch(u"SEA"_s);
    QCOMPARE(names(), QStringList{u"Mother"_s});
    m_model->setSearch(u"nobody"_s);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setSearch({});
    QCOMPARE(m_model->rowCount(), 2);
}

void tst_ChatListModel::hidesAndBringsBack()
{
    const auto a = chat(u"a@example.org"_s, u"A"_s, 30);
    m_messenger->hide(a);
    QCOMPARE(m_model->rowCount(), 0);
    m_messenger->receive(a, u"I am back"_s, m_clock->now());
    QCOMPARE(names(), QStringList{u"A"_s});
}

void tst_ChatListModel::showsRequestsOfAllAccountsInOneRow()
{
    static_cast<void>(chat(u"a@example.org"_s, u"A"_s, 30));
    QCOMPARE(m_model->requestsRow(), -1);
    m_me->ask(u"stranger@example.org"_s, u"Hello"_s);
    QCOMPARE(m_model->requestsRow(), 0);
    m_messenger->addAccount(u"other@example.com"_s)->ask(u"second@example.org"_s, {});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->index(0).data(ChatRole::Unread).toInt(), 2);
    QVERIFY(m_model->index(0).data(ChatRole::IsRequest).toBool());
    m_me->declineRequest(fake::jid(u"stranger@example.org"_s));
    QCOMPARE(m_model->index(0).data(ChatRole::Unread).toInt(), 1);
    static_cast<fake::Account *>(m_messenger->accounts().all().last())->acceptRequest(fake::jid(u"second@example.org"_s));
    QCOMPARE(m_model->requestsRow(), -1);
}

void tst_ChatListModel::strangersWaitAmongTheRequests()
{
    static_cast<void>(chat(u"a@example.org"_s, u"A"_s, 30));
    m_messenger->markRead(m_model->conversationAt(0), m_messenger->conversation(m_model->conversationAt(0))->lastMessage);
    QSignalSpy unread(m_model.get(), &ChatListModel::unreadTotalChanged);
    const auto stranger = m_messenger->receiveFrom(m_me, u"b@far.example"_s, u"Buy"_s, m_clock->now());
    QCOMPARE(names(), (QStringList{u"Requests"_s, u"A"_s}));
    QCOMPARE(m_model->index(0).data(ChatRole::Unread).toInt(), 1);
    QCOMPARE(m_model->rowOf(stranger), -1);
    QCOMPARE(m_model->chatCount(), 1);
    m_messenger->receive(stranger, u"Buy!"_s, m_clock->now());
    m_messenger->receiveFrom(m_me, u"c@far.example"_s, u"Hi"_s, m_clock->now());
    QCOMPARE(m_model->index(0).data(ChatRole::Unread).toInt(), 2);
    QVERIFY(unread.isEmpty());
    // Let in, it is a chat like any other.
    m_messenger->accept(stranger);
    QCOMPARE(names(), (QStringList{u"Requests"_s, u"b"_s, u"A"_s}));
    QCOMPARE(m_model->unreadTotal(), 2);
    // So is one with a contact, whatever the subscription.
    m_me->put(u"c@far.example"_s, u"C"_s, {}, data::Subscription::None);
    QCOMPARE(names().size(), 3);
    QVERIFY(names().contains(u"C"_s));
    QVERIFY(!names().contains(u"Requests"_s));
    // Hidden or blocked, nobody waits.
    const auto hidden = m_messenger->receiveFrom(m_me, u"d@far.example"_s, u"Buy"_s, m_clock->now());
    m_messenger->receiveFrom(m_me, u"e@far.example"_s, u"Buy"_s, m_clock->now());
    QCOMPARE(m_model->index(0).data(ChatRole::Unread).toInt(), 2);
    m_messenger->hide(hidden);
    QCOMPARE(m_model->index(0).data(ChatRole::Unread).toInt(), 1);
    m_me->block({fake::jid(u"e@far.example"_s)}, im::Account::Report::None).detach();
    QVERIFY(!names().contains(u"Requests"_s));
    m_messenger->receive(hidden, u"Buy!"_s, m_clock->now());
    QVERIFY(names().contains(u"Requests"_s));
    // An answer lets them in too.
    m_messenger->send(hidden, u"No"_s).detach();
    QVERIFY(!names().contains(u"Requests"_s));
    QVERIFY(m_model->rowOf(hidden) >= 0);
    // Ourselves and our own server are no strangers.
    QVERIFY(m_model->rowOf(m_messenger->receiveFrom(m_me, u"example.org"_s, u"We close at six"_s, m_clock->now())) >= 0);
    QVERIFY(m_model->rowOf(m_messenger->receiveFrom(m_me, u"me@example.org"_s, u"Milk"_s, m_clock->now())) >= 0);
}

void tst_ChatListModel::aStrangerWhoAsksIsOne()
{
    m_me->ask(u"b@far.example"_s, u"Hi"_s);
    const auto stranger = m_messenger->receiveFrom(m_me, u"b@far.example"_s, u"Hi"_s, m_clock->now());
    QCOMPARE(m_model->index(0).data(ChatRole::Unread).toInt(), 1);
    // Whoever is let in may still ask to be a contact.
    m_messenger->accept(stranger);
    QCOMPARE(names(), (QStringList{u"Requests"_s, u"b"_s}));
}

void tst_ChatListModel::tellsWhoseChatItIsWithTwoAccounts()
{
    static_cast<void>(chat(u"a@example.org"_s, u"A"_s, 30));
    QCOMPARE(m_model->index(0).data(ChatRole::AccountLabel).toString(), QString());
    m_messenger->addAccount(u"work@example.com"_s);
    QCOMPARE(m_model->index(0).data(ChatRole::AccountLabel).toString(), u"me@example.org"_s);
    QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().endsWith(u"me@example.org"_s));
}

void tst_ChatListModel::tellsPreviewsTypingAndDrafts()
{
    const auto a = chat(u"a@example.org"_s, u"Ana"_s, 0);
    m_me->setPresenceOf(u"a@example.org"_s, {data::Availability::Away, {}, 1});
    const QModelIndex row = m_model->index(0);
    QCOMPARE(row.data(ChatRole::Preview).toString(), u"hello from Ana"_s);
    QCOMPARE(row.data(ChatRole::PresenceState).toInt(), int(models::Presence::Away));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().startsWith(u"Ana, hello from Ana, "_s));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(u"1 unread"_s));
    m_messenger->setTypingOf(a, true);
    QVERIFY(!row.data(ChatRole::Typing).toString().isEmpty());
    m_messenger->setTypingOf(a, false);
    m_messenger->setDraft(a, u"half a"_s);
    QCOMPARE(row.data(ChatRole::Draft).toString(), u"half a"_s);
    m_model->setCurrent(a);
    QCOMPARE(row.data(ChatRole::Draft).toString(), QString());
    m_messenger->sent(a, u"mine"_s, m_clock->now().addSecs(1));
    QCOMPARE(row.data(ChatRole::PreviewSender).toString(), u"You"_s);
    m_messenger->sent(a, u"/me waves"_s, m_clock->now().addSecs(2));
    QCOMPARE(row.data(ChatRole::Preview).toString(), u"* Me waves"_s);
    QCOMPARE(row.data(ChatRole::PreviewSender).toString(), QString());
    m_messenger->receive(a, u"/me waves back"_s, m_clock->now().addSecs(3));
    QCOMPARE(row.data(ChatRole::Preview).toString(), u"* Ana waves back"_s);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().startsWith(u"Ana, * Ana waves back, "_s));
    m_me->setState(im::Status::State::Waiting);
    QCOMPARE(row.data(ChatRole::PresenceState).toInt(), int(models::Presence::None));
}

void tst_ChatListModel::tellsTimesAndChangesThemAtMidnight()
{
    const auto a = chat(u"a@example.org"_s, u"A"_s, 0);
    const QModelIndex row = m_model->index(0);
    const QDateTime when = m_messenger->conversation(a)->lastActivity.toLocalTime();
    QCOMPARE(row.data(ChatRole::TimeText).toString(), QLocale().toString(when.time(), QLocale::ShortFormat));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_clock->advance(24h);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(row.data(ChatRole::TimeText).toString(), u"yesterday"_s);
    m_clock->advance(48h);
    QCOMPARE(row.data(ChatRole::TimeText).toString(), QLocale().toString(when.date(), u"ddd"_s));
    m_clock->advance(24h * 500);
    QCOMPARE(row.data(ChatRole::TimeText).toString(), QLocale().toString(when.date(), u"d MMM yyyy"_s));
}

void tst_ChatListModel::countsUnreadWithoutMuted()
{
    QSignalSpy spy(m_model.get(), &ChatListModel::unreadTotalChanged);
    static_cast<void>(chat(u"a@example.org"_s, u"A"_s, 2));
    const auto b = chat(u"b@example.org"_s, u"B"_s, 1);
    QCOMPARE(m_model->unreadTotal(), 2);
    m_messenger->setMuted(b, store::Muted::Yes);
    QCOMPARE(m_model->unreadTotal(), 1);
    QCOMPARE(spy.last().first().toInt(), 1);
}

void tst_ChatListModel::forgetsARemovedAccount()
{
    static_cast<void>(chat(u"a@example.org"_s, u"A"_s, 2));
    fake::Account *other = m_messenger->addAccount(u"work@example.com"_s);
    static_cast<void>(m_messenger->addChat(other, u"boss@example.com"_s));
    QCOMPARE(m_model->rowCount(), 2);
    m_messenger->accounts().remove(other->id()).detach();
    QCOMPARE(names(), QStringList{u"A"_s});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(names(), QStringList{u"A"_s});
}

void tst_ChatListModel::staysFastWithFiveThousand()
{
    m_tester.reset(); // it asks for every row at every change
    QList<data::Contact> contacts;
    for (int i = 0; i < 5000; ++i)
        contacts.append({m_me->id(), fake::jid(u"person%1@example.org"_s.arg(i)), u"Person %1"_s.arg(i), {}, data::Subscription::Both, false});
    m_me->putMany(contacts);
    QSignalBlocker quietly(m_messenger.get());
    for (int i = 0; i < 5000; ++i) {
        data::Conversation chat;
        chat.id = {1000 + i};
        chat.account = m_me->id();
        chat.address = contacts.at(i).address;
        chat.lastActivity = m_clock->now().addSecs(-i);
        m_messenger->putConversation(chat);
    }
    quietly.unblock();
    QElapsedTimer timer;
    timer.start();
    Q_EMIT m_messenger->conversationsReset();
    QCOMPARE(m_model->rowCount(), 5000);
    const qint64 reset = timer.restart();
    for (int i = 0; i < 100; ++i)
        m_messenger->change({1000 + 4000 + i}, [this, i](data::Conversation &chat) { chat.lastActivity = m_clock->now().addSecs(i + 1); });
    const qint64 moves = timer.restart();
    m_model->setSearch(u"person 49"_s);
    QCOMPARE(m_model->rowCount(), 111);
    m_model->setSearch({});
    const qint64 search = timer.restart();
    // Generous: sanitizers and a busy machine make everything several times slower.
    QVERIFY2(reset < 2000 && moves < 2000 && search < 1000, qPrintable(u"%1 %2 %3 ms"_s.arg(reset).arg(moves).arg(search)));
}

QTEST_GUILESS_MAIN(tst_ChatListModel)
#include "tst_chatlistmodel.moc"
