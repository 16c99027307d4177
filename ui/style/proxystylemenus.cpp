// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/proxystyle.h"
#include "style/style.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOption>

namespace style {

void ProxyStyle::drawItemPanel(const QStyleOption *option, QPainter *painter) const
{
    const Palette &p = palette();
    const QRectF rect = QRectF(option->rect).adjusted(2, 1, -2, -1);
    if (option->state & State_Selected)
        roundedBox(painter, rect, metrics().radius, p.selected, {});
    else if (option->state & State_MouseOver)
        roundedBox(painter, rect, metrics().radius, p.hover, {});
}

QSize ProxyStyle::menuItemSize(const QStyleOption *option, const QSize &size) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const Metrics &m = metrics();
    if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
        return {size.width(), 2 * m.unit + 1};
    return {size.width() + 6 * m.unit, qMax(size.height(), m.control - m.unit)};
}

void ProxyStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Palette &p = palette();
    const Metrics &m = metrics();
    const QRect rect = item->rect;
    painter->fillRect(rect, p.raised);
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return painter->fillRect(QRect(rect.x() + m.gap, rect.center().y(), rect.width() - 2 * m.gap, 1), p.line);

    const bool enabled = item->state & State_Enabled;
    if (enabled && (item->state & State_Selected))
        roundedBox(painter, QRectF(rect).adjusted(m.unit, 0, -m.unit, 0), m.radius - 2, p.selected, {});

    const auto place = [&](int x, int width) {
        return visualRect(item->direction, rect, QRect(rect.x() + x, rect.y(), width, rect.height()));
    };
    const QRect symbol = place(3 * m.unit, m.icon);
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked)
        paintIcon(painter, symbol, Icon::Check, p.accentText);
    else if (!item->icon.isNull())
        item->icon.paint(painter, symbol.x(), symbol.y() + (symbol.height() - m.icon) / 2, m.icon, m.icon);

    QColor color = item->palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    if (widget && enabled && widget->property("dangerAction").toBool())
        color = p.danger;
    painter->setPen(color);
    painter->setFont(item->font); // the painter's direction turns left and right round by itself
    const int lead = item->maxIconWidth > 0 || item->menuHasCheckableItems ? 5 * m.unit + m.icon : 4 * m.unit;
    const int trail = 4 * m.unit;
    const QRect area = place(lead, rect.width() - lead - trail);
    const QStringList parts = item->text.split(QLatin1Char('\t'));
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    painter->drawText(area, flags | int(Qt::AlignLeft), parts.value(0));
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = place(rect.width() - trail - m.unit, trail);
        paintIcon(painter, arrow, Icon::ChevronRight, p.textMuted);
    } else if (parts.size() > 1) {
        painter->setPen(p.textMuted);
        painter->drawText(area, flags | int(Qt::AlignRight), parts.value(1));
    }
}

void ProxyStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const Palette &p = palette();
    const Metrics &m = metrics();
    const QRectF rect = option->rect;
    if (option->state & State_MouseOver && !(option->state & State_Selected))
        roundedBox(painter, rect.adjusted(2, 4, -2, -4), m.radius, p.hover, {});
    if (option->state & State_Selected)
        roundedBox(painter, QRectF(rect.x() + m.gap, rect.bottom() - 3, rect.width() - 2 * m.gap, 3), 1.5, p.accent, {});
}

}
