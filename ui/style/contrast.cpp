// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/contrast.h"

#include "style/consistentcolor.h"

#include <algorithm>
#include <cmath>

namespace style {

namespace {
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor over(const QColor &top, const QColor &ground)
{
    const double alpha = top.alphaF();
    const auto mix = [alpha](double t, double g) { return int(std::lround(255 * (t * alpha + g * (1 - alpha)))); };
    return QColor(mix(top.redF(), ground.redF()), mix(top.greenF(), ground.greenF()), mix(top.blueF(), ground.blueF()));
}

QColor legible(const QColor &color, const QColor &ground, double ratio)
{
    if (contrast(color, ground) >= ratio)
        return color;
    const bool darken = luminance(ground) > 0.18; // where black and white contrast alike
    Hsluv value = toHsluv(color);
    for (int step = 0; step < 100; ++step) {
        value.lightness = std::clamp(value.lightness + (darken ? -1.0 : 1.0), 0.0, 100.0);
        const QColor moved = fromHsluv(value);
        if (contrast(moved, ground) >= ratio)
            return moved;
    }
    return darken ? QColor(Qt::black) : QColor(Qt::white);
}

}
