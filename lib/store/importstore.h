// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changes.h"
#include "store/database.h"

#include <QSet>

namespace store
{

//! Takes in what another program kept: old messages, each at its time, read, none of them twice.
class ImportStore final
{
public:
    struct Imported
    {
        Changes changes; //!< of Age::Old
        qint64 known = 0; //!< were here already
        QSet<data::MessageId> matched; //!< rows that are one of the messages of this import
    };

    explicit ImportStore(Database &database) : m_database(&database) { }

    //! Commits a page. A message is known if one of its ids is (MessageStore::commitIncoming), or if the chat has the same text in the
    //! same direction within five seconds; each row there is only ever one of the imported, so `matched` is handed on from page
    //! to page. A new chat is nobody's request. In the background: a person's own messages go first.
    [[nodiscard]] Task<Result<Imported>> commit(QList<IncomingMessage> messages, QSet<data::MessageId> matched);

private:
    Database *m_database;
};

} // namespace store
