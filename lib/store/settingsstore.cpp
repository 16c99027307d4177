// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settingsstore.h"

#include "store/connection.h"
#include "store/values.h"

using namespace Qt::StringLiterals;

namespace store
{

Task<Result<QHash<QString, QString>>> SettingsStore::all(data::AccountId account) const
{
    return m_database->read([account](Connection &connection) -> Result<QHash<QString, QString>> {
        Statement statement(connection, u"SELECT key, value FROM settings WHERE account=?"_s);
        if (const auto done = statement.bind(account.value).exec(); !done)
            return fail(done.error());
        QHash<QString, QString> result;
        while (statement.next())
            result.insert(statement.column(0).toString(), statement.column(1).toString());
        return statement.ended().transform([&] { return std::move(result); });
    });
}

Task<Result<QString>> SettingsStore::value(QString key, data::AccountId account) const
{
    return m_database->read([key, account](Connection &connection) -> Result<QString> {
        Statement statement(connection, u"SELECT value FROM settings WHERE account=? AND key=?"_s);
        if (const auto done = statement.bind(account.value).bind(toSql(key)).exec(); !done)
            return fail(done.error());
        return statement.next() ? statement.column(0).toString() : QString();
    });
}

Task<Result<void>> SettingsStore::set(QString key, QString value, data::AccountId account)
{
    return m_database->run([key, value, account](Connection &connection) -> Result<void> {
        if (value.isNull())
            return Statement(connection, u"DELETE FROM settings WHERE account=? AND key=?"_s).bind(account.value).bind(toSql(key)).exec();
        Statement statement(connection, u"INSERT OR REPLACE INTO settings (account, key, value) VALUES (?, ?, ?)"_s);
        return statement.bind(account.value).bind(toSql(key)).bind(toSql(value)).exec();
    });
}

} // namespace store
