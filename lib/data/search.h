// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/message.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace data
{

//! Words that follow each other, whatever their case and accents.
struct SearchTerm
{
    QString text;
    bool prefix = false; //!< the last word may go on

    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

//! What somebody looks for in messages: all of it must be true of one.
struct SearchQuery
{
    QList<SearchTerm> terms;
    QStringList from, in; //!< names or parts of them, as typed: of who wrote, of the chat
    bool fromMe = false;
    bool withLink = false;
    QDate after; //!< written on this day or later; invalid: whenever
    QDate before; //!< written before this day began

    //! Whether nothing is looked for.
    [[nodiscard]] bool isEmpty() const { return *this == SearchQuery(); }
    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

//! A message that was found.
struct SearchHit
{
    MessageId message;
    ConversationId conversation;
    Direction direction = Direction::Received;
    Author author;
    QDateTime time; //!< UTC
    QString snippet; //!< one line of the body around the first words found, "…" where it was cut
    qint64 place = 0; //!< sort key over all chats; the newest is the highest

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

//! Some of what was found, newest first.
struct SearchPage
{
    QList<SearchHit> hits;
    std::optional<qint64> next; //!< from where on there may be more, even behind an empty page; nothing: this was the end
};

} // namespace data
