// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/mechanism.h"

#include "crypto/kdf.h"
#include "sasl/words.h"

namespace sasl
{

Result<KdfResult> KdfRequest::run(const std::stop_token &stop) const
{
    return crypto::pbkdf2(hash, password, salt, iterations, stop).transform([this](Secret key) {
        return KdfResult{hash, salt, iterations, std::move(key)};
    });
}

Step Mechanism::provide(const KdfResult &)
{
    return Failed{Error::protocol(Words::tr("The sign-in went out of order."))};
}

} // namespace sasl
