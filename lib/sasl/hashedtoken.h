// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/channel.h"
#include "sasl/credentials.h"
#include "sasl/mechanism.h"

#include <optional>

namespace sasl
{

//! HT-SHA-256-NONE and -ENDP, the one-round-trip mechanisms of FAST tokens (draft-schmaus-kitten-sasl-ht-09, XEP-0484).
class HashedToken final : public Mechanism
{
public:
    static constexpr QStringView None = u"HT-SHA-256-NONE";
    static constexpr QStringView EndPoint = u"HT-SHA-256-ENDP";

    //! `bindingData` is the tls-server-end-point for -ENDP and empty for -NONE.
    HashedToken(QString username, Token token, QByteArray bindingData);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Step start() override;
    [[nodiscard]] Step respond(const QByteArray &challenge) override;
    //! The server must show in the additional data that it knows the token too.
    [[nodiscard]] Result<void> finish(const QByteArray &additionalData) override;

    //! The mechanism to ask a token for, the best of those the server lists in <fast/>; nothing if we can do none, or there is no TLS.
    [[nodiscard]] static std::optional<QString> toRequest(const Offer &offer, const Channel &channel);

private:
    QString m_username;
    Token m_token;
    QByteArray m_bindingData;
};

} // namespace sasl
