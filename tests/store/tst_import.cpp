// SPDX-License-Identifier: GPL-3.0-or-later
// Old messages from elsewhere: at their time, read, and none of them twice.
#include "store/importstore.h"
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;

class TestImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<Home>(); }

    void twiceIsOnce()
    {
        const QList<store::IncomingMessage> page{heard(u"Hello"_s, 1000), heard(u"ok"_s, 2000), heard(u"ok"_s, 4000), heard(u"ok"_s, 4000)};
        const auto first = take(page);
        QCOMPARE(first.changes.inserted.size(), 4);
        QCOMPARE(first.known, 0);
        QCOMPARE(first.changes.age, store::Changes::Age::Old);
        const auto again = take(page);
        QCOMPARE(again.changes.inserted.size(), 0);
        QCOMPARE(again.known, 4);
    }

    //! One that was said once more is one more.
    void eachRowIsOneMessage()
    {
        take({heard(u"ok"_s, 2000)});
        const auto more = take({heard(u"ok"_s, 2000), heard(u"ok"_s, 3000)});
        QCOMPARE(more.known, 1);
        QCOMPARE(more.changes.inserted.size(), 1);
    }

    void whatCameLive()
    {
        store::Batch batch;
        batch.add(received(ana(), u"a1"_s, u"Hello"_s, 1000));
        need(m_home->messages().commitIncoming(batch));
        auto byId = heard(u"Hello"_s, 900'000); // a clock that was wrong
        byId.message.stanzaIdAttribute = u"a1"_s;
        const auto taken = take({heard(u"Hello"_s, 4000), byId, heard(u"Hello"_s, 8000)});
        QCOMPARE(taken.known, 2);
        QCOMPARE(taken.changes.inserted.size(), 1); // seven seconds later is said again
    }

    void directionsDiffer()
    {
        auto mine = heard(u"Hello"_s, 1000);
        mine.message.direction = Direction::Sent;
        mine.message.author.address = m_home->account.address;
        QCOMPARE(take({heard(u"Hello"_s, 1000), mine}).changes.inserted.size(), 2);
    }

    void inOrderAndRead()
    {
        store::Batch batch;
        batch.add(received(ana(), u"now"_s, u"Now"_s, 9'000'000));
        const auto live = need(m_home->messages().commitIncoming(batch));
        need(m_home->conversations().markReadUpTo(live.conversations.first().id, live.inserted.first().id));
        const auto taken = take({heard(u"second"_s, 2000), heard(u"first"_s, 1000)});
        const auto chat = taken.changes.conversations.first();
        QCOMPARE(chat.unread, 0);
        QCOMPARE(chat.preview, u"Now"_s);
        QStringList bodies;
        for (const Message &message : need(m_home->messages().newest(chat.id, 10)))
            bodies << message.body;
        QCOMPARE(bodies, (QStringList{u"first"_s, u"second"_s, u"Now"_s}));
    }

    void newChatsAreNoRequests()
    {
        const auto chat = take({heard(u"Hello"_s, 1000)}).changes.conversations.first();
        QVERIFY(chat.accepted);
        QCOMPARE(chat.unread, 0);
    }

    //! An archive that tells them later finds them by their archive id.
    void theArchiveFindsThem()
    {
        auto one = heard(u"Hello"_s, 1000);
        one.message.archiveId = u"arch-1"_s;
        take({one});
        store::Batch batch;
        batch.add(one);
        QVERIFY(need(m_home->messages().commitIncoming(batch)).inserted.isEmpty());
    }

private:
    [[nodiscard]] store::ConversationKey ana() const { return m_home->with(u"ana@example.org"); }

    [[nodiscard]] store::IncomingMessage heard(const QString &body, qint64 ms) const
    {
        auto incoming = received(ana(), {}, body, ms);
        incoming.message.delayed = true;
        return incoming;
    }

    store::ImportStore::Imported take(const QList<store::IncomingMessage> &page) { return need(store::ImportStore(*m_home->database).commit(page, {})); }

    std::unique_ptr<Home> m_home;
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
