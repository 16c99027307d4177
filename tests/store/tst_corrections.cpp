// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;
using store::Batch;
using store::Changes;
using store::IncomingMessage;

//! Messages that change what another one says (XEP-0308), in and out, in whatever order.
class TestCorrections final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Home> home;
    store::ConversationKey peer;

    Changes commit(QList<IncomingMessage> messages)
    {
        Batch batch;
        batch.messages = std::move(messages);
        return need(home->messages().commitIncoming(batch));
    }
    [[nodiscard]] IncomingMessage correction(const QString &replaces, const QString &id, const QString &body, qint64 ms) const
    {
        IncomingMessage incoming = received(peer, id, body, ms);
        incoming.message.replaces = replaces;
        return incoming;
    }
    Conversation chat() { return need(home->conversations().ensure(peer)); }
    QList<Message> rows() { return need(home->messages().newest(chat().id, 100)); }
    QStringList bodies()
    {
        QStringList list;
        for (const Message &row : rows())
            list << row.body;
        return list;
    }

private Q_SLOTS:
    void init()
    {
        home = std::make_unique<Home>();
        peer = home->with(u"a@x.example");
    }
    void cleanup() { home.reset(); }

    void takesThePlace()
    {
        commit({received(peer, u"1"_s, u"airlock"_s, 1), received(peer, u"2"_s, u"breaks?"_s, 2)});
        const auto changes = commit({correction(u"1"_s, u"3"_s, u"window"_s, 3)});
        QVERIFY(changes.inserted.isEmpty());
        QCOMPARE(changes.amendments.size(), 1);
        QCOMPARE(changes.updated.size(), 1);
        const Message &row = changes.updated.at(0);
        QCOMPARE(row.body, u"window"_s);
        QCOMPARE(row.firstBody, u"airlock"_s);
        QCOMPARE(row.edited, at(3));
        QCOMPARE(row.time, at(1));
        QCOMPARE(row.stanzaIdAttribute, u"1"_s);
        QCOMPARE(bodies(), (QStringList{u"window"_s, u"breaks?"_s}));
        QCOMPARE(chat().unread, 2); // a correction is nothing new to read
        QCOMPARE(chat().preview, u"breaks?"_s);
    }

    void changesWhetherItIsStyled()
    {
        auto plain = received(peer, u"1"_s, u"*p"_s, 1);
        plain.message.unstyled = true;
        commit({plain, correction(u"1"_s, u"2"_s, u"*pointer*"_s, 2)});
        QVERIFY(!rows().at(0).unstyled);
        auto again = correction(u"1"_s, u"3"_s, u"*p*"_s, 3);
        again.message.unstyled = true;
        QVERIFY(commit({again}).updated.at(0).unstyled);
    }

    void changesThePreviewOfTheNewest()
    {
        commit({received(peer, u"1"_s, u"airlock"_s, 1)});
        const auto changes = commit({correction(u"1"_s, u"2"_s, u"window\nbreaks"_s, 2)});
        QCOMPARE(changes.conversations.size(), 1);
        QCOMPARE(changes.conversations.at(0).preview, u"window"_s);
        QCOMPARE(chat().preview, u"window"_s);
    }

    //! Clients name the first one each time (XEP-0308 5); some name the last correction. The newest wins, however it came.
    void theNewestWins()
    {
        commit({received(peer, u"1"_s, u"one"_s, 1), correction(u"1"_s, u"3"_s, u"three"_s, 30)});
        auto late = correction(u"1"_s, u"2"_s, u"two"_s, 20);
        late.message.delayed = true;
        commit({late});
        QCOMPARE(bodies(), QStringList{u"three"_s});
        commit({correction(u"3"_s, u"4"_s, u"four"_s, 40)});
        QCOMPARE(bodies(), QStringList{u"four"_s});
        QCOMPARE(rows().at(0).firstBody, u"one"_s);
        QStringList all;
        for (const Message &one : need(home->messages().corrections(rows().at(0).id)))
            all << one.body;
        QCOMPARE(all, (QStringList{u"two"_s, u"three"_s, u"four"_s}));
    }

    void onlyByItsAuthor()
    {
        const auto conversation = chat().id;
        need(home->messages().append(own(conversation, u"mine"_s, u"I promise"_s, 1)));
        commit({correction(u"mine"_s, u"2"_s, u"I lied"_s, 2)}); // the other side would change our words
        QCOMPARE(bodies(), (QStringList{u"I promise"_s, u"I lied"_s}));
        const store::ConversationKey room{home->account.id, jid(u"room@g.example"), ConversationKind::Group};
        auto ana = received(room, u"1"_s, u"Ana's"_s, 1), leo = received(room, u"2"_s, u"Leo's"_s, 2);
        ana.message.author.address = jid(u"room@g.example/Ana");
        leo.message.author.address = jid(u"room@g.example/Leo");
        leo.message.replaces = u"1"_s;
        const auto changes = commit({ana, leo});
        QCOMPARE(changes.inserted.size(), 2);
        QVERIFY(changes.amendments.isEmpty());
    }

    void onlyInItsChat()
    {
        commit({received(peer, u"1"_s, u"here"_s, 1)});
        auto elsewhere = received(home->with(u"b@x.example"), u"2"_s, u"there"_s, 2);
        elsewhere.message.replaces = u"1"_s;
        commit({elsewhere});
        QCOMPARE(bodies(), QStringList{u"here"_s});
    }

    //! From an archive read backwards, or after its message was deleted elsewhere: words are never dropped.
    void waitsForItsMessage()
    {
        const auto alone = commit({correction(u"1"_s, u"2"_s, u"window"_s, 2)});
        QCOMPARE(alone.inserted.size(), 1);
        QCOMPARE(bodies(), QStringList{u"window"_s});
        QCOMPARE(chat().unread, 1);
        auto first = received(peer, u"1"_s, u"airlock"_s, 1);
        first.message.delayed = true;
        const auto changes = commit({first});
        QCOMPARE(changes.removed, QList{alone.inserted.at(0).id});
        QCOMPARE(changes.inserted.size(), 1);
        QCOMPARE(changes.inserted.at(0).body, u"window"_s);
        QCOMPARE(changes.inserted.at(0).firstBody, u"airlock"_s);
        QCOMPARE(bodies(), QStringList{u"window"_s});
        QCOMPARE(chat().unread, 1);
        QCOMPARE(chat().lastMessage, changes.inserted.at(0).id);
        QCOMPARE(chat().preview, u"window"_s);
    }

    void bothInOneGroup()
    {
        auto first = received(peer, u"1"_s, u"airlock"_s, 1);
        first.message.delayed = true;
        const auto changes = commit({correction(u"1"_s, u"2"_s, u"window"_s, 2), first, received(peer, u"3"_s, u"more"_s, 3)});
        QCOMPARE(changes.inserted.size(), 2);
        QCOMPARE(bodies(), (QStringList{u"window"_s, u"more"_s}));
        QCOMPARE(chat().unread, 2);
    }

    //! A copy by carbon and by archive is one correction; a copy of the first text is still the same message.
    void copiesAreKnown()
    {
        auto first = received(peer, u"1"_s, u"airlock"_s, 1);
        auto change = correction(u"1"_s, u"2"_s, u"window"_s, 2);
        commit({first, change});
        first.message.archiveId = u"A"_s;
        change.message.archiveId = u"B"_s;
        const auto again = commit({first, change});
        QVERIFY(again.inserted.isEmpty() && again.amendments.isEmpty());
        QCOMPARE(bodies(), QStringList{u"window"_s});
        QCOMPARE(need(home->messages().corrections(rows().at(0).id)).size(), 1);
        QCOMPARE(rows().at(0).archiveId, u"A"_s);
    }

    //! Ours goes out like any message, and its fate is told of what it changes.
    void oursGoesOut()
    {
        const auto conversation = chat().id;
        const Message first = need(home->messages().append(own(conversation, u"m1"_s, u"airlock"_s, 1))).inserted.at(0);
        need(home->messages().setState({{first.id, SendState::Acknowledged, {}, {}}}));
        Message change = own(conversation, u"m2"_s, u"window"_s, 2);
        change.amends = first.id;
        change.replaces = u"m1"_s;
        const auto changes = need(home->messages().append(change));
        QVERIFY(changes.inserted.isEmpty());
        QCOMPARE(changes.amendments.size(), 1);
        QCOMPARE(changes.updated.at(0).body, u"window"_s);
        QCOMPARE(changes.updated.at(0).editState, SendState::Queued);
        QCOMPARE(changes.updated.at(0).state, SendState::Acknowledged);
        const auto waiting = need(home->messages().pending(home->account.id));
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.at(0).stanzaIdAttribute, u"m2"_s);
        const auto id = waiting.at(0).id;

        const auto failed = need(home->messages().setState({{id, SendState::Failed, u"Nobody is there."_s, u"item-not-found"_s}}));
        QCOMPARE(failed.updated.size(), 1);
        QCOMPARE(failed.updated.at(0).id, first.id);
        QCOMPARE(failed.updated.at(0).editState, SendState::Failed);
        QCOMPARE(failed.updated.at(0).editError, u"Nobody is there."_s);
        const auto sent = need(home->messages().setState({{id, SendState::Acknowledged, {}, {}}}));
        QCOMPARE(sent.updated.size(), 1);
        QCOMPARE(sent.updated.at(0).editState, SendState::Acknowledged);
        QVERIFY(sent.updated.at(0).editError.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCorrections)
#include "tst_corrections.moc"
