// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/hash.h"

#include <QtCrypto>

// Shared by the sources of this folder only: it shows QCA.
namespace crypto
{

//! Ends the program in words if QCA lacks `feature`.
void need(const QString &feature);
//! A QCA HMAC that has its key and no data yet; copying it is cheaper than keying another.
[[nodiscard]] QCA::MessageAuthenticationCode keyedMac(Hash hash, QByteArrayView key);

} // namespace crypto
