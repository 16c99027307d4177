// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/errors.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>

namespace store
{

//! Who may write through a connection, and how surely.
enum class Access {
    WriteFull, //!< synchronous=FULL: a committed row survives the power going
    WriteNormal, //!< synchronous=NORMAL: the last commits may be lost, the file stays whole
    Read,
    Foreign, //!< a file that is not ours or must stay as it is: nothing is written, not even beside it, and what its schema calls is not trusted
};

//! One SQLite connection with its prepared statements. Lives and dies in the thread that opened it.
class Connection final
{
public:
    //! Opens (and makes, if writing) the file with 0600, in WAL mode, with foreign keys enforced. A Foreign one is read without its
    //! write-ahead log.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Access access, std::chrono::milliseconds busyTimeout);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    //! Runs one statement without values or rows.
    [[nodiscard]] Result<void> execute(const QString &sql);
    //! Ends the transaction, if SQLite has not done so itself after a full disk.
    void rollBack();
    //! The first column of the first row, 0 if there is none: for pragmas.
    [[nodiscard]] Result<qint64> number(const QString &sql);
    //! How many rows the last statement changed.
    [[nodiscard]] qint64 changes() const { return m_changes; }
    //! The id of the row inserted last.
    [[nodiscard]] qint64 lastInsertId() const { return m_lastInsertId; }

    //! What is done before each commit of a Database's jobs, as a part of their transactions.
    void setBeforeCommit(std::function<Result<void>(Connection &)> f) { m_beforeCommit = std::move(f); }
    [[nodiscard]] Result<void> beforeCommit() { return m_beforeCommit ? m_beforeCommit(*this) : Result<void>(); }

    //! The text of every statement prepared so far, so that a test can ask for their plans.
    [[nodiscard]] QStringList statements() const;
    //! Whether SQLite found the file damaged since it was opened.
    [[nodiscard]] bool sawDamage() const { return m_sawDamage; }

private:
    friend class Statement;
    [[nodiscard]] Error logged(const QSqlError &error, const QString &what) const;
    Connection(QString name, QSqlDatabase database);
    [[nodiscard]] Result<void> configure(Access access);

    const QString m_name;
    QSqlDatabase m_database;
    std::function<Result<void>(Connection &)> m_beforeCommit;
    std::unordered_map<QString, QSqlQuery> m_idle; //!< prepared statements nobody uses just now
    qint64 m_changes = 0;
    qint64 m_lastInsertId = 0;
    mutable bool m_sawDamage = false;
};

//! A prepared statement borrowed from its connection: bind in order, then exec() for a change or next() for rows.
class Statement final
{
public:
    Statement(Connection &connection, QString sql);
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    //! Binds the next `?`. Text that is no well-formed Unicode (half a surrogate pair, U+FFFE, U+FFFF) makes exec() fail with ErrorKind::Invalid.
    Statement &bind(const QVariant &value);
    //! Runs it; ErrorKind::Storage.
    [[nodiscard]] Result<void> exec();
    //! Steps to the next row after exec().
    [[nodiscard]] bool next();
    //! Why next() answered false: the end, or an error.
    [[nodiscard]] Result<void> ended() const;
    [[nodiscard]] QVariant column(int index) const { return m_query.value(index); }

private:
    [[nodiscard]] static QSqlQuery borrow(Connection &connection, const QString &sql, bool *prepared);

    Connection *m_connection;
    QString m_sql;
    bool m_prepared = false;
    QSqlQuery m_query;
    int m_bound = 0;
    bool m_wellFormed = true;
};

} // namespace store
