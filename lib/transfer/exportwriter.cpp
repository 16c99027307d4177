// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportwriter.h"

#include "transfer/htmlwriter.h"
#include "transfer/jsonwriter.h"
#include "transfer/textwriter.h"

using namespace Qt::StringLiterals;
using data::ExportFormat;

namespace transfer
{

std::unique_ptr<ExportWriter> makeExportWriter(ExportFormat format, const QTimeZone &zone)
{
    switch (format) {
    case ExportFormat::Text: return std::make_unique<TextWriter>(zone);
    case ExportFormat::Html: return std::make_unique<HtmlWriter>(zone);
    case ExportFormat::Json: return std::make_unique<JsonWriter>();
    }
    Q_UNREACHABLE_RETURN({});
}

QString exportSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Text: return u".txt"_s;
    case ExportFormat::Html: return u".html"_s;
    case ExportFormat::Json: return u".json"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString senderName(const data::Message &message, const ExportedChat &chat)
{
    if (message.direction == data::Direction::Sent)
        return chat.ownName.isEmpty() ? chat.account.toString() : chat.ownName;
    if (chat.kind == data::ConversationKind::Group && !message.author.nick.isEmpty())
        return message.author.nick;
    return chat.name.isEmpty() ? chat.address.toString() : chat.name;
}

} // namespace transfer
