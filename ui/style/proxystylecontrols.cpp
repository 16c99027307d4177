// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/contrast.h"
#include "style/proxystyle.h"
#include "style/roles.h"
#include "style/style.h"

#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>

namespace style {

namespace {
bool keyboardFocus(const QStyleOption *option)
{
    return option->state.testFlags(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange | QStyle::State_Enabled);
}

QColor faded(QColor color)
{
    color.setAlphaF(float(color.alphaF() * 0.4));
    return color;
}

struct ButtonColors
{
    QColor fill, edge, text;
};

//! Icon buttons are round, chips have round ends, those with both are boxes.
double toolRadius(const QStyleOption *option, const QWidget *widget)
{
    const bool round = option->rect.width() == option->rect.height() || ProxyStyle::isChip(widget);
    return round ? option->rect.height() / 2.0 : metrics().radius;
}

ButtonColors buttonColors(ButtonRole role, QStyle::State state)
{
    const Palette &p = palette();
    const bool down = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = state & QStyle::State_MouseOver;
    switch (role) {
    case ButtonRole::Primary: return {down ? p.accentPressed : over ? p.accentHover : p.accent, {}, p.textOnAccent};
    case ButtonRole::Danger: {
        const bool dark = p.scheme == Scheme::Dark;
        const QColor fill = down ? p.danger.darker(125) : over ? p.danger.darker(112) : p.danger;
        return {fill, {}, dark ? QColor(Qt::black) : QColor(Qt::white)};
    }
    case ButtonRole::Link: return {down ? p.pressed : over ? p.hover : QColor(), {}, p.accentText};
    case ButtonRole::Flat: return {down ? p.pressed : over ? p.hover : QColor(), {}, p.text};
    case ButtonRole::Secondary: break;
    }
    return {down ? p.pressed : over ? p.hover : p.field, p.outline, p.text};
}
}

void ProxyStyle::drawPushButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Metrics &m = metrics();
    const ButtonRole role = buttonRole(widget);
    const bool enabled = option->state & State_Enabled;
    ButtonColors colors = buttonColors(role, option->state);
    if (!enabled) {
        colors.fill = colors.fill.isValid() ? faded(colors.fill) : QColor();
        colors.edge = colors.edge.isValid() ? faded(colors.edge) : QColor();
    }
    roundedBox(painter, option->rect, m.radius, colors.fill, colors.edge);
    if (!keyboardFocus(option))
        return;
    const bool filled = role == ButtonRole::Primary || role == ButtonRole::Danger;
    const QRectF ring = filled ? QRectF(option->rect).adjusted(3, 3, -3, -3) : QRectF(option->rect);
    roundedBox(painter, ring, filled ? m.radius - 3 : m.radius, {}, filled ? colors.text : palette().focus, m.focusWidth);
}

void ProxyStyle::drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    const ButtonRole role = buttonRole(widget);
    const bool enabled = option->state & State_Enabled;
    const bool filled = role == ButtonRole::Primary || role == ButtonRole::Danger;
    const QColor color = buttonColors(role, option->state).text;
    const Metrics &m = metrics();
    const int flags = Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::AlignVCenter;
    const QRect room = option->rect;
    const int iconSpace = button->icon.isNull() ? 0 : button->iconSize.width() + (button->text.isEmpty() ? 0 : m.gap);
    const int textWidth = qMin(option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() + 1, room.width() - iconSpace);
    const int start = room.x() + (room.width() - iconSpace - textWidth) / 2;
    if (iconSpace > 0) {
        const QRect box(start, room.center().y() - button->iconSize.height() / 2, button->iconSize.width(), button->iconSize.height());
        button->icon.paint(painter, visualRect(option->direction, room, box), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->setPen(enabled || filled ? color : faded(color));
    painter->drawText(visualRect(option->direction, room, QRect(start + iconSpace, room.y(), textWidth, room.height())), flags | int(Qt::AlignHCenter), button->text);
}

bool ProxyStyle::isChip(const QWidget *widget)
{
    const auto *button = qobject_cast<const QToolButton *>(widget);
    return button && button->icon().isNull() && !button->text().isEmpty() && button->arrowType() == Qt::NoArrow;
}

void ProxyStyle::drawToolButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &p = palette();
    const ButtonRole role = buttonRole(widget);
    QColor fill;
    if (role == ButtonRole::Primary)
        fill = buttonColors(role, option->state).fill;
    else if ((option->state & State_Sunken) || ((option->state & State_On) && role != ButtonRole::Link))
        fill = p.pressed; // a Link that is on (an unfolded heading) says so by its arrow
    else if (option->state.testFlags(State_MouseOver | State_Enabled))
        fill = p.hover;
    if (role == ButtonRole::Primary && !(option->state & State_Enabled))
        fill = faded(fill);
    roundedBox(painter, option->rect, toolRadius(option, widget), fill, {});
}

void ProxyStyle::drawToolButton(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button)
        return;
    // The ring goes round the whole button; the base style's own would be a box inside it.
    QStyleOptionToolButton copy = *button;
    copy.state &= ~State_HasFocus;
    if (!(copy.features & QStyleOptionToolButton::MenuButtonPopup))
        copy.features &= ~QStyleOptionToolButton::HasMenu; // that would add a tiny arrow in the corner
    QProxyStyle::drawComplexControl(CC_ToolButton, &copy, painter, widget);
    if (!keyboardFocus(option))
        return;
    const Palette &p = palette();
    const QColor ring = buttonRole(widget) == ButtonRole::Primary ? p.text : p.focus;
    roundedBox(painter, option->rect, toolRadius(option, widget), {}, ring, metrics().focusWidth);
}

void ProxyStyle::drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    // Editors inside a combo or spin box have their frame drawn by it.
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame && frame->lineWidth <= 0)
        return;
    if (widget && widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox"))
        return;
    const Palette &p = palette();
    const Metrics &m = metrics();
    const bool enabled = option->state & State_Enabled;
    const bool focus = enabled && (option->state & State_HasFocus);
    const bool wrong = widget && widget->property("invalid").toBool();
    const QColor edge = wrong ? p.danger : focus ? p.focus : enabled ? p.outline : p.line;
    roundedBox(painter, option->rect, m.radius, enabled ? p.field : p.hover, edge, focus || wrong ? m.focusWidth : 1);
}

void ProxyStyle::drawIndicator(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const
{
    const Palette &p = palette();
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & (State_On | State_NoChange);
    const int extent = qMin(option->rect.width(), option->rect.height());
    const QRectF box(option->rect.x() + (option->rect.width() - extent) / 2.0,
        option->rect.y() + (option->rect.height() - extent) / 2.0, extent, extent);
    const double radius = element == PE_IndicatorRadioButton ? extent / 2.0 : 5;
    const QColor accent = enabled ? p.accent : faded(p.accent);
    const QColor edge = over(p.textMuted, p.window);
    roundedBox(painter, box, radius, on ? accent : p.field, on ? QColor() : enabled ? edge : p.outline, 1.5);
    if (!on)
        return;
    if (element == PE_IndicatorRadioButton) {
        const double inset = extent * 0.3;
        roundedBox(painter, box.adjusted(inset, inset, -inset, -inset), extent, p.textOnAccent, {});
    } else if (option->state & State_NoChange) {
        roundedBox(painter, QRectF(box.center().x() - 4, box.center().y() - 1, 8, 2), 1, p.textOnAccent, {});
    } else {
        paintIcon(painter, box.adjusted(2, 2, -2, -2), Icon::Check, p.textOnAccent);
    }
}

void ProxyStyle::drawProgress(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const double part = double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    QRectF filled = bar->rect;
    filled.setWidth(qMax(filled.height(), filled.width() * qBound(0.0, part, 1.0)));
    if (bar->direction == Qt::RightToLeft)
        filled.moveRight(bar->rect.right() + 1);
    roundedBox(painter, filled, filled.height() / 2, palette().accent, {});
}

void ProxyStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const Palette &p = palette();
    const bool active = option->activeSubControls & SC_ScrollBarSlider;
    const bool down = active && (option->state & State_Sunken);
    const QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const double thin = active ? 2 : 3;
    const bool upright = bar->orientation == Qt::Vertical;
    const QRectF drawn = upright ? handle.adjusted(thin, 2, -thin, -2) : handle.adjusted(2, thin, -2, -thin);
    QColor color = p.textMuted;
    color.setAlphaF(down ? 0.85F : active ? 0.65F : 0.4F);
    roundedBox(painter, drawn, (upright ? drawn.width() : drawn.height()) / 2, color, {});
}

void ProxyStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!box)
        return;
    const Palette &p = palette();
    const Metrics &m = metrics();
    const bool focus = option->state.testFlags(State_HasFocus | State_Enabled);
    const QColor fill = (option->state & State_MouseOver) && !box->editable ? p.hover : p.field;
    roundedBox(painter, option->rect, m.radius, fill, focus ? p.focus : p.outline, focus ? m.focusWidth : 1);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    QRect symbol(0, 0, m.icon - 4, m.icon - 4);
    symbol.moveCenter(arrow.center());
    paintIcon(painter, symbol, Icon::ChevronDown, p.textMuted);
}

void ProxyStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &p = palette();
    const Metrics &m = metrics();
    const bool focus = option->state.testFlags(State_HasFocus | State_Enabled);
    roundedBox(painter, option->rect, m.radius, p.field, focus ? p.focus : p.outline, focus ? m.focusWidth : 1);
    for (const SubControl sub : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        if (!(option->subControls & sub))
            continue;
        const QRect rect = subControlRect(CC_SpinBox, option, sub, widget);
        const bool over = option->activeSubControls & sub;
        painter->save();
        painter->translate(QRectF(rect).center());
        if (sub == SC_SpinBoxUp)
            painter->rotate(180);
        paintIcon(painter, QRectF(-7, -7, 14, 14), Icon::ChevronDown, over ? p.text : p.textMuted);
        painter->restore();
    }
}

QRect ProxyStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const int arrow = 7 * metrics().unit;
        const QRect r = option->rect;
        if (sub == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(metrics().gap + 3, 1, -arrow, -1));
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - arrow, r.top(), arrow, r.height()));
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    // No arrow buttons: the groove is the whole bar.
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int handle = range <= 0 ? length
                                  : qBound(qMin(32, length), int(qint64(length) * bar->pageStep / (range + bar->pageStep)), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(0, from, bar->rect.width(), size)
                       : visualRect(bar->direction, bar->rect, QRect(from, 0, size, bar->rect.height()));
    };
    switch (sub) {
    case SC_ScrollBarSlider: return part(start, handle);
    case SC_ScrollBarGroove: return part(0, length);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + handle, length - start - handle);
    default: return {};
    }
}

}
