// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/message.h"
#include "stream/ns.h"

namespace xep
{

//! XEP-0297: a whole stanza inside another one.
inline constexpr xml::Name Forwarded{u"forwarded", u"urn:xmpp:forward:0"};

//! The only child of that name; null if there is none or another one.
[[nodiscard]] inline xml::Element onlyChild(const xml::Element &parent, const xml::Name &name)
{
    xml::Element found;
    for (const xml::Element &child : parent.children()) {
        if (!child.is(name))
            continue;
        if (!found.isNull())
            return {};
        found = child;
    }
    return found;
}

//! The message that is forwarded inside `wrapper`, if it is one and the only one.
[[nodiscard]] inline std::optional<stanza::Message> forwardedMessage(const xml::Element &forwarded)
{
    const xml::Element message = onlyChild(forwarded, {u"message", ns::Client});
    return message.isNull() ? std::nullopt : stanza::Message::read(message);
}

//! Whether it carries a stanza that went another road: a copy (XEP-0280) or one out of an archive (XEP-0313). Only our own
//! server may say such a thing, and never from inside another one.
[[nodiscard]] inline bool carriesAnother(const stanza::Message &message)
{
    return message.has({u"sent", ns::Carbons}) || message.has({u"received", ns::Carbons}) || message.has({u"result", u"urn:xmpp:mam:2"});
}

} // namespace xep
