// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.h"

#include "store/messagerow.h"
#include "store/rows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace store
{

Result<std::optional<data::StreamState>> loadStream(Connection &connection, data::AccountId account)
{
    static const QString sql = selectSql<data::StreamState>() + u"WHERE account=?"_s;
    Statement stream(connection, sql);
    stream.bind(toSql(account));
    auto found = readRows<data::StreamState>(stream);
    if (!found)
        return fail(found.error());
    if (found->isEmpty())
        return std::nullopt;
    data::StreamState state = std::move(found->first());

    Statement ledger(connection, u"SELECT sequence, message FROM ledger WHERE account=? ORDER BY id"_s);
    ledger.bind(toSql(account));
    if (const auto done = ledger.exec(); !done)
        return fail(done.error());
    while (ledger.next())
        state.ledger << data::LedgerEntry{ledger.column(0).toUInt(), {ledger.column(1).toLongLong()}};
    if (const auto done = ledger.ended(); !done)
        return fail(done.error());
    return state;
}

Result<void> saveStream(Connection &connection, const data::StreamState &state)
{
    // The ledger of the stream before goes with its row.
    if (const auto done = Statement(connection, u"DELETE FROM streams WHERE account=?"_s).bind(toSql(state.account)).exec(); !done)
        return done;
    static const QString sql = insertSql<data::StreamState>();
    Statement statement(connection, sql);
    bindRow(statement, state, Purpose::Insert);
    if (const auto done = statement.exec(); !done)
        return done;
    return appendLedger(connection, state.account, state.ledger, state.sent);
}

Result<void> appendLedger(Connection &connection, data::AccountId account, const QList<data::LedgerEntry> &entries, quint32 sent)
{
    Statement update(connection, u"UPDATE streams SET sent=? WHERE account=?"_s);
    if (const auto done = update.bind(toSql(sent)).bind(toSql(account)).exec(); !done)
        return done;
    if (connection.changes() == 0)
        return {};
    Statement insert(connection, u"INSERT INTO ledger (account, sequence, message) VALUES (?, ?, ?)"_s);
    for (const data::LedgerEntry &entry : entries) {
        if (const auto done = insert.bind(toSql(account)).bind(toSql(entry.sequence)).bind(toSql(entry.message)).exec(); !done)
            return done;
    }
    return {};
}

Result<QList<data::MessageId>> settleLedger(Connection &connection, data::AccountId account, quint32 h)
{
    const auto state = loadStream(connection, account);
    if (!state)
        return fail(state.error());
    if (!*state)
        return fail(notFound());
    const quint32 last = (*state)->acknowledged;
    const quint32 count = h - last; // modulo 2^32, as the counters are
    if (count >= 0x8000'0000u)
        return fail(Error::protocol(QCoreApplication::translate("store::Database", "The server's count of our messages went backwards.")));

    QList<data::MessageId> changed;
    for (const data::LedgerEntry &entry : (*state)->ledger) {
        if (quint32(entry.sequence - last - 1) >= count)
            continue;
        const auto done = changeState(connection, entry.message, data::SendState::Acknowledged);
        if (!done)
            return fail(done.error());
        if (*done)
            changed << entry.message;
        Statement remove(connection, u"DELETE FROM ledger WHERE account=? AND sequence=?"_s);
        if (const auto removed = remove.bind(toSql(account)).bind(toSql(entry.sequence)).exec(); !removed)
            return fail(removed.error());
    }
    Statement update(connection, u"UPDATE streams SET acknowledged=? WHERE account=?"_s);
    if (const auto done = update.bind(toSql(h)).bind(toSql(account)).exec(); !done)
        return fail(done.error());
    return changed;
}

} // namespace store
