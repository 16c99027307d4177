// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace widgets {

//! What a presence dot shows. None draws no dot (groups, unknown).
enum class Presence { None, Online, Away, Busy, Offline };

//! What ChatListView reads from a flat model. Missing roles mean the empty value.
//! Qt::DisplayRole is the name (keyboard search finds by it); Qt::AccessibleTextRole must be
//! "name, preview, time, N unread" in the interface's language: chatAccessibleText() in chatlistview.h makes it.
namespace ChatRole {
enum : int {
    Id = Qt::UserRole + 1, //!< QString: stable and unique
    Name,                  //!< QString: falls back to Qt::DisplayRole
    Preview,               //!< QString: last message, one line is shown
    PreviewSender,         //!< QString: who wrote it ("Leo", "You"), shown as "Leo: "; empty in one-to-one chats
    TimeText,              //!< QString: "14:02", "yesterday", "3 May", made by the model by locale
    Unread,                //!< int
    Mentioned,             //!< bool: an "@" is shown by the badge
    Muted,                 //!< bool: bell-off mark, grey badge
    Pinned,                //!< bool
    Draft,                 //!< QString: unsent text; shown instead of Preview as "Draft: …"
    Typing,                //!< QString: "typing…" or "Leo is typing…"; shown instead of Preview, in the accent
    PresenceState,         //!< int(Presence)
    AvatarKey,             //!< QString: text the fallback colour comes from; Id if empty
    AvatarImage,           //!< QImage or QPixmap, may be null
    IsGroup,               //!< bool: '#' fallback avatar
    IsRequest,             //!< bool: the row of requests from strangers: person-add avatar, accent name
    AccountLabel,          //!< QString: whose chat it is when there are several accounts, else empty
    State,                 //!< int(MessageState) of the last message when it is ours, for the tick before the time
    Found,                 //!< QList<std::pair<int, int>>: start and length of what of Preview is bold: what was searched for
    Line,                  //!< int: no row to choose but a line of words, 1 the heading of what follows, 2 a quiet note
    Last = Line
};
}

}
