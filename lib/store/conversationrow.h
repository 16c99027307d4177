// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/conversation.h"
#include "data/message.h"
#include "store/connection.h"
#include "store/conversationstore.h"

#include <optional>

namespace store
{

//! A conversation with the sort keys its summary is computed by.
struct ConversationRow
{
    data::Conversation value;
    qint64 lastOrder = 0;
    qint64 readOrder = 0;

    //! Whether a person may not have seen a received message that comes in.
    enum class Seen { No, Yes };
    //! Counts in a message that was just inserted: preview, activity, unread, back from hidden, accepted by what we write. Answers whether the unread
    //! ones must be counted anew.
    [[nodiscard]] bool add(const data::Message &message, Seen seen);
    //! Everything up to and with a message has been seen; answers whether that was news.
    bool readUpTo(data::MessageId message, qint64 order);
    //! This is the newest message.
    void tell(const data::Message &message);
    //! A message says something else now.
    void correct(data::MessageId message, const QString &body);
};

using FoundConversation = Result<std::optional<ConversationRow>>;

[[nodiscard]] FoundConversation findConversation(Connection &connection, data::ConversationId id);
[[nodiscard]] FoundConversation findConversation(Connection &connection, const ConversationKey &key);
//! Inserts a new, empty one.
[[nodiscard]] Result<ConversationRow> makeConversation(Connection &connection, const ConversationKey &key);
[[nodiscard]] Result<void> removeConversation(Connection &connection, data::ConversationId id);
//! Writes what add() and readUpTo() changed.
[[nodiscard]] Result<void> saveSummary(Connection &connection, const ConversationRow &row);
//! Finds the newest message and what of it the row tells, and counts the unread ones: after a message is none any more.
[[nodiscard]] Result<void> resumeSummary(Connection &connection, ConversationRow &row);
//! Counts received messages after the read mark; `row.value.unread` is set and saved.
[[nodiscard]] Result<void> recountUnread(Connection &connection, ConversationRow &row);

} // namespace store
