// SPDX-License-Identifier: GPL-3.0-or-later
#include "stanza/envelope.h"

#include <QRandomGenerator>

namespace stanza
{

void Envelope::addEmpty(const xml::Name &name)
{
    xml::Writer writer(ns::Client);
    writer.textElement(name, {});
    m_payloads += writer.take();
}

bool Envelope::readEnvelope(const xml::Element &element)
{
    m_element = element;
    id = element.attribute(u"id").value_or(QStringView()).toString();
    lang = element.attribute({u"lang", ns::Xml}).value_or(QStringView()).toString();
    const auto address = [&element](QStringView name, Jid &field) {
        const auto text = element.attribute(name);
        if (!text)
            return true;
        const auto jid = Jid::parse(*text);
        if (jid)
            field = *jid;
        return jid.has_value();
    };
    return address(u"from", from) && address(u"to", to);
}

void Envelope::writeStart(xml::Writer &writer, QStringView name, QStringView type) const
{
    writer.start({name, ns::Client});
    if (!lang.isEmpty())
        writer.attribute({u"lang", ns::Xml}, lang);
    if (!to.isEmpty())
        writer.attribute(u"to", to.toString());
    if (!from.isEmpty())
        writer.attribute(u"from", from.toString());
    if (!id.isEmpty())
        writer.attribute(u"id", id);
    if (!type.isEmpty())
        writer.attribute(u"type", type);
}

void Envelope::writeEnd(xml::Writer &writer) const
{
    if (!m_payloads.isEmpty())
        writer.raw(m_payloads);
    writer.end();
}

QString newId()
{
    static constexpr char16_t Alphabet[] = u"abcdefghijklmnopqrstuvwxyz234567";
    QString result;
    result.reserve(26);
    for (int i = 0; i < 26; ++i)
        result += QChar(Alphabet[QRandomGenerator::system()->bounded(32)]);
    return result;
}

} // namespace stanza
