// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/phasedelegate.h"

#include "models/phasemodel.h"
#include "style/proxystyle.h"
#include "style/style.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{

namespace Role = models::PhaseRole;
using State = im::InspectedPhase::State;

constexpr int Edge = 8;
constexpr int Gap = 8;
constexpr int Between = 2; // two details

int markSide()
{
    return int(16 * style::metrics().scale);
}

//! One detail in lines of `width`, broken inside a word only where it is longer than that.
void layOut(QTextLayout &layout, int width, Qt::LayoutDirection direction)
{
    QTextOption option(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
}

int heightOf(const QString &detail, int width)
{
    QTextLayout layout(detail, style::fonts().small);
    layOut(layout, width, Qt::LeftToRight);
    return Between + int(std::ceil(layout.boundingRect().height()));
}

int heightOf(const QStringList &details, int width)
{
    int height = 0;
    for (const QString &detail : details)
        height += heightOf(detail, width);
    return height;
}

} // namespace

PhaseDelegate::PhaseDelegate(QListView *view) : QStyledItemDelegate(view), m_view(view)
{
}

//! What is left for words, the same whether there is a scroll bar or not: else a height would be for another width.
int PhaseDelegate::wordsWidth() const
{
    return m_view->width() - m_view->style()->pixelMetric(QStyle::PM_ScrollBarExtent) - 3 * Gap - markSide();
}

QSize PhaseDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int took = index.data(Role::Took).toString().isEmpty() ? 0 : QFontMetrics(style::fonts().small).height();
    return {m_view->viewport()->width(), 2 * Edge + QFontMetrics(style::fonts().strong).height() + took + heightOf(index.data(Role::Details).toStringList(), wordsWidth())};
}

void PhaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Palette &p = style::palette();
    const style::Fonts &f = style::fonts();
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const QRectF ground = QRectF(option.rect).adjusted(Gap / 2.0, 1, -Gap / 2.0, -1);
    if (selected || option.state & QStyle::State_MouseOver)
        style::roundedBox(painter, ground, style::metrics().radius, selected ? p.selected : p.hover, {});
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        style::roundedBox(painter, ground, style::metrics().radius, {}, p.focus, style::metrics().focusWidth);

    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    const int mark = markSide();
    const QRect all = option.rect.adjusted(Gap, Edge, -Gap, -Edge);
    const QRect words = mirrored ? all.adjusted(0, 0, -mark - Gap, 0) : all.adjusted(mark + Gap, 0, 0, 0);
    const int title = QFontMetrics(f.strong).height();
    const State state = State(index.data(Role::State).toInt());
    const style::Icon icon = state == State::Failed ? style::Icon::Alert : state == State::Done ? style::Icon::Check : style::Icon::Clock;
    const QColor color = state == State::Failed ? p.danger : state == State::Done ? p.accentText : p.textMuted;
    style::paintIcon(painter, QRectF(mirrored ? all.right() + 1 - mark : all.left(), all.top() + (title - mark) / 2.0, mark, mark), icon, color);

    painter->setFont(f.strong);
    painter->setPen(state == State::Failed ? p.danger : p.text);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->drawText(QRect(words.left(), words.top(), words.width(), title), int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(f.strong).elidedText(name, Qt::ElideRight, words.width()));
    painter->setFont(f.small);
    int top = words.top() + title;
    if (const QString took = index.data(Role::Took).toString(); !took.isEmpty()) {
        painter->setPen(p.accentText);
        const int height = QFontMetrics(f.small).height();
        painter->drawText(QRect(words.left(), top, words.width(), height), int(side | Qt::AlignVCenter) | Qt::TextSingleLine, took);
        top += height;
    }
    painter->setPen(p.textMuted);
    for (const QString &detail : index.data(Role::Details).toStringList()) {
        QTextLayout layout(detail, f.small);
        layOut(layout, wordsWidth(), option.direction);
        layout.draw(painter, QPointF(mirrored ? words.right() + 1 - wordsWidth() : words.left(), top + Between));
        top += heightOf(detail, wordsWidth());
    }
    painter->restore();
}

} // namespace views
