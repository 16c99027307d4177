// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "store/connection.h"
#include "store/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr std::array mainSteps{
    Migration{1, &schema::createMain},
    Migration{2, &schema::addCorrections},
    Migration{3, &schema::addAccepted},
    Migration{4, &schema::addHistory},
    Migration{5, &schema::addSearch},
};
static_assert(rising(mainSteps));

constexpr std::array cacheSteps{
    Migration{1, &schema::createCache},
    Migration{2, &schema::addFaces},
};
static_assert(rising(cacheSteps));

Result<void> applyAll(Connection &connection, int from, std::span<const Migration> migrations)
{
    for (const Migration &migration : migrations) {
        if (migration.version <= from)
            continue;
        if (const auto done = migration.apply(connection); !done)
            return done;
        if (const auto done = connection.execute(u"PRAGMA user_version=%1"_s.arg(migration.version)); !done)
            return done;
    }
    return {};
}

} // namespace

std::span<const Migration> mainMigrations()
{
    return mainSteps;
}

std::span<const Migration> cacheMigrations()
{
    return cacheSteps;
}

Result<void> migrate(Connection &connection, int from, std::span<const Migration> migrations)
{
    if (migrations.empty() || migrations.back().version <= from)
        return {};
    if (const auto begun = connection.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    auto done = applyAll(connection, from, migrations).and_then([&] { return connection.execute(u"COMMIT"_s); });
    if (!done)
        connection.rollBack();
    return done;
}

} // namespace store
