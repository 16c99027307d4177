// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/account.h"
#include "im/credentials.h"
#include "session/connection.h"

namespace im
{

//! What an account's next attempt is made with, from what is stored and what is secret.
//! Invalid if the client certificate cannot be read.
[[nodiscard]] Result<session::ConnectionSettings> connectionSettings(const data::Account &account, const Credentials &credentials,
    const Secret &certificatePassphrase, const QList<stream::InlineFeature> &inlineFeatures, const QByteArray &knownFeatures);

} // namespace im
