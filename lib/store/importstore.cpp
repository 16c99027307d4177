// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/importstore.h"

#include "store/committer.h"
#include "store/messagerow.h"
#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr qint64 SameWithinMs = 5000;

//! The row that says the same at about the same time and is no other message of the import yet, the nearest one.
Result<std::optional<data::MessageId>> findSame(Connection &connection, const data::Message &message, const QSet<data::MessageId> &taken)
{
    const qint64 time = message.time.toMSecsSinceEpoch();
    Statement statement(connection,
        u"SELECT id FROM messages WHERE conversation=? AND amends IS NULL AND position BETWEEN ? AND ? AND direction=? "
        "AND (body=? OR (edited IS NOT NULL AND first_body=?)) ORDER BY abs(time-?), id"_s);
    statement.bind(toSql(message.conversation)).bind((time - SameWithinMs) * 1000).bind((time + SameWithinMs) * 1000);
    statement.bind(toSql(message.direction)).bind(toSql(message.body)).bind(toSql(message.body)).bind(time);
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    while (statement.next()) {
        const data::MessageId id{statement.column(0).toLongLong()};
        if (!taken.contains(id))
            return id;
    }
    return std::nullopt;
}

//! One page on its way in.
class Importing final
{
public:
    Importing(Connection &connection, QSet<data::MessageId> matched) : m_connection(connection) { m_imported.matched = std::move(matched); }

    Result<ImportStore::Imported> run(QList<IncomingMessage> messages)
    {
        Batch batch;
        for (IncomingMessage &incoming : messages) {
            const auto known = isKnown(incoming);
            if (!known)
                return fail(known.error());
            if (*known)
                ++m_imported.known;
            else
                batch.add(std::move(incoming));
        }
        auto changes = Committer(m_connection).commitOld(batch);
        if (!changes)
            return fail(changes.error());
        m_imported.changes = std::move(*changes);
        m_imported.known += batch.messages.size() - m_imported.changes.inserted.size() - m_imported.changes.rejected.size();
        for (const data::MessageId row : std::as_const(m_imported.changes.rows))
            m_imported.matched << row;
        return std::move(m_imported);
    }

private:
    Result<bool> isKnown(const IncomingMessage &incoming)
    {
        const auto chat = findConversation(m_connection, incoming.where);
        if (!chat)
            return fail(chat.error());
        if (!*chat)
            return makeChat(incoming.where);
        data::Message message = incoming.message;
        message.conversation = (*chat)->value.id;
        const auto byId = findKnown(m_connection, message);
        if (!byId)
            return fail(byId.error());
        if (*byId) {
            m_imported.matched << (*byId)->id;
            return true;
        }
        const auto same = findSame(m_connection, message, m_imported.matched);
        if (!same)
            return fail(same.error());
        if (*same)
            m_imported.matched << **same;
        return same->has_value();
    }

    //! Whoever one talked with elsewhere is let in.
    Result<bool> makeChat(const ConversationKey &where)
    {
        const auto made = makeConversation(m_connection, where);
        if (!made)
            return fail(made.error());
        Statement accept(m_connection, u"UPDATE conversations SET accepted=1 WHERE id=?"_s);
        if (const auto done = accept.bind(toSql(made->value.id)).exec(); !done)
            return fail(done.error());
        return false;
    }

    Connection &m_connection;
    ImportStore::Imported m_imported;
};

} // namespace

Task<Result<ImportStore::Imported>> ImportStore::commit(QList<IncomingMessage> messages, QSet<data::MessageId> matched)
{
    return m_database->run([messages = std::move(messages), matched = std::move(matched)](Connection &connection) mutable {
        return Importing(connection, std::move(matched)).run(std::move(messages));
    }, Priority::Background);
}

} // namespace store
