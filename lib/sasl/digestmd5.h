// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"

namespace sasl
{

class DigestDirectives;

//! DIGEST-MD5 (RFC 2831) with qop=auth, for servers that have nothing better; historic (RFC 6331), so only when the person allows it.
class DigestMd5 final : public Mechanism
{
public:
    struct Parameters
    {
        QString username;
        QString authzid;
        Secret password; //!< as typed
        QString domain; //!< makes the digest-uri "xmpp/domain"
        QByteArray service = QByteArrayLiteral("xmpp");
        QByteArray nonce; //!< ours; empty: a fresh one, as it must be outside tests
    };

    explicit DigestMd5(Parameters parameters);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Step start() override;
    [[nodiscard]] Step respond(const QByteArray &challenge) override;
    //! The server's rspauth may come here instead of in a challenge; without it nothing is proven.
    [[nodiscard]] Result<void> finish(const QByteArray &additionalData) override;

private:
    enum class State { Idle, Started, Answered, Proven, Broken };

    [[nodiscard]] Step broken(Error error);
    [[nodiscard]] Step answer(const QByteArray &challenge);
    [[nodiscard]] Result<void> checkResponse(const QByteArray &message);

    Parameters m_parameters;
    State m_state = State::Idle;
    Secret m_expected;
};

} // namespace sasl
