// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/streamstatestore.h"
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;
using store::Batch;
using store::Changes;
using store::IncomingMessage;
using store::Rejected;

//! What comes in: duplicates, marks, errors, and what a bad row costs.
class TestIncoming final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Home> home;
    store::ConversationKey peer, room;

    Changes commit(QList<IncomingMessage> messages)
    {
        Batch batch;
        batch.messages = std::move(messages);
        return need(home->messages().commitIncoming(batch));
    }
    Changes commit(QList<store::IncomingMark> marks)
    {
        Batch batch;
        batch.marks = std::move(marks);
        return need(home->messages().commitIncoming(batch));
    }
    Changes commit(QList<store::IncomingError> errors)
    {
        Batch batch;
        batch.errors = std::move(errors);
        return need(home->messages().commitIncoming(batch));
    }
    QList<Message> rows(const store::ConversationKey &key)
    {
        return need(home->messages().newest(need(home->conversations().ensure(key)).id, 1000));
    }
    //! Own messages "m1".."mN", acknowledged.
    QList<Message> sent(int count)
    {
        const auto id = need(home->conversations().ensure(peer)).id;
        QList<Message> list;
        for (int i = 1; i <= count; ++i) {
            const Message m = need(home->messages().append(own(id, u"m%1"_s.arg(i), u"text %1"_s.arg(i), i))).inserted.at(0);
            list << need(home->messages().setState({{m.id, SendState::Acknowledged, {}, {}}})).updated.at(0);
        }
        return list;
    }
    store::IncomingMark mark(const QString &id, MarkKind kind, QStringView who = u"a@x.example")
    {
        return {peer, id, jid(who), kind, at(50)};
    }

private Q_SLOTS:
    void init()
    {
        home = std::make_unique<Home>();
        peer = home->with(u"a@x.example");
        room = {home->account.id, jid(u"room@groups.example"), ConversationKind::Group};
    }
    void cleanup() { home.reset(); }

    void knownByArchiveId()
    {
        auto first = received(peer, u"1"_s, u"real"_s, 1);
        first.message.archiveId = u"A"_s;
        auto again = received(peer, u"other"_s, u"forged"_s, 9);
        again.message.archiveId = u"A"_s;
        again.message.author.address = jid(u"mallory@x.example");
        const auto changes = commit({first, again});
        QCOMPARE(changes.inserted.size(), 1);
        QCOMPARE(changes.rows, (QList{changes.inserted.at(0).id, changes.inserted.at(0).id}));
        const auto list = rows(peer);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.at(0).body, u"real"_s);
        QCOMPARE(list.at(0).author.address, jid(u"a@x.example"));
        // The same archive id elsewhere is another archive's.
        auto elsewhere = received(home->with(u"b@x.example"), u"1"_s, u"real"_s, 1);
        elsewhere.message.archiveId = u"A"_s;
        QCOMPARE(commit({elsewhere}).inserted.size(), 1);
    }

    void knownByOriginIdAndLearnsItsArchiveId()
    {
        auto live = received(peer, u"1"_s, u"hello"_s, 1);
        live.message.originId = u"O"_s;
        const MessageId id = commit({live}).inserted.at(0).id;
        auto archived = live;
        archived.message.stanzaIdAttribute = u"changed by a gateway"_s;
        archived.message.body = u"changed on the way"_s;
        archived.message.archiveId = u"A"_s;
        archived.message.time = at(500);
        const auto changes = commit({archived});
        QVERIFY(changes.inserted.isEmpty() && changes.conversations.isEmpty());
        QCOMPARE(changes.rows, QList{id});
        QCOMPARE(changes.updated.size(), 1);
        QCOMPARE(changes.updated.at(0).archiveId, u"A"_s);
        QCOMPARE(changes.updated.at(0).body, u"hello"_s);
        QCOMPARE(changes.updated.at(0).time, at(1));
        QVERIFY(commit({archived}).updated.isEmpty());
        QCOMPARE(rows(peer).size(), 1);
    }

    void anotherAuthorCannotHideAMessage()
    {
        auto forged = received(room, u"1"_s, u"same"_s, 1);
        forged.message.originId = u"O"_s;
        forged.message.author.address = jid(u"room@groups.example/mallory");
        auto real = forged;
        real.message.author.address = jid(u"room@groups.example/alice");
        auto ours = forged;
        ours.message.direction = Direction::Sent;
        ours.message.author.address = jid(u"room@groups.example/me");
        QCOMPARE(commit({forged, real, ours}).inserted.size(), 3);
        QVERIFY(commit({forged, real, ours}).inserted.isEmpty());
        // The occupant id says who it is when a nick was taken over.
        auto before = received(room, u"2"_s, u"x"_s, 2);
        before.message.author = {jid(u"room@groups.example/bob"), u"bob"_s, u"occupant-1"_s, {}};
        auto after = before;
        after.message.author.occupantId = u"occupant-2"_s;
        auto renamed = before;
        renamed.message.author.address = jid(u"room@groups.example/bobby");
        QCOMPARE(commit({before, after, renamed}).inserted.size(), 2);
    }

    void aClientThatCountsItsIdsLosesNothing()
    {
        const auto changes = commit({received(peer, u"1"_s, u"monday"_s, 1), received(peer, u"1"_s, u"tuesday"_s, 2), received(peer, u"1"_s, u"monday"_s, 3)});
        QCOMPARE(changes.inserted.size(), 2);
        QCOMPARE(changes.rows.at(2), changes.rows.at(0));
        auto one = received(peer, u"2"_s, u"ok"_s, 4), two = one;
        one.message.archiveId = u"A1"_s;
        two.message.archiveId = u"A2"_s;
        QCOMPARE(commit({one, two}).inserted.size(), 2); // two places in the archive
        auto anew = received(peer, u"3"_s, u"moved"_s, 5);
        anew.message.originId = u"O"_s;
        anew.message.archiveId = u"old archive"_s;
        auto moved = anew;
        moved.message.archiveId = u"new archive"_s;
        QCOMPARE(commit({anew, moved}).inserted.size(), 1);
    }

    void withoutAnyIdNothingIsADuplicate()
    {
        QCOMPARE(commit({received(peer, {}, u"same"_s, 1), received(peer, {}, u"same"_s, 1)}).inserted.size(), 2);
    }

    void ourOwnReflectionProvesItArrived()
    {
        const auto id = need(home->conversations().ensure(peer)).id;
        const Message mine = need(home->messages().append(own(id, u"m"_s, u"hi"_s, 1))).inserted.at(0);
        QCOMPARE(mine.state, SendState::Queued);
        IncomingMessage archived{peer, mine};
        archived.message.id = {};
        archived.message.archiveId = u"A"_s;
        archived.message.state = SendState::Acknowledged;
        const auto changes = commit({archived});
        QVERIFY(changes.inserted.isEmpty());
        QCOMPARE(changes.updated.at(0).state, SendState::Acknowledged);
        QCOMPARE(changes.updated.at(0).archiveId, u"A"_s);
        QVERIFY(need(home->messages().pending(home->account.id)).isEmpty());
    }

    void whatComesInIsNeverSentByUs()
    {
        auto in = received(peer, u"1"_s, u"x"_s, 1);
        in.message.state = SendState::Queued;
        QCOMPARE(commit({in}).inserted.at(0).state, SendState::Acknowledged);
        QVERIFY(need(home->messages().pending(home->account.id)).isEmpty());
    }

    void ourReflectionInAGroupIsKnownUnderAnyNick()
    {
        const auto id = need(home->conversations().ensure(room)).id;
        Message mine = own(id, u"m"_s, u"hi"_s, 1);
        mine.author.address = jid(u"room@groups.example/me");
        mine = need(home->messages().append(mine)).inserted.at(0);
        IncomingMessage reflected{room, mine};
        reflected.message.author.address = jid(u"room@groups.example/renamed");
        QCOMPARE(commit({reflected}).rows, QList{mine.id});
    }

    void aBadRowCostsOnlyItself()
    {
        auto noAddress = received(peer, u"1"_s, u"x"_s, 1);
        noAddress.where.address = Jid();
        auto noAccount = received(peer, u"2"_s, u"x"_s, 1);
        noAccount.where.account = {99};
        auto noTime = received(home->with(u"new@x.example"), u"3"_s, u"x"_s, 1);
        noTime.message.time = QDateTime();
        auto halfCharacter = received(peer, u"4"_s, u"x"_s + QChar(0xD83D), 1);
        const auto good = received(peer, u"5"_s, u"good"_s, 1);
        Batch batch;
        batch.messages = {noAddress, noAccount, noTime, halfCharacter, good};
        batch.counters << store::StreamCounters{{99}, 1, {}, at(0)};
        const auto changes = need(home->messages().commitIncoming(batch));
        QCOMPARE(changes.inserted.size(), 1);
        QCOMPARE(changes.rows, (QList<MessageId>{{}, {}, {}, {}, changes.inserted.at(0).id}));
        QCOMPARE(changes.rejected.size(), 5);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(changes.rejected.at(i).part, Rejected::Part::Message);
            QCOMPARE(changes.rejected.at(i).index, i);
            QVERIFY(!changes.rejected.at(i).error.text.isEmpty());
        }
        QCOMPARE(changes.rejected.at(4).part, Rejected::Part::Counters);
        // No empty chat was left behind by the refused ones.
        QCOMPARE(need(home->conversations().all(home->account.id)).size(), 1);
    }

    void deliveredIsKeptOnce()
    {
        const auto mine = sent(2);
        const auto changes = commit({mark(u"m1"_s, MarkKind::Delivered)});
        QCOMPARE(changes.updated.size(), 1);
        QVERIFY(changes.updated.at(0).delivered && !changes.updated.at(0).displayed);
        QCOMPARE(changes.updated.at(0).id, mine.at(0).id);
        QVERIFY(commit({mark(u"m1"_s, MarkKind::Delivered)}).updated.isEmpty());
        QVERIFY(!rows(peer).at(1).delivered);
    }

    void displayedCoversAllBefore()
    {
        const auto mine = sent(4);
        commit({received(peer, u"r"_s, u"theirs"_s, 100)});
        auto changes = commit({mark(u"m3"_s, MarkKind::Displayed)});
        QCOMPARE(changes.seen.size(), 1);
        QCOMPARE(changes.seen.at(0).message, mine.at(2).id);
        auto list = rows(peer);
        for (const Message &m : list) {
            const bool covered = m.direction == Direction::Sent && m.id <= mine.at(2).id;
            QCOMPARE(m.displayed, covered);
            QCOMPARE(m.delivered, covered);
            QCOMPARE(changes.seen.at(0).covers(m), covered);
        }
        QVERIFY(commit({mark(u"m3"_s, MarkKind::Displayed)}).seen.isEmpty());
        QVERIFY(commit({mark(u"m1"_s, MarkKind::Displayed)}).seen.isEmpty()); // never back
        changes = commit({mark(u"m3"_s, MarkKind::Displayed), mark(u"m4"_s, MarkKind::Displayed)});
        QCOMPARE(changes.seen.size(), 1);
        QVERIFY(rows(peer).at(3).displayed);

        // One from the archive that lies before what was seen is seen.
        IncomingMessage old{peer, own({}, u"m0"_s, u"earlier"_s, 0)};
        old.message.delayed = true;
        old.message.state = SendState::Acknowledged;
        changes = commit({old});
        QVERIFY(changes.inserted.at(0).displayed);
    }

    void marksOfOthersAreIgnored()
    {
        sent(1);
        commit({received(peer, u"theirs"_s, u"x"_s, 9)});
        const auto elsewhere = home->with(u"b@x.example");
        need(home->conversations().ensure(elsewhere));
        const QList<store::IncomingMark> foreign{
            mark(u"m1"_s, MarkKind::Displayed, u"mallory@x.example"),
            mark(u"unknown"_s, MarkKind::Displayed),
            mark(u""_s, MarkKind::Delivered),
            mark(u"theirs"_s, MarkKind::Displayed), // not ours
            {elsewhere, u"m1"_s, jid(u"b@x.example"), MarkKind::Delivered, at(1)}, // of another chat
            {home->with(u"nobody@x.example"), u"m1"_s, jid(u"nobody@x.example"), MarkKind::Delivered, at(1)},
        };
        const auto changes = commit(foreign);
        QVERIFY(changes.updated.isEmpty() && changes.seen.isEmpty() && changes.rejected.isEmpty());
        QCOMPARE(need(home->conversations().all(home->account.id)).size(), 2); // a mark makes no chat
        for (const Message &m : rows(peer))
            QVERIFY(!m.delivered && !m.displayed);
        QVERIFY(!commit({mark(u"m1"_s, MarkKind::Delivered, u"a@x.example/phone")}).updated.isEmpty());
    }

    void errorOnlyWhileNobodyConfirmed()
    {
        const auto mine = sent(3);
        const auto error = [&](const QString &id) { return store::IncomingError{peer, id, u"service-unavailable"_s, u"Not there."_s}; };
        auto changes = commit({error(u"m1"_s)});
        QCOMPARE(changes.updated.at(0).state, SendState::Failed);
        QCOMPARE(changes.updated.at(0).errorText, u"Not there."_s);
        QCOMPARE(changes.updated.at(0).errorCondition, u"service-unavailable"_s);

        commit({mark(u"m2"_s, MarkKind::Delivered)});
        QVERIFY(commit({error(u"m2"_s), error(u"unknown"_s)}).updated.isEmpty());

        // A receipt after an error wins.
        changes = commit({mark(u"m1"_s, MarkKind::Delivered)});
        QCOMPARE(changes.updated.at(0).state, SendState::Acknowledged);
        QVERIFY(changes.updated.at(0).errorText.isEmpty() && changes.updated.at(0).delivered);

        // In one batch too, whichever came first.
        Batch batch;
        batch.marks << mark(u"m3"_s, MarkKind::Displayed);
        batch.errors << error(u"m3"_s);
        changes = need(home->messages().commitIncoming(batch));
        QCOMPARE(changes.updated.size(), 1);
        QCOMPARE(changes.updated.at(0).state, SendState::Acknowledged);
        QVERIFY(changes.updated.at(0).displayed);
    }

    void aFailedOneIsNotSeenWithTheOthers()
    {
        sent(2);
        commit({store::IncomingError{peer, u"m1"_s, u"forbidden"_s, u"No."_s}});
        commit({mark(u"m2"_s, MarkKind::Displayed)});
        const auto list = rows(peer);
        QVERIFY(!list.at(0).displayed && !list.at(0).delivered);
        QCOMPARE(list.at(0).state, SendState::Failed);
        QVERIFY(list.at(1).displayed);
    }

    void floodsOfOneIdStayFast()
    {
        QList<IncomingMessage> flood;
        for (int i = 0; i < 3000; ++i)
            flood << received(peer, u"same"_s, QString::number(i), i);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(commit(flood).inserted.size(), 3000);
        qInfo() << "3000 messages of one id:" << timer.elapsed() << "ms";
    }
};

QTEST_GUILESS_MAIN(TestIncoming)
#include "tst_incoming.moc"
