// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/hash.h"

#include <optional>

namespace crypto
{

//! The hash a certificate (DER) was signed with, or nothing if its signature uses none of its own (Ed25519), several, or one we do not know.
[[nodiscard]] std::optional<Hash> signatureHash(QByteArrayView certificate);

//! The tls-server-end-point channel binding of a server's certificate (DER), RFC 5929 4.1, or nothing where it is not defined.
[[nodiscard]] std::optional<QByteArray> tlsServerEndPoint(const QByteArray &certificate);

} // namespace crypto
