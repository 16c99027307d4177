// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace models
{

//! How somebody's presence is shown; views check that the numbers are the painters' own.
enum class Presence { None, Online, Away, Busy, Offline };

//! How far a message of ours has come.
enum class MessageState { None, Sending, Sent, Delivered, Read, Failed };

//! The facts of a row of chats or contacts; the numbers are those the list's painter reads (checked in views).
namespace ChatRole
{
enum : int {
    Id = Qt::UserRole + 1,
    Name,
    Preview,
    PreviewSender,
    TimeText,
    Unread,
    Mentioned,
    Muted,
    Pinned,
    Draft,
    Typing,
    PresenceState,
    AvatarKey,
    AvatarImage,
    IsGroup,
    IsRequest,
    AccountLabel,
    State,
    Found,
    Line,

    Account = Qt::UserRole + 100, //!< qint64: the account's row id
    Address, //!< QString: bare address
};
}

//! The facts of a message's row; the numbers are those the message view reads (checked in views).
namespace MessageRole
{
enum : int {
    Id = Qt::UserRole + 1,
    Kind,
    Sender,
    SenderName,
    Own,
    Body,
    Time,
    State,
    ErrorText,
    Edited,
    Delayed,
    UnreadLine,
    AvatarKey,
    AvatarImage,
    AccountLabel,
    Actor,
    Note,
    Unstyled,
    Found,
    Marked,
};
}

} // namespace models
