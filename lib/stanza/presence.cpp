// SPDX-License-Identifier: GPL-3.0-or-later
#include "stanza/presence.h"

namespace stanza
{

std::optional<Presence> Presence::read(const xml::Element &element)
{
    Presence presence;
    if (!element.is({u"presence", ns::Client}) || !presence.readEnvelope(element))
        return std::nullopt;
    if (const auto type = element.attribute(u"type")) {
        const auto known = xml::Text<PresenceType>::parse(*type);
        if (!known)
            return std::nullopt;
        presence.type = *known;
    }
    const xml::Element show = element.child({u"show", ns::Client});
    presence.show = xml::Text<Show>::parse(show.text().trimmed()).value_or(Show::Online);
    presence.status = element.child({u"status", ns::Client}).text();
    const auto priority = xml::Text<qint8>::parse(element.child({u"priority", ns::Client}).text());
    presence.priority = priority.value_or(0);
    if (presence.type == PresenceType::Error)
        presence.error = StanzaError::read(element.child(StanzaError::Tag));
    return presence;
}

QByteArray Presence::toXml() const
{
    xml::Writer writer(ns::Client);
    writeStart(writer, u"presence", type == PresenceType::Available ? QString() : xml::Text<PresenceType>::format(type));
    if (show != Show::Online)
        writer.textElement({u"show", ns::Client}, xml::Text<Show>::format(show));
    if (!status.isEmpty())
        writer.textElement({u"status", ns::Client}, status);
    if (priority != 0)
        writer.textElement({u"priority", ns::Client}, QString::number(priority));
    if (error)
        error->write(writer);
    writeEnd(writer);
    return writer.take();
}

} // namespace stanza
