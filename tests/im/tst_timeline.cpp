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

    void goesToAMessageFarBack()
    {
        for (int i = 0; i < 400; ++i)
            receive(i, QDateTime::fromSecsSinceEpoch(1'790'000'000 + i, QTimeZone::UTC));
        im::Timeline timeline(*m_database, m_conversation);
        timeline.load();
        QTRY_COMPARE(timeline.messages().size(), im::Timeline::PageSize);
        QSignalSpy arrived(&timeline, &im::Timeline::arrived), reset(&timeline, &im::Timeline::reset), live(&timeline, &im::Timeline::liveChanged);
        // One that is in sight needs nothing.
        timeline.goTo(timeline.messages().at(3).id);
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(reset.size(), 0);

        timeline.goTo(idOf(200));
        timeline.goTo(idOf(100)); // the last call counts
        QTRY_COMPARE(arrived.size(), 2);
        QCOMPARE(arrived.last().first().value<data::MessageId>(), idOf(100));
        QVERIFY(!timeline.isLive() && live.size() == 1);
        QVERIFY(timeline.hasOlder());
        QCOMPARE(timeline.messages().first().body, u"40"_s);
        QCOMPARE(timeline.messages().last().body, u"160"_s);
        QCOMPARE(timeline.messages().at(timeline.rowOf(idOf(100))).body, u"100"_s);

        // What comes now is not shown behind a gap.
        timeline.apply(receive(400, QDateTime::fromSecsSinceEpoch(1'790'000'400, QTimeZone::UTC)));
        QCOMPARE(timeline.messages().last().body, u"160"_s);
        timeline.loadOlder();
        QTRY_COMPARE(timeline.messages().size(), 161);
        for (int pages = 0; pages < 10 && !timeline.isLive(); ++pages) {
            timeline.loadNewer();
            // One that comes while the last page is on its way is not lost.
            if (pages == 4)
                timeline.apply(receive(401, QDateTime::fromSecsSinceEpoch(1'790'000'401, QTimeZone::UTC)));
            QTRY_VERIFY(!timeline.isLoading());
        }
        QVERIFY(timeline.isLive());
        if (timeline.messages().last().body == u"400"_s)
            timeline.apply(receive(401, QDateTime::fromSecsSinceEpoch(1'790'000'401, QTimeZone::UTC)));
        for (int i = 0; i < 402; ++i)
            QCOMPARE(timeline.messages().at(i).body, QString::number(i));
        QCOMPARE(timeline.messages().size(), 402);
    }

    void goesBackToTheNewest()
    {
        for (int i = 0; i < 200; ++i)
            receive(i, QDateTime::fromSecsSinceEpoch(1'790'000'000 + i, QTimeZone::UTC));
        im::Timeline timeline(*m_database, m_conversation);
        QSignalSpy arrived(&timeline, &im::Timeline::arrived);
        timeline.load();
        timeline.goTo(idOf(10)); // before the first page is there
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(timeline.messages().first().body, u"0"_s);
        QVERIFY(!timeline.hasOlder());
        timeline.goToNewest();
        const auto changes = receive(200, QDateTime::fromSecsSinceEpoch(1'790'000'300, QTimeZone::UTC));
        timeline.apply(changes);
        QTRY_COMPARE(arrived.size(), 2);
        QVERIFY(!arrived.last().first().value<data::MessageId>());
        QVERIFY(timeline.isLive());
        QCOMPARE(timeline.messages().last().body, u"200"_s);
        QCOMPARE(timeline.messages().size(), timeline.messages().first().body == u"140"_s ? 61 : 60);
        timeline.goToNewest();
        QCOMPARE(arrived.size(), 3);
    }

    void aMessageThatIsGoneIsSaidSo()
    {
        receive(0, QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC));
        im::Timeline timeline(*m_database, m_conversation);
        timeline.load();
        QTRY_COMPARE(timeline.messages().size(), 1);
        QSignalSpy failed(&timeline, &im::Timeline::failed), arrived(&timeline, &im::Timeline::arrived);
        timeline.goTo({4711});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(arrived.size(), 0);
        QCOMPARE(timeline.messages().size(), 1);
        timeline.apply(receive(1, QDateTime::fromSecsSinceEpoch(1'790'000'001, QTimeZone::UTC)));
        QCOMPARE(timeline.messages().size(), 2);
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

    //! The store numbers them as they come.
    static data::MessageId idOf(int number) { return {number + 1}; }

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
