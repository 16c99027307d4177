// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/notifier.h"
#include "shell/screenlock.h"
#include "shell/tray.h"
#include "views/settings/autostart.h"
#include "views/settings/startchoices.h"
#include "widgets/speller.h"

namespace shell
{

//! What the desktop around the windows does for them.
struct Desktop
{
    Notifier &notifier;
    Tray &tray;
    const ScreenLock &lock;
    views::Autostart &autostart;
    views::StartChoices &start;
    widgets::Speller &speller;
};

} // namespace shell
