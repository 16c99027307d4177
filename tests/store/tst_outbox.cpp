// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/streamstatestore.h"
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;
using store::Changes;

namespace
{

QStringList bodies(const QList<Message> &messages)
{
    QStringList list;
    for (const Message &message : messages)
        list << message.body;
    return list;
}

} // namespace

//! From the keyboard to the server's acknowledgement.
class TestOutbox final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Home> home;
    ConversationId a, b;

    Message append(ConversationId conversation, const QString &body)
    {
        return need(home->messages().append(own(conversation, body, body, 0))).inserted.at(0);
    }
    StreamState stream(quint32 sent = 0, quint32 acknowledged = 0)
    {
        return {home->account.id, u"sm-1"_s, jid(u"me@example.org/desk"), u"host.example:5222"_s, 7, sent, acknowledged, at(3), 600, {}};
    }
    store::StreamStateStore streams() const { return store::StreamStateStore(*home->database); }
    QStringList pending() { return bodies(need(home->messages().pending(home->account.id))); }

private Q_SLOTS:
    void init()
    {
        home = std::make_unique<Home>();
        a = need(home->conversations().ensure(home->with(u"a@x.example"))).id;
        b = need(home->conversations().ensure(home->with(u"b@x.example"))).id;
    }
    void cleanup() { home.reset(); }

    void appendedRowsWaitInOrder()
    {
        const Message first = append(a, u"1"_s);
        QVERIFY(first.id && first.order > 0);
        QCOMPARE(first.state, SendState::Queued);
        QCOMPARE(first.direction, Direction::Sent);
        QCOMPARE(first.stanza, QByteArray("<message/>"));
        append(b, u"2"_s);
        append(a, u"3"_s);
        QCOMPARE(pending(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QVERIFY(need(home->messages().pending({99})).isEmpty());
        QCOMPARE(need(home->conversations().byId(a)).unread, 0);
        QCOMPARE(need(home->conversations().byId(a)).preview, u"3"_s);
    }

    void whatCannotBeStoredIsRefused()
    {
        auto messages = home->messages();
        QCOMPARE(await(messages.append(own(a, u"x"_s, QString(QChar(0xD83D)), 0))).error().kind, ErrorKind::Invalid);
        QCOMPARE(await(messages.append(own({99}, u"x"_s, u"x"_s, 0))).error().condition, store::condition::NotFound);
        QVERIFY(pending().isEmpty());
    }

    void statesFollowTheRules_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, SendState from, SendState to, bool allowed) { QTest::newRow(name) << int(from) << int(to) << allowed; };
        row("written", SendState::Queued, SendState::Written, true);
        row("acknowledged without a ledger", SendState::Queued, SendState::Acknowledged, true);
        row("failed", SendState::Queued, SendState::Failed, true);
        row("lost, to be sent again", SendState::Written, SendState::Queued, true);
        row("acknowledged", SendState::Written, SendState::Acknowledged, true);
        row("retry", SendState::Failed, SendState::Queued, true);
        row("bounced", SendState::Acknowledged, SendState::Failed, true);
        row("never sent twice", SendState::Acknowledged, SendState::Queued, false);
        row("never written again", SendState::Acknowledged, SendState::Written, false);
        row("nothing new", SendState::Queued, SendState::Queued, false);
    }

    void statesFollowTheRules()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, allowed);
        auto messages = home->messages();
        const Message m = append(a, u"1"_s);
        need(messages.setState({{m.id, SendState(from), u"before"_s, u"gone"_s}}));
        const auto changes = need(messages.setState({{m.id, SendState(to), u"words"_s, u"gone"_s}}));
        QCOMPARE(changes.updated.size(), allowed ? 1 : 0);
        const Message now = *need(messages.byId(m.id));
        QCOMPARE(int(now.state), allowed ? to : from);
        QCOMPARE(now.errorText, now.state == SendState::Failed ? u"words"_s : QString());
        QVERIFY(need(messages.setState({{{999}, SendState(to), {}, {}}})).updated.isEmpty());
    }

    void receivedOnesHaveNoOutboxState()
    {
        store::Batch batch;
        batch.messages << received(home->with(u"a@x.example"), u"r"_s, u"r"_s, 0);
        const MessageId id = need(home->messages().commitIncoming(batch)).rows.at(0);
        QVERIFY(need(home->messages().setState({{id, SendState::Failed, u"no"_s, {}}})).updated.isEmpty());
    }

    void theLedgerGoesWithTheRows()
    {
        auto messages = home->messages();
        need(streams().save(stream()));
        const Message m1 = append(a, u"1"_s), m2 = append(b, u"2"_s), m3 = append(a, u"3"_s);
        const auto changes = need(messages.written(home->account.id, {{2, m1.id}, {3, m2.id}}, 3));
        QCOMPARE(changes.updated.size(), 2);
        QCOMPARE(changes.updated.at(0).state, SendState::Written);
        need(messages.written(home->account.id, {{5, m3.id}}, 5));

        StreamState expected = stream(5);
        expected.ledger = {{2, m1.id}, {3, m2.id}, {5, m3.id}};
        QCOMPARE(*need(streams().load(home->account.id)), expected);

        QCOMPARE(need(messages.acknowledge(home->account.id, 2)).updated.at(0).id, m1.id);
        QVERIFY(need(messages.acknowledge(home->account.id, 2)).updated.isEmpty());
        expected.acknowledged = 2;
        expected.ledger.removeFirst();
        QCOMPARE(*need(streams().load(home->account.id)), expected);
        QCOMPARE(pending(), (QStringList{u"2"_s, u"3"_s}));

        const auto back = await(messages.acknowledge(home->account.id, 1));
        QCOMPARE(back.error().kind, ErrorKind::Protocol);
        QCOMPARE(*need(streams().load(home->account.id)), expected);
        QCOMPARE(await(messages.acknowledge({99}, 1)).error().condition, store::condition::NotFound);
    }

    void withoutAManagedStreamThereIsNoLedger()
    {
        const Message m = append(a, u"1"_s);
        QCOMPARE(need(home->messages().written(home->account.id, {{1, m.id}}, 1)).updated.at(0).state, SendState::Written);
        QVERIFY(!need(streams().load(home->account.id)));
    }

    void resumingSettlesWhatWasWritten()
    {
        auto messages = home->messages();
        need(streams().save(stream(10, 10)));
        QList<LedgerEntry> entries;
        for (quint32 i = 11; i <= 15; ++i)
            entries << LedgerEntry{i, append(i % 2 ? a : b, QString::number(i)).id};
        need(messages.written(home->account.id, entries, 15));
        append(a, u"queued"_s);
        // As after a crash.
        home->database.reset();
        home->open();

        QCOMPARE(await(streams().resolve(home->account.id, 9)).error().kind, ErrorKind::Protocol);
        const auto resolved = need(streams().resolve(home->account.id, 12));
        QCOMPARE(bodies(resolved.changes.updated), (QStringList{u"11"_s, u"12"_s}));
        QCOMPARE(bodies(resolved.unacknowledged), (QStringList{u"13"_s, u"14"_s, u"15"_s}));
        QCOMPARE(pending(), (QStringList{u"13"_s, u"14"_s, u"15"_s, u"queued"_s}));

        // Our count may lag behind by stanzas that were no messages.
        QVERIFY(need(streams().resolve(home->account.id, 40)).unacknowledged.isEmpty());
        QCOMPARE(pending(), QStringList{u"queued"_s});
    }

    void countersWrapAtTheEnd()
    {
        auto messages = home->messages();
        need(streams().save(stream(0xffff'fffeu, 0xffff'fffeu)));
        const Message last = append(a, u"last"_s), zero = append(a, u"zero"_s), one = append(a, u"one"_s);
        need(messages.written(home->account.id, {{0xffff'ffffu, last.id}, {0, zero.id}, {1, one.id}}, 1));
        const auto resolved = need(streams().resolve(home->account.id, 0));
        QCOMPARE(bodies(resolved.changes.updated), (QStringList{u"last"_s, u"zero"_s}));
        QCOMPARE(bodies(resolved.unacknowledged), QStringList{u"one"_s});
        QCOMPARE(need(streams().load(home->account.id))->acknowledged, 0u);
    }

    void countersCommitWithWhatTheyCount()
    {
        auto messages = home->messages();
        need(streams().save(stream()));
        const Message mine = append(a, u"mine"_s);
        need(messages.written(home->account.id, {{1, mine.id}}, 1));
        store::Batch batch;
        batch.messages << received(home->with(u"a@x.example"), u"r"_s, u"r"_s, 0);
        batch.counters << store::StreamCounters{home->account.id, 8, 1, at(99)};
        const auto changes = need(messages.commitIncoming(batch));
        QCOMPARE(changes.updated.at(0).state, SendState::Acknowledged);
        const auto state = *need(streams().load(home->account.id));
        QCOMPARE(state.handled, 8u);
        QCOMPARE(state.acknowledged, 1u);
        QCOMPARE(state.lastAlive, at(99));
        QVERIFY(state.ledger.isEmpty());

        // A count that goes backwards is told, and costs neither the messages nor our own count.
        batch = {};
        batch.messages << received(home->with(u"a@x.example"), u"r2"_s, u"r2"_s, 1);
        batch.counters << store::StreamCounters{home->account.id, 9, 0, {}};
        const auto odd = need(messages.commitIncoming(batch));
        QCOMPARE(odd.inserted.size(), 1);
        QCOMPARE(odd.rejected.at(0).error.kind, ErrorKind::Protocol);
        QCOMPARE(need(streams().load(home->account.id))->handled, 9u);
        QCOMPARE(need(streams().load(home->account.id))->lastAlive, at(99));
    }

    void aNewStreamForgetsTheOldLedger()
    {
        need(streams().save(stream()));
        const Message m = append(a, u"1"_s);
        need(home->messages().written(home->account.id, {{1, m.id}}, 1));
        need(streams().save(stream()));
        QVERIFY(need(streams().load(home->account.id))->ledger.isEmpty());
        need(streams().clear(home->account.id));
        QVERIFY(!need(streams().load(home->account.id)));
        QCOMPARE(pending(), QStringList{u"1"_s}); // still to be looked for in the archive
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
