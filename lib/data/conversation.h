// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QDateTime>

namespace data
{

enum class ConversationKind { Chat = 0, Group = 1, PrivateInGroup = 2 };

//! A row of the chat list: (account, address, kind) is unique.
struct Conversation
{
    ConversationId id;
    AccountId account;
    Jid address; //!< bare, or a full occupant address for PrivateInGroup
    ConversationKind kind = ConversationKind::Chat;

    QDateTime lastActivity; //!< time of the newest message; invalid when there is none
    MessageId lastMessage;
    QString preview; //!< the newest message's first line, at most 200 characters
    bool previewOwn = false;
    MessageId readUpTo; //!< the newest message a person has seen
    int unread = 0; //!< incoming messages after readUpTo
    QString draft;
    bool pinned = false;
    bool muted = false;
    bool hidden = false; //!< closed by the person; comes back with the next message
    bool accepted = false; //!< we wrote there, began it or let them in: then whoever is no contact is no stranger either

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

} // namespace data
