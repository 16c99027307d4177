// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/sqlimporter.h"

using namespace Qt::StringLiterals;
using data::ForeignProgram;
using store::Connection;
using store::Statement;

namespace transfer
{

namespace
{

// What a row is, in the last column.
enum Kind { Chat = 0, Group = 1, Nothing = 2 };

//! Since 2.0. A correction is a row of its own; what counts is the newest one.
const QString &gajimSql()
{
    static const QString sql = uR"(
        SELECT m.pk, a.jid, r.jid, m.direction = 2,
            coalesce((SELECT c.text FROM message c WHERE c.correction_id = m.id AND c.fk_remote_pk = m.fk_remote_pk AND c.fk_account_pk = m.fk_account_pk
                AND c.direction = m.direction ORDER BY c.timestamp DESC LIMIT 1), m.text),
            CAST(round(m.timestamp * 1000) AS INTEGER), m.id, m.stanza_id,
            CASE WHEN m.type = 1 AND m.text IS NOT NULL THEN 0 WHEN m.type IN (2, 3) THEN 1 ELSE 2 END
        FROM message m JOIN account a ON a.pk = m.fk_account_pk JOIN remote r ON r.pk = m.fk_remote_pk
        WHERE m.pk > ? AND m.correction_id IS NULL ORDER BY m.pk LIMIT ?)"_s;
    return sql;
}

//! Before 2.0; the columns came one by one.
QString oldGajimSql(Connection &connection)
{
    const auto column = [&connection](const QString &name) { return hasColumn(connection, u"logs"_s, name) ? u"l."_s + name : u"NULL"_s; };
    return uR"(
        SELECT l.log_line_id, a.jid, r.jid, l.kind IN (5, 6), l.message, CAST(round(l.time * 1000) AS INTEGER), %1, %2,
            CASE WHEN l.kind IN (3, 4, 5, 6) THEN 0 WHEN l.kind = 2 THEN 1 ELSE 2 END
        FROM logs l LEFT JOIN jids r ON r.jid_id = l.jid_id LEFT JOIN jids a ON a.jid_id = %3
        WHERE l.log_line_id > ? ORDER BY l.log_line_id LIMIT ?)"_s.arg(column(u"message_id"_s), column(u"stanza_id"_s), column(u"account_id"_s));
}

//! `content_item` is what is shown, at its first time and with the text of the newest correction; a file's message hangs on the file.
QString dinoSql(Connection &connection)
{
    const QString serverId = hasColumn(connection, u"message"_s, u"server_id"_s) ? u"m.server_id"_s : u"NULL"_s;
    const bool items = hasTable(connection, u"content_item"_s);
    const QString from = items ? uR"(FROM content_item i JOIN message m ON m.id = CASE i.content_type WHEN 1 THEN i.foreign_id
            WHEN 2 THEN (SELECT CAST(f.info AS INTEGER) FROM file_transfer f WHERE f.id = i.foreign_id AND f.provider = 0) END)"_s : u"FROM message m"_s;
    const QString row = items ? u"i"_s : u"m"_s;
    const QString shown = items && hasColumn(connection, u"content_item"_s, u"hide"_s) ? u"AND i.hide = 0"_s : QString(); // the file stands for it
    return uR"(
        SELECT %1.id, a.bare_jid, j.bare_jid, m.direction = 1, m.body, %1.time * 1000, m.stanza_id, %2,
            CASE WHEN m.type = 1 AND m.body IS NOT NULL THEN 0 WHEN m.type IN (2, 3) THEN 1 ELSE 2 END
        %3 JOIN account a ON a.id = m.account_id JOIN jid j ON j.id = m.counterpart_id
        WHERE %1.id > ? %4 ORDER BY %1.id LIMIT ?)"_s.arg(row, serverId, from, shown);
}

//! Psi+ tells its accounts by keys of its own, and times in the zone of the computer.
const QString &psiSql()
{
    static const QString sql = uR"(
        SELECT e.id, NULL, c.jid, e.direction = 1, e.m_text, e.date, NULL, NULL, CASE WHEN c.type = 2 THEN 1 WHEN e.type IN (0, 1) THEN 0 ELSE 2 END
        FROM events e LEFT JOIN contacts c ON c.id = e.contact_id WHERE e.id > ? ORDER BY e.id LIMIT ?)"_s;
    return sql;
}

//! Key, account, address, whether sent, text, time (milliseconds since 1970, or a local one in words), stanza id, archive id, Kind.
QString sqlOf(ForeignProgram program, Connection &connection)
{
    switch (program) {
    case ForeignProgram::Gajim: return hasTable(connection, u"message"_s) ? gajimSql() : oldGajimSql(connection);
    case ForeignProgram::Dino: return dinoSql(connection);
    case ForeignProgram::Psi: return psiSql();
    case ForeignProgram::Pidgin: break;
    }
    return {};
}

QString countSql(ForeignProgram program, Connection &connection)
{
    const QString table = program == ForeignProgram::Psi ? u"events"_s
        : program == ForeignProgram::Dino && hasTable(connection, u"content_item"_s) ? u"content_item"_s
        : hasTable(connection, u"message"_s) ? u"message"_s : u"logs"_s;
    return u"SELECT count(*) FROM "_s + table;
}

QDateTime timeOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString)
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}

void take(ForeignPage &page, const Statement &row)
{
    const int kind = row.column(8).toInt();
    const QString address = row.column(2).toString();
    if (kind == Nothing)
        return;
    if (kind == Group || address.contains(u'/')) {
        ++page.groups;
        return;
    }
    ForeignMessage message;
    message.account = Jid::parse(row.column(1).toString()).value_or(Jid());
    message.contact = Jid::parse(address).value_or(Jid());
    message.direction = row.column(3).toBool() ? data::Direction::Sent : data::Direction::Received;
    message.body = row.column(4).toString();
    message.time = timeOf(row.column(5));
    message.stanzaId = row.column(6).toString();
    message.archiveId = row.column(7).toString();
    if (auto good = sound(std::move(message)))
        page.messages << std::move(*good);
    else
        ++page.damaged;
}

} // namespace

std::optional<ForeignProgram> SqlImporter::programOf(const QString &path)
{
    const auto database = ForeignDatabase::open(path);
    const auto connection = database ? (*database)->connect() : fail(database.error());
    if (!connection)
        return std::nullopt;
    const auto has = [&connection](const QString &name) { return hasTable(**connection, name); };
    if ((has(u"message"_s) && has(u"remote"_s)) || (has(u"logs"_s) && has(u"jids"_s)))
        return ForeignProgram::Gajim;
    if (has(u"message"_s) && has(u"jid"_s) && has(u"account"_s))
        return ForeignProgram::Dino;
    if (has(u"events"_s) && has(u"contacts"_s))
        return ForeignProgram::Psi;
    return std::nullopt;
}

Result<void> SqlImporter::open()
{
    auto database = ForeignDatabase::open(m_path);
    if (!database)
        return fail(database.error());
    const auto connection = (*database)->connect();
    if (!connection)
        return fail(connection.error());
    m_database = std::move(*database);
    m_sql = sqlOf(m_program, **connection);
    m_total = (*connection)->number(countSql(m_program, **connection)).value_or(0);
    return {};
}

Result<ForeignPage> SqlImporter::next()
{
    if (!m_database) {
        if (const auto done = open(); !done)
            return fail(done.error());
    }
    // One a page: a connection is its thread's, and a page may come on another.
    const auto connection = m_database->connect();
    if (!connection)
        return fail(connection.error());
    Statement statement(**connection, m_sql);
    if (const auto done = statement.bind(m_after).bind(PageSize).exec(); !done)
        return fail(done.error());
    ForeignPage page;
    int rows = 0;
    for (; statement.next(); ++rows) {
        m_after = statement.column(0).toLongLong();
        take(page, statement);
    }
    if (const auto done = statement.ended(); !done) {
        // The pages of the file behind this one are lost, what came before is not.
        ++page.damaged;
        rows = 0;
    }
    m_done += rows;
    page.last = rows < PageSize;
    page.done = page.last ? m_total : m_done;
    page.total = m_total;
    return page;
}

} // namespace transfer
