// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>

namespace style {

//! Sizes in device-independent pixels on a 4 px grid, scaled up with the text so that nothing is cut.
struct Metrics
{
    double scale = 1;         //!< 1 at ordinary text, never less
    int unit = 4;
    int gap = 8, gapLarge = 16;
    int radius = 8, radiusLarge = 16;
    int row = 64, rowCompact = 48;
    int avatar = 44, avatarCompact = 32, avatarSmall = 32, avatarLarge = 96;
    int presenceDot = 12;
    int icon = 20, iconLarge = 24, iconHuge = 64;
    int control = 36;         //!< height of buttons and fields
    int header = 56;          //!< bar over the conversation
    int badge = 20;
    int scrollBar = 10;
    int focusWidth = 2;       //!< never scaled below 2
    int bubbleCharacters = 68; //!< a bubble's longest line, in average characters
};

//! Metrics for text of this height.
[[nodiscard]] Metrics makeMetrics(const QFontMetricsF &text);

}
