// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/certificate.h"
#include "net/endpoint.h"

#include <QCoreApplication>
#include <QList>
#include <QMetaType>

#include <optional>

namespace net
{

//! Why a connection could not be made or did not last: a closed kind, and words for people.
struct Failure
{
    enum class Kind {
        Dns, //!< nobody knows where the server is: the name service does not answer, or has no address
        NoService, //!< the domain says that it offers no XMPP (SRV target ".")
        Refused, //!< nobody listens on that port
        Unreachable, //!< no way leads there
        Timeout, //!< no answer in time
        Tls, //!< the handshake failed without a verdict on the certificate: another server or way may do better
        Certificate, //!< the certificate was judged and found wanting; `verdict` says how. Trying elsewhere is no cure
        Closed, //!< the other side ended the connection
        Proxy, //!< the proxy refused or failed
    };

    //! One candidate that was tried in vain.
    struct Attempt;

    Kind kind = Kind::Closed;
    QString detail; //!< the technical reason in English, for the inspector; may be empty
    std::optional<CertificateVerdict> verdict; //!< with Kind::Certificate
    QList<Attempt> attempts; //!< when a whole walk failed: each candidate in order with its reason

    //! What happened, in one sentence (several for a certificate).
    [[nodiscard]] QString text() const;
    //! What the person may do about it, in one sentence.
    [[nodiscard]] QString advice() const;
    //! The same as an Error: Network, Timeout or Tls.
    [[nodiscard]] Error error() const;

    Q_DECLARE_TR_FUNCTIONS(net::Failure)
};

struct Failure::Attempt
{
    Endpoint endpoint;
    Failure::Kind kind = Kind::Closed;
    QString detail;

    friend bool operator==(const Attempt &, const Attempt &) = default;
};

QDebug operator<<(QDebug debug, const Failure &failure);

}

Q_DECLARE_METATYPE(net::Failure)
