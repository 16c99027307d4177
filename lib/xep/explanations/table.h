// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/explain.h"

#include <span>

namespace xep::explanations
{

//! Which way a line of the table is about.
enum class Both { Ways, Sent, Received };

//! One line: an element, in which stanzas it stands, and what it is.
struct Line
{
    xml::Name name; //!< an empty local name: whatever else that namespace has
    const char *sentence; //!< English, to be translated in context "xep::Explanations"
    const char *reference;
    QStringView type = {}; //!< of the stanza around it; empty: any
    Both way = Both::Ways;
};

//! RFC 6120, 6121 and what a stream is negotiated with.
[[nodiscard]] std::span<const Line> core();
//! What stanzas carry.
[[nodiscard]] std::span<const Line> extensions();

} // namespace xep::explanations
