// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace sasl
{

//! A FAST token (XEP-0484): a secret the server gave us for one mechanism. Kept like a password.
struct Token
{
    QString mechanism; //!< the one it was asked for; the server takes it with no other
    Secret secret;
    QDateTime expiry; //!< UTC
    quint32 count = 0; //!< sign-ins tried with it; goes up before each, so that a replay never carries a fresh count
};

//! What the person and earlier sessions gave us to prove who we are.
struct Credentials
{
    QString username; //!< the local part, normalised
    Secret password; //!< as it was typed
    QString address; //!< the bare address, what EXTERNAL may ask to be
    QString authzid; //!< to act as somebody else; almost always empty
    std::optional<QStringList> certificateAddresses; //!< there is a client certificate, with these XMPP addresses in it
    std::optional<Token> token;
    bool kerberos = false; //!< use the system's Kerberos ticket
    bool anonymous = false; //!< use no name at all
};

} // namespace sasl
