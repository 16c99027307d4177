// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/ids.h"
#include "store/database.h"

#include <QHash>

namespace store
{

//! Small settings by name, global (account 0) or of one account. No secrets.
class SettingsStore final
{
public:
    explicit SettingsStore(Database &database) : m_database(&database) { }

    [[nodiscard]] Task<Result<QHash<QString, QString>>> all(data::AccountId account = {}) const;
    //! The value; null if it was never set.
    [[nodiscard]] Task<Result<QString>> value(QString key, data::AccountId account = {}) const;
    //! A null value forgets the setting.
    [[nodiscard]] Task<Result<void>> set(QString key, QString value, data::AccountId account = {});

private:
    Database *m_database;
};

} // namespace store
