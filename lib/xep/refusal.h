// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/error.h"

namespace xep
{

//! What a server says for somebody who is not there: the answer to whoever may not know that we are (RFC 6121 8.5.3.2.1).
[[nodiscard]] inline std::unexpected<stanza::StanzaError> nobodyHere()
{
    return std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Cancel, QStringLiteral("service-unavailable")));
}

} // namespace xep
