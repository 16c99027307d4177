// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace shell
{

//! Makes the program speak the locale's language, and English where it is not translated; call once before the first window.
//! Qt's own words come along where Qt has them.
void installTranslations(const QLocale &locale);

} // namespace shell
