// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/trace.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace session
{

namespace
{

constexpr QByteArrayView Mask = "\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"; // three bullets

//! Elements whose characters are a secret, children included, whatever their namespace.
constexpr std::array<QByteArrayView, 9> SecretElements = {"auth", "response", "challenge", "success", "initial-response", "additional-data", "password", "digest", "token"};
//! Of these only the named children are secret: the element itself holds an address and other news.
constexpr std::array<QByteArrayView, 3> PlainInside = {"authorization-identifier", "text", "resumed"};

QByteArrayView localName(QByteArrayView tag)
{
    qsizetype end = 0;
    while (end < tag.size() && !QByteArrayView(" \t\r\n/>").contains(tag[end]))
        ++end;
    const QByteArrayView name = tag.first(end);
    return name.sliced(name.lastIndexOf(':') + 1);
}

//! Where a tag that begins at `start` ends, just behind its ">"; -1 if it does not.
qsizetype tagEnd(const QByteArray &xml, qsizetype start)
{
    char quote = 0;
    for (qsizetype i = start; i < xml.size(); ++i) {
        const char c = xml[i];
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return -1;
}

bool isSecretField(const QByteArray &tag)
{
    return tag.contains("text-private") || tag.toLower().contains("password");
}

QByteArray withoutSecretAttributes(const QByteArray &tag)
{
    static const QRegularExpression attribute(uR"((\s(?:token|password|secret)\s*=\s*)(?:'[^']*'|"[^"]*"))"_s);
    return QString::fromUtf8(tag).replace(attribute, u"\\1'•••'"_s).toUtf8();
}

//! Whether characters inside an element of this tag are secret, given that those around it are or not.
bool hides(const QByteArray &tag, bool around)
{
    const QByteArrayView name = localName(QByteArrayView(tag).sliced(1));
    if (std::ranges::contains(PlainInside, name))
        return false;
    return around || std::ranges::contains(SecretElements, name) || (name == "field" && isSecretField(tag));
}

enum class Characters { ByTheirElement, AllHidden };

//! Nothing if characters or an end tag stand outside every element of this piece: then it belongs to one whose beginning is not
//! here, and nobody knows what is secret.
std::optional<QByteArray> mask(const QByteArray &xml, Characters characters)
{
    const bool hideAll = characters == Characters::AllHidden;
    QByteArray out;
    std::vector<bool> open;
    for (qsizetype at = 0; at < xml.size();) {
        const qsizetype next = xml.indexOf('<', at);
        const QByteArray text = xml.sliced(at, (next < 0 ? xml.size() : next) - at);
        if (!text.trimmed().isEmpty()) {
            if (open.empty() && !hideAll)
                return std::nullopt;
            out += hideAll || open.back() ? Mask.toByteArray() : text;
        } else {
            out += text;
        }
        if (next < 0)
            break;
        at = tagEnd(xml, next);
        if (at < 0)
            return out + Mask.toByteArray();
        const QByteArray tag = xml.sliced(next, at - next);
        out += withoutSecretAttributes(tag);
        if (tag.startsWith("</")) {
            if (!open.empty())
                open.pop_back();
            else if (!hideAll && tag != "</stream:stream>")
                return std::nullopt;
        } else if (!tag.endsWith("/>") && !tag.startsWith("<?")) {
            open.push_back(hides(tag, !open.empty() && open.back()));
        }
    }
    return out;
}

} // namespace

QByteArray masked(const QByteArray &xml)
{
    const auto known = mask(xml, Characters::ByTheirElement);
    return known ? *known : mask(xml, Characters::AllHidden).value_or(Mask.toByteArray());
}

void Trace::add(TraceEntry::Kind kind, const QByteArray &text, const QDateTime &when)
{
    const QByteArray safe = kind == TraceEntry::Kind::Note ? text : masked(text);
    add({when, kind, safe.left(MaxBytes / 4)});
}

void Trace::add(const stream::Note &note, const QDateTime &when)
{
    stream::Note shorter = note;
    for (QString &fact : shorter.facts)
        fact.truncate(MaxFact);
    add({when, TraceEntry::Kind::Note, shorter.english().toUtf8(), shorter});
}

void Trace::add(TraceEntry entry)
{
    m_entries.append(std::move(entry));
    m_bytes += m_entries.last().text.size();
    while (m_bytes > MaxBytes && m_entries.size() > 1) {
        m_bytes -= m_entries.first().text.size();
        m_entries.removeFirst();
    }
}

} // namespace session
