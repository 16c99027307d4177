// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spans.h"

#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace store
{

Result<QList<data::ArchiveSpan>> readSpans(Connection &connection, data::AccountId account, const Jid &archive)
{
    Statement statement(connection, selectSql<data::ArchiveSpan>() + u"WHERE account=? AND archive=? ORDER BY last_position"_s);
    statement.bind(toSql(account)).bind(toSql(archive));
    return readRows<data::ArchiveSpan>(statement);
}

Result<void> saveSpan(Connection &connection, data::ArchiveSpan &span)
{
    Statement statement(connection, span.id ? updateSql<data::ArchiveSpan>() + u"WHERE id=?"_s : insertSql<data::ArchiveSpan>());
    bindRow(statement, span, span.id ? Purpose::Update : Purpose::Insert);
    if (span.id)
        statement.bind(toSql(span.id));
    if (const auto done = statement.exec(); !done)
        return done;
    if (!span.id)
        span.id = {connection.lastInsertId()};
    return {};
}

Result<void> removeSpan(Connection &connection, data::SpanId id)
{
    return Statement(connection, u"DELETE FROM spans WHERE id=?"_s).bind(toSql(id)).exec();
}

} // namespace store
