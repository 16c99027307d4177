// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"

#include <QColor>
#include <QStringView>

namespace style {

//! HSLuv: hue in degrees 0-360, saturation and lightness 0-100.
struct Hsluv
{
    double hue = 0, saturation = 0, lightness = 0;
};
[[nodiscard]] QColor fromHsluv(const Hsluv &value);
[[nodiscard]] Hsluv toHsluv(const QColor &color);

//! The hue in degrees every client gives to this text (XEP-0392 §5.1).
[[nodiscard]] double consistentHue(QStringView text);
//! A name's colour, at least 4.5:1 on every ground of `palette` that names stand on (XEP-0392 §5.2).
[[nodiscard]] QColor nameColor(QStringView text, const Palette &palette);
//! The ground of a fallback avatar, at least 4.5:1 against the white initials on it.
[[nodiscard]] QColor avatarColor(QStringView text, const Palette &palette);

}
