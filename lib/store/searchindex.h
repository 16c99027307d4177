// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/searchstore.h"

// The index over what messages say.
//
// `search_places` gives each message a place of its own among those of all chats: its position times 1024, and the next free
// place for those of one position. `search_words` is the FTS5 table, its row ids are the places, so that hits come out of it newest first
// without being sorted and a time is a range of row ids. Beside the body it has a column of marks (Mark), one-letter words out of Unicode's private
// use area, which what is typed never meets: the conversation, and what a filter asks for, cost one more word to look up.
//
// Triggers give messages their places and note in `search_changes` which words are another's now; before a transaction commits, its changes go into
// the words at once (Connection::setBeforeCommit()). From within a trigger, FTS5 would write to the disk for each message.
namespace store
{
class Connection;
}

namespace store::searchindex
{

//! The marks; Chat is followed by the conversation's id.
enum class Mark : char16_t {
    Chat = 0xE000,
    Sent = 0xE001,
    Link = 0xE002, //!< has something one can open
    Unspaced = 0xE003, //!< has letters of a script without spaces between words (data::isUnspaced())
};

//! Tables and triggers, without a message in them.
[[nodiscard]] QStringList tables();
[[nodiscard]] QStringList triggers();
//! Puts all messages there are into new tables.
[[nodiscard]] QStringList fill();

//! Takes over what the triggers noted.
[[nodiscard]] Result<void> update(Connection &connection);

//! What FTS5 is asked for; empty if it cannot help. Whatever the terms are, this is no syntax error.
[[nodiscard]] QString expression(const SearchFilter &filter);
//! The place before which everything older than this time lies.
[[nodiscard]] qint64 placeOf(const QDateTime &time);

} // namespace store::searchindex
