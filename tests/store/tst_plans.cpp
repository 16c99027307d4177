// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cachestore.h"
#include "store/connection.h"
#include "store/contactstore.h"
#include "store/facestore.h"
#include "store/importstore.h"
#include "store/requeststore.h"
#include "store/searchstore.h"
#include "store/settingsstore.h"
#include "store/streamstatestore.h"
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;
using store::Connection;
using store::Statement;

namespace
{

using Plans = QMap<QString, QStringList>; // statement -> the steps SQLite takes

Result<Plans> plansOf(Connection &connection)
{
    Plans plans;
    for (const QString &sql : connection.statements()) {
        if (!sql.startsWith(u"SELECT"_s) && !sql.startsWith(u"UPDATE"_s) && !sql.startsWith(u"DELETE"_s) && !sql.startsWith(u"INSERT"_s))
            continue;
        Statement statement(connection, u"EXPLAIN QUERY PLAN "_s + sql);
        for (qsizetype i = sql.count(u'?'); i > 0; --i)
            statement.bind(QVariant());
        if (const auto done = statement.exec(); !done)
            return fail(done.error());
        while (statement.next())
            plans[sql] << statement.column(3).toString();
        if (!plans.contains(sql))
            plans[sql] = {};
    }
    return plans;
}

} // namespace

//! Every statement the stores prepare is asked for its plan: none may walk through a whole table.
class TestPlans final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingScans()
    {
        Home home;
        useEverything(home);
        const auto writer = need(home.database->run(plansOf));
        const auto reader = need(home.database->read(plansOf));
        const auto cache = need(home.database->runCache(plansOf));
        QVERIFY2(writer.size() > 35 && reader.size() > 12 && cache.size() > 4, qPrintable(u"%1 %2 %3"_s.arg(writer.size()).arg(reader.size()).arg(cache.size())));
        for (const Plans &plans : {writer, reader, cache}) {
            for (const auto &[sql, steps] : plans.asKeyValueRange()) {
                for (const QString &step : steps)
                    QVERIFY2(!step.startsWith(u"SCAN"_s) || isSmall(step), qPrintable(step + u"\n"_s + sql));
            }
        }
    }

    void pagesComeOutOfTheIndexSorted()
    {
        Home home;
        useEverything(home);
        int pages = 0;
        for (const auto &[sql, steps] : need(home.database->read(plansOf)).asKeyValueRange()) {
            if (!sql.contains(u"m.position"_s) || !sql.contains(u"LIMIT ?"_s))
                continue;
            ++pages;
            QVERIFY2(steps.at(0).startsWith(u"SEARCH m USING INDEX messages_by_position (conversation=?"_s), qPrintable(steps.at(0)));
            QVERIFY2(!sql.contains(u"m.position=?"_s) || steps.at(0).contains(u"position=? AND rowid"_s), qPrintable(steps.at(0)));
            QVERIFY2(!sql.contains(u"m.position<?"_s) || steps.at(0).contains(u"position<?"_s), qPrintable(steps.at(0)));
            QVERIFY2(!steps.join(u' ').contains(u"TEMP B-TREE"_s), qPrintable(steps.join(u' ')));
        }
        QCOMPARE(pages, 5);
    }

private:
    //! The accounts and what one transaction changed are few, and the cache is bounded.
    static bool isSmall(const QString &step)
    {
        if (step.startsWith(u"SCAN w VIRTUAL TABLE INDEX"_s))
            return step.contains(u":M"_s); // FTS5 looks the words up
        return step.startsWith(u"SCAN accounts"_s) || step == u"SCAN search_changes"_s || step.startsWith(u"SCAN search_words VIRTUAL TABLE INDEX 0:="_s) || step.startsWith(u"SCAN capabilities USING"_s) || step.startsWith(u"SCAN pictures USING COVERING"_s) || step == u"SCAN CONSTANT ROW"_s;
    }

    void useEverything(Home &home)
    {
        const AccountId id = home.account.id;
        const Jid address = jid(u"a@x.example");
        store::AccountStore accounts(*home.database);
        need(accounts.all());
        need(accounts.update(home.account));
        store::ContactStore contacts(*home.database);
        need(contacts.replaceAll(id, {{id, address, {}, {}, Subscription::Both, false}}, u"1"_s));
        need(contacts.upsert({id, address, {}, {}, Subscription::Both, false}, u"2"_s));
        need(contacts.all(id));
        need(contacts.remove(id, address, u"3"_s));
        store::RequestStore requests(*home.database);
        need(requests.put({id, address, {}, at(0)}));
        need(requests.all(id));
        need(requests.remove(id, address));
        store::SettingsStore settings(*home.database);
        need(settings.set(u"k"_s, u"v"_s));
        need(settings.set(u"k"_s, {}));
        need(settings.value(u"k"_s));
        need(settings.all());
        store::CacheStore cache(*home.database, m_clock);
        need(cache.putCapabilities({u"sha-1"_s, u"v"_s, "x", true}));
        m_clock.advance(std::chrono::hours(2));
        need(cache.capabilities(u"sha-1"_s, u"v"_s));
        need(cache.putFeatures(id, address, "x"));
        need(cache.features(id, address));
        useConversation(home);
        need(store::ImportStore(*home.database).commit({received(home.with(u"old@x.example"), {}, u"old"_s, 0), received(home.with(u"a@x.example"), {}, u"old"_s, 0)}, {}));
        store::FaceStore faces(*home.database, m_clock);
        need(faces.put(id, {address, u"p"_s, store::FaceSource::Published, u"n"_s}));
        need(faces.all(id));
        need(faces.putPicture(u"p"_s, "bytes"));
        m_clock.advance(std::chrono::hours(30));
        need(faces.picture(u"p"_s));
        Account second;
        second.address = jid(u"second@x.example");
        need(accounts.remove(need(accounts.insert(second)).id));
        need(home.database->runCache([](Connection &) -> Result<void> { return {}; }));
    }

    void useConversation(Home &home)
    {
        const AccountId id = home.account.id;
        const auto key = home.with(u"a@x.example");
        auto conversations = home.conversations();
        auto messages = home.messages();
        store::StreamStateStore streams(*home.database);
        const auto made = need(conversations.ensure(key)).id;
        const auto mine = need(messages.append(own(made, u"m"_s, u"mine"_s, 0))).inserted.at(0);
        need(streams.save({id, u"sm"_s, home.account.address, {}, 0, 0, 0, at(0), 0, {}}));
        need(messages.written(id, {{1, mine.id}}, 1));
        store::Batch batch;
        auto in = received(key, u"r"_s, u"r"_s, 1);
        in.message.originId = u"o"_s;
        in.message.archiveId = u"a"_s;
        batch.messages << in << received(key, u"r2"_s, u"r2"_s, 2);
        in.message.archiveId.clear();
        batch.messages << in;
        in = received(key, u"r2"_s, u"r2"_s, 2);
        in.message.archiveId = u"a2"_s;
        batch.messages << in;
        for (const auto &[replaces, number] : {std::pair(u"r2"_s, u"c1"_s), std::pair(u"late"_s, u"c2"_s)}) {
            auto correction = received(key, number, u"better"_s, 3);
            correction.message.replaces = replaces;
            batch.messages << correction;
        }
        batch.messages << received(key, u"late"_s, u"late"_s, 4);
        auto refused = received(home.with(u"new@x.example"), u"x"_s, QString(QChar(0xD800)), 2);
        batch.messages << refused;
        for (const QString &name : {u"m"_s, u"nothing"_s}) {
            batch.marks << store::IncomingMark{key, name, key.address, MarkKind::Delivered, at(1)} << store::IncomingMark{key, name, key.address, MarkKind::Displayed, at(1)};
            batch.errors << store::IncomingError{key, name, u"gone"_s, u"Gone."_s};
        }
        batch.counters << store::StreamCounters{id, 1, 0, at(1)};
        const auto changes = need(messages.commitIncoming(batch));
        need(streams.resolve(id, 1));
        need(streams.load(id));
        need(streams.clear(id));
        need(messages.pending(id));
        need(messages.corrections(changes.rows.at(1)));
        need(conversations.markReadUpTo(made, changes.rows.at(0)));
        need(conversations.setDraft(made, u"d"_s));
        need(conversations.setPinned(made, store::Pinned::Yes));
        need(conversations.setMuted(made, store::Muted::Yes));
        need(conversations.setHidden(made, store::Hidden::No));
        need(conversations.accept(made));
        need(conversations.all(id));
        need(conversations.byId(made));
        const auto place = store::MessageStore::Position::of(mine);
        need(messages.newest(made, 5));
        need(messages.glimpse(made, 5));
        need(messages.pageBefore(made, place, 5));
        need(messages.pageAfter(made, place, 5));
        need(messages.around(mine.id, 5));
        need(messages.byArchiveId(made, u"a"_s));
        useSearch(home, made);
        need(messages.byWireId(made, Direction::Received, u"r2"_s));
    }

    void useSearch(Home &home, ConversationId chat)
    {
        const store::SearchStore search(*home.database);
        store::SearchFilter filter;
        need(search.page(filter, {}, 5));
        filter.terms = {{u"r"_s, true}};
        filter.chats = QSet{chat};
        need(search.page(filter, {}, 5));
        need(home.database->run([](Connection &connection) { return connection.execute(u"DELETE FROM messages WHERE id=0"_s); }));
    }

    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
