// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/metrics.h"

#include <algorithm>
#include <cmath>

namespace style {

namespace {
constexpr double OrdinaryLine = 19; // a line of 10-11 pt text at 96 dpi
}

Metrics makeMetrics(const QFontMetricsF &text)
{
    Metrics m;
    m.scale = std::max(1.0, text.height() / OrdinaryLine);
    const auto grow = [&m](int &value) { value = int(std::lround(value * m.scale)); };
    const auto growOnGrid = [&m](int &value) { value = 4 * int(std::lround(value * m.scale / 4)); };
    for (int *value : {&m.row, &m.rowCompact, &m.avatar, &m.avatarCompact, &m.avatarSmall, &m.avatarLarge, &m.control,
             &m.header, &m.badge, &m.icon, &m.iconLarge, &m.iconHuge})
        growOnGrid(*value);
    grow(m.presenceDot);
    return m;
}

}
