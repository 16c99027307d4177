// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"

#include <QFontDatabase>

#include <algorithm>

namespace style {

namespace {
QFont sized(QFont font, double factor, QFont::Weight weight)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(6, qRound(font.pixelSize() * factor)));
    else
        font.setPointSizeF(std::max(4.0, font.pointSizeF() * factor));
    font.setWeight(weight);
    return font;
}
}

Fonts makeFonts(const QFont &system, double zoom)
{
    Fonts f;
    f.base = sized(system, zoom, QFont::Normal);
    f.strong = sized(f.base, 1, QFont::DemiBold);
    f.small = sized(f.base, 0.86, QFont::Normal);
    f.smallStrong = sized(f.base, 0.86, QFont::DemiBold);
    f.title = sized(f.base, 1.2, QFont::DemiBold);
    f.heading = sized(f.base, 1.6, QFont::DemiBold);
    f.mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (f.base.pixelSize() > 0)
        f.mono.setPixelSize(f.base.pixelSize());
    else
        f.mono.setPointSizeF(f.base.pointSizeF());
    return f;
}

}
