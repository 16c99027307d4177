// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagepainter.h"

#include "style/consistentcolor.h"
#include "style/proxystyle.h"
#include "style/style.h"
#include "widgets/avatar.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace widgets {

namespace {
QString words(const char *text)
{
    return QCoreApplication::translate("widgets::MessageView", text);
}

//! A bubble: large corners, small ones where it touches the neighbours of its run.
QPainterPath bubblePath(const QRectF &rect, double top, double bottom, bool tailAtRight)
{
    const double large = std::min<double>(style::metrics().radiusLarge, rect.height() / 2);
    const double corners[4] = {tailAtRight ? large : top, tailAtRight ? top : large, tailAtRight ? bottom : large,
        tailAtRight ? large : bottom}; // top left, top right, bottom right, bottom left
    QPainterPath path;
    path.moveTo(rect.left() + corners[0], rect.top());
    path.lineTo(rect.right() - corners[1], rect.top());
    path.arcTo(QRectF(rect.right() - 2 * corners[1], rect.top(), 2 * corners[1], 2 * corners[1]), 90, -90);
    path.lineTo(rect.right(), rect.bottom() - corners[2]);
    path.arcTo(QRectF(rect.right() - 2 * corners[2], rect.bottom() - 2 * corners[2], 2 * corners[2], 2 * corners[2]), 0, -90);
    path.lineTo(rect.left() + corners[3], rect.bottom());
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * corners[3], 2 * corners[3], 2 * corners[3]), 270, -90);
    path.lineTo(rect.left(), rect.top() + corners[0]);
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * corners[0], 2 * corners[0]), 180, -90);
    path.closeSubpath();
    return path;
}

QPainterPath bubblePath(const MessageLayout &l, const MessageContext &context)
{
    const double large = std::min<double>(style::metrics().radiusLarge, l.bubble.height() / 2);
    const bool right = l.data.own == (context.direction == Qt::LeftToRight);
    return bubblePath(l.bubble, l.firstInRun ? large : 5, l.lastInRun ? 5 : 5, right);
}

void paintLines(QPainter *painter, const MessageLayout &l)
{
    const style::Palette &p = style::palette();
    if (!l.noteRect.isNull()) {
        painter->setFont(style::fonts().small);
        painter->setPen(p.textMuted);
        painter->drawText(l.noteRect, Qt::AlignHCenter | Qt::TextWordWrap, l.data.note);
    }
    painter->setFont(style::fonts().smallStrong);
    if (!l.dateRect.isNull()) {
        style::roundedBox(painter, l.dateRect, l.dateRect.height() / 2, p.pressed, {});
        painter->setPen(p.textMuted);
        painter->drawText(l.dateRect, Qt::AlignCenter | Qt::TextSingleLine, l.dateText);
    }
    if (l.unreadRect.isNull())
        return;
    const QString label = words(QT_TRANSLATE_NOOP("widgets::MessageView", "New messages"));
    const double width = QFontMetricsF(painter->font()).horizontalAdvance(label) + 24;
    const double middle = std::round(l.unreadRect.center().y()) + 0.5;
    const double from = l.unreadRect.center().x() - width / 2, to = l.unreadRect.center().x() + width / 2;
    QColor line = p.accent;
    line.setAlphaF(0.5F);
    painter->setPen(line);
    painter->drawLine(QPointF(l.unreadRect.left() + 16, middle), QPointF(from, middle));
    painter->drawLine(QPointF(to, middle), QPointF(l.unreadRect.right() - 16, middle));
    painter->setPen(p.accentText);
    painter->drawText(l.unreadRect, Qt::AlignCenter | Qt::TextSingleLine, label);
}

void paintTick(QPainter *painter, const MessageLayout &l)
{
    const style::Palette &p = style::palette();
    const QColor muted = l.emojiOnly ? p.textMuted : p.bubbleOwnMuted;
    switch (l.data.state) {
    case MessageState::Sending: return style::paintIcon(painter, l.tickRect.adjusted(1, 1, -1, -1), style::Icon::Clock, muted);
    case MessageState::Sent: return style::paintIcon(painter, l.tickRect, style::Icon::Check, muted);
    case MessageState::Delivered: return style::paintIcon(painter, l.tickRect, style::Icon::Checks, muted);
    case MessageState::Read:
        return style::paintIcon(painter, l.tickRect, style::Icon::Checks, l.emojiOnly ? p.accentText : p.bubbleOwnAccent);
    case MessageState::Failed: return style::paintIcon(painter, l.tickRect, style::Icon::Alert, p.danger);
    case MessageState::None: break;
    }
}

void paintFooter(QPainter *painter, const MessageLayout &l, const MessageContext &context)
{
    const style::Palette &p = style::palette();
    painter->setFont(style::fonts().small);
    painter->setPen(l.emojiOnly ? p.textMuted : l.data.own ? p.bubbleOwnMuted : p.bubbleOtherMuted);
    const bool mirrored = context.direction == Qt::RightToLeft;
    const auto side = Qt::AlignAbsolute | (mirrored ? Qt::AlignRight : Qt::AlignLeft);
    painter->drawText(l.footerRect, int(side) | Qt::AlignVCenter | Qt::TextSingleLine, l.footerText);
    if (!l.tickRect.isEmpty())
        paintTick(painter, l);
}

void paintError(QPainter *painter, const MessageLayout &l, bool hovered)
{
    const style::Palette &p = style::palette();
    style::paintIcon(painter, l.errorIconRect, style::Icon::Alert, p.danger);
    l.error.draw(painter, l.errorRect.topLeft(), p.danger, {}, l.errorRect);
    style::roundedBox(painter, l.retryRect, l.retryRect.height() / 2, hovered ? p.dangerGround : p.window, p.danger);
    painter->setFont(style::fonts().smallStrong);
    painter->setPen(p.danger);
    painter->drawText(l.retryRect, Qt::AlignCenter | Qt::TextSingleLine, words(QT_TRANSLATE_NOOP("widgets::MessageView", "Retry")));
}

void paintContent(QPainter *painter, const MessageLayout &l, const MessageContext &context, const MessagePaintState &state,
    const QRectF &clip)
{
    const style::Palette &p = style::palette();
    const bool system = l.data.kind == MessageKind::System;
    if (!l.name.isEmpty()) {
        painter->setFont(style::fonts().smallStrong);
        painter->setPen(style::nameColor(l.data.avatarKey, p));
        const auto side = Qt::AlignAbsolute | (context.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        painter->drawText(l.nameRect, int(side) | Qt::AlignVCenter | Qt::TextSingleLine, l.name);
    }
    QColor color = l.data.own ? p.bubbleOwnText : p.bubbleOtherText;
    if (system)
        color = p.textMuted;
    else if (l.data.kind == MessageKind::Retracted)
        color = l.data.own ? p.bubbleOwnMuted : p.bubbleOtherMuted;
    const int length = int(l.text.text().size());
    QList<TextBlock::Selection> selections;
    for (const auto &[start, size] : l.found)
        selections.append({std::min(start, length), std::min(start + size, length), p.found, p.foundText});
    selections.append({std::min(state.selection.first, length), std::min(state.selection.second, length), p.selection, p.selectionText});
    l.text.draw(painter, l.textRect.topLeft(), color, selections, clip);
    if (l.cut) {
        painter->setFont(style::fonts().strong);
        painter->setPen(l.data.own ? p.bubbleOwnAccent : p.accentText);
        painter->drawText(l.showAllRect, Qt::AlignCenter | Qt::AlignVCenter | Qt::TextSingleLine,
            words(QT_TRANSLATE_NOOP("widgets::MessageView", "Show all")));
    }
    if (!system)
        paintFooter(painter, l, context);
}
}

void paintMessage(QPainter *painter, const MessageLayout &l, const MessageContext &context, const MessagePaintState &state,
    const QRectF &clip)
{
    const style::Palette &p = style::palette();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
    paintLines(painter, l);
    if (l.data.marked)
        style::roundedBox(painter, QRectF(8, l.content.top() - 4, context.width - 16, l.content.height() + 8), style::metrics().radius, p.selected, {});
    if (!l.avatarRect.isNull())
        paintAvatar(painter, l.avatarRect.toRect(), {l.data.avatarKey, spokenName(l.data), l.data.avatar}, p.ground);
    const QPainterPath path = l.bubble.isNull() ? QPainterPath() : bubblePath(l, context);
    if (!l.bubble.isNull())
        painter->fillPath(path, l.data.own ? p.bubbleOwn : p.bubbleOther);

    // Marks piled on a letter may reach far out of their line; they end at the bubble.
    painter->save();
    painter->setClipRect(l.content.adjusted(-2, -2, 2, 2), Qt::IntersectClip);
    paintContent(painter, l, context, state, clip);
    painter->restore();

    const QList<MessageAction> actions = l.actions();
    if (!l.retryRect.isNull()) {
        const bool hovered = state.hoveredAction >= 0 && state.hoveredAction < actions.size()
            && actions[state.hoveredAction].kind == MessageAction::Kind::Retry;
        paintError(painter, l, hovered);
    }
    if (state.current && state.focusedAction < 0) {
        painter->setPen(QPen(p.focus, style::metrics().focusWidth));
        painter->setBrush(Qt::NoBrush);
        if (l.bubble.isNull())
            painter->drawRoundedRect(l.content.adjusted(-4, -2, 4, 2), 8, 8);
        else
            painter->drawPath(path);
    }
    if (state.focusedAction >= 0 && state.focusedAction < actions.size()) {
        for (const QRectF &rect : l.actionRects(actions[state.focusedAction]))
            style::roundedBox(painter, rect.adjusted(-3, -1, 3, 1), 4, {}, p.focus, style::metrics().focusWidth);
    }
}

}
