// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversationstore.h"

#include "store/conversationrow.h"
#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

Result<ConversationRow> existing(Connection &connection, data::ConversationId id)
{
    auto found = findConversation(connection, id);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(notFound());
    return std::move(**found);
}

Result<data::Conversation> readOne(Connection &connection, data::ConversationId id)
{
    return existing(connection, id).transform([](ConversationRow row) { return row.value; });
}

//! Sets one column of one row.
ConversationStore::Answer setColumn(Database &database, data::ConversationId id, QString sql, QVariant value)
{
    return database.run([id, sql, value](Connection &connection) -> Result<data::Conversation> {
        if (const auto done = Statement(connection, sql).bind(value).bind(toSql(id)).exec(); !done)
            return fail(done.error());
        return readOne(connection, id);
    });
}

} // namespace

Task<Result<QList<data::Conversation>>> ConversationStore::all(data::AccountId account) const
{
    return m_database->read([account](Connection &connection) -> Result<QList<data::Conversation>> {
        Statement statement(connection, selectSql<ConversationRow>() + u"WHERE account=? ORDER BY last_time DESC, id DESC"_s);
        statement.bind(toSql(account));
        const auto rows = readRows<ConversationRow>(statement);
        if (!rows)
            return fail(rows.error());
        QList<data::Conversation> result;
        result.reserve(rows->size());
        for (const ConversationRow &row : *rows)
            result << row.value;
        return result;
    });
}

ConversationStore::Answer ConversationStore::byId(data::ConversationId id) const
{
    return m_database->read([id](Connection &connection) { return readOne(connection, id); });
}

ConversationStore::Answer ConversationStore::ensure(ConversationKey key)
{
    return m_database->run([key = std::move(key)](Connection &connection) -> Result<data::Conversation> {
        auto found = findConversation(connection, key);
        if (!found)
            return fail(found.error());
        if (*found)
            return std::move((*found)->value);
        return makeConversation(connection, key).transform([](ConversationRow row) { return row.value; });
    });
}

ConversationStore::Answer ConversationStore::setDraft(data::ConversationId id, QString draft)
{
    return setColumn(*m_database, id, u"UPDATE conversations SET draft=? WHERE id=?"_s, toSql(draft));
}

ConversationStore::Answer ConversationStore::setPinned(data::ConversationId id, Pinned pinned)
{
    return setColumn(*m_database, id, u"UPDATE conversations SET pinned=? WHERE id=?"_s, toSql(pinned));
}

ConversationStore::Answer ConversationStore::setMuted(data::ConversationId id, Muted muted)
{
    return setColumn(*m_database, id, u"UPDATE conversations SET muted=? WHERE id=?"_s, toSql(muted));
}

ConversationStore::Answer ConversationStore::setHidden(data::ConversationId id, Hidden hidden)
{
    return setColumn(*m_database, id, u"UPDATE conversations SET hidden=? WHERE id=?"_s, toSql(hidden));
}

ConversationStore::Answer ConversationStore::accept(data::ConversationId id)
{
    return setColumn(*m_database, id, u"UPDATE conversations SET accepted=? WHERE id=?"_s, toSql(true));
}

ConversationStore::Answer ConversationStore::markReadUpTo(data::ConversationId id, data::MessageId message)
{
    return m_database->run([id, message](Connection &connection) -> Result<data::Conversation> {
        auto row = existing(connection, id);
        if (!row)
            return fail(row.error());
        Statement place(connection, u"SELECT position FROM messages WHERE id=? AND conversation=?"_s);
        if (const auto done = place.bind(toSql(message)).bind(toSql(id)).exec(); !done)
            return fail(done.error());
        if (!place.next())
            return fail(notFound());
        const qint64 order = place.column(0).toLongLong();
        if (!row->readUpTo(message, order))
            return std::move(row->value);
        Statement update(connection, u"UPDATE conversations SET read_message=?, read_position=? WHERE id=?"_s);
        if (const auto done = update.bind(toSql(message)).bind(order).bind(toSql(id)).exec(); !done)
            return fail(done.error());
        if (const auto done = recountUnread(connection, *row); !done)
            return fail(done.error());
        return std::move(row->value);
    });
}

} // namespace store
