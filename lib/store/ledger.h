// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/streamstate.h"
#include "store/connection.h"

#include <optional>

// The rows of `streams` and `ledger`, for everything that runs on a store's thread.
namespace store
{

[[nodiscard]] Result<std::optional<data::StreamState>> loadStream(Connection &connection, data::AccountId account);
[[nodiscard]] Result<void> saveStream(Connection &connection, const data::StreamState &state);
//! Appends to the ledger; an account whose stream is not managed keeps none, which is fine.
[[nodiscard]] Result<void> appendLedger(Connection &connection, data::AccountId account, const QList<data::LedgerEntry> &entries, quint32 sent);
//! Takes the entries up to h out of the ledger and answers the messages that became Acknowledged by it.
[[nodiscard]] Result<QList<data::MessageId>> settleLedger(Connection &connection, data::AccountId account, quint32 h);

} // namespace store
