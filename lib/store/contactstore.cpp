// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contactstore.h"

#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

Result<void> put(Connection &connection, const data::Contact &contact)
{
    static const QString sql = insertSql<data::Contact>("INSERT OR REPLACE"_L1);
    Statement statement(connection, sql);
    bindRow(statement, contact, Purpose::Insert);
    return statement.exec();
}

Result<void> setVersion(Connection &connection, data::AccountId account, const QString &version)
{
    return Statement(connection, u"UPDATE accounts SET roster_version=? WHERE id=?"_s).bind(QVariant(version)).bind(toSql(account)).exec();
}

//! After one pushed change: a server without versions sends none.
Result<void> moveVersion(Connection &connection, data::AccountId account, const QString &version)
{
    return version.isNull() ? Result<void>() : setVersion(connection, account, version);
}

} // namespace

Task<Result<QList<data::Contact>>> ContactStore::all(data::AccountId account) const
{
    return m_database->read([account](Connection &connection) {
        Statement statement(connection, selectSql<data::Contact>() + u"WHERE account=? ORDER BY address"_s);
        statement.bind(toSql(account));
        return readRows<data::Contact>(statement);
    });
}

Task<Result<void>> ContactStore::replaceAll(data::AccountId account, QList<data::Contact> contacts, QString version)
{
    return m_database->run([account, contacts = std::move(contacts), version](Connection &connection) -> Result<void> {
        if (const auto done = Statement(connection, u"DELETE FROM contacts WHERE account=?"_s).bind(toSql(account)).exec(); !done)
            return done;
        for (data::Contact contact : contacts) {
            contact.account = account;
            // One broken contact must not cost the list.
            if (const auto done = put(connection, contact); !done && !isRowError(done.error()))
                return done;
        }
        return setVersion(connection, account, version);
    });
}

Task<Result<void>> ContactStore::upsert(data::Contact contact, QString version)
{
    return m_database->run([contact = std::move(contact), version](Connection &connection) -> Result<void> {
        return put(connection, contact).and_then([&] { return moveVersion(connection, contact.account, version); });
    });
}

Task<Result<void>> ContactStore::remove(data::AccountId account, Jid address, QString version)
{
    return m_database->run([account, address, version](Connection &connection) -> Result<void> {
        Statement statement(connection, u"DELETE FROM contacts WHERE account=? AND address=?"_s);
        return statement.bind(toSql(account)).bind(toSql(address)).exec().and_then([&] { return moveVersion(connection, account, version); });
    });
}

} // namespace store
