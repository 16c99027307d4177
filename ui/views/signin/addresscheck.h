// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"

#include <QString>

#include <optional>

namespace views
{

//! What a typed address is worth before anything is sent anywhere.
struct AddressCheck
{
    std::optional<Jid> address; //!< bare; nothing if `problem` says why
    QString problem; //!< in words, or empty
    QString hint; //!< something that may be wrong though the address is possible, or empty
    QString suggestion; //!< what was probably meant, or empty
};

//! Whether an address without a name ("example.org") is taken: such a server signs in guests (RFC 4505).
enum class Guests { Allowed, Refused };

//! Reads what a person typed: spaces, "xmpp:", capitals and a device's part are forgiven, a missing part is explained.
[[nodiscard]] AddressCheck checkAddress(const QString &typed, Guests guests = Guests::Refused);

} // namespace views
