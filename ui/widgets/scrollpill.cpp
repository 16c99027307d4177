// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrollpill.h"

#include "style/proxystyle.h"
#include "style/style.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int Shadow = 3;
}

ScrollPill::ScrollPill(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName("scrollToNewest"_L1);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus); // End does it from the keyboard
    setAttribute(Qt::WA_Hover);
    setCount(0);
}

void ScrollPill::setCount(int count)
{
    m_count = count;
    setText(count > 0 ? tr("%n new", nullptr, count) : QString());
    setAccessibleName(count > 0 ? tr("%n new messages, go to the newest", nullptr, count) : tr("Go to the newest message"));
    resize(sizeHint());
    update();
}

QSize ScrollPill::sizeHint() const
{
    const style::Metrics &m = style::metrics();
    const int height = m.control + 2 * Shadow;
    if (m_count <= 0)
        return {height, height};
    return {QFontMetrics(style::fonts().smallStrong).horizontalAdvance(text()) + m.icon + 7 * m.unit + 2 * Shadow, height};
}

void ScrollPill::paintEvent(QPaintEvent *)
{
    const style::Palette &p = style::palette();
    const style::Metrics &m = style::metrics();
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(Shadow, Shadow, -Shadow, -Shadow);
    const double radius = box.height() / 2;
    QColor shadow = p.shadow;
    shadow.setAlpha(shadow.alpha() / 3);
    for (int i = Shadow; i > 0; --i)
        style::roundedBox(&painter, box.adjusted(-i, -i + 1, i, i), radius + i, shadow, {});
    style::roundedBox(&painter, box, radius, isDown() ? p.pressed : underMouse() ? p.hover : p.raised, p.line);

    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double side = m_count > 0 ? 3 * m.unit : (box.width() - m.icon) / 2;
    const double x = mirrored ? box.left() + side : box.right() - side - m.icon;
    style::paintIcon(&painter, QRectF(x, box.center().y() - m.icon / 2.0, m.icon, m.icon), style::Icon::ArrowDown,
        m_count > 0 ? p.accentText : p.textMuted);
    if (m_count <= 0)
        return;
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setFont(style::fonts().smallStrong);
    painter.setPen(p.accentText);
    const double lead = 4 * m.unit;
    const QRectF area = mirrored ? box.adjusted(side + m.icon, 0, -lead, 0) : box.adjusted(lead, 0, -side - m.icon, 0);
    painter.drawText(area, Qt::AlignVCenter | Qt::TextSingleLine | int(Qt::AlignAbsolute | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), QAbstractButton::text());
}

}
