// SPDX-License-Identifier: GPL-3.0-or-later
#include "stanza/iq.h"

namespace stanza
{

std::optional<Iq> Iq::read(const xml::Element &element)
{
    Iq iq;
    const auto type = xml::Text<IqType>::parse(element.attribute(u"type").value_or(QStringView()));
    if (!element.is({u"iq", ns::Client}) || !type || !iq.readEnvelope(element) || iq.id.isEmpty())
        return std::nullopt;
    iq.type = *type;
    if (iq.type == IqType::Error)
        iq.error = StanzaError::read(element.child(StanzaError::Tag));
    return iq;
}

QByteArray Iq::toXml() const
{
    xml::Writer writer(ns::Client);
    writeStart(writer, u"iq", xml::Text<IqType>::format(type));
    if (error)
        error->write(writer);
    writeEnd(writer);
    return writer.take();
}

Iq Iq::request(IqType type, Jid to)
{
    Iq iq;
    iq.id = newId();
    iq.type = type;
    iq.to = std::move(to);
    return iq;
}

Iq Iq::resultFor(const Iq &request)
{
    Iq iq;
    iq.id = request.id;
    iq.to = request.from;
    iq.type = IqType::Result;
    return iq;
}

Iq Iq::errorFor(const Iq &request, StanzaError error)
{
    Iq iq = resultFor(request);
    iq.type = IqType::Error;
    iq.error = std::move(error);
    return iq;
}

xml::Element Iq::requestPayload() const
{
    return element().childCount() == 1 ? element().firstChild() : xml::Element();
}

} // namespace stanza
