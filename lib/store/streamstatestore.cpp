// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/streamstatestore.h"

#include "store/committer.h"
#include "store/ledger.h"
#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

Result<QList<data::Message>> stillWritten(Connection &connection, data::AccountId account)
{
    static const QString sql = selectMessagesSql() + u"JOIN ledger l ON l.message=m.id WHERE l.account=? AND m.state=1 ORDER BY l.id"_s;
    Statement statement(connection, sql);
    statement.bind(toSql(account));
    return readMessages(statement);
}

} // namespace

Task<Result<std::optional<data::StreamState>>> StreamStateStore::load(data::AccountId account) const
{
    return m_database->read([account](Connection &connection) { return loadStream(connection, account); });
}

Task<Result<void>> StreamStateStore::save(data::StreamState state)
{
    return m_database->run([state = std::move(state)](Connection &connection) { return saveStream(connection, state); }, Priority::Outbox);
}

Task<Result<void>> StreamStateStore::clear(data::AccountId account)
{
    return m_database->run([account](Connection &connection) { return Statement(connection, u"DELETE FROM streams WHERE account=?"_s).bind(toSql(account)).exec(); },
        Priority::Outbox);
}

Task<Result<StreamStateStore::Resolved>> StreamStateStore::resolve(data::AccountId account, quint32 h)
{
    return m_database->run(
        [account, h](Connection &connection) -> Result<Resolved> {
            auto changes = Committer(connection).acknowledge(account, h);
            if (!changes)
                return fail(changes.error());
            auto rest = stillWritten(connection, account);
            if (!rest)
                return fail(rest.error());
            return Resolved{std::move(*changes), std::move(*rest)};
        },
        Priority::Outbox);
}

} // namespace store
