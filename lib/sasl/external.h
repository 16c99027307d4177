// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"

namespace sasl
{

//! EXTERNAL: TLS's client certificate is the proof (RFC 4422 A, XEP-0178).
class External final : public Mechanism
{
public:
    //! `authzid` as authzidFor() says; empty: the server takes the certificate's only address.
    explicit External(QString authzid);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Step start() override;
    [[nodiscard]] Step respond(const QByteArray &challenge) override;
    [[nodiscard]] Result<void> finish(const QByteArray &additionalData) override;

    //! What to ask for with a certificate that holds these addresses (XEP-0178 2, step 10): nothing if it is exactly ours, else our address.
    [[nodiscard]] static QString authzidFor(const QString &address, const QStringList &certificateAddresses);

private:
    QString m_authzid;
    bool m_asked = false;
};

} // namespace sasl
