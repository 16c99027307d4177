// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace shell
{

//! Our icon with a mark for what is unread: a dot where it is tiny, else a number up to 99. Legible on light and dark panels,
//! since it brings its own grounds.
[[nodiscard]] QIcon trayIcon(int unread);

} // namespace shell
