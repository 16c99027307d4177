// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/fonts.h"
#include "style/icons.h"
#include "style/metrics.h"
#include "style/palette.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace style {

//! Tells when colours, fonts or sizes have changed; widgets that cache measures listen, others just repaint.
class Changes final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void changed();
};

//! Which ground to use: what the system says, or always one.
enum class SchemeChoice { System, Light, Dark };
enum class Motion { Full, Reduced };

//! Gives the application its style, palette, font and icons, and follows the system's light or dark from then on. Call
//! once, right after the QApplication is made; the widgets and tests work with defaults without it.
void initialise(QApplication &application);

[[nodiscard]] const Palette &palette();
[[nodiscard]] const Metrics &metrics();
[[nodiscard]] const Fonts &fonts();
[[nodiscard]] Changes *changes();

void setScheme(SchemeChoice choice);
[[nodiscard]] SchemeChoice schemeChoice();
void setAccent(const QColor &accent);

//! The text's size against the system's, 0.5 to 3, live in all windows (Ctrl +, -, 0).
void setTextZoom(double zoom);
[[nodiscard]] double textZoom();
//! The zoom steps Ctrl + and Ctrl - walk: the next one above or below the present.
[[nodiscard]] double zoomedIn();
[[nodiscard]] double zoomedOut();

//! Whether to animate: full until somebody who can ask the system (app/) or the person says otherwise. Qt has no hint for it.
[[nodiscard]] Motion motion();
void setMotion(Motion motion);

}
