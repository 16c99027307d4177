// SPDX-License-Identifier: GPL-3.0-or-later
#include "stanza/message.h"

namespace stanza
{

namespace
{

//! Takes the text of the first element without a language, else of the first one (RFC 6121 5.2.3).
struct LocalisedText
{
    xml::Element chosen;
    bool plain = false;

    void offer(const xml::Element &candidate)
    {
        if (plain)
            return;
        plain = !candidate.attribute({u"lang", ns::Xml});
        if (plain || chosen.isNull())
            chosen = candidate;
    }
};

} // namespace

std::optional<Message> Message::read(const xml::Element &element)
{
    Message message;
    if (!element.is({u"message", ns::Client}) || !message.readEnvelope(element))
        return std::nullopt;
    message.type = xml::Text<MessageType>::parse(element.attribute(u"type").value_or(u"normal")).value_or(MessageType::Normal);
    LocalisedText body, subject, thread;
    for (const xml::Element &child : element.children()) {
        if (child.ns() != ns::Client)
            continue;
        if (child.name() == u"body")
            body.offer(child);
        else if (child.name() == u"subject")
            subject.offer(child);
        else if (child.name() == u"thread")
            thread.offer(child);
    }
    message.body = body.chosen.text();
    message.subject = subject.chosen.text();
    message.thread = thread.chosen.text();
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
