// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "crypto/hash.h"

#include <stop_token>

namespace crypto
{

//! PBKDF2-HMAC (RFC 8018 5.2) with one block of output, hashSize() bytes: the Hi() of RFC 5802.
//!
//! Takes about 1 µs an iteration, so it belongs on a worker; `stop` ends it early as ErrorKind::Cancelled.
//! ErrorKind::Invalid for an empty password, an empty salt or fewer than one iteration.
[[nodiscard]] Result<Secret> pbkdf2(Hash hash, const Secret &password, const QByteArray &salt, int iterations, const std::stop_token &stop = {});

//! HKDF (RFC 5869), extract and expand. `length` is 1 to 255 hash lengths, else ErrorKind::Invalid.
[[nodiscard]] Result<Secret> hkdf(Hash hash, const Secret &key, const QByteArray &salt, const QByteArray &info, qsizetype length);

} // namespace crypto
