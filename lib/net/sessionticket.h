// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "net/certificate.h"
#include "net/truststore.h"

#include <optional>

namespace net
{

//! A TLS session to take up again, with what it was trusted for: a resumed session shows no chain that could be judged anew.
struct SessionTicket
{
    QString domain;
    QByteArray leafSha256; //!< the certificate the session was made with
    CertificateVerdict::Trust trust = CertificateVerdict::Trust::None;
    QByteArray roots; //!< fingerprint of the trust store it was judged by
    QByteArray session; //!< the library's own bytes

    [[nodiscard]] Secret pack() const;
    [[nodiscard]] static std::optional<SessionTicket> unpack(const Secret &bytes);

    //! Whether the same certificate would still be accepted for the same reason.
    [[nodiscard]] bool stillFits(const QString &domain, const std::optional<Pin> &pin, const TrustStore &trust) const;
    [[nodiscard]] static QByteArray fingerprintOf(const TrustStore &store);
};

}
