// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/message.h"
#include "store/connection.h"

#include <optional>

// Reading and writing rows of `messages`, for everything that runs on a store's thread.
namespace store
{

//! `SELECT … FROM messages m `, with what is derived from receipts, seen and corrections, to be followed by a WHERE.
[[nodiscard]] const QString &selectMessagesSql();
//! Runs a bound statement that began with selectMessagesSql().
[[nodiscard]] Result<QList<data::Message>> readMessages(Statement &statement);
[[nodiscard]] Result<std::optional<data::Message>> findMessage(Connection &connection, data::MessageId id);
//! Inserts and fills in the id.
[[nodiscard]] Result<void> insertMessage(Connection &connection, data::Message &message);

//! How many rows of one id are looked at: who sends thousands under one id gets duplicates, not a slow store.
inline constexpr int MaxCandidates = 20;
[[nodiscard]] bool sameAuthor(const data::Author &a, const data::Author &b);

//! An own message by the id others name it with.
struct OwnMessage
{
    data::MessageId id;
    qint64 order = 0;
    data::SendState state = data::SendState::Queued;
};
//! One by the id others name it with.
struct NamedMessage
{
    data::MessageId id;
    qint64 order = 0;
};
[[nodiscard]] Result<std::optional<NamedMessage>> findReceived(Connection &connection, data::ConversationId conversation, const QString &id);
//! Of either side.
[[nodiscard]] Result<std::optional<NamedMessage>> findArchived(Connection &connection, data::ConversationId conversation, const QString &archiveId);
[[nodiscard]] Result<std::optional<OwnMessage>> findOwn(Connection &connection, data::ConversationId conversation, const QString &id);

//! The row that is this message already, by the rules of MessageStore::commitIncoming.
struct KnownMessage
{
    data::MessageId id;
    bool hasArchiveId = false;
    data::SendState state = data::SendState::Acknowledged;
    qint64 order = 0;
    data::MessageId amends;
    bool doubtful = false; //!< Failed only because nobody knows whether it went, see condition::Restored
};
[[nodiscard]] Result<std::optional<KnownMessage>> findKnown(Connection &connection, const data::Message &message);

//! Whether somebody confirmed it, by a receipt or by having seen a later one.
[[nodiscard]] Result<bool> isConfirmed(Connection &connection, data::MessageId id);
//! Moves an own row to another outbox state where the rules of MessageStore::setState let it; answers whether it did.
[[nodiscard]] Result<bool> changeState(Connection &connection, data::MessageId id, data::SendState state, const QString &errorText = {}, const QString &errorCondition = {});

} // namespace store
