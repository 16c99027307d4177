// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz.h"
#include "xml/element.h"

namespace fuzz
{

//! What we write stands inside a stream; ends the program if it is not one well-formed element there.
[[nodiscard]] inline xml::Element written(const QByteArray &xml)
{
    const auto stream = xml::Element::parse("<stream xmlns='jabber:client'>" + xml + "</stream>");
    require(stream && stream->childCount() == 1, "what is written is one well-formed element");
    return stream ? stream->firstChild() : xml::Element();
}

//! Calls `f` with an element and everything in it.
inline void forEach(const xml::Element &element, auto f)
{
    f(element);
    for (const xml::Element &child : element.children())
        forEach(child, f);
}

} // namespace fuzz
