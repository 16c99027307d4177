// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace sasl
{

inline constexpr QStringView ServerEndPoint = u"tls-server-end-point"; //!< the channel binding we can do (RFC 5929 4)

//! What carries the conversation.
struct Channel
{
    enum class Protection {
        None,
        Tls, //!< and its certificate was accepted: verified or pinned
    };

    Protection protection = Protection::None;
    QByteArray serverEndPoint; //!< crypto::tlsServerEndPoint() of the server's certificate; empty where there is none
    quint16 tlsVersion = 0; //!< as TLS numbers it, 0x0304 for 1.3; 0 if not known
    QString domain; //!< of our address
    QString host; //!< the server's name for Kerberos (XEP-0233); empty: the domain
};

//! What the server says it can do, word for word: the downgrade protection (XEP-0474) is computed over it.
struct Offer
{
    QStringList mechanisms; //!< of the profile used: <mechanisms/> (RFC 6120) or <authentication/> (XEP-0388)
    std::optional<QStringList> channelBindings; //!< XEP-0440; nothing if it sent no such element
    QStringList fast; //!< mechanisms inside <fast/> (XEP-0484)
};

} // namespace sasl
