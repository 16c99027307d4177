// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversationrow.h"

#include "store/rows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr qsizetype PreviewLength = 200;

//! The first line that says something, cut where no character is halved.
QString previewOf(const QString &body)
{
    QStringView text = QStringView(body).trimmed();
    qsizetype end = 0;
    while (end < text.size() && end < PreviewLength && text[end] != u'\n' && text[end] != u'\r' && text[end] != QChar::LineSeparator && text[end] != QChar::ParagraphSeparator)
        ++end;
    if (end > 0 && end < text.size() && text[end - 1].isHighSurrogate())
        --end;
    return text.first(end).trimmed().toString();
}

FoundConversation findOne(Statement &statement)
{
    const auto rows = readRows<ConversationRow>(statement);
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return std::nullopt;
    return rows->first();
}

} // namespace

bool ConversationRow::add(const data::Message &message, Seen seen)
{
    const auto place = std::pair(message.order, message.id);
    if (!value.lastMessage || place > std::pair(lastOrder, value.lastMessage)) {
        lastOrder = message.order;
        tell(message);
        value.hidden = false;
    }
    value.accepted |= message.direction == data::Direction::Sent;
    if (seen == Seen::Yes)
        return readUpTo(message.id, message.order);
    if (message.direction == data::Direction::Received && (!value.readUpTo || place > std::pair(readOrder, value.readUpTo)))
        ++value.unread;
    return false;
}

bool ConversationRow::readUpTo(data::MessageId message, qint64 order)
{
    if (value.readUpTo && std::pair(order, message) <= std::pair(readOrder, value.readUpTo))
        return false;
    value.readUpTo = message;
    readOrder = order;
    return true;
}

void ConversationRow::tell(const data::Message &message)
{
    value.lastMessage = message.id;
    value.lastActivity = message.time;
    value.preview = previewOf(message.body);
    value.previewOwn = message.direction == data::Direction::Sent;
}

void ConversationRow::correct(data::MessageId message, const QString &body)
{
    if (value.lastMessage == message)
        value.preview = previewOf(body);
}

FoundConversation findConversation(Connection &connection, data::ConversationId id)
{
    static const QString sql = selectSql<ConversationRow>() + u"WHERE id=?"_s;
    Statement statement(connection, sql);
    statement.bind(toSql(id));
    return findOne(statement);
}

FoundConversation findConversation(Connection &connection, const ConversationKey &key)
{
    static const QString sql = selectSql<ConversationRow>() + u"WHERE account=? AND address=? AND kind=?"_s;
    Statement statement(connection, sql);
    statement.bind(toSql(key.account)).bind(toSql(key.rowAddress())).bind(toSql(key.kind));
    return findOne(statement);
}

Result<ConversationRow> makeConversation(Connection &connection, const ConversationKey &key)
{
    if (key.address.isEmpty())
        return fail(Error::invalid(QCoreApplication::translate("store::Database", "A chat needs an address.")));
    ConversationRow row;
    row.value.account = key.account;
    row.value.address = key.rowAddress();
    row.value.kind = key.kind;
    static const QString sql = insertSql<ConversationRow>();
    Statement statement(connection, sql);
    bindRow(statement, row, Purpose::Insert);
    if (const auto done = statement.exec(); !done)
        return fail(done.error());
    row.value.id = {connection.lastInsertId()};
    return row;
}

Result<void> removeConversation(Connection &connection, data::ConversationId id)
{
    return Statement(connection, u"DELETE FROM conversations WHERE id=?"_s).bind(toSql(id)).exec();
}

Result<void> saveSummary(Connection &connection, const ConversationRow &row)
{
    Statement statement(connection,
        u"UPDATE conversations SET last_time=?, last_message=?, last_position=?, preview=?, preview_own=?, read_message=?, read_position=?, unread=?, hidden=?, accepted=? WHERE id=?"_s);
    const data::Conversation &value = row.value;
    statement.bind(toSql(value.lastActivity)).bind(toSql(value.lastMessage)).bind(toSql(row.lastOrder));
    statement.bind(toSql(value.preview)).bind(toSql(value.previewOwn));
    statement.bind(toSql(value.readUpTo)).bind(toSql(row.readOrder)).bind(toSql(value.unread)).bind(toSql(value.hidden));
    return statement.bind(toSql(value.accepted)).bind(toSql(value.id)).exec();
}

Result<void> resumeSummary(Connection &connection, ConversationRow &row)
{
    static const QString sql = selectSql<data::Message>() + u"WHERE conversation=? AND amends IS NULL ORDER BY position DESC, id DESC LIMIT 1"_s;
    Statement statement(connection, sql);
    statement.bind(toSql(row.value.id));
    const auto newest = readRows<data::Message>(statement);
    if (!newest)
        return fail(newest.error());
    row.value.lastMessage = {};
    row.value.preview.clear();
    if (!newest->isEmpty()) {
        row.lastOrder = newest->first().order;
        row.tell(newest->first());
    }
    return recountUnread(connection, row);
}

Result<void> recountUnread(Connection &connection, ConversationRow &row)
{
    Statement count(connection,
        u"SELECT count(*) FROM messages WHERE conversation=? AND amends IS NULL AND (position, id) > (?, ?) AND direction=0"_s);
    count.bind(toSql(row.value.id)).bind(toSql(row.readOrder)).bind(row.value.readUpTo.value);
    if (const auto done = count.exec(); !done)
        return done;
    row.value.unread = count.next() ? count.column(0).toInt() : 0;
    return Statement(connection, u"UPDATE conversations SET unread=? WHERE id=?"_s).bind(toSql(row.value.unread)).bind(toSql(row.value.id)).exec();
}

} // namespace store
