// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

namespace sasl
{

//! A password as SCRAM and DIGEST-MD5 hash it: OpaqueString (RFC 8265 4.2), that is NFC with every space a U+0020.
//!
//! Never NFKC: SASLprep would make two passwords of people's one. What OpaqueString forbids (control characters) stays as it
//! was typed, since only the server can say whether it is right.
[[nodiscard]] Secret preparePassword(const Secret &password);

} // namespace sasl
