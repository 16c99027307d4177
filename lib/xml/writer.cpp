// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/writer.h"

using namespace Qt::StringLiterals;

namespace xml
{

//! Always bound to the prefix xml, and never a default namespace (Namespaces in XML 3).
static constexpr QStringView XmlNamespace = u"http://www.w3.org/XML/1998/namespace";

Writer::Writer(QStringView outer) : m_outer(outer.toString())
{
    m_out.reserve(512);
}

QByteArray Writer::take()
{
    while (!m_open.empty())
        end();
    return std::exchange(m_out, {});
}

void Writer::closeTag()
{
    if (m_tagOpen)
        m_out += '>';
    m_tagOpen = false;
}

void Writer::start(const Name &name)
{
    closeTag();
    const QStringView around = m_open.empty() ? QStringView(m_outer) : QStringView(m_open.back().ns);
    m_out += '<';
    const qsizetype nameStart = m_out.size();
    const bool prefixed = name.ns == XmlNamespace;
    if (prefixed)
        m_out += "xml:";
    m_out += name.local.toUtf8();
    m_open.push_back({name.ns.toString(), nameStart, m_out.size() - nameStart});
    m_tagOpen = true;
    if (around != name.ns && !prefixed)
        attribute(u"xmlns", name.ns);
}

void Writer::attribute(QStringView name, QStringView value)
{
    attribute(Name{name, {}}, value);
}

void Writer::attribute(const Name &name, QStringView value)
{
    m_out += ' ';
    if (name.ns == XmlNamespace) {
        m_out += "xml:";
    } else if (!name.ns.isEmpty()) {
        // A prefix of its own each time: rare enough to need no table.
        const QByteArray prefix = 'n' + QByteArray::number(++m_prefixes);
        m_out += "xmlns:" + prefix + "='";
        append(name.ns, true);
        m_out += "' " + prefix + ':';
    }
    m_out += name.local.toUtf8();
    m_out += "='";
    append(value, true);
    m_out += '\'';
}

void Writer::text(QStringView characters)
{
    if (characters.isEmpty())
        return;
    closeTag();
    append(characters, false);
}

void Writer::end()
{
    const Open open = m_open.back();
    m_open.pop_back();
    if (m_tagOpen) {
        m_out += "/>";
        m_tagOpen = false;
        return;
    }
    const QByteArray name = m_out.mid(open.nameStart, open.nameSize);
    m_out += "</" + name + '>';
}

void Writer::textElement(const Name &name, QStringView text)
{
    start(name);
    this->text(text);
    end();
}

void Writer::raw(const QByteArray &xml)
{
    closeTag();
    m_out += xml;
}

void Writer::append(QStringView text, bool isAttribute)
{
    static constexpr char Replacement[] = "\xef\xbf\xbd";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c < 0x80) {
            switch (c) {
            case '<':
                m_out += "&lt;";
                break;
            case '>':
                m_out += "&gt;";
                break;
            case '&':
                m_out += "&amp;";
                break;
            case '\'':
                m_out += isAttribute ? "&apos;" : "'";
                break;
            case '\t':
            case '\n':
            case '\r':
                // A parser turns raw ones in attributes into spaces, and a raw CR into LF.
                if (isAttribute || c == '\r')
                    m_out += "&#" + QByteArray::number(c) + ';';
                else
                    m_out += char(c);
                break;
            default:
                if (c < 0x20)
                    m_out += Replacement;
                else
                    m_out += char(c);
            }
        } else if (c < 0x800) {
            m_out += char(0xc0 | (c >> 6));
            m_out += char(0x80 | (c & 0x3f));
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t full = QChar::surrogateToUcs4(c, text[++i].unicode());
            m_out += char(0xf0 | (full >> 18));
            m_out += char(0x80 | ((full >> 12) & 0x3f));
            m_out += char(0x80 | ((full >> 6) & 0x3f));
            m_out += char(0x80 | (full & 0x3f));
        } else if (QChar::isSurrogate(c) || c >= 0xfffe) {
            m_out += Replacement;
        } else {
            m_out += char(0xe0 | (c >> 12));
            m_out += char(0x80 | ((c >> 6) & 0x3f));
            m_out += char(0x80 | (c & 0x3f));
        }
    }
}

} // namespace xml
