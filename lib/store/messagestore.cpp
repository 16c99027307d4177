// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagestore.h"

#include "store/committer.h"
#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using Rows = Result<QList<data::Message>>;

Rows readNewest(Connection &connection, data::ConversationId conversation, int limit)
{
    static const QString sql = selectMessagesSql() + u"WHERE m.conversation=? AND m.amends IS NULL ORDER BY m.position DESC, m.id DESC LIMIT ?"_s;
    Statement statement(connection, sql);
    statement.bind(toSql(conversation)).bind(toSql(limit));
    Rows rows = readMessages(statement);
    if (rows)
        std::ranges::reverse(*rows);
    return rows;
}

enum class Side { Before, After };

//! The nearest rows on one side of a place, nearest first. Two steps, because SQLite does not search an index by
//! (position, id) < (?, ?): thousands of one time would be read through for each page.
Rows readSide(Connection &connection, Side side, data::ConversationId conversation, MessageStore::Position place, int limit)
{
    static const QString tiesBefore = selectMessagesSql() + u"WHERE m.conversation=? AND m.amends IS NULL AND m.position=? AND m.id<? ORDER BY m.id DESC LIMIT ?"_s;
    static const QString tiesAfter = selectMessagesSql() + u"WHERE m.conversation=? AND m.amends IS NULL AND m.position=? AND m.id>? ORDER BY m.id LIMIT ?"_s;
    static const QString restBefore = selectMessagesSql() + u"WHERE m.conversation=? AND m.amends IS NULL AND m.position<? ORDER BY m.position DESC, m.id DESC LIMIT ?"_s;
    static const QString restAfter = selectMessagesSql() + u"WHERE m.conversation=? AND m.amends IS NULL AND m.position>? ORDER BY m.position, m.id LIMIT ?"_s;

    Statement ties(connection, side == Side::Before ? tiesBefore : tiesAfter);
    ties.bind(toSql(conversation)).bind(place.order).bind(place.id.value).bind(toSql(limit));
    Rows rows = readMessages(ties);
    if (!rows || rows->size() >= limit)
        return rows;
    Statement statement(connection, side == Side::Before ? restBefore : restAfter);
    statement.bind(toSql(conversation)).bind(place.order).bind(qint64(limit - rows->size()));
    Rows rest = readMessages(statement);
    if (rest)
        rest = std::move(*rows) + std::move(*rest);
    return rest;
}

Rows readBefore(Connection &connection, data::ConversationId conversation, MessageStore::Position before, int limit)
{
    Rows rows = readSide(connection, Side::Before, conversation, before, limit);
    if (rows)
        std::ranges::reverse(*rows);
    return rows;
}

Rows readAfter(Connection &connection, data::ConversationId conversation, MessageStore::Position after, int limit)
{
    return readSide(connection, Side::After, conversation, after, limit);
}

Result<std::optional<data::Message>> firstOf(Statement &statement)
{
    auto rows = readMessages(statement);
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return std::nullopt;
    return std::move(rows->first());
}

Result<MessageStore::Around> readAround(Connection &connection, data::MessageId id, int limit)
{
    auto message = findMessage(connection, id);
    if (!message)
        return fail(message.error());
    if (!*message)
        return fail(notFound());
    const auto conversation = (*message)->conversation;
    const auto place = MessageStore::Position::of(**message);
    auto before = readBefore(connection, conversation, place, limit);
    if (!before)
        return fail(before.error());
    auto after = readAfter(connection, conversation, place, limit);
    if (!after)
        return fail(after.error());
    MessageStore::Around around{std::move(*before), 0};
    around.index = around.messages.size();
    around.messages << std::move(**message) << std::move(*after);
    return around;
}

} // namespace

MessageStore::Written MessageStore::append(data::Message message)
{
    return m_database->run([message = std::move(message)](Connection &connection) { return Committer(connection).append(message); }, Priority::Outbox);
}

MessageStore::Page MessageStore::pending(data::AccountId account) const
{
    return m_database->read([account](Connection &connection) {
        static const QString sql = selectMessagesSql() + u"JOIN conversations c ON c.id=m.conversation WHERE m.state < 2 AND c.account=? ORDER BY m.id"_s;
        Statement statement(connection, sql);
        statement.bind(toSql(account));
        return readMessages(statement);
    });
}

MessageStore::Written MessageStore::written(data::AccountId account, QList<data::LedgerEntry> entries, quint32 sent)
{
    return m_database->run([account, entries = std::move(entries), sent](Connection &connection) { return Committer(connection).written(account, entries, sent); },
        Priority::Outbox);
}

MessageStore::Written MessageStore::setState(QList<StateChange> changes)
{
    return m_database->run([changes = std::move(changes)](Connection &connection) { return Committer(connection).setStates(changes); }, Priority::Outbox);
}

MessageStore::Written MessageStore::acknowledge(data::AccountId account, quint32 h)
{
    return m_database->run([account, h](Connection &connection) { return Committer(connection).acknowledge(account, h); }, Priority::Outbox);
}

MessageStore::Written MessageStore::commitIncoming(Batch batch)
{
    // With the outbox: the counters of both are one stream's.
    return m_database->run([batch = std::move(batch)](Connection &connection) { return Committer(connection).commit(batch); }, Priority::Outbox);
}

MessageStore::Page MessageStore::newest(data::ConversationId conversation, int limit) const
{
    return m_database->read([conversation, limit](Connection &connection) { return readNewest(connection, conversation, limit); });
}

MessageStore::Page MessageStore::pageBefore(data::ConversationId conversation, Position before, int limit) const
{
    return m_database->read([conversation, before, limit](Connection &connection) { return readBefore(connection, conversation, before, limit); });
}

MessageStore::Page MessageStore::pageAfter(data::ConversationId conversation, Position after, int limit) const
{
    return m_database->read([conversation, after, limit](Connection &connection) { return readAfter(connection, conversation, after, limit); });
}

Task<Result<MessageStore::Around>> MessageStore::around(data::MessageId message, int limit) const
{
    return m_database->read([message, limit](Connection &connection) { return readAround(connection, message, limit); });
}

Task<Result<MessageStore::Glimpse>> MessageStore::glimpse(data::ConversationId conversation, int limit) const
{
    return m_database->read([conversation, limit](Connection &connection) -> Result<Glimpse> {
        Statement count(connection, u"SELECT count(*) FROM messages WHERE conversation=? AND amends IS NULL"_s);
        if (const auto done = count.bind(toSql(conversation)).exec(); !done)
            return fail(done.error());
        const int all = count.next() ? count.column(0).toInt() : 0;
        return readNewest(connection, conversation, limit).transform([all](QList<data::Message> newest) { return Glimpse{std::move(newest), all}; });
    });
}

MessageStore::Page MessageStore::corrections(data::MessageId message) const
{
    return m_database->read([message](Connection &connection) {
        static const QString sql = selectMessagesSql() + u"WHERE m.amends=? ORDER BY m.position, m.id"_s;
        Statement statement(connection, sql);
        statement.bind(toSql(message));
        return readMessages(statement);
    });
}

MessageStore::Found MessageStore::byId(data::MessageId id) const
{
    return m_database->read([id](Connection &connection) { return findMessage(connection, id); });
}

MessageStore::Found MessageStore::byArchiveId(data::ConversationId conversation, QString archiveId) const
{
    return m_database->read([conversation, archiveId](Connection &connection) {
        Statement statement(connection, selectMessagesSql() + u"WHERE m.conversation=? AND m.archive_id=? AND m.archive_id <> ''"_s);
        statement.bind(toSql(conversation)).bind(toSql(archiveId));
        return firstOf(statement);
    });
}

Task<Result<QString>> MessageStore::archivedUpTo(data::ConversationId conversation, Position place) const
{
    return m_database->read([conversation, place](Connection &connection) -> Result<QString> {
        Statement statement(connection,
            u"SELECT archive_id FROM messages WHERE conversation=? AND amends IS NULL AND position<=? AND direction=0 AND archive_id <> '' ORDER BY position DESC, id DESC LIMIT 1"_s);
        if (const auto done = statement.bind(toSql(conversation)).bind(place.order).exec(); !done)
            return fail(done.error());
        return statement.next() ? statement.column(0).toString() : QString();
    });
}

MessageStore::Found MessageStore::byWireId(data::ConversationId conversation, data::Direction direction, QString id) const
{
    return m_database->read([conversation, direction, id](Connection &connection) -> Result<std::optional<data::Message>> {
        for (const auto column : {"origin_id"_L1, "stanza_id"_L1}) {
            Statement statement(connection, selectMessagesSql() + u"WHERE m.conversation=? AND m.%1=? AND m.%1 <> '' AND m.direction=? ORDER BY m.id DESC LIMIT 1"_s.arg(column));
            statement.bind(toSql(conversation)).bind(toSql(id)).bind(toSql(direction));
            auto found = firstOf(statement);
            if (!found || *found)
                return found;
        }
        return std::nullopt;
    });
}

} // namespace store
