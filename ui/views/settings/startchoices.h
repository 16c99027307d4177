// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace views
{

//! What a person chooses for the next start; kept where it can be read before anything else.
class StartChoices
{
public:
    StartChoices() = default;
    StartChoices(const StartChoices &) = delete;
    StartChoices &operator=(const StartChoices &) = delete;
    virtual ~StartChoices() = default;

    //! The languages there are, as their codes.
    [[nodiscard]] static QStringList languages() { return {QStringLiteral("en"), QStringLiteral("es")}; }
    //! One of languages(); empty: the system's.
    [[nodiscard]] virtual QString language() const = 0;
    [[nodiscard]] virtual Result<void> setLanguage(const QString &language) = 0;
    //! Where the program keeps what it says of itself; empty: nowhere.
    [[nodiscard]] virtual QString logFile() const = 0;
};

} // namespace views
