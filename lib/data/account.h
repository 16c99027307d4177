// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QByteArray>
#include <QString>

namespace data
{

//! How an account reaches its server when a person chose it by hand.
enum class ConnectionKind { Automatic, DirectTls, StartTls };

//! What an account remembers between starts, but no secret: those live in the system's keyring.
struct Account
{
    AccountId id;
    Jid address; //!< bare
    bool enabled = true;
    bool keepSignedIn = true; //!< the password may stay in the keyring

    QString host; //!< set by hand; empty: found by DNS
    quint16 port = 0; //!< set by hand; 0: the usual one
    ConnectionKind connection = ConnectionKind::Automatic;
    bool allowDigestMd5 = false;
    bool allowPlainAgain = false; //!< the way out of "SCRAM or EXTERNAL, not PLAIN" (XEP-0474), asked for by the person
    QString clientCertificate; //!< path of a PEM or PKCS#12 file, or empty

    QString resource; //!< given by the server last time, asked for again
    QString userAgentId; //!< UUID of this installation and account (XEP-0388 2.2.1)
    QString provenMechanism; //!< SCRAM or EXTERNAL that worked before: weaker kinds are refused from then on (XEP-0474 6); empty: none yet
    QByteArray pinnedCertificate; //!< SHA-256 of the exact certificate a person trusted, or empty
    bool verifiedBefore = false; //!< a certificate was accepted before: a bad one now is no reason to ask

    QString rosterVersion; //!< RFC 6121 2.6; null: none yet
    QString status; //!< own status text
    QString show; //!< own availability: "", "away", "xa", "dnd", "chat"
    int priority = 0;

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace data
