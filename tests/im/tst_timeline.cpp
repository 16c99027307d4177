// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/timeline.h"
#include "store/accountstore.h"
#include "store/conversationstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTimeline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<store::Database>(m_folder->filePath(u"d"_s));
        wait(m_database->open());
        data::Account account;
        account.address = Jid::parse(u"me@example.org").value();
        m_account = wait(store::AccountStore(*m_database).insert(account)).id;
        m_peer = Jid::parse(u"ana@example.org").value();
        m_conversation = wait(store::ConversationStore(*m_database).ensure({m_account, m_peer, data::ConversationKind::Chat})).id;
    }

    void cleanup() { m_database.reset(); }

    void pagesAndLiveRows()
    {
        for (int i = 0; i < 150; ++i)
            receive(i, QDateTime::fromSecsSinceEpoch(1'790'000'000 + i, QTimeZone::UTC));
        im::Timeline timeline(*m_database, m_conversation);
        QSignalSpy inserted(&timeline, &im::Timeline::inserted);
        timeline.load();
        QTRY_COMPARE(timeline.messages().size(), im::Timeline::PageSize);
        QCOMPARE(timeline.messages().last().body, u"149"_s);
        QVERIFY(timeline.hasOlder());
        timeline.loadOlder();
        timeline.loadOlder(); // one is under way already
        QTRY_COMPARE(timeline.messages().size(), 2 * im::Timeline::PageSize);
        timeline.loadOlder();
        QTRY_COMPARE(timeline.messages().size(), 150);
        QVERIFY(!timeline.hasOlder());
        QCOMPARE(inserted.size(), 3);
        for (int i = 0; i < 150; ++i)
            QCOMPARE(timeline.messages()[i].body, QString::number(i));
        QCOMPARE(timeline.rowOf(timeline.messages()[42].id), 42);

        timeline.apply(receive(150, QDateTime::fromSecsSinceEpoch(1'790'000'200, QTimeZone::UTC)));
        QCOMPARE(timeline.messages().last().body, u"150"_s);
        // The same change told twice shows once.
        const auto changes = receive(151, QDateTime::fromSecsSinceEpoch(1'790'000'201, QTimeZone::UTC));
        timeline.apply(changes);
        timeline.apply(changes);
        QCOMPARE(timeline.messages().size(), 152);
    }

    void changesDuringTheFirstPageAreNotLost()
    {
        receive(0, QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC));
        im::Timeline timeline(*m_database, m_conversation);
        timeline.load();
        store::Changes late;
        data::Message message;
        message.id = {9999};
        message.conversation = m_conversation;
        message.body = u"late"_s;
        message.order = 9'000'000'000'000'000;
        late.inserted << message;
        timeline.apply(late);
        QTRY_COMPARE(timeline.messages().size(), 2);
        QCOMPARE(timeline.messages().last().body, u"late"_s);
    }

    void olderThanTheWindowWaitsForItsPage()
    {
        for (int i = 0; i < 100; ++i)
            receive(i, QDateTime::fromSecsSinceEpoch(1'790'000'000 + i, QTimeZone::UTC));
        im::Timeline timeline(*m_database, m_conversation);
        timeline.load();
        QTRY_COMPARE(timeline.messages().size(), im::Timeline::PageSize);
        store::Changes changes;
        data::Message message;
        message.id = {9999};
        message.conversation = m_conversation;
        message.order = 1;
        changes.inserted << message;
        timeline.apply(changes);
        QCOMPARE(timeline.messages().size(), im::Timeline::PageSize);
    }

    void dyingWhileLoadingIsQuiet()
    {
        auto timeline = std::make_unique<im::Timeline>(*m_database, m_conversation);
        timeline->load();
        timeline.reset();
        wait(m_database->flush());
    }

private:
    template <typename T>
    T wait(Task<Result<T>> task)
    {
        std::optional<Result<T>> answer;
        std::move(task).then(this, [&answer](Result<T> result) { answer = std::move(result); });
        [&] { QTRY_VERIFY(answer && *answer); }();
        if constexpr (!std::is_void_v<T>)
            return answer->value();
    }

    store::Changes receive(int number, const QDateTime &time)
    {
        store::IncomingMessage entry;
        entry.where = {m_account, m_peer, data::ConversationKind::Chat};
        entry.message.author.address = m_peer;
        entry.message.body = QString::number(number);
        entry.message.stanzaIdAttribute = u"id%1"_s.arg(number);
        entry.message.time = time;
        store::Batch batch;
        batch.messages << entry;
        return wait(store::MessageStore(*m_database).commitIncoming(batch));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    data::AccountId m_account;
    data::ConversationId m_conversation;
    Jid m_peer;
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
