// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"

namespace sasl
{

//! PLAIN (RFC 4616): the password itself, so only ever inside TLS, which choose() sees to.
class Plain final : public Mechanism
{
public:
    Plain(QString username, Secret password, QString authzid);

    [[nodiscard]] QString name() const override;
    //! ErrorKind::Invalid if a part is empty or holds a NUL.
    [[nodiscard]] Step start() override;
    [[nodiscard]] Step respond(const QByteArray &challenge) override;
    [[nodiscard]] Result<void> finish(const QByteArray &additionalData) override;

private:
    QString m_username;
    Secret m_password;
    QString m_authzid;
};

} // namespace sasl
