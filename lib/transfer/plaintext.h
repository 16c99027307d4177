// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

// Foreign words made harmless for a place that has rules of its own.
namespace transfer
{

//! One line without control characters, and without those that turn the direction of what follows.
[[nodiscard]] QString oneLine(const QString &text);
//! The lines of a text, whichever character ends them; other control characters but the tab become U+FFFD.
[[nodiscard]] QStringList linesOf(const QString &text);
//! Text that the store takes: well-formed Unicode, no NUL.
[[nodiscard]] QString storable(QString text);
//! A name for a file, without its suffix, of at most 80 characters: no separators, no dot in front, never empty.
[[nodiscard]] QString fileNameOf(const QString &name);

} // namespace transfer
