// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace style {

//! Relative luminance of an opaque colour, 0 to 1 (WCAG 2.2).
[[nodiscard]] double luminance(const QColor &color);
//! Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2).
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
//! `top` painted over an opaque `ground`, as one opaque colour.
[[nodiscard]] QColor over(const QColor &top, const QColor &ground);
//! `color` with its HSLuv lightness moved as little as needed to reach `ratio` on `ground`; black or white if nothing else can.
[[nodiscard]] QColor legible(const QColor &color, const QColor &ground, double ratio = 4.5);

}
