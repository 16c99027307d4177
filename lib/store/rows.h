// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/account.h"
#include "data/contact.h"
#include "data/message.h"
#include "data/request.h"
#include "data/span.h"
#include "data/streamstate.h"
#include "store/connection.h"
#include "store/conversationrow.h"
#include "store/values.h"

// The one place that names the columns of each aggregate: `describe` is read for every SELECT, INSERT and UPDATE.
//     io(name, field)           an ordinary column
//     io.key(name, field)       the row id, given by SQLite
//     io.apart(name, field)     written by INSERT, but never by UPDATE: another store owns it
namespace store
{

template <typename T>
struct Row;

template <>
struct Row<data::Account>
{
    static constexpr QLatin1StringView Table{"accounts"};

    static void describe(auto &self, auto &io)
    {
        io.key("id", self.id);
        io("address", self.address);
        io("enabled", self.enabled);
        io("keep_signed_in", self.keepSignedIn);
        io("host", self.host);
        io("port", self.port);
        io("connection", self.connection);
        io("allow_digest_md5", self.allowDigestMd5);
        io("allow_plain_again", self.allowPlainAgain);
        io("client_certificate", self.clientCertificate);
        io("resource", self.resource);
        io("user_agent_id", self.userAgentId);
        io("proven_mechanism", self.provenMechanism);
        io("pinned_certificate", self.pinnedCertificate);
        io("verified_before", self.verifiedBefore);
        io.apart("roster_version", self.rosterVersion);
        io("status", self.status);
        io("show", self.show);
        io("priority", self.priority);
    }
};

template <>
struct Row<data::Contact>
{
    static constexpr QLatin1StringView Table{"contacts"};

    static void describe(auto &self, auto &io)
    {
        io("account", self.account);
        io("address", self.address);
        io("name", self.name);
        io("groups", self.groups);
        io("subscription", self.subscription);
        io("requested", self.requested);
    }
};

template <>
struct Row<data::ContactRequest>
{
    static constexpr QLatin1StringView Table{"requests"};

    static void describe(auto &self, auto &io)
    {
        io("account", self.account);
        io("address", self.from);
        io("text", self.text);
        io("time", self.when);
    }
};

template <>
struct Row<ConversationRow>
{
    static constexpr QLatin1StringView Table{"conversations"};

    static void describe(auto &self, auto &io)
    {
        io.key("id", self.value.id);
        io("account", self.value.account);
        io("address", self.value.address);
        io("kind", self.value.kind);
        io("last_time", self.value.lastActivity);
        io("last_message", self.value.lastMessage);
        io("last_position", self.lastOrder);
        io("preview", self.value.preview);
        io("preview_own", self.value.previewOwn);
        io("read_message", self.value.readUpTo);
        io("read_position", self.readOrder);
        io("unread", self.value.unread);
        io("draft", self.value.draft);
        io("pinned", self.value.pinned);
        io("muted", self.value.muted);
        io("hidden", self.value.hidden);
        io("accepted", self.value.accepted);
    }
};

template <>
struct Row<data::Message>
{
    static constexpr QLatin1StringView Table{"messages"};

    static void describe(auto &self, auto &io)
    {
        io.key("id", self.id);
        io("conversation", self.conversation);
        io("author_address", self.author.address);
        io("author_nick", self.author.nick);
        io("author_occupant", self.author.occupantId);
        io("author_real", self.author.realAddress);
        io("direction", self.direction);
        io("body", self.body);
        io("unstyled", self.unstyled);
        io("stanza_id", self.stanzaIdAttribute);
        io("origin_id", self.originId);
        io("archive_id", self.archiveId);
        io("sent_from", self.sentFrom);
        io("time", self.time);
        io("delayed", self.delayed);
        io("position", self.order);
        io("encryption", self.encryption);
        io("state", self.state);
        io("error_text", self.errorText);
        io("error_condition", self.errorCondition);
        io("stanza", self.stanza);
        io("amends", self.amends);
        io("replaces", self.replaces);
        io("edited", self.edited);
        io("first_body", self.firstBody);
    }
};

template <>
struct Row<data::ArchiveSpan>
{
    static constexpr QLatin1StringView Table{"spans"};

    static void describe(auto &self, auto &io)
    {
        io.key("id", self.id);
        io("account", self.account);
        io("archive", self.archive);
        io("first_id", self.firstId);
        io("last_id", self.lastId);
        io("first_position", self.firstOrder);
        io("last_position", self.lastOrder);
        io("first_time", self.firstTime);
        io("reaches_start", self.reachesStart);
    }
};

//! The ledger is a table of its own.
template <>
struct Row<data::StreamState>
{
    static constexpr QLatin1StringView Table{"streams"};

    static void describe(auto &self, auto &io)
    {
        io("account", self.account);
        io("sm_id", self.id);
        io("bound_address", self.boundAddress);
        io("location", self.location);
        io("handled", self.handled);
        io("sent", self.sent);
        io("acknowledged", self.acknowledged);
        io("last_alive", self.lastAlive);
        io("max_seconds", self.maxSeconds);
    }
};

//! What a statement does with the columns.
enum class Purpose { Select, Insert, Update };

//! Lists the names of the columns.
class ColumnNames final
{
public:
    explicit ColumnNames(Purpose purpose) : m_purpose(purpose) { }

    void operator()(const char *name, const auto &) { m_names << QLatin1StringView(name); }
    void key(const char *name, const auto &)
    {
        if (m_purpose == Purpose::Select)
            m_names << QLatin1StringView(name);
    }
    void apart(const char *name, const auto &)
    {
        if (m_purpose != Purpose::Update)
            m_names << QLatin1StringView(name);
    }
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    Purpose m_purpose;
    QStringList m_names;
};

//! Binds the columns in the order of their names.
class ColumnWriter final
{
public:
    ColumnWriter(Statement &statement, Purpose purpose) : m_statement(&statement), m_purpose(purpose) { }

    void operator()(const char *, const auto &field) { m_statement->bind(toSql(field)); }
    void key(const char *, const auto &) { }
    //! Null text stays NULL here.
    void apart(const char *, const QString &field)
    {
        if (m_purpose != Purpose::Update)
            m_statement->bind(QVariant(field));
    }

private:
    Statement *m_statement;
    Purpose m_purpose;
};

//! Reads the columns in the order of their names.
class ColumnReader final
{
public:
    explicit ColumnReader(const Statement &statement) : m_statement(&statement) { }

    void operator()(const char *, auto &field) { fromSql(m_statement->column(m_next++), field); }
    void key(const char *name, auto &field) { (*this)(name, field); }
    void apart(const char *name, auto &field) { (*this)(name, field); }
    [[nodiscard]] int next() const { return m_next; }

private:
    const Statement *m_statement;
    int m_next = 0;
};

template <typename T>
[[nodiscard]] QStringList columnNames(Purpose purpose)
{
    ColumnNames io(purpose);
    T any;
    Row<T>::describe(any, io);
    return io.names();
}

//! `SELECT a, b FROM table`, to be followed by a WHERE.
template <typename T>
[[nodiscard]] const QString &selectSql()
{
    static const QString sql = QLatin1StringView("SELECT %1 FROM %2 ").arg(columnNames<T>(Purpose::Select).join(u','), Row<T>::Table);
    return sql;
}

//! `verb INTO table (a, b) VALUES (?, ?)`
template <typename T>
[[nodiscard]] QString insertSql(QLatin1StringView verb = QLatin1StringView("INSERT"))
{
    const QStringList names = columnNames<T>(Purpose::Insert);
    const QStringList marks(names.size(), QStringLiteral("?"));
    return QLatin1StringView("%1 INTO %2 (%3) VALUES (%4)").arg(verb, Row<T>::Table, names.join(u','), marks.join(u','));
}

//! `UPDATE table SET a=?, b=?`, to be followed by a WHERE.
template <typename T>
[[nodiscard]] QString updateSql()
{
    return QLatin1StringView("UPDATE %1 SET %2=? ").arg(Row<T>::Table, columnNames<T>(Purpose::Update).join(QLatin1StringView("=?,")));
}

template <typename T>
void bindRow(Statement &statement, const T &value, Purpose purpose)
{
    ColumnWriter io(statement, purpose);
    Row<T>::describe(value, io);
}

//! The row a statement stands on.
template <typename T>
[[nodiscard]] T readRow(const Statement &statement)
{
    T value;
    ColumnReader io(statement);
    Row<T>::describe(value, io);
    return value;
}

//! Runs a bound statement and reads all its rows.
template <typename T>
[[nodiscard]] Result<QList<T>> readRows(Statement &statement)
{
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    QList<T> rows;
    while (statement.next())
        rows << readRow<T>(statement);
    if (const auto done = statement.ended(); !done)
        return fail(done.error());
    return rows;
}

} // namespace store
