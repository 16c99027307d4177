// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace views
{

//! Whether the desktop starts this profile, minimised, with each session; the platform's way comes from outside.
class Autostart
{
public:
    enum class State { Off, On };

    Autostart() = default;
    Autostart(const Autostart &) = delete;
    Autostart &operator=(const Autostart &) = delete;
    virtual ~Autostart() = default;

    //! As the desktop would read it at this moment, whoever changed it.
    [[nodiscard]] virtual State state() const = 0;
    //! ErrorKind::Storage if it cannot be kept.
    [[nodiscard]] virtual Result<void> set(State state) = 0;
};

} // namespace views
