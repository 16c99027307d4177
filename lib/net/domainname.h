// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace net
{

//! A domain in A-labels and lower case, as DNS and certificates have it (RFC 5890), without a final dot; empty if it is none.
[[nodiscard]] QString aceDomain(QStringView domain);
//! The address a domain spells when it is an IP literal, IPv6 with or without brackets.
[[nodiscard]] std::optional<QHostAddress> ipLiteral(QStringView domain);
//! Whether a name may be asked for an address: letters, digits, hyphens and (seen in the wild) underscores in labels of 63, and no IP literal.
[[nodiscard]] bool isHostName(QStringView name);

}
