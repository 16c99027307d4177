// SPDX-License-Identifier: GPL-3.0-or-later
#include "stanza/message.h"

namespace stanza
{

namespace
{

QString textOf(const xml::Element &message, QStringView name)
{
    xml::Element first;
    for (const xml::Element &child : message.children()) {
        if (!child.is({name, ns::Client}))
            continue;
        if (!child.attribute({u"lang", ns::Xml}))
            return child.text();
        if (first.isNull())
            first = child;
    }
    return first.text();
}

} // namespace

std::optional<Message> Message::read(const xml::Element &element)
{
    Message message;
    if (!element.is({u"message", ns::Client}) || !message.readEnvelope(element))
        return std::nullopt;
    message.type = xml::Text<MessageType>::parse(element.attribute(u"type").value_or(u"normal")).value_or(MessageType::Normal);
    message.body = textOf(element, u"body");
    message.subject = textOf(element, u"subject");
    message.thread = textOf(element, u"thread");
    if (message.type == MessageType::Error)
        message.error = StanzaError::read(element.child(StanzaError::Tag));
    return message;
}

void Message::write(xml::Writer &writer) const
{
    writeStart(writer, u"message", type == MessageType::Normal ? QString() : xml::Text<MessageType>::format(type));
    if (!subject.isEmpty())
        writer.textElement({u"subject", ns::Client}, subject);
    if (!body.isEmpty())
        writer.textElement({u"body", ns::Client}, body);
    if (!thread.isEmpty())
        writer.textElement({u"thread", ns::Client}, thread);
    if (error)
        error->write(writer);
    writeEnd(writer);
}

QByteArray Message::toXml() const
{
    xml::Writer writer(ns::Client);
    write(writer);
    return writer.take();
}

} // namespace stanza
