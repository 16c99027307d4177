// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>

namespace QCA
{
class Initializer;
}

namespace crypto
{

//! Keeps the cryptography library up; made once, before anything else of this folder or of sasl/, and outlives it.
class Runtime final
{
public:
    Runtime();
    Runtime(const Runtime &) = delete;
    Runtime &operator=(const Runtime &) = delete;
    ~Runtime();

    //! ErrorKind::Unsupported, with what is missing and which package brings it, if Palique cannot work safely.
    [[nodiscard]] Result<void> check() const;
    //! Whether Kerberos sign-in (GSSAPI) can be tried: QCA's cyrus-sasl plugin is there.
    [[nodiscard]] bool knowsKerberos() const;

private:
    std::unique_ptr<QCA::Initializer> m_library;
};

} // namespace crypto
