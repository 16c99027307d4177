// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/corrections.h"

#include "store/messagerow.h"
#include "store/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

//! Everything sent is by us, under whatever address.
bool mayCorrect(const data::Message &correction, const data::Message &message)
{
    return correction.direction == message.direction && (correction.direction == data::Direction::Sent || sameAuthor(correction.author, message.author));
}

Result<QList<data::Message>> candidates(Connection &connection, const QString &condition, const data::Message &like, const QString &id)
{
    Statement statement(connection, selectSql<data::Message>() + u"WHERE conversation=? AND %1 ORDER BY id DESC LIMIT %2"_s.arg(condition).arg(MaxCandidates));
    statement.bind(toSql(like.conversation)).bind(toSql(id)).bind(toSql(like.direction));
    return readRows<data::Message>(statement);
}

} // namespace

Result<std::optional<data::MessageId>> findCorrected(Connection &connection, const data::Message &correction)
{
    for (const QString &condition : {u"stanza_id=? AND stanza_id <> '' AND direction=?"_s, u"origin_id=? AND origin_id <> '' AND direction=?"_s}) {
        const auto rows = candidates(connection, condition, correction, correction.replaces);
        if (!rows)
            return fail(rows.error());
        const auto row = std::ranges::find_if(*rows, [&](const data::Message &message) { return mayCorrect(correction, message); });
        if (row != rows->cend())
            return row->amends ? row->amends : row->id;
    }
    return std::nullopt;
}

Result<QList<data::MessageId>> adoptCorrections(Connection &connection, const data::Message &message)
{
    QList<data::MessageId> adopted;
    if (message.stanzaIdAttribute.isEmpty() || message.amends)
        return adopted;
    const auto rows = candidates(connection, u"replaces=? AND replaces <> '' AND direction=? AND amends IS NULL"_s, message, message.stanzaIdAttribute);
    if (!rows)
        return fail(rows.error());
    for (const data::Message &row : *rows) {
        if (row.id == message.id || !mayCorrect(row, message))
            continue;
        Statement statement(connection, u"UPDATE messages SET amends=? WHERE id=?"_s);
        if (const auto done = statement.bind(toSql(message.id)).bind(toSql(row.id)).exec(); !done)
            return fail(done.error());
        adopted << row.id;
    }
    return adopted;
}

Result<QString> applyCorrections(Connection &connection, data::MessageId message)
{
    Statement newest(connection, u"SELECT body, time, unstyled FROM messages WHERE amends=? ORDER BY position DESC, id DESC LIMIT 1"_s);
    if (const auto done = newest.bind(toSql(message)).exec(); !done)
        return fail(done.error());
    if (!newest.next())
        return fail(notFound());
    const QString body = newest.column(0).toString();
    Statement statement(connection,
        u"UPDATE messages SET first_body=CASE WHEN edited IS NULL THEN body ELSE first_body END, body=?, edited=?, unstyled=? WHERE id=?"_s);
    if (const auto done = statement.bind(toSql(body)).bind(newest.column(1)).bind(newest.column(2)).bind(toSql(message)).exec(); !done)
        return fail(done.error());
    return body;
}

} // namespace store
