// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/palette.h"

#include "style/consistentcolor.h"
#include "style/contrast.h"

namespace style {

namespace {
//! A neutral with a breath of the accent's hue.
struct Tint
{
    double hue;
    QColor operator()(double saturation, double lightness) const { return fromHsluv({hue, saturation, lightness}); }
};

void lightGrounds(Palette &p, const Tint &tint)
{
    p.window = Qt::white;
    p.ground = tint(22, 95.2);
    p.field = Qt::white;
    p.raised = Qt::white;
    p.hover = tint(14, 96);
    p.pressed = tint(14, 92.5);
    p.selected = tint(38, 92);
    p.line = tint(10, 91);
    p.outline = tint(10, 79);
    p.shadow = QColor(0, 20, 30, 36);
    p.text = tint(20, 11);
    p.textMuted = tint(14, 42);
    p.bubbleOther = Qt::white;
    p.bubbleOwn = tint(46, 91);
}

void darkGrounds(Palette &p, const Tint &tint)
{
    p.window = tint(20, 11);
    p.ground = tint(24, 6.5);
    p.field = tint(16, 14.5);
    p.raised = tint(16, 17);
    p.hover = tint(16, 15.5);
    p.pressed = tint(16, 19.5);
    p.selected = tint(48, 22);
    p.line = tint(14, 22);
    p.outline = tint(10, 34);
    p.shadow = QColor(0, 0, 0, 120);
    p.text = tint(8, 92);
    p.textMuted = tint(10, 68);
    p.bubbleOther = tint(16, 16.5);
    p.bubbleOwn = tint(72, 25);
}

void states(Palette &p)
{
    const bool dark = p.scheme == Scheme::Dark;
    const auto pair = [&](double hue, QColor &color, QColor &ground) {
        ground = fromHsluv({hue, dark ? 32.0 : 45.0, dark ? 17.0 : 94.0});
        color = fromHsluv({hue, dark ? 80.0 : 92.0, dark ? 70.0 : 42.0});
        for (const QColor &under : {ground, p.window, p.ground, p.selected, p.bubbleOwn})
            color = legible(color, under);
    };
    pair(12, p.danger, p.dangerGround);
    pair(50, p.warning, p.warningGround);
    pair(toHsluv(p.accent).hue, p.info, p.infoGround);
    p.success = legible(fromHsluv({135, 90, dark ? 66.0 : 44.0}), p.window);
    p.online = fromHsluv({135, 95, dark ? 70.0 : 58.0});
    p.away = fromHsluv({55, 100, dark ? 74.0 : 66.0});
    p.busy = fromHsluv({12, 90, dark ? 60.0 : 50.0});
    p.offline = fromHsluv({toHsluv(p.accent).hue, 8, dark ? 55.0 : 60.0});
}
}

QColor defaultAccent()
{
    return QColor(0x00, 0x78, 0x8a);
}

Palette makePalette(Scheme scheme, const QColor &accent)
{
    const Hsluv wanted = toHsluv(accent);
    const bool dark = scheme == Scheme::Dark;
    const Tint tint{wanted.hue};
    const double saturation = wanted.saturation;

    Palette p;
    p.scheme = scheme;
    dark ? darkGrounds(p, tint) : lightGrounds(p, tint);

    p.textOnAccent = dark ? tint(30, 6) : QColor(Qt::white);
    p.accent = tint(saturation * (dark ? 0.85 : 1), dark ? 68 : 45);
    p.accentHover = tint(saturation * (dark ? 0.85 : 1), dark ? 73 : 40);
    p.accentPressed = tint(saturation * (dark ? 0.85 : 1), dark ? 62 : 35);
    p.accentText = p.accent;
    for (const QColor &ground : {p.window, p.ground, p.selected, p.pressed, p.raised, p.bubbleOther})
        p.accentText = legible(p.accentText, ground);
    p.focus = p.accent;
    p.selection = tint(saturation * 0.8, dark ? 36 : 80);
    p.selectionText = dark ? QColor(Qt::white) : p.text;
    p.found = dark ? QColor(0x7a, 0x5c, 0x00) : QColor(0xff, 0xe0, 0x82);
    p.foundText = dark ? QColor(Qt::white) : QColor(0x1c, 0x1b, 0x17);

    p.bubbleOwnText = p.bubbleOtherText = p.text;
    p.bubbleOwnMuted = legible(tint(34, dark ? 74 : 40), p.bubbleOwn);
    p.bubbleOtherMuted = p.textMuted;
    p.bubbleOwnAccent = legible(tint(saturation, dark ? 74 : 40), p.bubbleOwn);

    states(p);
    p.badge = p.accent;
    p.badgeText = p.textOnAccent;
    p.badgeMuted = dark ? tint(8, 38) : tint(10, 48);
    p.badgeMutedText = Qt::white;
    return p;
}

QPalette toQPalette(const Palette &p)
{
    QPalette q;
    q.setColor(QPalette::Window, p.window);
    q.setColor(QPalette::WindowText, p.text);
    q.setColor(QPalette::Base, p.field);
    q.setColor(QPalette::AlternateBase, p.hover);
    q.setColor(QPalette::Text, p.text);
    q.setColor(QPalette::PlaceholderText, p.textMuted);
    q.setColor(QPalette::Button, p.window);
    q.setColor(QPalette::ButtonText, p.text);
    q.setColor(QPalette::BrightText, p.textOnAccent);
    q.setColor(QPalette::ToolTipBase, p.raised);
    q.setColor(QPalette::ToolTipText, p.text);
    q.setColor(QPalette::Highlight, p.selection);
    q.setColor(QPalette::HighlightedText, p.selectionText);
    q.setColor(QPalette::Accent, p.accent);
    q.setColor(QPalette::Link, p.accentText);
    q.setColor(QPalette::LinkVisited, p.accentText);
    q.setColor(QPalette::Light, p.raised);
    q.setColor(QPalette::Midlight, p.hover);
    q.setColor(QPalette::Mid, p.line);
    q.setColor(QPalette::Dark, p.outline);
    q.setColor(QPalette::Shadow, p.shadow);
    QColor faint = p.textMuted;
    faint.setAlphaF(0.6F);
    const QColor disabled = over(faint, p.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        q.setColor(QPalette::Disabled, role, disabled);
    return q;
}

}
