// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cachestore.h"

#include "store/connection.h"
#include "store/values.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

// Noting every use would write on every presence; to forget the oldest an hour is exact enough.
constexpr qint64 UseStep = 60 * 60 * 1000;

} // namespace

Task<Result<std::optional<Capabilities>>> CacheStore::capabilities(QString hash, QString ver) const
{
    return m_database->runCache([hash, ver, now = m_clock->now().toMSecsSinceEpoch()](Connection &connection) -> Result<std::optional<Capabilities>> {
        Statement statement(connection, u"SELECT id, info, verified, used FROM capabilities WHERE hash=? AND ver=?"_s);
        if (const auto done = statement.bind(toSql(hash)).bind(toSql(ver)).exec(); !done)
            return fail(done.error());
        if (!statement.next())
            return std::nullopt;
        const Capabilities found{hash, ver, statement.column(1).toByteArray(), statement.column(2).toBool()};
        if (now - statement.column(3).toLongLong() >= UseStep) {
            Statement use(connection, u"UPDATE capabilities SET used=? WHERE id=?"_s);
            if (const auto done = use.bind(now).bind(statement.column(0)).exec(); !done)
                return fail(done.error());
        }
        return found;
    });
}

Task<Result<void>> CacheStore::putCapabilities(Capabilities entry)
{
    return m_database->runCache([entry = std::move(entry), now = m_clock->now().toMSecsSinceEpoch()](Connection &connection) -> Result<void> {
        Statement put(connection,
            u"INSERT INTO capabilities (hash, ver, info, verified, used) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET info=excluded.info, verified=excluded.verified, used=excluded.used WHERE excluded.verified >= verified"_s);
        put.bind(toSql(entry.hash)).bind(toSql(entry.ver)).bind(toSql(entry.info)).bind(toSql(entry.verified));
        if (const auto done = put.bind(now).exec(); !done)
            return done;
        Statement prune(connection,
            u"DELETE FROM capabilities WHERE id IN (SELECT id FROM capabilities ORDER BY used, id LIMIT max(0, (SELECT count(*) FROM capabilities) - ?))"_s);
        return prune.bind(toSql(MaxCapabilities)).exec();
    });
}

Task<Result<QByteArray>> CacheStore::features(data::AccountId account, Jid domain) const
{
    return m_database->runCache([account, domain](Connection &connection) -> Result<QByteArray> {
        Statement statement(connection, u"SELECT info FROM features WHERE account=? AND address=?"_s);
        if (const auto done = statement.bind(toSql(account)).bind(toSql(domain)).exec(); !done)
            return fail(done.error());
        return statement.next() ? statement.column(0).toByteArray() : QByteArray();
    });
}

Task<Result<void>> CacheStore::putFeatures(data::AccountId account, Jid domain, QByteArray info)
{
    return m_database->runCache([account, domain, info, now = m_clock->now().toMSecsSinceEpoch()](Connection &connection) {
        Statement statement(connection, u"INSERT OR REPLACE INTO features (account, address, info, time) VALUES (?, ?, ?, ?)"_s);
        return statement.bind(toSql(account)).bind(toSql(domain)).bind(toSql(info)).bind(now).exec();
    });
}

} // namespace store
