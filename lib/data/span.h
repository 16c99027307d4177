// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QDateTime>
#include <QString>

namespace data
{

using SpanId = RowId<struct SpanTag>;

//! A stretch of an archive of which everything is here (XEP-0313): between two spans something is missing.
struct ArchiveSpan
{
    SpanId id;
    AccountId account;
    Jid archive; //!< whose: our own account's
    QString firstId, lastId; //!< archive ids, both included
    qint64 firstOrder = 0, lastOrder = 0; //!< where it lies among the messages (Message::order)
    QDateTime firstTime; //!< UTC: of the oldest message in it
    bool reachesStart = false; //!< nothing older is in the archive

    friend bool operator==(const ArchiveSpan &, const ArchiveSpan &) = default;
};

} // namespace data
