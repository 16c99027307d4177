// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crypto
{

//! The hash functions the protocols name.
enum class Hash { Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };

//! The length of a hash value in bytes.
[[nodiscard]] qsizetype hashSize(Hash hash);
//! The name QCA knows the function by: "sha256".
[[nodiscard]] QString hashName(Hash hash);

//! The hash of `data`. Ends the program if QCA cannot do it: Runtime::check() comes first.
[[nodiscard]] QByteArray hash(Hash hash, QByteArrayView data);
//! HMAC (RFC 2104). Keys of any length, the empty one too.
[[nodiscard]] QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView data);

} // namespace crypto
