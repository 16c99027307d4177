// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/conversation.h"
#include "data/message.h"
#include "data/transfer.h"

#include <QTimeZone>

#include <memory>

namespace transfer
{

//! The chat that follows in an export.
struct ExportedChat
{
    Jid account;
    Jid address;
    data::ConversationKind kind = data::ConversationKind::Chat;
    QString name; //!< what its window is called
    QString ownName; //!< of whoever exports
};

//! Turns chats into one format, piece by piece: begin, then each chat with its messages, then end. Everything is UTF-8.
class ExportWriter
{
public:
    ExportWriter() = default;
    ExportWriter(const ExportWriter &) = delete;
    ExportWriter &operator=(const ExportWriter &) = delete;
    virtual ~ExportWriter() = default;

    [[nodiscard]] virtual QByteArray begin(const QDateTime &now) = 0;
    [[nodiscard]] virtual QByteArray beginChat(const ExportedChat &chat) = 0;
    //! A message of the chat begun last; oldest first.
    [[nodiscard]] virtual QByteArray message(const data::Message &message) = 0;
    [[nodiscard]] virtual QByteArray endChat() = 0;
    [[nodiscard]] virtual QByteArray end() = 0;
};

//! `zone` is what times are shown in to people; JSON always has UTC.
[[nodiscard]] std::unique_ptr<ExportWriter> makeExportWriter(data::ExportFormat format, const QTimeZone &zone);

//! The file name's end, with the dot.
[[nodiscard]] QString exportSuffix(data::ExportFormat format);

//! Who wrote it, for people.
[[nodiscard]] QString senderName(const data::Message &message, const ExportedChat &chat);

} // namespace transfer
