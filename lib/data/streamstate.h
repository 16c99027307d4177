// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace data
{

//! Which of our messages went as which stanza of a managed stream (XEP-0198).
struct LedgerEntry
{
    quint32 sequence = 0; //!< the stanza's number, counted from 1, modulo 2^32
    MessageId message;

    friend bool operator==(const LedgerEntry &, const LedgerEntry &) = default;
};

//! What resuming a stream after a crash needs; commits together with the stanzas it counts.
struct StreamState
{
    AccountId account;
    QString id; //!< SM-ID; empty: cannot be resumed
    Jid boundAddress; //!< full
    QString location; //!< where the server prefers to be met again, "host:port" or empty
    quint32 handled = 0; //!< h: stanzas of theirs that are committed here
    quint32 sent = 0; //!< stanzas of ours since <enabled/>
    quint32 acknowledged = 0; //!< the last h they told us
    QDateTime lastAlive; //!< UTC
    int maxSeconds = 0; //!< how long the server keeps the stream; 0: unknown
    QList<LedgerEntry> ledger;

    friend bool operator==(const StreamState &, const StreamState &) = default;
};

} // namespace data
