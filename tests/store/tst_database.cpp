// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "support.h"

#include <QThread>

#include <semaphore>

using namespace Qt::StringLiterals;
using store::Connection;
using store::Database;
using store::Priority;
using store::Statement;

namespace
{

Result<void> note(Connection &connection, int value)
{
    return Statement(connection, u"INSERT INTO settings (account, key, value) VALUES (0, ?, 'x')"_s).bind(QString::number(value)).exec();
}

Task<Result<qint64>> count(Database &database)
{
    return database.read([](Connection &connection) { return connection.number(u"SELECT count(*) FROM settings"_s); });
}

} // namespace

class TestDatabase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsElsewhereAndAnswersHere()
    {
        Home home;
        QThread *here = QThread::currentThread();
        QThread *writer = need(home.database->run([](Connection &) -> Result<QThread *> { return QThread::currentThread(); }));
        QThread *reader = need(home.database->read([](Connection &) -> Result<QThread *> { return QThread::currentThread(); }));
        QVERIFY(writer != here && reader != here && writer != reader);

        QThread *answered = nullptr;
        home.database->run([](Connection &) -> Result<int> { return 1; }).then(this, [&](Result<int>) { answered = QThread::currentThread(); });
        QTRY_COMPARE(answered, here);
    }

    void jobsMayBePostedBeforeItIsOpen()
    {
        const QTemporaryDir folder;
        Database database(folder.filePath(u"new"_s));
        auto opened = database.open();
        auto written = database.run([](Connection &connection) { return note(connection, 1); });
        auto counted = count(database);
        QVERIFY(await(std::move(counted)));
        QVERIFY(await(std::move(written)));
        QCOMPARE(await(std::move(opened))->fromVersion, 0);
        QCOMPARE(need(count(database)), 1);
    }

    void closedDatabaseSaysSo()
    {
        const QTemporaryDir folder;
        Database database(folder.path());
        const auto answer = await(count(database));
        QCOMPARE(answer.error().kind, ErrorKind::Storage);
        QCOMPARE(answer.error().condition, store::condition::NotOpen);
        QVERIFY(!answer.error().text.isEmpty());
    }

    void anErrorRollsBack()
    {
        Home home;
        const auto answer = await(home.database->run([](Connection &connection) -> Result<void> {
            if (const auto done = note(connection, 1); !done)
                return done;
            return fail(Error::invalid(u"changed my mind"_s));
        }));
        QCOMPARE(answer.error().text, u"changed my mind"_s);
        QCOMPARE(need(count(*home.database)), 0);
        need(home.database->run([](Connection &connection) { return note(connection, 1); }));
        QCOMPARE(need(count(*home.database)), 1);
    }

    void theReaderCannotWrite()
    {
        Home home;
        const auto answer = await(home.database->read([](Connection &connection) { return note(connection, 1); }));
        QCOMPARE(answer.error().condition, store::condition::ReadOnly);
    }

    void outboxGoesFirst()
    {
        Home home;
        std::binary_semaphore started(0), go(0);
        QStringList order;
        home.database->run([&](Connection &) -> Result<void> { started.release(); go.acquire(); return {}; }).detach();
        started.acquire();
        const auto named = [&](const QString &name, Priority priority) {
            home.database->run([](Connection &) -> Result<void> { return {}; }, priority).then(this, [&order, name](Result<void>) { order << name; });
        };
        named(u"late"_s, Priority::Background);
        named(u"normal 1"_s, Priority::Normal);
        named(u"normal 2"_s, Priority::Normal);
        named(u"outbox 1"_s, Priority::Outbox);
        named(u"outbox 2"_s, Priority::Outbox);
        go.release();
        need(home.database->flush());
        QCOMPARE(order, (QStringList{u"outbox 1"_s, u"outbox 2"_s, u"normal 1"_s, u"normal 2"_s, u"late"_s}));
    }

    void deathCancelsWhoWaits()
    {
        Home home;
        std::binary_semaphore started(0), go(0);
        home.database->read([&](Connection &) -> Result<void> { started.release(); go.acquire(); return {}; }).detach();
        started.acquire();
        std::optional<Result<qint64>> answer;
        count(*home.database).then(this, [&](Result<qint64> value) { answer = std::move(value); });
        go.release();
        home.database.reset();
        QVERIFY(answer);
        QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
    }

    void closeFinishesWaitingWrites()
    {
        Home home;
        for (int i = 0; i < 50; ++i)
            home.database->run([i](Connection &connection) { return note(connection, i); }, Priority::Background).detach();
        home.database->close();
        need(home.database->open());
        QCOMPARE(need(count(*home.database)), 50);
    }

    void closeIsBoundedWhenTheDiskHangs()
    {
        Home home;
        home.database.reset();
        store::Options options;
        options.closeWithin = std::chrono::milliseconds(50);
        home.open(options);
        auto go = std::make_shared<std::binary_semaphore>(0);
        const QPointer thread(need(home.database->run([](Connection &) -> Result<QThread *> { return QThread::currentThread(); })));
        std::optional<Result<void>> hanging, waiting;
        home.database->run([go](Connection &) -> Result<void> { go->acquire(); return {}; }).then(this, [&](Result<void> r) { hanging = std::move(r); });
        home.database->run([](Connection &connection) { return note(connection, 1); }).then(this, [&](Result<void> r) { waiting = std::move(r); });
        QElapsedTimer timer;
        timer.start();
        home.database.reset();
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(hanging->error().kind, ErrorKind::Cancelled);
        QCOMPARE(waiting->error().kind, ErrorKind::Cancelled);
        // The thread left behind lets go of the folder once the disk answers.
        go->release();
        Database next(home.path());
        QTRY_VERIFY(next.isOpen() || await(next.open()));
        QTRY_VERIFY(!thread);
        QCOMPARE(need(count(next)), 0);
    }

    void anAnswerMayEndTheDatabase()
    {
        Home home;
        bool answered = false;
        count(*home.database).then(this, [&](Result<qint64>) {
            home.database.reset();
            answered = true;
        });
        std::optional<Result<qint64>> second;
        count(*home.database).then(this, [&](Result<qint64> value) { second = std::move(value); });
        QTRY_VERIFY(answered);
        QVERIFY(second);
    }

    void aFullDiskIsSaidAndRecoveredFrom()
    {
        Home home;
        const auto limit = [&](const QString &pages) {
            need(home.database->run([pages](Connection &connection) { return connection.execute(u"PRAGMA max_page_count="_s + pages); }));
        };
        limit(u"1"_s); // SQLite makes it the present size
        const auto fill = [&] {
            return await(home.database->run([](Connection &connection) -> Result<void> {
                for (int i = 0; i < 2000; ++i) {
                    if (const auto done = Statement(connection, u"INSERT INTO settings VALUES (0, ?, ?)"_s).bind(QString::number(i)).bind(QString(500, u'x')).exec(); !done)
                        return done;
                }
                return {};
            }));
        };
        const auto full = fill();
        QCOMPARE(full.error().kind, ErrorKind::Storage);
        QCOMPARE(full.error().condition, store::condition::DiskFull);
        QVERIFY(full.error().text.contains(u"full"_s));
        QCOMPARE(need(count(*home.database)), 0);
        limit(u"1000000"_s);
        QVERIFY(fill());
        QCOMPARE(need(count(*home.database)), 2000);
    }

    void brokenTextIsRefusedAndOddTextSurvives()
    {
        Home home;
        const auto keep = [&](const QString &text) {
            return await(home.database->run([text](Connection &connection) {
                return Statement(connection, u"INSERT OR REPLACE INTO settings VALUES (0, 'text', ?)"_s).bind(text).exec();
            }));
        };
        for (const char16_t c : {0xD83D, 0xDC00, 0xFFFE, 0xFFFF}) {
            const auto refused = keep(u"a"_s + QChar(c) + u"b"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        }
        for (const QString &odd : {u"nul\0inside"_s, u"\U0001F600 \u202E"_s, u"'; DROP TABLE messages; --"_s, QString(1'000'000, u'\u00e4'), u"%1 %n"_s, u"\uFEFFmarked"_s}) {
            QVERIFY(keep(odd));
            const QString back = need(home.database->read([](Connection &connection) -> Result<QString> {
                Statement statement(connection, u"SELECT value FROM settings WHERE account=0 AND key='text'"_s);
                return statement.exec().transform([&] { return statement.next() ? statement.column(0).toString() : QString(); });
            }));
            QCOMPARE(back, odd);
        }
    }

    void aStatementMayBeUsedWithinItself()
    {
        Home home;
        for (int i = 0; i < 5; ++i)
            need(home.database->run([i](Connection &connection) { return note(connection, i); }));
        const int pairs = need(home.database->read([](Connection &connection) -> Result<int> {
            int n = 0;
            Statement outer(connection, u"SELECT key FROM settings"_s);
            if (const auto done = outer.exec(); !done)
                return fail(done.error());
            while (outer.next()) {
                Statement inner(connection, u"SELECT key FROM settings"_s);
                if (const auto done = inner.exec(); !done)
                    return fail(done.error());
                while (inner.next())
                    ++n;
            }
            return n;
        }));
        QCOMPARE(pairs, 25);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
