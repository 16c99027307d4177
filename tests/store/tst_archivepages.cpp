// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of an archive in the store: places, spans, and what a page may not do.
#include "store/historystore.h"
#include "store/placement.h"
#include "support.h"

using namespace Qt::StringLiterals;
using store::HistoryPage;
using store::Joined;
using store::Room;
using store::Wish;
using Kind = HistoryPage::Kind;
using Age = store::Changes::Age;

class TestArchivePages final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Home> home;
    store::ConversationKey peer;

    store::HistoryStore history() { return store::HistoryStore(*home->database); }

    //! A page of messages "a1".."aN" of the archive, one a second.
    HistoryPage page(Kind kind, int from, int to, data::SpanId span = {}, Age age = Age::Missed)
    {
        HistoryPage result;
        result.account = home->account.id;
        result.archive = home->account.address;
        result.kind = kind;
        result.span = span;
        result.age = age;
        result.now = at(10'000'000);
        for (int n = from; n <= to; ++n) {
            auto one = received(peer, u"m%1"_s.arg(n), u"text %1"_s.arg(n), n * 1000);
            one.message.archiveId = u"a%1"_s.arg(n);
            one.message.delayed = true;
            result.ids << one.message.archiveId;
            result.batch.add(one);
        }
        return result;
    }
    QStringList texts()
    {
        QStringList result;
        for (const data::Message &message : need(home->messages().newest(need(home->conversations().ensure(peer)).id, 1000)))
            result << message.body;
        return result;
    }
    static QStringList range(int from, int to)
    {
        QStringList result;
        for (int n = from; n <= to; ++n)
            result << u"text %1"_s.arg(n);
        return result;
    }

private Q_SLOTS:
    void init()
    {
        home = std::make_unique<Home>();
        peer = home->with(u"a@x.example");
    }
    void cleanup() { home.reset(); }

    void places_data()
    {
        QTest::addColumn<QList<Wish>>("wishes");
        QTest::addColumn<bool>("atItsEnd");
        QTest::addColumn<Room>("room");
        QTest::addColumn<QList<qint64>>("places");
        QTest::newRow("nothing") << QList<Wish>{} << false << Room{} << QList<qint64>{};
        QTest::newRow("at their times") << QList<Wish>{{10, {}}, {20, {}}} << false << Room{} << QList<qint64>{10, 20};
        QTest::newRow("one time") << QList<Wish>{{10, {}}, {10, {}}, {10, {}}} << false << Room{} << QList<qint64>{10, 11, 12};
        QTest::newRow("one time, backwards") << QList<Wish>{{10, {}}, {10, {}}, {10, {}}} << true << Room{} << QList<qint64>{8, 9, 10};
        QTest::newRow("a clock that jumps") << QList<Wish>{{10, {}}, {5, {}}, {20, {}}} << false << Room{} << QList<qint64>{10, 11, 20};
        QTest::newRow("a clock that jumps, backwards") << QList<Wish>{{10, {}}, {5, {}}, {20, {}}} << true << Room{} << QList<qint64>{4, 5, 20};
        QTest::newRow("known ones stay") << QList<Wish>{{10, {}}, {11, 500}, {12, {}}} << false << Room{} << QList<qint64>{10, 500, 501};
        QTest::newRow("known ones move if they must") << QList<Wish>{{10, {}}, {11, 3}, {12, {}}} << false << Room{} << QList<qint64>{10, 11, 12};
        QTest::newRow("behind what is there") << QList<Wish>{{10, {}}, {20, {}}} << false << Room{100, 200} << QList<qint64>{101, 102};
        QTest::newRow("in front of what is there") << QList<Wish>{{10, {}}, {300, {}}} << true << Room{5, 100} << QList<qint64>{10, 99};
        QTest::newRow("between") << QList<Wish>{{1, {}}, {50, {}}, {900, {}}} << false << Room{40, 100} << QList<qint64>{41, 50, 51};
    }

    void places()
    {
        QFETCH(QList<Wish>, wishes);
        QFETCH(bool, atItsEnd);
        QFETCH(Room, room);
        QFETCH(QList<qint64>, places);
        QCOMPARE(store::placed(wishes, atItsEnd ? Joined::AtItsEnd : Joined::AtItsStart, room), places);
    }

    void spansMeet()
    {
        const auto first = need(history().commit(page(Kind::Newest, 1, 3, {}, Age::Old)));
        QVERIFY(first.known.begun);
        QCOMPARE(first.known.spans.size(), 1);
        QCOMPARE(first.known.spans.at(0).firstId, u"a1"_s);
        QCOMPARE(first.known.spans.at(0).lastId, u"a3"_s);
        // A newest page that does not reach it is another span.
        const auto second = need(history().commit(page(Kind::Newest, 10, 12)));
        QCOMPARE(second.known.spans.size(), 2);
        const auto third = need(history().commit(page(Kind::Older, 6, 9, second.known.spans.last().id)));
        QCOMPARE(third.known.spans.size(), 2);
        QCOMPARE(third.known.spans.last().firstId, u"a6"_s);
        // This one reaches what we had, so nothing is missing any more.
        const auto fourth = need(history().commit(page(Kind::Older, 2, 5, third.known.spans.last().id)));
        QCOMPARE(fourth.known.spans.size(), 1);
        QCOMPARE(fourth.known.spans.at(0).firstId, u"a1"_s);
        QCOMPARE(fourth.known.spans.at(0).lastId, u"a12"_s);
        QVERIFY(!fourth.known.spans.at(0).reachesStart);
        QCOMPARE(texts(), range(1, 12));
        // Nothing before: the archive's start.
        HistoryPage none = page(Kind::Older, 1, 0, fourth.known.spans.at(0).id);
        none.end = HistoryPage::End::Start;
        QVERIFY(need(history().commit(none)).known.spans.at(0).reachesStart);
        QCOMPARE(need(history().known(home->account.id, home->account.address)).spans.size(), 1);
        QCOMPARE(await(history().commit(page(Kind::Older, 1, 2, {99}))).error().condition, store::condition::NotFound);
    }

    void unreadOfWhatWasMissed()
    {
        need(history().commit(page(Kind::Newest, 1, 3, {}, Age::Old)));
        const auto chat = need(home->conversations().ensure(peer));
        QCOMPARE(chat.unread, 0);
        auto missed = page(Kind::Newer, 4, 8, need(history().known(home->account.id, home->account.address)).spans.at(0).id);
        missed.batch.add(store::IncomingRead{peer, u"m6"_s}); // another device has shown them up to there
        need(history().commit(missed));
        QCOMPARE(need(home->conversations().byId(chat.id)).unread, 2);
        // By the archive's id, which never goes back.
        store::Batch batch;
        batch.add(store::IncomingRead{peer, u"a7"_s, store::IncomingRead::Names::Archive});
        batch.add(store::IncomingRead{peer, u"a2"_s, store::IncomingRead::Names::Archive});
        batch.add(store::IncomingRead{peer, u"nobody knows"_s, store::IncomingRead::Names::Archive});
        batch.add(store::IncomingRead{home->with(u"stranger@x.example"), u"a8"_s, store::IncomingRead::Names::Archive});
        need(home->messages().commitIncoming(batch));
        QCOMPARE(need(home->conversations().byId(chat.id)).unread, 1);
        QCOMPARE(need(home->conversations().all(home->account.id)).size(), 1); // and nobody gets a chat by it
        QCOMPARE(need(home->messages().archivedUpTo(chat.id, {at(6500).toMSecsSinceEpoch() * 1000, {}})), u"a6"_s);
    }

    //! B30-B32: an archive id says where a message lies, never whose it is or what it says.
    void forgedIdsAreHarmless()
    {
        need(history().commit(page(Kind::Newest, 1, 2, {}, Age::Old)));
        auto forged = page(Kind::Newest, 1, 2);
        forged.batch.messages[0].where = home->with(u"mallory@x.example");
        forged.batch.messages[0].message.author.address = jid(u"mallory@x.example");
        forged.batch.messages[1].message.body = u"something else"_s;
        need(history().commit(forged));
        QCOMPARE(texts(), range(1, 2));
    }

    void aPageThatTheStoreRefusesChangesNothing()
    {
        const auto first = need(history().commit(page(Kind::Newest, 1, 3, {}, Age::Old)));
        auto bad = page(Kind::Newer, 4, 5, first.known.spans.at(0).id);
        bad.batch.messages[0].message.body = QString(QChar(0xd800)); // no text: this one alone is refused
        const auto committed = need(history().commit(bad));
        QCOMPARE(committed.changes.rejected.size(), 1);
        QCOMPARE(committed.known.spans.at(0).lastId, u"a5"_s);
        QCOMPARE(texts(), (QStringList{u"text 1"_s, u"text 2"_s, u"text 3"_s, u"text 5"_s}));
    }
};

QTEST_GUILESS_MAIN(TestArchivePages)
#include "tst_archivepages.moc"
