// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <span>

namespace store
{

class Connection;

//! One step of a schema: from the version before to `version`.
struct Migration
{
    int version = 0;
    Result<void> (*apply)(Connection &) = nullptr;
};

//! Whether versions start above 0 and rise; a list that does not is refused by the compiler.
[[nodiscard]] constexpr bool rising(std::span<const Migration> migrations)
{
    int last = 0;
    for (const Migration &migration : migrations) {
        if (migration.version <= last)
            return false;
        last = migration.version;
    }
    return true;
}

//! The schema of `palique.db`, step by step.
[[nodiscard]] std::span<const Migration> mainMigrations();
//! The schema of `cache.db`; a change there may as well start it anew.
[[nodiscard]] std::span<const Migration> cacheMigrations();

//! Brings `connection` from version `from` to the last of `migrations` in one transaction.
[[nodiscard]] Result<void> migrate(Connection &connection, int from, std::span<const Migration> migrations);

} // namespace store
