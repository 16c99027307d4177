// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/messagelayout.h"

#include <utility>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace widgets {

//! How a row is drawn at this moment, beside its layout.
struct MessagePaintState
{
    std::pair<int, int> selection{0, 0};
    bool activeWindow = true;
    int hoveredAction = -1;
    int focusedAction = -1; //!< gets a ring
    bool current = false;   //!< the row gets a ring
};

//! Paints a laid-out row with its top left at the painter's origin; `clip` is in the row's coordinates.
void paintMessage(QPainter *painter, const MessageLayout &layout, const MessageContext &context, const MessagePaintState &state,
    const QRectF &clip);

}
