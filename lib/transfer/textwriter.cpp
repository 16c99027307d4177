// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/textwriter.h"

#include "transfer/plaintext.h"

using namespace Qt::StringLiterals;

namespace transfer
{

QString TextWriter::timeOf(const QDateTime &time) const
{
    return time.toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QByteArray TextWriter::begin(const QDateTime &now)
{
    const QString zone = QString::fromUtf8(m_zone.id());
    return (tr("Exported from Palique on %1. Times are those of %2.").arg(timeOf(now), zone) + u"\n\n"_s).toUtf8();
}

QByteArray TextWriter::beginChat(const ExportedChat &chat)
{
    m_chat = chat;
    const QString title = oneLine(tr("Chat with %1 (%2)").arg(oneLine(chat.name), chat.address.toString()));
    return u"%1\n%2\n%3\n\n"_s.arg(title, oneLine(tr("Account: %1").arg(chat.account.toString())), QString(title.size(), u'=')).toUtf8();
}

QByteArray TextWriter::message(const data::Message &message)
{
    QString mark;
    if (message.edited.isValid())
        mark += u' ' + tr("(edited)");
    if (message.state == data::SendState::Failed)
        mark += u' ' + tr("(not sent)");
    const QString lines = linesOf(message.body).join(u"\n    "_s);
    return u"[%1] %2: "_s.arg(timeOf(message.time), oneLine(senderName(message, m_chat))).toUtf8() + lines.toUtf8() + mark.toUtf8() + '\n';
}

} // namespace transfer
