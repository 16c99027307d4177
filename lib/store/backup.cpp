// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "store/connection.h"
#include "store/values.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QUuid>
#include <QtEndian>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace store
{

namespace
{

constexpr auto BusyTimeout = 3s;

QString tr(const char *text)
{
    return QCoreApplication::translate("store::Backup", text);
}

std::unexpected<Error> cannotWrite(const QString &path)
{
    return fail(storageError(condition::ReadOnly, tr("Palique may not write “%1”. Choose another folder.").arg(QDir::toNativeSeparators(path))));
}

std::unexpected<Error> noBackup()
{
    return fail(ErrorKind::Invalid, tr("This file is no backup of Palique."));
}

std::unexpected<Error> damaged()
{
    return fail(storageError(condition::Damaged, tr("This backup is damaged and cannot be restored. Nothing was changed.")));
}

Result<void> executeAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = connection.execute(statement); !done)
            return done;
    }
    return {};
}

Result<void> writeFact(Connection &connection, const QString &key, const QString &value)
{
    return Statement(connection, u"INSERT INTO backup (key, value) VALUES (?, ?)"_s).bind(toSql(key)).bind(toSql(value)).exec();
}

//! Takes out of a copy what belongs to this machine, for good, and marks it.
Result<void> makeBackup(const QString &path, const QDateTime &now)
{
    auto copy = Connection::open(path, Access::WriteFull, BusyTimeout);
    if (!copy)
        return fail(copy.error());
    return executeAll(**copy, {
               u"PRAGMA secure_delete=ON"_s,
               u"DELETE FROM ledger"_s,
               u"DELETE FROM streams"_s,
               u"UPDATE accounts SET resource='', user_agent_id=''"_s,
               u"CREATE TABLE backup (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
               u"PRAGMA application_id=%1"_s.arg(BackupApplicationId),
           })
        .and_then([&] { return writeFact(**copy, u"made"_s, now.toUTC().toString(Qt::ISODate)); })
        .and_then([&] { return writeFact(**copy, u"program"_s, u"Palique "_s + QLatin1StringView(PALIQUE_VERSION)); })
        .and_then([&] { return (*copy)->execute(u"PRAGMA journal_mode=DELETE"_s); });
}

//! Whether the file's first bytes say that it is a backup, be the rest as it may.
bool looksLikeBackup(const QString &path)
{
    constexpr qsizetype IdAt = 68; // sqlite.org/fileformat.html, 1.3
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(100) : QByteArray();
    return head.size() == 100 && head.startsWith("SQLite format 3") && qFromBigEndian<quint32>(head.constData() + IdAt) == BackupApplicationId;
}

using Objects = QMap<QString, QString>;

//! "table messages" and so on; of what SQLite runs by itself also the text.
Result<Objects> objectsOf(Connection &connection)
{
    Statement statement(connection, u"SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name<>'backup'"_s);
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    Objects objects;
    while (statement.next()) {
        const QString type = statement.column(0).toString();
        const bool runs = type == "trigger"_L1 || type == "view"_L1;
        objects.insert(type + u' ' + statement.column(1).toString(), runs ? statement.column(2).toString() : QString());
    }
    return objects;
}

Result<Objects> objectsOfFormat(int format, std::span<const Migration> migrations)
{
    QTemporaryDir folder;
    auto fresh = Connection::open(folder.filePath(u"fresh.db"_s), Access::WriteNormal, BusyTimeout);
    if (!fresh)
        return fail(fresh.error());
    const auto end = std::ranges::find_if(migrations, [format](const Migration &one) { return one.version > format; });
    if (const auto done = migrate(**fresh, 0, std::span(migrations.begin(), end)); !done)
        return fail(done.error());
    return objectsOf(**fresh);
}

Result<void> checkWhole(Connection &connection)
{
    for (const QString &check : {u"PRAGMA integrity_check(1)"_s, u"PRAGMA foreign_key_check"_s}) {
        Statement statement(connection, check);
        if (const auto done = statement.exec(); !done)
            return done;
        if (statement.next() && statement.column(0).toString() != "ok"_L1)
            return damaged();
        if (const auto done = statement.ended(); !done)
            return done;
    }
    return {};
}

Result<QStringList> readColumn(Connection &connection, const QString &sql)
{
    Statement statement(connection, sql);
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    QStringList values;
    while (statement.next())
        values << statement.column(0).toString();
    return values;
}

Result<data::BackupInfo> readFacts(Connection &connection, int format)
{
    data::BackupInfo info;
    info.format = format;
    const auto accounts = readColumn(connection, u"SELECT address FROM accounts ORDER BY id"_s);
    const auto made = readColumn(connection, u"SELECT value FROM backup WHERE key='made'"_s);
    const auto program = readColumn(connection, u"SELECT value FROM backup WHERE key='program'"_s);
    const auto chats = connection.number(u"SELECT count(DISTINCT conversation) FROM messages"_s);
    const auto messages = connection.number(u"SELECT count(*) FROM messages WHERE amends IS NULL"_s);
    if (!accounts || !made || !program || !chats || !messages)
        return damaged();
    info.accounts = *accounts;
    info.made = QDateTime::fromString(made->value(0), Qt::ISODate);
    info.program = program->value(0);
    info.chats = int(*chats);
    info.messages = *messages;
    return info;
}

Result<data::BackupInfo> checkOpened(Connection &backup, std::span<const Migration> migrations)
{
    const auto format = backup.number(u"PRAGMA user_version"_s);
    if (!format)
        return fail(format.error());
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*format > newest) {
        return fail(storageError(condition::NewerSchema,
            tr("This backup was made by a newer Palique (format %1, this one knows up to %2). Install the newer one to restore it.").arg(*format).arg(newest)));
    }
    if (*format < 1)
        return noBackup();
    if (const auto whole = checkWhole(backup); !whole)
        return fail(whole.error());
    const auto objects = objectsOf(backup), expected = objectsOfFormat(int(*format), migrations);
    if (!objects || !expected)
        return fail(objects ? expected.error() : objects.error());
    return *objects == *expected ? readFacts(backup, int(*format)) : noBackup();
}

//! Makes a backup the store of this machine: a device with a name of its own, no stream, and nothing that goes out by itself.
Result<void> settle(Connection &connection)
{
    if (const auto done = executeAll(connection, {u"DROP TABLE backup"_s, u"PRAGMA application_id=0"_s, u"DELETE FROM ledger"_s, u"DELETE FROM streams"_s}); !done)
        return done;
    const auto accounts = readColumn(connection, u"SELECT id FROM accounts"_s);
    if (!accounts)
        return fail(accounts.error());
    for (const QString &id : *accounts) {
        // The list of contacts is asked for as a whole: versions are between a server and one device.
        Statement account(connection, u"UPDATE accounts SET resource='', roster_version=NULL, user_agent_id=? WHERE id=?"_s);
        if (const auto done = account.bind(QUuid::createUuid().toString(QUuid::WithoutBraces)).bind(id.toLongLong()).exec(); !done)
            return done;
    }
    Statement outbox(connection, u"UPDATE messages SET state=3, error_text=?, error_condition=? WHERE state<2"_s);
    return outbox.bind(tr("It was still on its way when the backup was made, and may have been sent since.")).bind(QString(condition::Restored)).exec();
}

} // namespace

QString preparedRestore(const QString &folder)
{
    return folder + u"/palique.restoring.db"_s;
}

QString stagedRestore(const QString &folder)
{
    return folder + u"/palique.restored.db"_s;
}

Result<void> writeBackup(const QString &folder, const QString &path, const QDateTime &now)
{
    QTemporaryFile file(path + u".XXXXXX"_s);
    if (!file.open())
        return cannotWrite(path);
    const QString part = file.fileName();
    file.close();
    {
        auto source = Connection::open(folder + u"/palique.db"_s, Access::Read, BusyTimeout);
        if (!source)
            return fail(source.error());
        // It is the copy that is written, but SQLite does not tell the difference.
        if (const auto done = (*source)->execute(u"PRAGMA query_only=OFF"_s); !done)
            return done;
        if (const auto done = Statement(**source, u"VACUUM INTO ?"_s).bind(part).exec(); !done)
            return done;
    }
    if (const auto done = makeBackup(part, now); !done)
        return done;
    std::error_code error;
    std::filesystem::rename(part.toStdU16String(), path.toStdU16String(), error);
    if (error)
        return cannotWrite(path);
    file.setAutoRemove(false);
    return {};
}

Result<data::BackupInfo> checkBackup(const QString &path, std::span<const Migration> migrations)
{
    if (!looksLikeBackup(path))
        return noBackup();
    const auto backup = Connection::open(path, Access::Foreign, BusyTimeout);
    auto info = backup ? checkOpened(**backup, migrations) : fail(backup.error());
    if (!info && info.error().condition == condition::Damaged)
        return damaged();
    return info;
}

Result<data::BackupInfo> prepareRestore(const QString &path, const QString &folder, std::span<const Migration> migrations)
{
    auto info = checkBackup(path, migrations);
    if (!info)
        return info;
    const QString part = preparedRestore(folder);
    QFile::remove(part);
    if (QFile source(path); !source.copy(part)) {
        QFile::remove(part);
        return fail(storageError(condition::Other, tr("The backup cannot be copied to Palique's own folder: %1").arg(source.errorString())));
    }
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    const auto connection = Connection::open(part, Access::WriteFull, BusyTimeout);
    if (!connection)
        return fail(connection.error());
    if (const auto done = migrate(**connection, info->format, migrations).and_then([&] { return settle(**connection); }); !done)
        return fail(done.error());
    return info;
}

Result<void> stageRestore(const QString &folder)
{
    QFile::remove(stagedRestore(folder));
    return QFile::rename(preparedRestore(folder), stagedRestore(folder)) ? Result<void>() : cannotWrite(folder);
}

} // namespace store
