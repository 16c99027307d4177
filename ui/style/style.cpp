// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style.h"

#include "style/proxystyle.h"

#include <QApplication>
#include <QStyleHints>
#include <QWidget>

#include <algorithm>
#include <array>
#include <optional>

namespace style {

namespace {
constexpr std::array zoomSteps = {0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0};

//! What the free functions read. One per program, as fonts and palettes of QApplication are.
struct State
{
    Changes changes;
    QColor accent = defaultAccent();
    SchemeChoice choice = SchemeChoice::System;
    std::optional<QFont> systemFont;
    std::optional<Scheme> systemScheme; //!< read before our own palette hid it
    double zoom = 1;
    Motion motion = Motion::Full;
    bool initialised = false;

    Palette palette = makePalette(Scheme::Light, defaultAccent());
    std::optional<Fonts> fonts;
    std::optional<Metrics> metrics;

    void measure()
    {
        if (!systemFont)
            systemFont = QApplication::font();
        fonts = makeFonts(*systemFont, zoom);
        metrics = makeMetrics(QFontMetricsF(fonts->base));
    }
};

State &state()
{
    static State state;
    return state;
}

Scheme systemScheme()
{
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Dark: return Scheme::Dark;
    case Qt::ColorScheme::Light: return Scheme::Light;
    case Qt::ColorScheme::Unknown: break;
    }
    return state().systemScheme.value_or(Scheme::Light);
}

Scheme chosenScheme()
{
    switch (state().choice) {
    case SchemeChoice::Light: return Scheme::Light;
    case SchemeChoice::Dark: return Scheme::Dark;
    case SchemeChoice::System: break;
    }
    return systemScheme();
}

void apply()
{
    State &s = state();
    s.palette = makePalette(chosenScheme(), s.accent);
    s.measure();
    if (s.initialised) {
        QApplication::setFont(s.fonts->base);
        QApplication::setPalette(toQPalette(s.palette));
        for (QWidget *widget : QApplication::allWidgets())
            widget->updateGeometry();
    }
    Q_EMIT s.changes.changed();
}
}

void initialise(QApplication &application)
{
    State &s = state();
    const QPalette before = QGuiApplication::palette();
    s.systemScheme = before.color(QPalette::Window).lightness() < before.color(QPalette::WindowText).lightness()
        ? Scheme::Dark
        : Scheme::Light;
    s.systemFont = QApplication::font();
    s.initialised = true;
    s.palette = makePalette(chosenScheme(), s.accent);
    s.measure();
    application.setStyle(new ProxyStyle);
    apply();
    application.setWindowIcon(applicationIcon());
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &s.changes, &apply);
}

const Palette &palette()
{
    return state().palette;
}

const Metrics &metrics()
{
    if (!state().metrics)
        state().measure();
    return *state().metrics;
}

const Fonts &fonts()
{
    if (!state().fonts)
        state().measure();
    return *state().fonts;
}

Changes *changes()
{
    return &state().changes;
}

void setScheme(SchemeChoice choice)
{
    state().choice = choice;
    // The platform's own decorations and dialogs go along where they can.
    QStyleHints *hints = QGuiApplication::styleHints();
    switch (choice) {
    case SchemeChoice::System: hints->unsetColorScheme(); break;
    case SchemeChoice::Light: hints->setColorScheme(Qt::ColorScheme::Light); break;
    case SchemeChoice::Dark: hints->setColorScheme(Qt::ColorScheme::Dark); break;
    }
    apply();
}

SchemeChoice schemeChoice()
{
    return state().choice;
}

void setAccent(const QColor &accent)
{
    state().accent = accent.isValid() ? accent : defaultAccent();
    apply();
}

void setTextZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.5, 3.0);
    if (qFuzzyCompare(zoom, state().zoom))
        return;
    state().zoom = zoom;
    apply();
}

double textZoom()
{
    return state().zoom;
}

double zoomedIn()
{
    const auto next = std::ranges::find_if(zoomSteps, [](double step) { return step > state().zoom + 0.001; });
    return next == zoomSteps.end() ? zoomSteps.back() : *next;
}

double zoomedOut()
{
    double below = zoomSteps.front();
    for (const double step : zoomSteps) {
        if (step < state().zoom - 0.001)
            below = step;
    }
    return below;
}

Motion motion()
{
    return state().motion;
}

void setMotion(Motion motion)
{
    state().motion = motion;
    Q_EMIT state().changes.changed();
}

}
