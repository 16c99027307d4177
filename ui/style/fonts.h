// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace style {

//! The few fonts there are, all from the system's own.
struct Fonts
{
    QFont base;     //!< messages, names, fields
    QFont strong;   //!< base, semi-bold
    QFont small;    //!< times, previews of state
    QFont smallStrong;
    QFont title;    //!< 1.25 of base, semi-bold
    QFont heading;  //!< 1.6 of base, semi-bold
    QFont mono;
};

//! The fonts at a zoom of `zoom` (1 = the system's size) from the system font.
[[nodiscard]] Fonts makeFonts(const QFont &system, double zoom);

}
