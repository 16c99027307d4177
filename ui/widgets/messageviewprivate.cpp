// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageview_p.h"

#include "style/style.h"
#include "widgets/messageaccessibility.h"

#include <QAbstractItemModel>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr double TopPad = 8;
constexpr int Unit = 64; // scroll bar units a row
constexpr int NearEnd = 12; // rows from an end at which more are asked for
constexpr int SearchReach = 5000; // rows looked at on each side for a message whose row is not known
}

MessageViewPrivate::MessageViewPrivate(MessageView *view)
    : q(view), pill(new ScrollPill(view->viewport()))
{
    pill->hide();
    QObject::connect(pill, &QAbstractButton::clicked, q, &MessageView::scrollToBottom);
}

int MessageViewPrivate::count() const
{
    return model ? model->rowCount() : 0;
}

QModelIndex MessageViewPrivate::index(int row) const
{
    return model ? model->index(row, 0) : QModelIndex();
}

double MessageViewPrivate::viewportHeight() const
{
    return q->viewport()->height();
}

double MessageViewPrivate::footerHeight() const
{
    // Always kept free, so that nothing moves when somebody begins to type.
    return std::ceil(QFontMetricsF(style::fonts().small).height()) + 10;
}

const MessageViewPrivate::Placed *MessageViewPrivate::placedAt(double y) const
{
    const Placed *found = nullptr;
    for (const Placed &place : visible) {
        if (!found || place.y <= y)
            found = &place;
    }
    return found;
}

const MessageViewPrivate::Placed *MessageViewPrivate::placed(int row) const
{
    const auto it = std::ranges::find(visible, row, &Placed::row);
    return it == visible.end() ? nullptr : &*it;
}

void MessageViewPrivate::touch()
{
    dirty = true;
    q->viewport()->update();
    if (!teller.isActive())
        teller.start(0, q);
}

void MessageViewPrivate::arrange()
{
    if (!dirty)
        return;
    dirty = false;
    visible.clear();
    window.setContext({double(q->viewport()->width()), q->layoutDirection(), senders == SenderDisplay::Shown, QDate::currentDate()});
    const int rows = count();
    const double bottom = viewportHeight() - footerHeight();
    if (rows == 0) {
        stuck = true;
        anchorRow = 0;
        placePill();
        return;
    }
    anchorRow = std::clamp(anchorRow, 0, rows - 1);
    double y = anchorOffset - window.at(anchorRow).anchorY;

    // Down from the anchor; when that ends above the bottom edge, we are at the bottom.
    if (!stuck) {
        double end = y;
        int row = anchorRow;
        for (; row < rows && end <= bottom; ++row)
            end += window.at(row).height;
        stuck = row == rows && end <= bottom;
    }
    if (stuck) {
        anchorRow = rows - 1;
        y = bottom - window.at(anchorRow).height;
    }
    // Up to the top edge; the oldest row never hangs below it unless everything fits.
    int first = anchorRow;
    while (first > 0 && y > 0)
        y -= window.at(--first).height;
    if (first == 0 && y > TopPad && !stuck)
        y = TopPad;
    for (int row = first; row < rows && y < viewportHeight(); ++row) {
        const double height = window.at(row).height;
        if (y + height > 0)
            visible.push_back({row, y, height});
        y += height;
    }
    if (!stuck && !visible.empty() && visible.back().row == rows - 1 && y <= bottom) {
        stuck = true; // short history: it hangs from the bottom
        dirty = true;
        return arrange();
    }
    if (!visible.empty()) {
        anchorRow = visible.front().row;
        anchorOffset = visible.front().y + window.at(anchorRow).anchorY;
        anchorId = window.at(anchorRow).data.id;
        window.trim(visible.front().row, visible.back().row);
    }

    if (!q->verticalScrollBar()->isSliderDown()) {
        QScrollBar *bar = q->verticalScrollBar();
        const bool all = stuck && !visible.empty() && visible.front().row == 0 && visible.front().y >= 0;
        const int page = std::max(1, int(viewportHeight() / window.averageHeight() * Unit));
        const qint64 range = qint64(rows) * Unit - page;
        const int maximum = all ? 0 : int(std::clamp<qint64>(range, 2, std::numeric_limits<int>::max() / 2));
        const double top = visible.empty() ? 0 : visible.front().row - visible.front().y / std::max(1.0, visible.front().height);
        syncing = true;
        bar->setPageStep(page);
        bar->setSingleStep(Unit);
        bar->setRange(0, maximum);
        const bool atTop = !visible.empty() && visible.front().row == 0 && visible.front().y >= 0;
        bar->setValue(stuck ? maximum : atTop ? 0 : std::clamp(int(top * Unit), 1, std::max(1, maximum - 1)));
        syncing = false;
    }
    placePill();
}

void MessageViewPrivate::scrollBy(double dy)
{
    arrange();
    if (visible.empty())
        return;
    if (dy > 0 && stuck)
        return;
    if (dy < 0 && visible.front().row == 0 && visible.front().y >= 0)
        return;
    stuck = false;
    anchorOffset -= dy;
    touch();
    arrange();
}

void MessageViewPrivate::stick()
{
    stuck = true;
    touch();
    arrange();
}

void MessageViewPrivate::anchorTo(int row, double offset)
{
    stuck = false;
    anchorRow = row;
    anchorOffset = offset;
    touch();
    arrange();
}

void MessageViewPrivate::ensureVisible(int row)
{
    if (row < 0 || row >= count())
        return;
    arrange();
    ensureVisible(row, QRectF(0, 0, 1, window.at(row).height));
}

void MessageViewPrivate::ensureVisible(int row, const QRectF &rect)
{
    arrange();
    const double bottom = viewportHeight() - footerHeight();
    const double anchorY = window.at(row).anchorY;
    const Placed *place = placed(row);
    const double top = place ? place->y + rect.top() : row < anchorRow ? -1 : bottom + 1;
    const double end = place ? place->y + rect.bottom() : top + rect.height();
    if (top >= 0 && end <= bottom)
        return;
    if (row == count() - 1 && end > bottom && rect.height() <= bottom)
        return stick();
    const double offset = anchorY - rect.top();
    if (top < 0 || rect.height() > bottom)
        anchorTo(row, offset + TopPad);
    else
        anchorTo(row, offset + bottom - rect.height());
}

void MessageViewPrivate::scrollBarMoved()
{
    if (syncing || count() == 0)
        return;
    const QScrollBar *bar = q->verticalScrollBar();
    if (bar->value() >= bar->maximum())
        return stick();
    const int row = std::clamp(bar->value() / Unit, 0, count() - 1);
    dirty = true;
    window.setContext(window.context());
    const MessageLayout &layout = window.at(row);
    const double part = double(bar->value() % Unit) / Unit;
    anchorTo(row, layout.anchorY - part * layout.height + (bar->value() == 0 ? TopPad : 0));
}

void MessageViewPrivate::placePill()
{
    const bool show = (!stuck || listEnd == ListEnd::Earlier) && count() > 0;
    if (show) {
        pill->setCount(unseen);
        const int margin = 16;
        const int x = q->layoutDirection() == Qt::RightToLeft ? margin : q->viewport()->width() - pill->width() - margin;
        pill->move(x, q->viewport()->height() - pill->height() - margin);
    }
    if (pill->isHidden() == show)
        pill->setVisible(show);
}

void MessageViewPrivate::setUnseen(int value)
{
    if (unseen == value)
        return;
    unseen = value;
    placePill();
    Q_EMIT q->unseenCountChanged(value);
}

void MessageViewPrivate::tell()
{
    if (!q->isVisible())
        return;
    arrange();
    if (stuck)
        setUnseen(0);
    if (stuck != toldBottom) {
        toldBottom = stuck;
        Q_EMIT q->atBottomChanged(stuck);
    }
    const std::pair<int, int> range{q->firstVisibleRow(), q->lastVisibleRow()};
    if (range != toldRange) {
        toldRange = range;
        if (range.first >= 0)
            Q_EMIT q->visibleRangeChanged(range.first, range.second);
    }
    if (!toldTop && range.first >= 0 && range.first < NearEnd) {
        toldTop = true;
        Q_EMIT q->reachedTop();
    }
    const bool nearEnd = range.second >= 0 && range.second >= count() - NearEnd;
    if (nearEnd && !toldEnd) {
        toldEnd = true;
        Q_EMIT q->reachedEnd();
    } else if (!nearEnd) {
        toldEnd = false;
    }
}

void MessageViewPrivate::restyle()
{
    // The scroll bar's groove is a part of the ground.
    QPalette colors = q->verticalScrollBar()->palette();
    if (colors.color(QPalette::Window) != style::palette().ground) {
        colors.setColor(QPalette::Window, style::palette().ground);
        q->verticalScrollBar()->setPalette(colors);
    }
    window.clear();
    touch();
}

void MessageViewPrivate::connectModel()
{
    for (const QMetaObject::Connection &connection : connections)
        QObject::disconnect(connection);
    connections.clear();
    if (!model)
        return;
    using Model = QAbstractItemModel;
    connections << QObject::connect(model, &Model::rowsInserted, q,
        [this](const QModelIndex &parent, int first, int last) { if (!parent.isValid()) rowsInserted(first, last); });
    connections << QObject::connect(model, &Model::rowsRemoved, q,
        [this](const QModelIndex &parent, int first, int last) { if (!parent.isValid()) rowsRemoved(first, last); });
    connections << QObject::connect(model, &Model::dataChanged, q, [this](const QModelIndex &first, const QModelIndex &last) {
        window.changed(first.row(), last.row());
        accessibility::rowsChanged(q, first.row(), last.row());
        touch();
    });
    connections << QObject::connect(model, &Model::modelReset, q, [this] { rowsReset(); });
    connections << QObject::connect(model, &Model::layoutChanged, q, [this] { rowsReset(); });
    connections << QObject::connect(model, &Model::rowsMoved, q, [this] { rowsReset(); });
    connections << QObject::connect(model, &QObject::destroyed, q, [this] { rowsReset(); });
}

void MessageViewPrivate::rowsInserted(int first, int last)
{
    const int added = last - first + 1;
    const bool atEnd = last == count() - 1;
    const bool wasEmpty = count() == added;
    const bool isNews = atEnd && listEnd == ListEnd::Newest;
    if (atEnd && !isNews)
        stuck = false; // one reads on from where one is
    window.inserted(first, added);
    selection.inserted(first, added);
    if (!stuck && first <= anchorRow)
        anchorRow += added;
    if (current >= first)
        current += added;
    setHover(-1, -1);
    accessibility::rowsInserted(q, first, added);
    toldTop = false;
    if (isNews && !wasEmpty) {
        int others = 0;
        for (int row = first; row <= last && others < 1000; ++row)
            others += !index(row).data(MessageRole::Own).toBool() && index(row).data(MessageRole::Kind).toInt() == int(MessageKind::Text);
        const QModelIndex newest = index(last);
        const bool written = newest.data(MessageRole::Own).toBool()
            && newest.data(MessageRole::State).toInt() == int(MessageState::Sending);
        if (written)
            stuck = true; // what one just sent is what one wants to see
        else if (!stuck)
            setUnseen(unseen + others);
        announce(first, last);
    } else if (isNews && expectsNews) {
        announce(first, last);
    }
    touch();
}

void MessageViewPrivate::rowsRemoved(int first, int last)
{
    const int gone = last - first + 1;
    window.removed(first, gone);
    selection.removed(first, gone);
    if (!stuck && anchorRow > last)
        anchorRow -= gone;
    else if (!stuck && anchorRow >= first)
        anchorRow = std::max(0, first);
    if (current > last)
        current -= gone;
    else if (current >= first)
        current = std::min(first, count() - 1);
    focusedAction = -1;
    setHover(-1, -1);
    accessibility::rowsRemoved(q, first, gone);
    toldTop = false;
    touch();
}

void MessageViewPrivate::rowsReset()
{
    window.clear();
    selection.clear();
    const int found = stuck ? -1 : findRow(anchorId, anchorRow);
    if (found < 0) {
        stuck = true;
        setUnseen(0);
    }
    anchorRow = std::max(0, found);
    current = focusedAction = hoverRow = hoverAction = -1;
    toldTop = toldEnd = false;
    toldRange = {-1, -1};
    accessibility::reset(q);
    touch();
}

int MessageViewPrivate::findRow(const QString &id, int near) const
{
    const int rows = count();
    for (int distance = 0; distance < SearchReach && !id.isEmpty(); ++distance) {
        for (const int row : {near - distance, near + distance}) {
            if (row >= 0 && row < rows && index(row).data(MessageRole::Id).toString() == id)
                return row;
        }
    }
    return -1;
}

}
