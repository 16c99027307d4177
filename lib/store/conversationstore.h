// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/conversation.h"
#include "store/database.h"

namespace store
{

//! What names a conversation before its row is known.
struct ConversationKey
{
    data::AccountId account;
    Jid address; //!< a full occupant address for PrivateInGroup; of any other kind only the bare address counts
    data::ConversationKind kind = data::ConversationKind::Chat;

    //! The address the row has.
    [[nodiscard]] Jid rowAddress() const { return kind == data::ConversationKind::PrivateInGroup ? address : address.bare(); }

    friend bool operator==(const ConversationKey &, const ConversationKey &) = default;
};

enum class Pinned { No, Yes };
enum class Muted { No, Yes };
enum class Hidden { No, Yes };

//! The rows of the chat list. Every change answers the row as it is now; condition::NotFound if there is none.
class ConversationStore final
{
public:
    using Answer = Task<Result<data::Conversation>>;

    explicit ConversationStore(Database &database) : m_database(&database) { }

    //! All of an account with preview and unread count, hidden ones too, newest activity first; one query.
    [[nodiscard]] Task<Result<QList<data::Conversation>>> all(data::AccountId account) const;
    [[nodiscard]] Answer byId(data::ConversationId id) const;
    //! The conversation of that name, made if it is new.
    [[nodiscard]] Answer ensure(ConversationKey key);

    [[nodiscard]] Answer setDraft(data::ConversationId id, QString draft);
    [[nodiscard]] Answer setPinned(data::ConversationId id, Pinned pinned);
    [[nodiscard]] Answer setMuted(data::ConversationId id, Muted muted);
    [[nodiscard]] Answer setHidden(data::ConversationId id, Hidden hidden);
    //! Whoever is there is no stranger from now on.
    [[nodiscard]] Answer accept(data::ConversationId id);
    //! A person has seen everything up to and with `message`; never goes back.
    [[nodiscard]] Answer markReadUpTo(data::ConversationId id, data::MessageId message);

private:
    Database *m_database;
};

} // namespace store
