// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"

namespace sasl
{

//! ANONYMOUS (RFC 4505), without a trace: the server gives us an address.
class Anonymous final : public Mechanism
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Step start() override;
    [[nodiscard]] Step respond(const QByteArray &challenge) override;
    [[nodiscard]] Result<void> finish(const QByteArray &additionalData) override;

private:
    bool m_asked = false;
};

} // namespace sasl
