// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/channel.h"
#include "sasl/credentials.h"
#include "sasl/mechanism.h"

#include <memory>

namespace sasl
{

//! What the account allows and remembers.
struct Policy
{
    QString proven; //!< a SCRAM or EXTERNAL mechanism this account once signed in with: from then on never a weaker kind (XEP-0474 6); empty: none yet
    bool allowPlain = true;
    bool allowDigestMd5 = false;
    QStringList tried; //!< failed a moment ago: EXTERNAL, GSSAPI and HT-* are passed over, SCRAM never is, since that would be a downgrade
};

//! The way chosen, and the account of it for the inspector.
struct Choice
{
    std::unique_ptr<Mechanism> mechanism;
    QString why; //!< one sentence
    QStringList rejectedWithReasons; //!< "PLAIN: weaker than the one chosen."
};

//! The strongest mechanism that the server, the channel, the credentials and the account allow together.
//!
//! Order: HT-* (a FAST token), EXTERNAL, GSSAPI, SCRAM with channel binding, SCRAM without, DIGEST-MD5, PLAIN; ANONYMOUS only when asked for.
//! Errors: Policy "mechanism-downgrade" (only weaker kinds than Policy::proven are left), "plain-not-allowed", "digest-md5-not-allowed",
//! "encryption-required"; Auth "password-needed"; Unsupported "no-mechanism".
[[nodiscard]] Result<Choice> choose(const Offer &offer, const Channel &channel, const Credentials &credentials, const Policy &policy, const QDateTime &now);

//! Whether signing in by this mechanism is worth remembering in Policy::proven: SCRAM-* and EXTERNAL.
[[nodiscard]] bool isWorthRemembering(QStringView mechanism);

} // namespace sasl
