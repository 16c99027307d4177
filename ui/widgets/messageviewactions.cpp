// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageaccessibility.h"
#include "widgets/messageview.h"
#include "widgets/messageview_p.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace widgets {

MessagePosition MessageViewPrivate::positionAt(const QPointF &point)
{
    arrange();
    const Placed *place = placedAt(point.y());
    if (!place)
        return {};
    return {place->row, window.at(place->row).positionAt(point - QPointF(0, place->y))};
}

int MessageViewPrivate::actionAt(const QPointF &point, int *row)
{
    arrange();
    const Placed *place = placedAt(point.y());
    *row = place ? place->row : -1;
    return place ? window.at(place->row).actionAt(point - QPointF(0, place->y)) : -1;
}

void MessageViewPrivate::trigger(int row, const MessageAction &action)
{
    const MessageLayout &layout = window.at(row);
    switch (action.kind) {
    case MessageAction::Kind::Retry:
        Q_EMIT q->retryRequested(layout.data.id);
        break;
    case MessageAction::Kind::ShowAll:
        focusedAction = -1;
        window.expand(row);
        touch();
        break;
    case MessageAction::Kind::Link:
        if (action.link >= 0 && action.link < layout.text.links().size())
            Q_EMIT q->linkActivated(layout.text.links()[action.link].url);
        break;
    }
}

void MessageViewPrivate::repaintRow(int row)
{
    if (const Placed *place = placed(row))
        q->viewport()->update(QRectF(0, place->y - 4, q->viewport()->width(), place->height + 8).toAlignedRect());
}

void MessageViewPrivate::setHover(int row, int action)
{
    if (action < 0)
        row = -1;
    if (row == hoverRow && action == hoverAction)
        return;
    repaintRow(hoverRow);
    hoverRow = row;
    hoverAction = action;
    repaintRow(row);
}

void MessageViewPrivate::setCurrent(int row)
{
    if (row == current)
        return;
    repaintRow(current);
    current = row;
    focusedAction = -1;
    if (row < 0)
        return;
    ensureVisible(row);
    repaintRow(row);
    if (q->hasFocus())
        accessibility::focused(q, row);
}

void MessageViewPrivate::setFocusedAction(int action)
{
    focusedAction = action;
    showCurrent = true;
    const MessageLayout &layout = window.at(current);
    const QList<MessageAction> actions = layout.actions();
    if (action >= 0 && action < actions.size()) {
        const QList<QRectF> rects = layout.actionRects(actions[action]);
        if (!rects.isEmpty())
            ensureVisible(current, rects.constFirst().adjusted(0, -8, 0, 8));
    }
    q->viewport()->update();
    accessibility::focused(q, current, action);
}

void MessageViewPrivate::selectWord(const MessagePosition &at)
{
    if (at.row < 0)
        return;
    const QString &text = window.at(at.row).text.text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(std::min<qsizetype>(at.offset, text.size()));
    const qsizetype start = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    finder.setPosition(std::min<qsizetype>(at.offset, text.size()));
    const qsizetype end = finder.toNextBoundary();
    selection.set({at.row, int(std::max<qsizetype>(0, start))}, {at.row, int(end < 0 ? text.size() : end)});
    q->viewport()->update();
}

void MessageViewPrivate::offerPrimary() const
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && !selection.isEmpty())
        clipboard->setText(selection.text(model), QClipboard::Selection);
}

bool MessageViewPrivate::moveCurrent(int by)
{
    arrange();
    if (count() == 0)
        return false;
    showCurrent = true;
    if (current < 0) {
        setCurrent(by < 0 ? q->lastVisibleRow() : q->firstVisibleRow());
        q->viewport()->update();
        return true;
    }
    // A message taller than the window is read through before the next one is gone to.
    const Placed *place = placed(current);
    const double bottom = viewportHeight() - footerHeight();
    if (place && place->height > bottom && (by > 0 ? place->y + place->height > bottom + 1 : place->y < -1)) {
        scrollBy(by * bottom / 3);
        return true;
    }
    setCurrent(std::clamp(current + by, 0, count() - 1));
    q->viewport()->update();
    return true;
}

void MessageViewPrivate::movePage(int direction)
{
    showCurrent = true;
    scrollBy(direction * (viewportHeight() - footerHeight() - 40));
    const int row = direction > 0 ? q->lastVisibleRow() : q->firstVisibleRow();
    if (row < 0)
        return;
    repaintRow(current);
    current = row; // already on the screen, in part at least: no further scrolling
    focusedAction = -1;
    q->viewport()->update();
    accessibility::focused(q, row);
}

bool MessageViewPrivate::cycleActions(bool next)
{
    arrange();
    if (visible.empty())
        return false;
    const int start = current >= 0 && placed(current) ? current : next ? visible.front().row : visible.back().row;
    const int step = next ? 1 : -1;
    for (int row = start; placed(row); row += step) {
        const int size = int(window.at(row).actions().size());
        int action = next ? 0 : size - 1;
        if (row == current && focusedAction >= 0)
            action = focusedAction + step;
        else if (row == current && !next)
            continue; // backwards from the row itself, not into its own links
        if (action < 0 || action >= size)
            continue;
        if (row != current) {
            repaintRow(current);
            current = row;
        }
        setFocusedAction(action);
        return true;
    }
    return false;
}

}
