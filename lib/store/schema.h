// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace store
{
class Connection;
}

//! The steps of the schemas. A step that has been released is never changed again: write the next one.
namespace store::schema
{

//! `palique.db`, version 1.
[[nodiscard]] Result<void> createMain(Connection &connection);
//! `palique.db`, version 2: corrections (XEP-0308).
[[nodiscard]] Result<void> addCorrections(Connection &connection);
//! `palique.db`, version 4: what of an archive is here (XEP-0313), and room between messages for the rest.
[[nodiscard]] Result<void> addHistory(Connection &connection);
//! `palique.db`, version 3: whose messages were let in, and which show no styling (XEP-0393).
[[nodiscard]] Result<void> addAccepted(Connection &connection);
//! `palique.db`, version 5: an index over what messages say, with all that are there.
[[nodiscard]] Result<void> addSearch(Connection &connection);
//! `cache.db`, version 1.
[[nodiscard]] Result<void> createCache(Connection &connection);
//! `cache.db`, version 2: what people look like.
[[nodiscard]] Result<void> addFaces(Connection &connection);

} // namespace store::schema
