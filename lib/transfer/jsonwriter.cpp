// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using data::Direction;
using data::SendState;

namespace transfer
{

namespace
{

QString timeOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! The object without its last brace: something follows in it.
QByteArray opened(const QJsonObject &object)
{
    QByteArray text = compact(object);
    text.chop(1);
    return text;
}

QString kindOf(data::ConversationKind kind)
{
    switch (kind) {
    case data::ConversationKind::Chat: return u"chat"_s;
    case data::ConversationKind::Group: return u"group"_s;
    case data::ConversationKind::PrivateInGroup: return u"private"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString stateOf(const data::Message &message)
{
    if (message.direction == Direction::Received)
        return u"received"_s;
    switch (message.state) {
    case SendState::Queued:
    case SendState::Written: return u"sending"_s;
    case SendState::Failed: return u"failed"_s;
    case SendState::Acknowledged: return message.displayed ? u"read"_s : message.delivered ? u"delivered"_s : u"sent"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QByteArray JsonWriter::begin(const QDateTime &now)
{
    return opened({{u"format"_s, u"palique-export"_s}, {u"version"_s, Version}, {u"exported"_s, timeOf(now)}}) + ",\"chats\":[";
}

QByteArray JsonWriter::beginChat(const ExportedChat &chat)
{
    m_chat = chat;
    m_anyMessage = false;
    const QByteArray comma = std::exchange(m_anyChat, true) ? ",\n" : "\n";
    return comma + opened({{u"account"_s, chat.account.toString()}, {u"chat"_s, chat.address.toString()}, {u"kind"_s, kindOf(chat.kind)}, {u"name"_s, chat.name}}) + ",\"messages\":[";
}

QByteArray JsonWriter::message(const data::Message &message)
{
    const bool sent = message.direction == Direction::Sent;
    const Jid &author = message.author.address;
    QJsonObject object{{u"id"_s, message.id.value}, {u"time"_s, timeOf(message.time)}, {u"direction"_s, sent ? u"sent"_s : u"received"_s},
        {u"sender"_s, (sent ? m_chat.account : author.isEmpty() ? m_chat.address : author).toString()}, {u"senderName"_s, senderName(message, m_chat)},
        {u"text"_s, message.body}, {u"state"_s, stateOf(message)}, {u"corrected"_s, message.edited.isValid()}};
    if (message.edited.isValid()) {
        object.insert(u"correctedTime"_s, timeOf(message.edited));
        object.insert(u"firstText"_s, message.firstBody);
    }
    for (const auto &[name, id] : {std::pair{u"stanzaId"_s, message.stanzaIdAttribute}, {u"originId"_s, message.originId}, {u"archiveId"_s, message.archiveId}}) {
        if (!id.isEmpty())
            object.insert(name, id);
    }
    return QByteArray(std::exchange(m_anyMessage, true) ? ",\n" : "\n") + compact(object);
}

} // namespace transfer
