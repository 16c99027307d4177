// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/search.h"
#include "store/database.h"

#include <QSet>

namespace store
{

//! Which messages are looked for, with the names of a query found out.
struct SearchFilter
{
    QList<data::SearchTerm> terms; //!< all must occur
    std::optional<QSet<data::ConversationId>> chats; //!< only in these
    QSet<data::ConversationId> without; //!< but not in these
    std::optional<data::Direction> direction;
    bool withLink = false;
    QDateTime from, until; //!< written at this time or later, and before this one; invalid: whenever
};

//! What messages say, found by words: an index that triggers keep, whoever writes the messages.
//!
//! Corrections are no messages of their own; what they corrected is found by its newest text alone.
class SearchStore final
{
public:
    explicit SearchStore(Database &database) : m_database(&database) { }

    //! At most `limit` hits below `from` (SearchPage::next of the page before; nothing: the newest), newest first. Looks at a bounded number of
    //! messages: a search that is given up costs no more than the page that is under way, and other readers get between two.
    [[nodiscard]] Task<Result<data::SearchPage>> page(SearchFilter filter, std::optional<qint64> from, int limit) const;

private:
    Database *m_database;
};

} // namespace store
