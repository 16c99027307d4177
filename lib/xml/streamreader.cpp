// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/streamreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xml
{

static QString tr(const char *text) { return QCoreApplication::translate("xml::StreamReader", text); }

StreamReader::StreamReader(ElementLimits limits, qsizetype maxElementBytes) : m_builder(limits), m_maxElementBytes(maxElementBytes)
{
}

//! How many of these bytes come before one that UTF-8 does not begin with; all of them, as a rule.
qsizetype StreamReader::beforeForeignEncoding(const QByteArray &bytes)
{
    // UTF-16 and UTF-32 start with a byte order mark or have a zero among the first bytes; RFC 6120 11.6 allows UTF-8 only.
    constexpr qsizetype Telling = 4;
    for (qsizetype i = 0; i < bytes.size() && m_begun < Telling; ++i, ++m_begun) {
        const bool mark = m_begun == 0 && (bytes[i] == '\xfe' || bytes[i] == '\xff');
        if (mark || bytes[i] == '\0')
            return i;
    }
    return bytes.size();
}

//! How many bytes at the end are the beginning of one character.
static qsizetype incompleteTail(const QByteArray &bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto c = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (c < 0x80)
            return 0;
        if (c >= 0xc0) {
            const qsizetype needs = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
            return back < needs ? back : 0;
        }
    }
    return 0;
}

//! How many bytes from the start are whole characters; for bytes that are not UTF-8 to the end.
static qsizetype validPart(const QByteArray &bytes)
{
    qsizetype at = 0;
    for (qsizetype size = 0; at < bytes.size(); at += size) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        size = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
        if (!QUtf8StringView(bytes.mid(at, size)).isValidUtf8())
            return at;
    }
    return at;
}

void StreamReader::feed(const QByteArray &bytes)
{
    if (m_end || m_badBytes || bytes.isEmpty())
        return;
    const qsizetype fine = beforeForeignEncoding(bytes);
    if (fine < bytes.size())
        m_badBytes = Bad{u"unsupported-encoding"_s, tr("The server does not speak UTF-8.")};
    m_bytes += fine;
    // QXmlStreamReader overlooks some bad UTF-8 that is cut by a read, so only whole and checked characters reach it.
    QByteArray whole = m_cutCharacter.isEmpty() ? bytes.left(fine) : m_cutCharacter + bytes.left(fine);
    const qsizetype cut = incompleteTail(whole);
    m_cutCharacter = whole.last(cut);
    if (cut > 0)
        whole.chop(cut);
    if (!QUtf8StringView(whole).isValidUtf8()) {
        whole.truncate(validPart(whole));
        m_badBytes = Bad{u"not-well-formed"_s, tr("The server sent text that is not valid UTF-8.")};
    }
    m_reader.addData(whole);
}

StreamReader::Event StreamReader::bad(QString condition, QString text)
{
    Event event = Bad{std::move(condition), std::move(text)};
    m_end = event;
    return event;
}

StreamReader::Event StreamReader::next()
{
    if (m_end)
        return *m_end;
    for (;;) {
        const QXmlStreamReader::TokenType token = m_reader.readNext();
        if (token == QXmlStreamReader::Invalid) {
            if (m_reader.error() != QXmlStreamReader::PrematureEndOfDocumentError)
                return bad(u"not-well-formed"_s, tr("The server sent XML that cannot be read: %1").arg(m_reader.errorString()));
            if (m_bytes > m_maxElementBytes)
                return bad(u"policy-violation"_s, tr("The server sent an element that is too large."));
            if (m_badBytes)
                return bad(m_badBytes->condition, m_badBytes->text);
            return NeedMore();
        }
        if (auto event = take(token)) {
            if (!std::holds_alternative<NeedMore>(*event))
                m_bytes = 0;
            return std::move(*event);
        }
    }
}

std::optional<StreamReader::Event> StreamReader::take(QXmlStreamReader::TokenType token)
{
    switch (token) {
    case QXmlStreamReader::StartDocument: {
        const QStringView encoding = m_reader.documentEncoding();
        if (!encoding.isEmpty() && encoding.compare(u"utf-8", Qt::CaseInsensitive) != 0)
            return bad(u"unsupported-encoding"_s, tr("The server does not speak UTF-8."));
        return std::nullopt;
    }
    case QXmlStreamReader::StartElement:
        if (!m_opened)
            return open();
        if (!m_builder.start(m_reader))
            return bad(u"policy-violation"_s, tr("The server sent an element that is too deep or has too many parts."));
        return std::nullopt;
    case QXmlStreamReader::EndElement:
        if (m_builder.depth() == 0) {
            m_end = Closed();
            return m_end;
        }
        if (auto element = m_builder.end())
            return std::move(*element);
        return std::nullopt;
    case QXmlStreamReader::Characters:
        if (m_builder.depth() > 0) {
            if (!m_builder.text(m_reader.text()))
                return bad(u"policy-violation"_s, tr("The server sent an element that is too deep or has too many parts."));
        } else if (!m_reader.isWhitespace()) {
            return bad(u"bad-format"_s, tr("The server sent text between two elements."));
        } else {
            m_bytes = 0; // keep-alive white space is no element
        }
        return std::nullopt;
    case QXmlStreamReader::EndDocument:
        m_end = Closed();
        return m_end;
    default: // DTD, comment, processing instruction, entity reference
        return bad(u"restricted-xml"_s, tr("The server sent a kind of XML that is not allowed here."));
    }
}

std::optional<StreamReader::Event> StreamReader::open()
{
    if (m_reader.namespaceUri() != u"http://etherx.jabber.org/streams")
        return bad(u"invalid-namespace"_s, tr("The server does not speak XMPP."));
    if (m_reader.name() != u"stream")
        return bad(u"bad-format"_s, tr("The server does not speak XMPP."));
    m_opened = true;
    const QXmlStreamAttributes attributes = m_reader.attributes();
    const auto value = [&attributes](QStringView name) { return attributes.value(name).toString(); };
    return Opened{{value(u"from"), value(u"to"), value(u"id"), value(u"version"),
        attributes.value(u"http://www.w3.org/XML/1998/namespace", u"lang").toString()}};
}

} // namespace xml
