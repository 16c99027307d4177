// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/trace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace session
{

QByteArray masked(const QByteArray &xml)
{
    // Content of elements that carry secrets, also when the end tag has not come, and token attributes.
    static const QRegularExpression content(
        uR"((<(auth|response|challenge|success|initial-response|additional-data|password|token)\b[^<>]*>)[^<]+)"_s);
    static const QRegularExpression attribute(uR"((\s(?:token|value)=)(?:'[^']*'|"[^"]*"))"_s);
    QString text = QString::fromUtf8(xml);
    text.replace(content, u"\\1•••"_s);
    if (text.contains(u"<token"_s) || text.contains(u"urn:xmpp:fast:0"_s))
        text.replace(attribute, u"\\1'•••'"_s);
    return text.toUtf8();
}

void Trace::add(TraceEntry::Kind kind, const QByteArray &text, const QDateTime &when)
{
    const QByteArray safe = kind == TraceEntry::Kind::Note ? text : masked(text);
    m_entries.append({when, kind, safe.left(MaxBytes / 4)});
    m_bytes += m_entries.last().text.size();
    while (m_bytes > MaxBytes && m_entries.size() > 1) {
        m_bytes -= m_entries.first().text.size();
        m_entries.removeFirst();
    }
}

} // namespace session
