// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/element.h"

#include <QString>

#include <optional>

//! What each element of the protocol is, in one plain sentence: one table for all that we send or understand.
namespace xep
{

//! Which way an element goes.
enum class Way { Sent, Received };

//! What people are told of an element.
struct Explained
{
    QString sentence; //!< translated, ends in a full stop
    QString reference; //!< where it is written down: an RFC with its section, or an XEP

    friend bool operator==(const Explained &, const Explained &) = default;
};

//! An element of a stream: a stanza is told by its type and by what it carries. Never without a sentence.
[[nodiscard]] Explained explain(const xml::Element &element, Way way);
//! An element inside one of a stream; `type` is the stanza's. Nothing for one that is not in the table.
[[nodiscard]] std::optional<Explained> explainPart(const xml::Name &name, QStringView type, Way way);
//! The opening and the closing tag of the stream itself (RFC 6120 4.2, 4.4).
[[nodiscard]] Explained explainOpening(Way way);
[[nodiscard]] Explained explainClosing(Way way);

} // namespace xep
