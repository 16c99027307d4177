// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/keyring.h"

#include <QObject>

namespace app
{

//! The desktop's keyring through QtKeychain: Secret Service, KWallet, Keychain, Credential Store. Never a plain file.
class SystemKeyring final : public QObject, public im::Keyring
{
    Q_OBJECT

public:
    //! `profile` keeps the secrets of profiles apart; empty for the usual one.
    explicit SystemKeyring(const QString &profile, QObject *parent = nullptr);

    [[nodiscard]] bool isAvailable() const override;
    [[nodiscard]] Task<Result<std::optional<Secret>>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;

private:
    QString m_service;
};

} // namespace app
