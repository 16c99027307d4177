// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chatlistview.h"

#include "style/style.h"
#include "widgets/chatdelegate.h"
#include "widgets/focusedrow.h"
#include "widgets/messagedata.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace widgets {

QString chatAccessibleText(const QModelIndex &index)
{
    const auto text = [&index](int role) { return displayable(index.data(role).toString().left(300)).simplified(); };
    QStringList parts;
    parts << (text(ChatRole::Name).isEmpty() ? text(Qt::DisplayRole) : text(ChatRole::Name));
    const QString draft = text(ChatRole::Draft), sender = text(ChatRole::PreviewSender);
    if (!draft.isEmpty())
        parts << QCoreApplication::translate("widgets::ChatListView", "Draft: %1").arg(draft);
    else
        parts << (sender.isEmpty() ? text(ChatRole::Preview) : sender + u": "_s + text(ChatRole::Preview));
    parts << text(ChatRole::TimeText);
    if (const int unread = index.data(ChatRole::Unread).toInt(); unread > 0)
        parts << QCoreApplication::translate("widgets::ChatListView", "%n unread", nullptr, unread);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

ChatListView::ChatListView(QWidget *parent)
    : QListView(parent)
{
    setObjectName("chats"_L1);
    setAccessibleName(tr("Chats"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new ChatDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    viewport()->setAttribute(Qt::WA_Hover);
    tellFocusedRow(this);
    const auto restyle = [this] {
        QPalette colors = QListView::palette();
        colors.setColor(QPalette::Base, style::palette().window);
        setPalette(colors);
        verticalScrollBar()->setSingleStep(style::metrics().row / 2);
        scheduleDelayedItemsLayout();
    };
    connect(style::changes(), &style::Changes::changed, this, restyle);
    restyle();
}

void ChatListView::setDensity(Density density)
{
    m_density = density;
    scheduleDelayedItemsLayout();
}

void ChatListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    const QPoint at = mouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center());
    Q_EMIT contextMenuRequested(index, at);
    event->accept();
}

void ChatListView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid() && !event->modifiers()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void ChatListView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    // One click opens a chat. The style's own single-click setting is for files and does not count here.
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && index == currentIndex())
        Q_EMIT activated(index);
}

bool ChatListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        viewport()->update();
    return QListView::viewportEvent(event);
}

}
