// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagerow.h"

#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

enum class MatchedBy { OriginId, StanzaId };

bool isDoubtful(data::SendState state, const QString &why)
{
    return state == data::SendState::Failed && why == condition::Restored;
}

Result<std::optional<KnownMessage>> findCandidate(Connection &connection, const data::Message &message, MatchedBy by)
{
    static const QString byOrigin = selectSql<data::Message>() + u"WHERE conversation=? AND origin_id=? AND origin_id <> '' AND direction=? ORDER BY id DESC LIMIT %1"_s.arg(MaxCandidates);
    static const QString byStanza = selectSql<data::Message>() + u"WHERE conversation=? AND stanza_id=? AND stanza_id <> '' AND direction=? ORDER BY id DESC LIMIT %1"_s.arg(MaxCandidates);
    Statement statement(connection, by == MatchedBy::OriginId ? byOrigin : byStanza);
    statement.bind(toSql(message.conversation)).bind(toSql(by == MatchedBy::OriginId ? message.originId : message.stanzaIdAttribute)).bind(toSql(message.direction));
    const auto rows = readRows<data::Message>(statement);
    if (!rows)
        return fail(rows.error());
    for (const data::Message &row : *rows) {
        // Everything sent is by us, under whatever nick.
        if (message.direction == data::Direction::Received && !sameAuthor(row.author, message.author))
            continue;
        // Two places in the archive are two messages, unless an archive was made anew and says the same again.
        const bool twoPlaces = !row.archiveId.isEmpty() && !message.archiveId.isEmpty() && row.archiveId != message.archiveId;
        const bool sameBody = (row.edited.isValid() ? row.firstBody : row.body) == message.body;
        const bool same = twoPlaces ? by == MatchedBy::OriginId && sameBody : by == MatchedBy::OriginId || sameBody;
        if (same)
            return KnownMessage{row.id, !row.archiveId.isEmpty(), row.state, row.order, row.amends, isDoubtful(row.state, row.errorCondition)};
    }
    return std::nullopt;
}

Result<std::optional<OwnMessage>> findBy(Connection &connection, const QString &condition, data::ConversationId conversation, const QString &id, data::Direction direction)
{
    Statement statement(connection, u"SELECT id, position, state FROM messages WHERE conversation=? AND %1 AND direction=? ORDER BY id DESC LIMIT 1"_s.arg(condition));
    statement.bind(toSql(conversation)).bind(toSql(id)).bind(toSql(direction));
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    if (!statement.next())
        return std::nullopt;
    return OwnMessage{{statement.column(0).toLongLong()}, statement.column(1).toLongLong(), data::SendState(statement.column(2).toInt())};
}

Result<std::optional<OwnMessage>> findByAnyId(Connection &connection, data::ConversationId conversation, const QString &id, data::Direction direction)
{
    if (id.isEmpty())
        return std::nullopt;
    for (const QString &condition : {u"stanza_id=? AND stanza_id <> ''"_s, u"origin_id=? AND origin_id <> ''"_s, u"archive_id=? AND archive_id <> ''"_s}) {
        auto found = findBy(connection, condition, conversation, id, direction);
        if (!found || *found)
            return found;
    }
    return std::nullopt;
}

} // namespace

bool sameAuthor(const data::Author &a, const data::Author &b)
{
    if (!a.occupantId.isEmpty() && !b.occupantId.isEmpty())
        return a.occupantId == b.occupantId;
    return a.address == b.address;
}

const QString &selectMessagesSql()
{
    static const QString sql = u"SELECT %1, "
                               "m.direction=1 AND EXISTS (SELECT 1 FROM receipts r WHERE r.message=m.id), "
                               "m.direction=1 AND m.state=2 AND EXISTS (SELECT 1 FROM seen s WHERE s.conversation=m.conversation AND (s.position, s.message) >= (m.position, m.id)), "
                               "CASE WHEN m.edited IS NOT NULL THEN (SELECT c.state FROM messages c WHERE c.amends=m.id ORDER BY c.position DESC, c.id DESC LIMIT 1) ELSE 2 END, "
                               "CASE WHEN m.edited IS NOT NULL THEN (SELECT c.error_text FROM messages c WHERE c.amends=m.id ORDER BY c.position DESC, c.id DESC LIMIT 1) END "
                               "FROM messages m "_s.arg(u"m."_s + columnNames<data::Message>(Purpose::Select).join(u",m."_s));
    return sql;
}

Result<QList<data::Message>> readMessages(Statement &statement)
{
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    QList<data::Message> rows;
    while (statement.next()) {
        data::Message message;
        ColumnReader io(statement);
        Row<data::Message>::describe(message, io);
        message.displayed = statement.column(io.next() + 1).toBool();
        message.delivered = message.displayed || statement.column(io.next()).toBool();
        fromSql(statement.column(io.next() + 2), message.editState);
        fromSql(statement.column(io.next() + 3), message.editError);
        rows << std::move(message);
    }
    if (const auto done = statement.ended(); !done)
        return fail(done.error());
    return rows;
}

Result<std::optional<data::Message>> findMessage(Connection &connection, data::MessageId id)
{
    static const QString sql = selectMessagesSql() + u"WHERE m.id=?"_s;
    Statement statement(connection, sql);
    statement.bind(toSql(id));
    auto rows = readMessages(statement);
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return std::nullopt;
    return std::move(rows->first());
}

Result<void> insertMessage(Connection &connection, data::Message &message)
{
    static const QString sql = insertSql<data::Message>();
    Statement statement(connection, sql);
    bindRow(statement, message, Purpose::Insert);
    if (const auto done = statement.exec(); !done)
        return done;
    message.id = {connection.lastInsertId()};
    return {};
}

Result<std::optional<OwnMessage>> findOwn(Connection &connection, data::ConversationId conversation, const QString &id)
{
    return findByAnyId(connection, conversation, id, data::Direction::Sent);
}

Result<std::optional<NamedMessage>> findReceived(Connection &connection, data::ConversationId conversation, const QString &id)
{
    return findByAnyId(connection, conversation, id, data::Direction::Received).transform([](const std::optional<OwnMessage> &found) {
        return found ? std::optional(NamedMessage{found->id, found->order}) : std::nullopt;
    });
}

Result<std::optional<NamedMessage>> findArchived(Connection &connection, data::ConversationId conversation, const QString &archiveId)
{
    Statement statement(connection, u"SELECT id, position FROM messages WHERE conversation=? AND archive_id=? AND archive_id <> ''"_s);
    if (const auto done = statement.bind(toSql(conversation)).bind(toSql(archiveId)).exec(); !done)
        return fail(done.error());
    return statement.next() ? std::optional(NamedMessage{{statement.column(0).toLongLong()}, statement.column(1).toLongLong()}) : std::nullopt;
}

Result<std::optional<KnownMessage>> findKnown(Connection &connection, const data::Message &message)
{
    if (!message.archiveId.isEmpty()) {
        Statement statement(connection, u"SELECT id, state, position, amends, error_condition FROM messages WHERE conversation=? AND archive_id=? AND archive_id <> ''"_s);
        statement.bind(toSql(message.conversation)).bind(toSql(message.archiveId));
        if (const auto done = statement.exec(); !done)
            return fail(done.error());
        if (statement.next()) {
            const auto state = data::SendState(statement.column(1).toInt());
            return KnownMessage{{statement.column(0).toLongLong()}, true, state, statement.column(2).toLongLong(), {statement.column(3).toLongLong()},
                isDoubtful(state, statement.column(4).toString())};
        }
    }
    if (!message.originId.isEmpty()) {
        auto found = findCandidate(connection, message, MatchedBy::OriginId);
        if (!found || *found)
            return found;
    }
    if (!message.stanzaIdAttribute.isEmpty())
        return findCandidate(connection, message, MatchedBy::StanzaId);
    return std::nullopt;
}

Result<bool> isConfirmed(Connection &connection, data::MessageId id)
{
    Statement statement(connection,
        u"SELECT EXISTS (SELECT 1 FROM receipts r WHERE r.message=m.id) "
        "OR m.state=2 AND EXISTS (SELECT 1 FROM seen s WHERE s.conversation=m.conversation AND (s.position, s.message) >= (m.position, m.id)) "
        "FROM messages m WHERE m.id=?"_s);
    statement.bind(toSql(id));
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    return statement.next() && statement.column(0).toBool();
}

Result<bool> changeState(Connection &connection, data::MessageId id, data::SendState state, const QString &errorText, const QString &errorCondition)
{
    const bool failed = state == data::SendState::Failed;
    if (failed) {
        const auto confirmed = isConfirmed(connection, id);
        if (!confirmed || *confirmed)
            return confirmed ? Result<bool>(false) : confirmed;
    }
    // Acknowledged (2) is left only for Failed (3).
    Statement statement(connection,
        u"UPDATE messages SET state=?, error_text=?, error_condition=? WHERE id=? AND direction=1 AND state<>? AND (state<>2 OR ?=3)"_s);
    statement.bind(toSql(state)).bind(toSql(failed ? errorText : QString())).bind(toSql(failed ? errorCondition : QString()));
    statement.bind(toSql(id)).bind(toSql(state)).bind(toSql(state));
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    return connection.changes() > 0;
}

} // namespace store
