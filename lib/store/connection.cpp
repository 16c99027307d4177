// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

//! SQLite would make the file readable for everybody; its -wal and -shm take over the mode of the file.
Result<void> makePrivate(const QString &path)
{
    constexpr auto mode = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(path);
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, mode)) {
        qCWarning(logStore) << "cannot make" << path << file.errorString();
        return fail(storageError(condition::ReadOnly, QCoreApplication::translate("store::Database", "Palique may not write to its own folder.")));
    }
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if ((file.permissions() & others) && !file.setPermissions(mode))
        qCWarning(logStore) << "others may read" << path << file.errorString();
    return {};
}

//! Whether SQLite gives the text back as it is: no half surrogate pairs, and not the two that are no characters (nor may XML have them).
bool isText(QStringView text)
{
    return text.isValidUtf16() && !text.contains(QChar(0xFFFE)) && !text.contains(QChar(0xFFFF));
}

} // namespace

Error Connection::logged(const QSqlError &error, const QString &what) const
{
    // Never the values: they may be somebody's words.
    qCWarning(logStore).noquote() << "sqlite" << error.nativeErrorCode() << error.databaseText() << "in" << what.simplified().left(80);
    Error result = storageError(error);
    m_sawDamage |= result.condition == condition::Damaged;
    return result;
}

Connection::Connection(QString name, QSqlDatabase database) : m_name(std::move(name)), m_database(std::move(database)) { }

Connection::~Connection()
{
    m_idle.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access, std::chrono::milliseconds busyTimeout)
{
    const bool writes = access == Access::WriteFull || access == Access::WriteNormal;
    if (writes) {
        if (const auto done = makePrivate(path); !done)
            return fail(done.error());
    }
    static std::atomic<int> counter = 0;
    const QString name = u"palique-store-%1"_s.arg(++counter);
    std::unique_ptr<Connection> connection(new Connection(name, QSqlDatabase::addDatabase(u"QSQLITE"_s, name)));
    QSqlDatabase &database = connection->m_database;
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count());
    if (!writes)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (access == Access::Foreign)
        options += u";QSQLITE_OPEN_URI"_s;
    database.setConnectOptions(options);
    database.setDatabaseName(access == Access::Foreign ? u"file:%1?immutable=1"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/"))) : path);
    if (!database.open())
        return fail(connection->logged(database.lastError(), u"open"_s));
    if (const auto done = connection->configure(access); !done)
        return fail(done.error());
    return connection;
}

Result<void> Connection::configure(Access access)
{
    const QString durability = access == Access::WriteFull ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=NORMAL"_s;
    QStringList statements{u"PRAGMA foreign_keys=ON"_s, durability, u"PRAGMA cache_size=-8000"_s, u"PRAGMA temp_store=MEMORY"_s};
    if (access == Access::Foreign)
        statements << u"PRAGMA trusted_schema=OFF"_s << u"PRAGMA cell_size_check=ON"_s;
    if (access == Access::Read || access == Access::Foreign)
        statements << u"PRAGMA query_only=ON"_s;
    else
        statements << u"PRAGMA journal_mode=WAL"_s << u"PRAGMA journal_size_limit=16777216"_s;
    for (const QString &statement : std::as_const(statements)) {
        if (const auto done = execute(statement); !done)
            return done;
    }
    return {};
}

Result<void> Connection::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(logged(query.lastError(), sql));
    return {};
}

void Connection::rollBack()
{
    QSqlQuery query(m_database);
    query.exec(u"ROLLBACK"_s);
}

Result<qint64> Connection::number(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(logged(query.lastError(), sql));
    return query.next() ? query.value(0).toLongLong() : 0;
}

QStringList Connection::statements() const
{
    QStringList texts;
    for (const auto &[text, query] : m_idle)
        texts << text;
    return texts;
}

QSqlQuery Statement::borrow(Connection &connection, const QString &sql, bool *prepared)
{
    if (auto idle = connection.m_idle.extract(sql)) {
        *prepared = true;
        return std::move(idle.mapped());
    }
    QSqlQuery query(connection.m_database);
    query.setForwardOnly(true);
    *prepared = query.prepare(sql);
    return query;
}

Statement::Statement(Connection &connection, QString sql)
    : m_connection(&connection), m_sql(std::move(sql)), m_query(borrow(connection, m_sql, &m_prepared))
{
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    m_query.finish();
    m_connection->m_idle.insert_or_assign(m_sql, std::move(m_query));
}

Statement &Statement::bind(const QVariant &value)
{
    const int place = m_bound++;
    if (value.typeId() == QMetaType::QString) {
        const auto &text = *static_cast<const QString *>(value.constData());
        m_wellFormed = m_wellFormed && isText(text);
        // SQLite takes a byte order mark in front for its own: give it one to take.
        if (text.startsWith(QChar::ByteOrderMark)) {
            m_query.bindValue(place, QVariant(QChar(QChar::ByteOrderMark) + text));
            return *this;
        }
    }
    m_query.bindValue(place, value);
    return *this;
}

Result<void> Statement::exec()
{
    m_bound = 0;
    if (!m_wellFormed)
        return fail(ErrorKind::Invalid, QCoreApplication::translate("store::Database", "The text has a broken character and cannot be stored."));
    if (!m_prepared || !m_query.exec())
        return fail(m_connection->logged(m_query.lastError(), m_sql));
    if (!m_query.isSelect()) {
        m_connection->m_changes = m_query.numRowsAffected();
        m_connection->m_lastInsertId = m_query.lastInsertId().toLongLong();
    }
    return {};
}

bool Statement::next()
{
    return m_query.next();
}

Result<void> Statement::ended() const
{
    const QSqlError error = m_query.lastError();
    if (error.type() == QSqlError::NoError)
        return {};
    return fail(m_connection->logged(error, m_sql));
}

} // namespace store
