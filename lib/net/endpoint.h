// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QString>

namespace net
{

//! One place where the server of a domain may be reached: a TCP port, and how the connection becomes secure there.
struct Endpoint
{
    enum class Security {
        StartTls, //!< plain TCP first, then `<starttls/>` (RFC 6120 5)
        DirectTls, //!< TLS from the first byte (XEP-0368)
    };

    QString host; //!< a name in ASCII (A-labels) or an IP literal without brackets
    quint16 port = 5222;
    Security security = Security::StartTls;
    QString source = {}; //!< where it comes from, for the inspector: "_xmpps-client SRV", "fallback", "set by hand"
    int priority = 0; //!< of the SRV record; 0 if there was none
    int weight = 0;

    //! "host:port", with brackets round an IPv6 literal.
    [[nodiscard]] QString authority() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

QDebug operator<<(QDebug debug, const Endpoint &endpoint);

}
