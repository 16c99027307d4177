// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accountstore.h"

#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

Task<Result<QList<data::Account>>> AccountStore::all() const
{
    return m_database->read([](Connection &connection) {
        Statement statement(connection, selectSql<data::Account>() + u"ORDER BY id"_s);
        return readRows<data::Account>(statement);
    });
}

Task<Result<data::Account>> AccountStore::insert(data::Account account)
{
    return m_database->run([account = std::move(account)](Connection &connection) mutable -> Result<data::Account> {
        Statement statement(connection, insertSql<data::Account>());
        bindRow(statement, account, Purpose::Insert);
        if (const auto done = statement.exec(); !done)
            return fail(done.error());
        account.id = {connection.lastInsertId()};
        return std::move(account);
    });
}

Task<Result<void>> AccountStore::update(data::Account account)
{
    return m_database->run([account = std::move(account)](Connection &connection) -> Result<void> {
        Statement statement(connection, updateSql<data::Account>() + u"WHERE id=?"_s);
        bindRow(statement, account, Purpose::Update);
        if (const auto done = statement.bind(toSql(account.id)).exec(); !done)
            return done;
        return connection.changes() == 0 ? fail(notFound()) : Result<void>();
    });
}

Task<Result<void>> AccountStore::remove(data::AccountId account)
{
    m_database->runCache([account](Connection &connection) {
        return Statement(connection, u"DELETE FROM features WHERE account=?"_s).bind(toSql(account)).exec();
    }).detach();
    return m_database->run([account](Connection &connection) {
        return Statement(connection, u"DELETE FROM accounts WHERE id=?"_s).bind(toSql(account)).exec();
    });
}

} // namespace store
