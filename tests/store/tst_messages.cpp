// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "support.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace data;
using store::Batch;
using store::Connection;
using store::MessageStore;
using store::Statement;

namespace
{

QStringList bodies(const QList<Message> &messages)
{
    QStringList list;
    for (const Message &message : messages)
        list << message.body;
    return list;
}

QStringList numbers(int from, int to)
{
    QStringList list;
    for (int i = from; i <= to; ++i)
        list << QString::number(i);
    return list;
}

} // namespace

class TestMessages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageComesBackWhole()
    {
        Home home;
        store::IncomingMessage in = received({home.account.id, jid(u"room@groups.example"), ConversationKind::Group}, u"id-1"_s, u"Hello\nthere"_s, 0);
        Message &m = in.message;
        m.author = {jid(u"room@groups.example/nick"), u"nick"_s, u"occ"_s, jid(u"real@x.example")};
        m.originId = u"origin"_s;
        m.archiveId = u"archive"_s;
        m.sentFrom = jid(u"room@groups.example/nick");
        m.delayed = true;
        m.order = 42;
        m.encryption = Encryption::Omemo2;
        Batch batch;
        batch.messages << in;
        const auto changes = need(home.messages().commitIncoming(batch));
        QVERIFY(changes.rejected.isEmpty());
        QCOMPARE(changes.inserted.size(), 1);
        m.id = changes.inserted.at(0).id;
        m.conversation = changes.conversations.at(0).id;
        QCOMPARE(changes.inserted.at(0), m);
        QCOMPARE(*need(home.messages().byId(m.id)), m);
        QCOMPARE(*need(home.messages().byArchiveId(m.conversation, u"archive"_s)), m);
        QCOMPARE(*need(home.messages().byWireId(m.conversation, Direction::Received, u"origin"_s)), m);
        QCOMPARE(*need(home.messages().byWireId(m.conversation, Direction::Received, u"id-1"_s)), m);
        QVERIFY(!need(home.messages().byWireId(m.conversation, Direction::Sent, u"id-1"_s)));
        QVERIFY(!need(home.messages().byWireId(m.conversation, Direction::Received, u""_s)));
        QVERIFY(!need(home.messages().byArchiveId(m.conversation, u""_s)));
        QVERIFY(!need(home.messages().byId({})));
    }

    void pagesMeetWithoutGapOrOverlap()
    {
        Home home;
        auto messages = home.messages();
        Batch batch;
        for (int i = 1; i <= 100; ++i) // ten share each time, so that ties are decided by id
            batch.messages << received(home.with(u"a@x.example"), QString::number(i), QString::number(i), i / 10);
        batch.messages << received(home.with(u"other@x.example"), u"o"_s, u"other"_s, 5);
        const ConversationId id = need(messages.commitIncoming(batch)).inserted.at(0).conversation;

        auto page = need(messages.newest(id, 30));
        QCOMPARE(bodies(page), numbers(71, 100));
        auto before = need(messages.pageBefore(id, MessageStore::Position::of(page.first()), 30));
        QCOMPARE(bodies(before), numbers(41, 70));
        QCOMPARE(bodies(need(messages.pageAfter(id, MessageStore::Position::of(before.last()), 25))), numbers(71, 95));
        QCOMPARE(bodies(need(messages.pageBefore(id, MessageStore::Position::of(before.first()), 100))), numbers(1, 40));
        QVERIFY(need(messages.pageAfter(id, MessageStore::Position::of(page.last()), 10)).isEmpty());
        QVERIFY(need(messages.newest({99}, 10)).isEmpty());

        const auto around = need(messages.around(before.at(10).id, 5)); // "51"
        QCOMPARE(bodies(around.messages), numbers(46, 56));
        QCOMPARE(around.messages.at(around.index).body, u"51"_s);
        const auto start = need(messages.around(need(messages.pageBefore(id, MessageStore::Position::of(before.first()), 100)).first().id, 3));
        QCOMPARE(start.index, 0);
        QCOMPARE(bodies(start.messages), numbers(1, 4));
        QCOMPARE(await(messages.around({9999}, 5)).error().condition, store::condition::NotFound);
    }

    void liveMessagesNeverSortBeforeWhatIsThere()
    {
        Home home;
        auto messages = home.messages();
        Batch batch;
        batch.messages << received(home.with(u"a@x.example"), u"1"_s, u"first"_s, 1000);
        batch.messages << received(home.with(u"a@x.example"), u"2"_s, u"clock went back"_s, 500);
        auto old = received(home.with(u"a@x.example"), u"3"_s, u"delayed"_s, 200);
        old.message.delayed = true;
        auto ancient = received(home.with(u"a@x.example"), u"4"_s, u"before 1970"_s, 0);
        ancient.message.delayed = true;
        ancient.message.time = QDateTime::fromMSecsSinceEpoch(-5000, QTimeZone::UTC);
        batch.messages << old << ancient;
        const auto changes = need(messages.commitIncoming(batch));
        const auto id = changes.conversations.at(0).id;
        QCOMPARE(changes.conversations.at(0).preview, u"clock went back"_s);
        QCOMPARE(changes.conversations.at(0).unread, 4);
        need(messages.append(own(id, u"5"_s, u"mine"_s, 100)));
        QCOMPARE(bodies(need(messages.newest(id, 10))), (QStringList{u"before 1970"_s, u"delayed"_s, u"first"_s, u"clock went back"_s, u"mine"_s}));
    }

    void previewIsTheFirstLineOfTheNewest()
    {
        Home home;
        auto messages = home.messages();
        const auto previewOf = [&](const QString &body) {
            static int time = 0;
            Batch batch;
            batch.messages << received(home.with(u"a@x.example"), {}, body, ++time);
            return need(messages.commitIncoming(batch)).conversations.at(0).preview;
        };
        QCOMPARE(previewOf(u"one\ntwo"_s), u"one"_s);
        QCOMPARE(previewOf(u"\n\n  padded \r\nrest"_s), u"padded"_s);
        QCOMPARE(previewOf(u" \n "_s), QString());
        QCOMPARE(previewOf(QString(5000, u'x')), QString(200, u'x'));
        QCOMPARE(previewOf(QString(199, u'x') + u"\U0001F600"_s), QString(199, u'x'));
        const auto list = need(home.conversations().all(home.account.id));
        QVERIFY(!list.at(0).previewOwn);
        const auto mine = need(messages.append(own(list.at(0).id, u"m"_s, u"mine"_s, 100))).conversations.at(0);
        QVERIFY(mine.previewOwn);
        QCOMPARE(mine.preview, u"mine"_s);
        QCOMPARE(need(home.conversations().byId(mine.id)), mine);
    }

    void hiddenComesBackWithTheNextMessage()
    {
        Home home;
        const auto made = need(home.conversations().ensure(home.with(u"a@x.example")));
        need(home.conversations().setHidden(made.id, store::Hidden::Yes));
        Batch batch;
        batch.messages << received(home.with(u"a@x.example"), u"1"_s, u"hi"_s, 0);
        QVERIFY(!need(home.messages().commitIncoming(batch)).conversations.at(0).hidden);
    }

    void readingNeverGoesBack()
    {
        Home home;
        Batch batch;
        for (int i = 1; i <= 10; ++i)
            batch.messages << received(home.with(u"a@x.example"), QString::number(i), QString::number(i), i);
        batch.messages << received(home.with(u"b@x.example"), u"b"_s, u"b"_s, 1);
        const auto changes = need(home.messages().commitIncoming(batch));
        const auto id = changes.inserted.at(0).conversation;
        auto conversations = home.conversations();
        QCOMPARE(need(conversations.markReadUpTo(id, changes.rows.at(6))).unread, 3);
        const auto back = need(conversations.markReadUpTo(id, changes.rows.at(2)));
        QCOMPARE(back.unread, 3);
        QCOMPARE(back.readUpTo, changes.rows.at(6));
        QCOMPARE(await(conversations.markReadUpTo(id, changes.rows.at(10))).error().condition, store::condition::NotFound);
        QCOMPARE(await(conversations.markReadUpTo(id, {})).error().condition, store::condition::NotFound);
        QCOMPARE(need(conversations.byId(id)), back);
    }

    //! Random writes of every kind: after each the counted unread equals a recount by hand, and the preview is that of the newest row.
    void unreadAndPreviewStayExact()
    {
        Home home;
        QRandomGenerator random(20260101);
        auto messages = home.messages();
        auto conversations = home.conversations();
        const QStringList peers{u"a@x.example"_s, u"b@x.example"_s, u"c@x.example"_s};
        QList<std::pair<ConversationId, MessageId>> known;
        for (int round = 0; round < 150; ++round) {
            Batch batch;
            const int size = int(random.bounded(1, 12));
            for (int i = 0; i < size; ++i) {
                // Few ids and times, so that duplicates, ties and late arrivals happen all the time.
                auto in = received(home.with(peers.at(random.bounded(3))), QString::number(random.bounded(400)), QString::number(random.bounded(3)), random.bounded(300));
                in.message.delayed = random.bounded(2) == 0;
                in.message.order = random.bounded(3) == 0 ? 1'790'000'000'000 + random.bounded(300) : 0;
                in.message.direction = random.bounded(4) == 0 ? Direction::Sent : Direction::Received;
                if (random.bounded(3) == 0)
                    in.message.archiveId = QString::number(random.bounded(500));
                if (random.bounded(20) == 0)
                    in.message.body = QString(QChar(0xDFFF)); // refused
                batch.messages << in;
            }
            const auto changes = need(messages.commitIncoming(batch));
            for (const Message &m : changes.inserted)
                known.emplaceBack(m.conversation, m.id);
            if (!known.isEmpty() && random.bounded(3) == 0) {
                const auto [conversation, message] = known.at(random.bounded(known.size()));
                need(conversations.markReadUpTo(conversation, message));
            }
            const auto all = need(conversations.all(home.account.id));
            for (const Conversation &c : all) {
                const auto rows = need(messages.newest(c.id, 100'000));
                const auto read = std::ranges::find(rows, c.readUpTo, &Message::id);
                const auto unread = std::count_if(read == rows.end() ? rows.begin() : std::next(read), rows.end(), [](const Message &m) { return m.direction == Direction::Received; });
                QCOMPARE(c.unread, unread);
                QCOMPARE(c.lastMessage, rows.last().id);
                QCOMPARE(c.preview, rows.last().body);
                QCOMPARE(c.lastActivity, rows.last().time);
            }
            for (const Conversation &c : changes.conversations)
                QVERIFY(all.contains(need(conversations.byId(c.id))));
        }
        QVERIFY(known.size() > 300);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
