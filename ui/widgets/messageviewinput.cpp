// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style.h"
#include "widgets/messageaccessibility.h"
#include "widgets/messageview.h"
#include "widgets/messageview_p.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QStyleHints>
#include <QToolTip>

namespace widgets {

void MessageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        return event->ignore(); // zoom is the window's
    const double line = QFontMetricsF(style::fonts().base).height();
    const double dy = event->pixelDelta().isNull()
        ? event->angleDelta().y() / 120.0 * QApplication::wheelScrollLines() * line
        : event->pixelDelta().y();
    d->scrollBy(-dy);
    event->accept();
}

void MessageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    d->showCurrent = false;
    const bool again = d->clickTimer.isValid()
        && d->clickTimer.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval()
        && (event->position() - d->pressPoint).manhattanLength() < QApplication::startDragDistance();
    d->clicks = again ? d->clicks + 1 : 1;
    d->clickTimer.start();
    d->pressPoint = d->lastPoint = event->position();
    d->moved = false;
    d->selecting = true;
    const MessagePosition at = d->positionAt(event->position());
    if (at.row < 0)
        return;
    d->current = at.row;
    d->focusedAction = -1;
    if (d->clicks >= 3)
        d->selection.set({at.row, 0}, {at.row, MessageSelection::End});
    else if ((event->modifiers() & Qt::ShiftModifier) && d->selection.isStarted())
        d->selection.extend(at);
    else
        d->selection.start(at);
    viewport()->update();
}

void MessageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    d->clicks = 2;
    d->clickTimer.start();
    d->pressPoint = event->position();
    d->selectWord(d->positionAt(event->position()));
    d->moved = true;
}

void MessageView::mouseMoveEvent(QMouseEvent *event)
{
    d->lastPoint = event->position();
    if (!(event->buttons() & Qt::LeftButton) || !d->selecting) {
        int row = -1;
        const int action = d->actionAt(event->position(), &row);
        d->setHover(row, action);
        const MessageLayout *layout = row >= 0 ? d->window.find(row) : nullptr;
        const auto *place = d->placed(row);
        const bool text = layout && place && layout->textRect.contains(event->position() - QPointF(0, place->y));
        viewport()->setCursor(action >= 0 ? Qt::PointingHandCursor : text ? Qt::IBeamCursor : Qt::ArrowCursor);
        return;
    }
    if ((event->position() - d->pressPoint).manhattanLength() >= QApplication::startDragDistance())
        d->moved = true;
    if (!d->moved || d->clicks > 1)
        return;
    d->selection.extend(d->positionAt(event->position()));
    const bool outside = event->position().y() < 0 || event->position().y() > viewport()->height();
    if (outside && !d->autoScroll.isActive())
        d->autoScroll.start(30, this);
    else if (!outside)
        d->autoScroll.stop();
    viewport()->update();
}

void MessageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    d->autoScroll.stop();
    d->selecting = false;
    d->offerPrimary();
    if (d->moved || d->clicks > 1)
        return;
    int row = -1;
    const int action = d->actionAt(event->position(), &row);
    if (action >= 0)
        d->trigger(row, d->window.at(row).actions().at(action));
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    d->arrange();
    int row = d->current;
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const auto *place = d->placedAt(event->pos().y());
        row = place ? place->row : -1;
    } else if (row >= 0) {
        at = viewport()->mapToGlobal(bubbleRect(row).center());
    }
    if (row >= 0 && row < d->count())
        Q_EMIT contextMenuRequested(d->window.at(row).data.id, at);
    event->accept();
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Up: d->moveCurrent(-1); return;
    case Qt::Key_Down: d->moveCurrent(1); return;
    case Qt::Key_PageUp: d->movePage(-1); return;
    case Qt::Key_PageDown: d->movePage(1); return;
    case Qt::Key_Home:
    case Qt::Key_End:
        d->showCurrent = true;
        d->setCurrent(event->key() == Qt::Key_Home ? 0 : d->count() - 1);
        if (event->key() == Qt::Key_End)
            scrollToBottom();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (d->current >= 0 && d->focusedAction >= 0) {
            d->trigger(d->current, d->window.at(d->current).actions().value(d->focusedAction));
            return;
        }
        break;
    case Qt::Key_Escape:
        if (hasSelection())
            return clearSelection();
        break;
    default: break;
    }
    event->ignore();
}

bool MessageView::focusNextPrevChild(bool next)
{
    if (hasFocus() && d->cycleActions(next))
        return true;
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void MessageView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::OtherFocusReason;
    d->showCurrent = keyboard;
    d->focusedAction = -1;
    if (keyboard && (d->current < 0 || !d->placed(d->current)))
        d->current = lastVisibleRow();
    viewport()->update();
}

void MessageView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool MessageView::event(QEvent *event)
{
    // Copying is ours even where a window's shortcut of the same keys exists.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll))
            event->accept();
    }
    return QAbstractScrollArea::event(event);
}

bool MessageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        d->setHover(-1, -1);
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    d->arrange();
    const auto *place = d->placedAt(help->pos().y());
    const MessageLayout *layout = place ? d->window.find(place->row) : nullptr;
    if (!layout || !layout->footerRect.translated(0, place->y).contains(help->pos())) {
        QToolTip::hideText();
        return true;
    }
    QString text = QLocale().toString(layout->data.time, QLocale::LongFormat);
    if (layout->data.delayed)
        text += u'\n' + tr("Arrived later than it was sent");
    QToolTip::showText(help->globalPos(), text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), viewport());
    return true;
}

void MessageView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == d->teller.timerId()) {
        d->teller.stop();
        d->tell();
    } else if (event->timerId() == d->autoScroll.timerId()) {
        const double y = d->lastPoint.y();
        d->scrollBy(y < 0 ? y / 2 : (y - viewport()->height()) / 2);
        d->selection.extend(d->positionAt(d->lastPoint));
        viewport()->update();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

}
