// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/span.h"
#include "store/connection.h"

// The rows of `spans`, for everything that runs on a store's thread.
namespace store
{

//! All of an archive, oldest first.
[[nodiscard]] Result<QList<data::ArchiveSpan>> readSpans(Connection &connection, data::AccountId account, const Jid &archive);
//! Inserts it if it has no id, which is filled in, else writes all of it.
[[nodiscard]] Result<void> saveSpan(Connection &connection, data::ArchiveSpan &span);
[[nodiscard]] Result<void> removeSpan(Connection &connection, data::SpanId id);

} // namespace store
