// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>

namespace crypto
{

inline constexpr qsizetype AeadKeySize = 32; //!< bytes of an AES-256 key
inline constexpr qsizetype AeadTagSize = 16; //!< bytes of the authentication tag

//! AES-256-GCM without associated data: the ciphertext with its 16-byte tag at the end.
//!
//! `nonce` is 12 bytes (or 16, as XEP-0454's older links have it) and never used twice with a key. ErrorKind::Invalid for other lengths.
[[nodiscard]] Result<QByteArray> seal(const Secret &key, const QByteArray &nonce, const QByteArray &plaintext);
//! The plaintext of what seal() made; ErrorKind::Invalid if a bit of it was changed.
[[nodiscard]] Result<QByteArray> open(const Secret &key, const QByteArray &nonce, const QByteArray &sealed);

} // namespace crypto
