// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageview.h"

#include "style/style.h"
#include "widgets/focusedrow.h"
#include "widgets/messageaccessibility.h"
#include "widgets/messagepainter.h"
#include "widgets/messageview_p.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace widgets {

MessageView::MessageView(QWidget *parent)
    : QAbstractScrollArea(parent), d(std::make_unique<MessageViewPrivate>(this))
{
    accessibility::install();
    setObjectName("messages"_L1);
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always on, painted only when there is something to scroll: a bar that comes and goes would reflow every message.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 80);
    tellFocusedRow(this);
    connect(style::changes(), &style::Changes::changed, this, [this] { d->restyle(); });
    d->restyle();
    connect(verticalScrollBar(), &QScrollBar::sliderReleased, this, [this] { d->touch(); });
}

MessageView::~MessageView()
{
    accessibility::forget(this);
    for (const QMetaObject::Connection &connection : d->connections)
        disconnect(connection);
}

void MessageView::setModel(QAbstractItemModel *model)
{
    if (d->model == model)
        return;
    d->model = model;
    d->connectModel();
    d->window.setModel(model);
    d->stuck = true;
    d->rowsReset();
    d->setUnseen(0);
    d->listEnd = ListEnd::Newest;
    d->expectsNews = false;
}

void MessageView::expectNews()
{
    d->expectsNews = true;
}

QAbstractItemModel *MessageView::model() const
{
    return d->model;
}

void MessageView::setSenderDisplay(SenderDisplay display)
{
    d->senders = display;
    d->touch();
}

void MessageView::setListEnd(ListEnd end)
{
    d->listEnd = end;
    d->touch();
}

void MessageView::setFooterText(const QString &text)
{
    if (d->footer == text)
        return;
    d->footer = text;
    viewport()->update();
}

bool MessageView::isAtBottom() const
{
    d->arrange();
    return d->stuck;
}

int MessageView::unseenCount() const
{
    return d->unseen;
}

int MessageView::firstVisibleRow() const
{
    d->arrange();
    return d->visible.empty() ? -1 : d->visible.front().row;
}

int MessageView::lastVisibleRow() const
{
    d->arrange();
    return d->visible.empty() ? -1 : d->visible.back().row;
}

QRect MessageView::visualRect(int row) const
{
    d->arrange();
    const auto *place = d->placed(row);
    return place ? QRectF(0, place->y, viewport()->width(), place->height).toAlignedRect() : QRect();
}

QRect MessageView::bubbleRect(int row) const
{
    d->arrange();
    const auto *place = d->placed(row);
    return place ? d->window.at(row).content.translated(0, place->y).toAlignedRect() : QRect();
}

void MessageView::scrollToBottom()
{
    if (d->listEnd == ListEnd::Earlier)
        return Q_EMIT newestRequested();
    d->stick();
}

void MessageView::scrollToRow(int row)
{
    if (row < 0 || row >= d->count())
        return;
    d->touch();
    d->window.setContext({double(viewport()->width()), layoutDirection(), d->senders == SenderDisplay::Shown, QDate::currentDate()});
    const MessageLayout &layout = d->window.at(row);
    const double room = d->viewportHeight() - d->footerHeight();
    d->anchorTo(row, qMax(8.0, (room - layout.content.height()) / 2) + layout.anchorY - layout.content.top());
}

bool MessageView::scrollToMessage(const QString &id)
{
    d->arrange();
    int row = d->findRow(id, d->anchorRow);
    if (row < 0 && d->model) {
        const QModelIndexList found = d->model->match(d->index(0), MessageRole::Id, id, 1, Qt::MatchExactly);
        row = found.isEmpty() ? -1 : found.front().row();
    }
    scrollToRow(row);
    return row >= 0;
}

void MessageView::scrollByPixels(int dy)
{
    d->scrollBy(dy);
}

int MessageView::currentRow() const
{
    return d->current;
}

void MessageView::setCurrentRow(int row)
{
    d->setCurrent(row >= 0 && row < d->count() ? row : -1);
}

QString MessageView::selectedText() const
{
    return d->selection.text(d->model);
}

bool MessageView::hasSelection() const
{
    return !d->selection.isEmpty();
}

void MessageView::selectAll()
{
    if (d->count() > 0)
        d->selection.set({0, 0}, {d->count() - 1, MessageSelection::End});
    viewport()->update();
}

void MessageView::clearSelection()
{
    d->selection.clear();
    viewport()->update();
}

void MessageView::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

QString MessageView::accessibleRowText(int row) const
{
    const QModelIndex index = d->index(row);
    const QString own = index.data(Qt::AccessibleTextRole).toString();
    return !own.isEmpty() || !index.isValid() ? own : accessibleText(readMessage(index));
}

void MessageView::paintEvent(QPaintEvent *event)
{
    d->arrange();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), style::palette().ground);
    for (const auto &place : d->visible) {
        const QRectF area(0, place.y, viewport()->width(), place.height);
        if (!area.adjusted(0, -4, 0, 4).intersects(event->rect()))
            continue;
        MessagePaintState state;
        state.selection = d->selection.inRow(place.row);
        state.hoveredAction = place.row == d->hoverRow ? d->hoverAction : -1;
        state.current = place.row == d->current && d->showCurrent && hasFocus();
        state.focusedAction = state.current ? d->focusedAction : -1;
        painter.save();
        painter.translate(0, place.y);
        paintMessage(&painter, d->window.at(place.row), d->window.context(), state, QRectF(event->rect()).translated(0, -place.y));
        painter.restore();
    }
    if (d->footer.isEmpty() || !d->stuck)
        return;
    painter.setFont(style::fonts().small);
    painter.setPen(style::palette().textMuted);
    const QRectF strip = QRectF(0, viewport()->height() - d->footerHeight(), viewport()->width(), d->footerHeight()).adjusted(20, 0, -20, 0);
    const QString text = QFontMetricsF(painter.font()).elidedText(d->footer.simplified(), Qt::ElideRight, strip.width());
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto side = Qt::AlignAbsolute | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    painter.drawText(strip, int(side) | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void MessageView::resizeEvent(QResizeEvent *)
{
    d->touch();
}

void MessageView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    d->touch();
}

void MessageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PaletteChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LocaleChange:
    case QEvent::LanguageChange:
        setAccessibleName(tr("Messages"));
        if (d)
            d->restyle();
        break;
    default: break;
    }
}

void MessageView::scrollContentsBy(int, int)
{
    d->scrollBarMoved();
}

}
