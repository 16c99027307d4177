// SPDX-License-Identifier: GPL-3.0-or-later
// How fast incoming messages are committed beside bare SQLite, and how fast a long chat opens.
#include "benchmarks/table.h"
#include "store/support.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace
{

constexpr int Total = 20'000, Group = 200, Runs = 5;

QString bodyOf(int i) { return u"the meeting moved to four so bring the notes and I will send the file later %1"_s.arg(i); }

//! The least any client does: one row a message with a unique id, a transaction a group, synced as ours are.
double bare()
{
    const QTemporaryDir folder;
    double took = 0;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
        db.setDatabaseName(folder.filePath(u"bare.sqlite"_s));
        if (!db.open())
            qFatal("%s", qPrintable(db.lastError().text()));
        QSqlQuery query(db);
        for (const QString &sql : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                 u"CREATE TABLE messages (id INTEGER PRIMARY KEY, conversation INTEGER, author TEXT, body TEXT, archive TEXT, origin TEXT, time INTEGER)"_s,
                 u"CREATE INDEX by_time ON messages (conversation, time)"_s, u"CREATE UNIQUE INDEX by_archive ON messages (conversation, archive)"_s}) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
        took = bench::milliseconds([&] {
            query.prepare(u"INSERT INTO messages (conversation, author, body, archive, origin, time) VALUES (1, ?, ?, ?, ?, ?)"_s);
            for (int i = 0; i < Total; ++i) {
                if (i % Group == 0)
                    db.transaction();
                query.bindValue(0, u"ana@example.org"_s);
                query.bindValue(1, bodyOf(i));
                query.bindValue(2, u"archive-%1"_s.arg(i));
                query.bindValue(3, u"origin-%1"_s.arg(i));
                query.bindValue(4, i);
                query.exec();
                if (i % Group == Group - 1)
                    db.commit();
            }
        });
    }
    QSqlDatabase::removeDatabase(u"bare"_s);
    return took;
}

double ours(Home &home)
{
    auto messages = home.messages();
    return bench::milliseconds([&] {
        for (int i = 0; i < Total; i += Group) {
            store::Batch batch;
            for (int k = i; k < i + Group; ++k) {
                auto in = received(home.with(u"ana@example.org"), u"origin-%1"_s.arg(k), bodyOf(k), k);
                in.message.originId = in.message.stanzaIdAttribute;
                in.message.archiveId = u"archive-%1"_s.arg(k);
                batch.messages << std::move(in);
            }
            need(messages.commitIncoming(batch));
        }
    });
}

void opening(Home &home)
{
    const auto chat = need(home.conversations().all(home.account.id)).first().id;
    std::vector<double> newest, around, list;
    for (int i = 0; i < 100; ++i) {
        newest.push_back(bench::milliseconds([&] { need(home.messages().newest(chat, 50)); }));
        list.push_back(bench::milliseconds([&] { need(home.conversations().all(home.account.id)); }));
        around.push_back(bench::milliseconds([&] { need(home.messages().around(data::MessageId{1 + i * 150}, 50)); }));
    }
    bench::heading("a chat of 20,000 messages", "ms");
    bench::row("newest 50", bench::median(newest));
    bench::row("50 on each side of one in its middle", bench::median(around));
    bench::row("the list of chats", bench::median(list));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::vector<double> bareTimes, ourTimes, ratios;
    std::unique_ptr<Home> home;
    for (int run = 0; run < Runs; ++run) {
        home = std::make_unique<Home>();
        bareTimes.push_back(bare());
        ourTimes.push_back(ours(*home));
        ratios.push_back(ourTimes.back() / bareTimes.back());
    }
    bench::heading("20,000 incoming messages in groups of 200", "us/message");
    bench::row("bare SQLite: insert alone", bench::median(bareTimes) * 1000 / Total);
    bench::row("Palique: found, ordered, inserted, counted, told", bench::median(ourTimes) * 1000 / Total);
    bench::row("ratio, median of interleaved runs", bench::median(ratios));
    opening(*home);
    return 0;
}
