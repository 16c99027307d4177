// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/message.h"

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

} // namespace xep
