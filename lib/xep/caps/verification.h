// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/hash.h"
#include "xep/disco/info.h"

namespace xep
{

//! The hash function of a name of XEP-0115 5; nothing for those we do not trust or know.
[[nodiscard]] std::optional<crypto::Hash> capsHash(QStringView name);

//! The text that is hashed (XEP-0115 5.1): forms without a hidden FORM_TYPE are not in it.
[[nodiscard]] QByteArray capsInput(const DiscoInfo &info);
//! The verification string, base64.
[[nodiscard]] QString capsVer(const DiscoInfo &info, crypto::Hash hash);

//! What an answer is worth.
enum class CapsVerdict {
    Verified, //!< it hashes to `ver` and nothing else it could be read as does
    Mismatch, //!< it hashes to something else
    IllFormed, //!< identities, features or forms are there twice (XEP-0115 5.4 3.3 to 3.5)
    Ambiguous, //!< another answer has the same text to hash: the preimage attack of XEP-0115 8.2
};
[[nodiscard]] CapsVerdict verifyCaps(const DiscoInfo &info, crypto::Hash hash, QStringView ver);

//! Leaves out what the hash does not cover, so that nobody slips it in under a verified one.
[[nodiscard]] DiscoInfo withoutUnhashed(DiscoInfo info);

} // namespace xep
