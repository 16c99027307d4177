// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/contactstore.h"
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;

//! A long life's messages; prints figures, and asserts only that nothing is out of all proportion.
class TestVolume final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyMessages()
    {
        constexpr int Total = 50'000, Group = 200;
        Home home;
        auto messages = home.messages();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < Total; i += Group) {
            store::Batch batch;
            for (int k = i; k < i + Group; ++k) {
                auto in = received(home.with(u"peer%1@x.example"_s.arg(k % 20 ? 0 : k % 400)), u"id-%1"_s.arg(k), u"Message number %1, of an ordinary length for a chat."_s.arg(k), k);
                in.message.originId = in.message.stanzaIdAttribute;
                in.message.archiveId = u"archive-%1"_s.arg(k);
                batch.messages << std::move(in);
            }
            QCOMPARE(need(messages.commitIncoming(batch)).inserted.size(), Group);
        }
        report("all, in groups of 200", timer);

        const auto all = need(home.conversations().all(home.account.id));
        report("chat list", timer);
        const auto busiest = *std::ranges::max_element(all, {}, &Conversation::unread);
        QVERIFY(busiest.unread > Total * 9 / 10);
        auto page = need(messages.newest(busiest.id, 50));
        report("newest 50", timer);
        int pages = 0;
        const auto newest = page;
        while (!page.isEmpty() && pages < 1000) {
            page = need(messages.pageBefore(busiest.id, store::MessageStore::Position::of(page.first()), 50));
            ++pages;
        }
        report(qPrintable(u"%1 pages of 50 back"_s.arg(pages)), timer);
        const auto around = need(messages.around(newest.first().id, 50));
        QCOMPARE(around.index, 50);
        report("50 around one", timer);
        need(home.conversations().markReadUpTo(busiest.id, newest.first().id));
        report("marked read", timer);
        home.database->close();
        report("closed", timer);
        need(home.database->open());
        report("opened", timer);
        QCOMPARE(need(home.conversations().byId(busiest.id)).unread, 49);
    }

    void singleMessages()
    {
        Home home;
        auto messages = home.messages();
        const auto id = need(home.conversations().ensure(home.with(u"a@x.example"))).id;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 500; ++i)
            need(messages.append(own(id, u"m%1"_s.arg(i), u"text"_s, i)));
        report("500 appended one by one, each synced", timer);
        QCOMPARE(need(messages.pending(home.account.id)).size(), 500);
        report("outbox of 500", timer);
    }

    void tenThousandContacts()
    {
        Home home;
        QList<Contact> contacts;
        for (int i = 0; i < 10'000; ++i)
            contacts << Contact{home.account.id, jid(u"contact%1@x.example"_s.arg(i)), u"Contact %1"_s.arg(i), {u"Group %1"_s.arg(i % 20)}, Subscription::Both, false};
        store::ContactStore store(*home.database);
        QElapsedTimer timer;
        timer.start();
        need(store.replaceAll(home.account.id, contacts, u"1"_s));
        report("10,000 contacts replaced", timer);
        QCOMPARE(need(store.all(home.account.id)).size(), 10'000);
        report("10,000 contacts read", timer);
    }

    void aFloodOfMarks()
    {
        Home home;
        auto messages = home.messages();
        const auto key = home.with(u"a@x.example");
        const auto id = need(home.conversations().ensure(key)).id;
        store::Batch batch;
        for (int i = 0; i < 2000; ++i) {
            store::IncomingMessage mine{key, own(id, u"m%1"_s.arg(i), u"x"_s, i)};
            mine.message.state = SendState::Acknowledged;
            batch.messages << mine;
        }
        need(messages.commitIncoming(batch));
        batch = {};
        for (int i = 0; i < 20'000; ++i)
            batch.marks << store::IncomingMark{key, u"m%1"_s.arg(i), key.address, i % 2 ? MarkKind::Displayed : MarkKind::Delivered, at(i)};
        QElapsedTimer timer;
        timer.start();
        const auto changes = need(messages.commitIncoming(batch));
        report("20,000 marks, most of unknown messages", timer);
        QCOMPARE(changes.seen.size(), 1);
    }

private:
    static void report(const char *what, QElapsedTimer &timer)
    {
        const qint64 took = timer.restart();
        qInfo().noquote() << u"%1: %2 ms"_s.arg(QLatin1StringView(what)).arg(took);
        QVERIFY2(took < 200'000, what);
    }
};

QTEST_GUILESS_MAIN(TestVolume)
#include "tst_volume.moc"
