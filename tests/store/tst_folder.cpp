// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cachestore.h"
#include "store/connection.h"
#include "support.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <array>

using namespace Qt::StringLiterals;
using store::Connection;
using store::Database;
using store::Migration;
using store::Statement;

namespace
{

int modeOf(const QString &path)
{
    struct stat status = {};
    return stat(path.toLocal8Bit().constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

//! Every object of the schema with its text, blanks evened out.
QStringList schemaOf(Database &database)
{
    return need(database.read([](Connection &connection) -> Result<QStringList> {
        Statement statement(connection, u"SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"_s);
        if (const auto done = statement.exec(); !done)
            return fail(done.error());
        QStringList lines;
        while (statement.next())
            lines << (statement.column(0).toString() + u' ' + statement.column(1).toString() + u' ' + statement.column(2).toString()).simplified();
        return lines;
    }));
}

Result<void> addMood(Connection &connection)
{
    return connection.execute(u"ALTER TABLE contacts ADD COLUMN mood TEXT NOT NULL DEFAULT ''"_s)
        .and_then([&] { return connection.execute(u"CREATE INDEX contacts_by_mood ON contacts (account, mood)"_s); });
}

Result<void> halfThenFail(Connection &connection)
{
    return connection.execute(u"CREATE TABLE half (a)"_s).and_then([&] { return connection.execute(u"CREATE TABLE accounts (a)"_s); });
}

const int next = store::mainMigrations().back().version + 1;
QList<Migration> followedBy(Result<void> (*step)(Connection &))
{
    QList<Migration> steps(store::mainMigrations().begin(), store::mainMigrations().end());
    steps.append(Migration{next, step});
    return steps;
}
const QList<Migration> nextVersion = followedBy(&addMood), brokenVersion = followedBy(&halfThenFail);
static_assert(!store::rising(std::array{Migration{2, &addMood}, Migration{2, &addMood}}));
static_assert(!store::rising(std::array{Migration{2, &addMood}, Migration{1, &addMood}}));
static_assert(!store::rising(std::array{Migration{0, &addMood}}));
static_assert(store::rising(std::array{Migration{1, &addMood}, Migration{3, &addMood}}));

store::Options withMigrations(std::span<const Migration> migrations)
{
    store::Options options;
    options.migrations = migrations;
    return options;
}

void overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOwnerMayLook()
    {
        Home home;
        need(store::CacheStore(*home.database, m_clock).putFeatures(home.account.id, jid(u"example.org"), "x"));
        QCOMPARE(modeOf(home.path()), 0700);
        for (const QString &name : QDir(home.path()).entryList(QDir::Files))
            QVERIFY2(modeOf(home.path() + u'/' + name) == 0600 || name == u"palique.lock"_s, qPrintable(name));
        QVERIFY(QFile::exists(home.path() + u"/palique.db-wal"_s));
        home.database.reset();
        QVERIFY(!QFile::exists(home.path() + u"/palique.db-wal"_s));
        QVERIFY(!QFile::exists(home.path() + u"/palique.running"_s));
    }

    void aFolderOthersReadIsClosedToThem()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
        Database database(folder.path());
        need(database.open());
        QCOMPARE(modeOf(folder.path()), 0700);
    }

    void writesAreSyncedFully()
    {
        Home home;
        const auto pragma = [&](const QString &name) { return need(home.database->run([name](Connection &connection) { return connection.number(u"PRAGMA "_s + name); })); };
        QCOMPARE(pragma(u"synchronous"_s), 2);
        QCOMPARE(pragma(u"foreign_keys"_s), 1);
        QCOMPARE(need(home.database->runCache([](Connection &connection) { return connection.number(u"PRAGMA synchronous"_s); })), 1);
    }

    void theSecondStartIsToldAndTheFirstGoesOn()
    {
        Home home;
        Database second(home.path());
        std::optional<Result<QList<data::Account>>> waiting;
        auto opening = second.open();
        store::AccountStore(second).all().then(this, [&](auto answer) { waiting = std::move(answer); });
        const auto opened = await(std::move(opening));
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QCOMPARE(opened.error().condition, store::condition::Locked);
        QVERIFY(opened.error().text.contains(u"already running"_s));
        QTRY_VERIFY(waiting);
        QCOMPARE(waiting->error().condition, store::condition::Locked);
        QVERIFY(!second.isOpen());

        QCOMPARE(need(store::AccountStore(*home.database).all()).size(), 1);
        home.database.reset();
        need(second.open());
    }

    void aNewerSchemaIsRefusedUntouched()
    {
        Home home;
        need(home.database->run([](Connection &connection) { return connection.execute(u"PRAGMA user_version=70"_s); }));
        home.database.reset();
        QFile file(home.path() + u"/palique.db"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        Database database(home.path());
        const auto opened = await(database.open());
        QCOMPARE(opened.error().condition, store::condition::NewerSchema);
        QVERIFY(opened.error().text.contains(u"70"_s) && opened.error().text.contains(QString::number(next - 1)));
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
    }

    void upgradingKeepsACopyAndTheRows()
    {
        Home home;
        home.database.reset();
        home.database = std::make_unique<Database>(home.path(), withMigrations(nextVersion));
        const auto opened = need(home.database->open());
        QCOMPARE(opened.fromVersion, next - 1);
        QCOMPARE(opened.version, next);
        QVERIFY(opened.endedCleanly);
        QCOMPARE(need(store::AccountStore(*home.database).all()), QList{home.account});
        QCOMPARE(modeOf(opened.backup), 0600);

        const QTemporaryDir fresh;
        Database other(fresh.path(), withMigrations(nextVersion));
        QVERIFY(need(other.open()).backup.isEmpty());
        QCOMPARE(schemaOf(*home.database), schemaOf(other));

        // The copy is what was there before.
        const QTemporaryDir old;
        QVERIFY(QFile::copy(opened.backup, old.filePath(u"palique.db"_s)));
        Database before(old.path());
        QCOMPARE(need(before.open()).fromVersion, next - 1);
        QCOMPARE(need(store::AccountStore(before).all()), QList{home.account});

        home.database.reset();
        Database older(home.path());
        QCOMPARE(await(older.open()).error().condition, store::condition::NewerSchema);
    }

    void aFailedUpgradeChangesNothing()
    {
        Home home;
        const QStringList schema = schemaOf(*home.database);
        home.database.reset();
        Database database(home.path(), withMigrations(brokenVersion));
        QCOMPARE(await(database.open()).error().kind, ErrorKind::Storage);
        home.open();
        QCOMPARE(schemaOf(*home.database), schema);
        QCOMPARE(need(store::AccountStore(*home.database).all()), QList{home.account});
        home.database.reset();
        home.open(withMigrations(nextVersion)); // a copy left by the attempt before is no obstacle
        QCOMPARE(need(store::AccountStore(*home.database).all()).size(), 1);
    }

    //! A file as version 1 wrote it, kept as text: what it holds is read by today's program, and its schema becomes today's.
    void versionOneIsStillRead()
    {
        const QTemporaryDir folder;
        QFile dump(QStringLiteral(FIXTURES "/v1.sql"));
        QVERIFY(dump.open(QIODevice::ReadOnly));
        {
            const auto connection = need(Connection::open(folder.filePath(u"palique.db"_s), store::Access::WriteFull, std::chrono::seconds(1)));
            const QStringList statements = QString::fromUtf8(dump.readAll()).split(u";\n\n"_s, Qt::SkipEmptyParts);
            for (const QString &statement : statements)
                need(connection->execute(statement));
            // A stranger who wrote, and a chat that was begun without a word.
            need(connection->execute(u"INSERT INTO conversations VALUES (2, 1, 'nurse@capulet.example', 0, 1790000000000, 3, 1790000000000, 'Madam', 0, NULL, 0, 1, '', 0, 0, 0)"_s));
            need(connection->execute(u"INSERT INTO conversations VALUES (3, 1, 'tybalt@capulet.example', 0, NULL, NULL, 0, '', 0, NULL, 0, 0, '', 0, 0, 0)"_s));
        }
        Home home;
        Database database(folder.path());
        QCOMPARE(need(database.open()).fromVersion, 1);
        QCOMPARE(schemaOf(database), schemaOf(*home.database));
        const auto account = need(store::AccountStore(database).all()).at(0);
        QCOMPARE(account.address, jid(u"juliet@capulet.example"));
        const auto conversations = need(store::ConversationStore(database).all(account.id));
        const auto conversation = conversations.at(0);
        QStringList accepted;
        for (const auto &one : conversations) {
            if (one.accepted)
                accepted << one.address.local().toString();
        }
        QCOMPARE(accepted, (QStringList{u"romeo"_s, u"tybalt"_s}));
        QCOMPARE(conversation.preview, u"Art thou not Romeo, and a Montague?"_s);
        const auto messages = need(store::MessageStore(database).newest(conversation.id, 10));
        QCOMPARE(messages.size(), 2);
        QVERIFY(messages.at(1).delivered && messages.at(1).displayed);
        QCOMPARE(messages.at(1).order, 1790000000001000); // microseconds since version 4
        QCOMPARE(need(store::ConversationStore(database).markReadUpTo(conversation.id, messages.at(0).id)).readUpTo, messages.at(0).id);
        QCOMPARE(need(store::ConversationStore(database).markReadUpTo(conversation.id, messages.at(1).id)).readUpTo, messages.at(1).id);
    }

    void aKilledRunIsNoticedAndChecked()
    {
        Home home;
        home.database.reset();
        QFile marker(home.path() + u"/palique.running"_s);
        QVERIFY(marker.open(QIODevice::WriteOnly));
        marker.close();
        home.database = std::make_unique<Database>(home.path());
        QVERIFY(!need(home.database->open()).endedCleanly);
        home.database.reset();
        home.database = std::make_unique<Database>(home.path());
        QVERIFY(need(home.database->open()).endedCleanly);
    }

    void aDamagedFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("from");
        QTest::addColumn<bool>("killed");
        QTest::newRow("no database at all") << QByteArray("This is a letter, not a database. ").repeated(200) << 0 << false;
        QTest::newRow("a page overwritten, noticed after a kill") << QByteArray(4096, '\x5a') << 8192 << true;
        QTest::newRow("a schema of rubbish") << QByteArray(3900, '\x01') << 100 << false;
    }

    void aDamagedFileIsKeptAside()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, from);
        QFETCH(bool, killed);
        Home home;
        home.database.reset();
        overwrite(home.path() + u"/palique.db"_s, from, bytes);
        if (killed) {
            QFile marker(home.path() + u"/palique.running"_s);
            QVERIFY(marker.open(QIODevice::WriteOnly));
        }
        QFile damaged(home.path() + u"/palique.db"_s);
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        const QByteArray content = damaged.readAll();

        Database database(home.path());
        const auto opened = await(database.open());
        QVERIFY(!opened);
        QCOMPARE(opened.error().condition, store::condition::Damaged);
        QVERIFY(opened.error().text.contains(u"palique.damaged-1.db"_s));
        QFile kept(home.path() + u"/palique.damaged-1.db"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);

        QCOMPARE(need(database.open()).fromVersion, 0);
        QVERIFY(need(store::AccountStore(database).all()).isEmpty());
    }

    void aDamagedCacheIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("rubbish") << QByteArray("rubbish").repeated(2000);
        QTest::newRow("empty") << QByteArray();
    }

    void aDamagedCacheIsMadeAnew()
    {
        QFETCH(QByteArray, bytes);
        Home home;
        home.database.reset();
        QFile file(home.path() + u"/cache.db"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        home.open();
        store::CacheStore cache(*home.database, m_clock);
        need(cache.putFeatures(home.account.id, jid(u"example.org"), "answer"));
        QCOMPARE(need(cache.features(home.account.id, jid(u"example.org"))), QByteArray("answer"));
    }

    void aPlaceWhereNothingCanBeMadeIsNamed()
    {
        Database database(u"/proc/palique/store"_s);
        const auto opened = await(database.open());
        QCOMPARE(opened.error().condition, store::condition::ReadOnly);
        QVERIFY(opened.error().text.contains(u"/proc/palique/store"_s));
    }

private:
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
