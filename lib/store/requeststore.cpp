// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/requeststore.h"

#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr qsizetype MaxText = 1000;

QString cut(const QString &text)
{
    if (text.size() <= MaxText)
        return text;
    return text.left(text[MaxText - 1].isHighSurrogate() ? MaxText - 1 : MaxText);
}

} // namespace

Task<Result<QList<data::ContactRequest>>> RequestStore::all(data::AccountId account) const
{
    return m_database->read([account](Connection &connection) {
        Statement statement(connection, selectSql<data::ContactRequest>() + u"WHERE account=? ORDER BY time, address"_s);
        statement.bind(toSql(account));
        return readRows<data::ContactRequest>(statement);
    });
}

Task<Result<void>> RequestStore::put(data::ContactRequest request)
{
    request.text = cut(request.text);
    return m_database->run([request = std::move(request)](Connection &connection) -> Result<void> {
        Statement statement(connection, insertSql<data::ContactRequest>() + u" ON CONFLICT DO UPDATE SET text=excluded.text"_s);
        bindRow(statement, request, Purpose::Insert);
        return statement.exec();
    });
}

Task<Result<void>> RequestStore::remove(data::AccountId account, Jid from)
{
    return m_database->run([account, from](Connection &connection) {
        return Statement(connection, u"DELETE FROM requests WHERE account=? AND address=?"_s).bind(toSql(account)).bind(toSql(from)).exec();
    });
}

} // namespace store
