// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/explain.h"

#include "stanza/error.h"
#include "xep/explanations/table.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

using explanations::Both;
using explanations::Line;

//! The words that are put together here, in the same context as the table's.
QString say(const char *text)
{
    return QCoreApplication::translate("xep::Explanations", text);
}

bool fits(const Line &line, const xml::Name &name, QStringView type, Way way)
{
    const bool named = line.name.ns == name.ns && (line.name.local.isEmpty() || line.name.local == name.local);
    const bool typed = line.type.isEmpty() || line.type == type;
    const bool there = line.way == Both::Ways || (line.way == Both::Sent) == (way == Way::Sent);
    return named && typed && there;
}

const Line *find(const xml::Name &name, QStringView type, Way way)
{
    for (const auto lines : {explanations::core(), explanations::extensions()}) {
        for (const Line &line : lines) {
            if (fits(line, name, type, way))
                return &line;
        }
    }
    return nullptr;
}

Explained of(const Line &line)
{
    return {say(line.sentence), QString::fromLatin1(line.reference)};
}

//! The first child the table knows; children of the stanza's own namespace (words, states) are no payload.
std::optional<Explained> payloadOf(const xml::Element &stanza, QStringView type, Way way)
{
    for (const xml::Element &child : stanza.children()) {
        if (child.ns() == stanza.ns())
            continue;
        if (const Line *line = find({child.name(), child.ns()}, type, way))
            return of(*line);
    }
    return std::nullopt;
}

Explained explainError(const xml::Element &stanza, Way way)
{
    const xml::Element error = stanza.child(stanza::StanzaError::Tag);
    const QString why = stanza::conditionText(stanza::StanzaError::read(error).condition);
    const QString words = way == Way::Sent ? say(QT_TRANSLATE_NOOP("xep::Explanations", "We refuse. %1")) : say(QT_TRANSLATE_NOOP("xep::Explanations", "It did not work. %1"));
    return {words.arg(why), u"RFC 6120 8.3"_s};
}

Explained explainIq(const xml::Element &iq, QStringView type, Way way)
{
    static constexpr auto Section = "RFC 6120 8.2.3"_L1;
    if (type == u"error")
        return explainError(iq, way);
    if (auto payload = payloadOf(iq, type, way))
        return *std::move(payload);
    if (type == u"result") {
        const bool empty = iq.firstChild().isNull();
        return {empty ? say(QT_TRANSLATE_NOOP("xep::Explanations", "It worked.")) : say(QT_TRANSLATE_NOOP("xep::Explanations", "An answer of a kind Palique does not know.")), Section};
    }
    return {say(QT_TRANSLATE_NOOP("xep::Explanations", "A request of a kind Palique does not know.")), Section};
}

Explained explainMessage(const xml::Element &message, QStringView type, Way way)
{
    static constexpr auto Section = "RFC 6121 5"_L1;
    if (type == u"error")
        return explainError(message, way);
    const bool sent = way == Way::Sent;
    if (!message.child({u"body", message.ns()}).isNull()) {
        if (type == u"groupchat")
            return {sent ? say(QT_TRANSLATE_NOOP("xep::Explanations", "Words of ours for a group.")) : say(QT_TRANSLATE_NOOP("xep::Explanations", "Words of somebody in a group.")), Section};
        return {sent ? say(QT_TRANSLATE_NOOP("xep::Explanations", "Words of ours for somebody.")) : say(QT_TRANSLATE_NOOP("xep::Explanations", "Words of somebody for us.")), Section};
    }
    if (auto payload = payloadOf(message, type, way))
        return *std::move(payload);
    return {say(QT_TRANSLATE_NOOP("xep::Explanations", "A message without words.")), Section};
}

Explained explainPresence(const xml::Element &presence, QStringView type, Way way)
{
    struct Row
    {
        QStringView type;
        const char *sent, *received, *reference;
    };
    static constexpr std::array rows = {
        Row{u"", QT_TRANSLATE_NOOP("xep::Explanations", "We say that we are here, and how available we are."), QT_TRANSLATE_NOOP("xep::Explanations", "A device is online and says how available it is."), "RFC 6121 4.2"},
        Row{u"unavailable", QT_TRANSLATE_NOOP("xep::Explanations", "We say that we are gone."), QT_TRANSLATE_NOOP("xep::Explanations", "A device is gone."), "RFC 6121 4.5"},
        Row{u"subscribe", QT_TRANSLATE_NOOP("xep::Explanations", "We ask to see somebody's presence."), QT_TRANSLATE_NOOP("xep::Explanations", "Somebody asks to see our presence."), "RFC 6121 3.1.1"},
        Row{u"subscribed", QT_TRANSLATE_NOOP("xep::Explanations", "We let somebody see our presence."), QT_TRANSLATE_NOOP("xep::Explanations", "Somebody lets us see their presence."), "RFC 6121 3.1.4"},
        Row{u"unsubscribe", QT_TRANSLATE_NOOP("xep::Explanations", "We do not want to see somebody's presence any more."), QT_TRANSLATE_NOOP("xep::Explanations", "Somebody does not want to see our presence any more."), "RFC 6121 3.3.1"},
        Row{u"unsubscribed", QT_TRANSLATE_NOOP("xep::Explanations", "We do not let somebody see our presence."), QT_TRANSLATE_NOOP("xep::Explanations", "Somebody does not let us see their presence."), "RFC 6121 3.2.1"},
        Row{u"probe", QT_TRANSLATE_NOOP("xep::Explanations", "We ask for somebody's presence of this moment."), QT_TRANSLATE_NOOP("xep::Explanations", "A server asks for our presence of this moment."), "RFC 6121 4.3"},
    };
    if (type == u"error")
        return explainError(presence, way);
    for (const Row &row : rows) {
        if (row.type == type)
            return {say(way == Way::Sent ? row.sent : row.received), QString::fromLatin1(row.reference)};
    }
    return {say(QT_TRANSLATE_NOOP("xep::Explanations", "A presence of a kind Palique does not know.")), u"RFC 6121 4"_s};
}

} // namespace

Explained explain(const xml::Element &element, Way way)
{
    const QStringView type = element.attribute(u"type").value_or(QStringView());
    if (element.is({u"iq", ns::Client}))
        return explainIq(element, type, way);
    if (element.is({u"message", ns::Client}))
        return explainMessage(element, type, way);
    if (element.is({u"presence", ns::Client}))
        return explainPresence(element, type, way);
    if (const Line *line = find({element.name(), element.ns()}, {}, way))
        return of(*line);
    return {say(QT_TRANSLATE_NOOP("xep::Explanations", "Something Palique does not know.")), QString()};
}

std::optional<Explained> explainPart(const xml::Name &name, QStringView type, Way way)
{
    const Line *line = find(name, type, way);
    return line ? std::optional(of(*line)) : std::nullopt;
}

Explained explainOpening(Way way)
{
    return {way == Way::Sent ? say(QT_TRANSLATE_NOOP("xep::Explanations", "We open a stream, and say which server we mean."))
                             : say(QT_TRANSLATE_NOOP("xep::Explanations", "The server opens its side of the stream.")),
        u"RFC 6120 4.2"_s};
}

Explained explainClosing(Way way)
{
    return {way == Way::Sent ? say(QT_TRANSLATE_NOOP("xep::Explanations", "We say goodbye: nothing more comes from us."))
                             : say(QT_TRANSLATE_NOOP("xep::Explanations", "The server says goodbye: nothing more comes from it.")),
        u"RFC 6120 4.4"_s};
}

} // namespace xep
