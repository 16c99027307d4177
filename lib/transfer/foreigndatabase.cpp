// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/foreigndatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace transfer
{

namespace
{

constexpr auto BusyTimeout = 1s;
constexpr qint64 RoomLeft = 100'000'000; // a copy never fills the disk

QString tr(const char *text)
{
    return QCoreApplication::translate("transfer::Import", text);
}

std::unexpected<Error> cannotRead(const QString &path)
{
    return fail(ErrorKind::Invalid, tr("“%1” cannot be read. Close the program it belongs to, then try again.").arg(QDir::toNativeSeparators(path)));
}

bool copyInto(const QString &folder, const QString &path)
{
    const QString log = path + u"-wal"_s;
    if (QStorageInfo(folder).bytesAvailable() < QFileInfo(path).size() + QFileInfo(log).size() + RoomLeft)
        return false;
    return QFile::copy(path, folder + u"/copy.db"_s) && QFile::copy(log, folder + u"/copy.db-wal"_s);
}

} // namespace

Result<std::unique_ptr<ForeignDatabase>> ForeignDatabase::open(const QString &path)
{
    std::unique_ptr<ForeignDatabase> database(new ForeignDatabase);
    database->m_path = path;
    if (QFileInfo(path + u"-wal"_s).size() > 0) {
        // What its program said last is in the log alone.
        database->m_copy = std::make_unique<QTemporaryDir>();
        if (!database->m_copy->isValid() || !copyInto(database->m_copy->path(), path))
            return cannotRead(path);
        database->m_path = database->m_copy->filePath(u"copy.db"_s);
    }
    const auto connection = database->connect();
    if (!connection || !(*connection)->number(u"SELECT count(*) FROM sqlite_schema"_s))
        return cannotRead(path);
    return database;
}

Result<std::unique_ptr<store::Connection>> ForeignDatabase::connect() const
{
    // A copy has a log to be read with it.
    return store::Connection::open(m_path, m_copy ? store::Access::WriteNormal : store::Access::Foreign, BusyTimeout);
}

bool hasTable(store::Connection &connection, const QString &name)
{
    store::Statement statement(connection, u"SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?"_s);
    return statement.bind(name).exec() && statement.next();
}

bool hasColumn(store::Connection &connection, const QString &table, const QString &name)
{
    store::Statement statement(connection, u"SELECT 1 FROM pragma_table_info(?) WHERE name=?"_s);
    return statement.bind(table).bind(name).exec() && statement.next();
}

} // namespace transfer
