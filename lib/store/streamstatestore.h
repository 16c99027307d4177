// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/streamstate.h"
#include "store/changes.h"

namespace store
{

//! What resuming a stream after a crash needs (XEP-0198); one row an account.
class StreamStateStore final
{
public:
    //! What `<resumed h=…/>` (or `<failed h=…/>`) means for our messages.
    struct Resolved
    {
        Changes changes; //!< rows up to h, Acknowledged now
        QList<data::Message> unacknowledged; //!< rows of the ledger beyond h, still Written, in the order they were sent
    };

    explicit StreamStateStore(Database &database) : m_database(&database) { }

    //! The state with its ledger; nothing if there is no stream to resume.
    [[nodiscard]] Task<Result<std::optional<data::StreamState>>> load(data::AccountId account) const;
    //! A new stream begins: replaces the state and the ledger.
    [[nodiscard]] Task<Result<void>> save(data::StreamState state);
    //! The stream can never be resumed: forgets state and ledger; its Written rows stay Written.
    [[nodiscard]] Task<Result<void>> clear(data::AccountId account);
    //! Settles the ledger by the server's h. ErrorKind::Protocol, and no change, if h is below the last one.
    [[nodiscard]] Task<Result<Resolved>> resolve(data::AccountId account, quint32 h);

private:
    Database *m_database;
};

} // namespace store
