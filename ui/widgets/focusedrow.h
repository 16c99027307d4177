// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace widgets {

//! Whenever this list gets the focus, assistive technology hears of its current row too: Qt tells of the list alone.
void tellFocusedRow(QWidget *list);

}
