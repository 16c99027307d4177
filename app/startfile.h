// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/startchoices.h"

namespace app
{

//! Choices that count before the database is open, in a small file of the profile.
class StartFile final : public views::StartChoices
{
public:
    //! `folder` is the profile's settings; `logFile` is what the windows tell of it.
    StartFile(const QString &folder, QString logFile);

    [[nodiscard]] QString language() const override;
    [[nodiscard]] Result<void> setLanguage(const QString &language) override;
    [[nodiscard]] QString logFile() const override { return m_logFile; }

private:
    QString m_path, m_logFile;
};

} // namespace app
