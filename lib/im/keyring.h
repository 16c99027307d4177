// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"

#include <QHash>

#include <optional>

namespace im
{

//! Where passwords and tokens are kept between starts: the system's keyring, behind an interface.
class Keyring
{
public:
    Keyring() = default;
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;
    virtual ~Keyring() = default;

    //! Whether there is one at all.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    //! The secret of that name, or nothing if there is none. An error if the keyring is locked or gone.
    [[nodiscard]] virtual Task<Result<std::optional<Secret>>> read(QString key) = 0;
    [[nodiscard]] virtual Task<Result<void>> write(QString key, Secret secret) = 0;
    //! Removing what is not there is fine.
    [[nodiscard]] virtual Task<Result<void>> remove(QString key) = 0;
};

//! Keeps secrets until the program ends: for tests, and where there is no keyring.
class MemoryKeyring final : public Keyring
{
public:
    [[nodiscard]] bool isAvailable() const override { return false; }
    [[nodiscard]] Task<Result<std::optional<Secret>>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace im
