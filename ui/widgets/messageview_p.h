// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/messageselection.h"
#include "widgets/messageview.h"
#include "widgets/messagewindow.h"
#include "widgets/scrollpill.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>

#include <optional>

QT_BEGIN_NAMESPACE
class QAccessibleInterface;
QT_END_NAMESPACE

namespace widgets {

//! The view's geometry and state. The place one reads is an anchor, a row and how far below the viewport's top its bubble
//! begins; everything on the screen is laid out from there. At the bottom the anchor is the bottom itself.
class MessageViewPrivate final
{
public:
    explicit MessageViewPrivate(MessageView *view);

    struct Placed
    {
        int row;
        double y;
        double height;
    };

    [[nodiscard]] int count() const;
    [[nodiscard]] QModelIndex index(int row) const;
    [[nodiscard]] double viewportHeight() const;
    [[nodiscard]] double footerHeight() const;
    [[nodiscard]] const Placed *placedAt(double y) const; //!< the visible row at y, the nearest beyond the ends
    [[nodiscard]] const Placed *placed(int row) const;

    void touch(); //!< geometry is out of date: arrange at the next paint or question, tell about it after
    void arrange();
    void scrollBy(double dy);
    void stick(); //!< to the bottom
    void anchorTo(int row, double offset);
    void ensureVisible(int row);
    void ensureVisible(int row, const QRectF &rect); //!< in the row's coordinates
    void scrollBarMoved();
    void tell(); //!< emits what changed since the last time
    void placePill();
    void setUnseen(int count);
    void restyle();

    void connectModel();
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsReset();
    [[nodiscard]] int findRow(const QString &id, int near) const;

    [[nodiscard]] MessagePosition positionAt(const QPointF &point);
    [[nodiscard]] int actionAt(const QPointF &point, int *row);
    void trigger(int row, const MessageAction &action);
    void setHover(int row, int action);
    void setCurrent(int row);
    void setFocusedAction(int action);
    void selectWord(const MessagePosition &at);
    void repaintRow(int row);
    bool moveCurrent(int by);
    void movePage(int direction);
    bool cycleActions(bool next);
    void offerPrimary() const; //!< X11's selection clipboard
    void announce(int first, int last) const;

    MessageView *q;
    QPointer<QAbstractItemModel> model;
    QList<QMetaObject::Connection> connections;
    MessageWindow window;
    SenderDisplay senders = SenderDisplay::Shown;
    ListEnd listEnd = ListEnd::Newest;
    QString footer;

    int anchorRow = 0;
    double anchorOffset = 0; //!< from the viewport's top to the anchor row's anchorY
    QString anchorId;        //!< finds the place again after a reset
    bool stuck = true;
    bool dirty = true;
    std::vector<Placed> visible;
    bool syncing = false;

    int current = -1;
    int focusedAction = -1;
    bool showCurrent = false; //!< the ring is there when the keyboard brought us here
    int hoverRow = -1, hoverAction = -1;
    MessageSelection selection;
    bool selecting = false;
    bool moved = false;
    QPointF pressPoint, lastPoint;
    int clicks = 0;
    QElapsedTimer clickTimer;
    QBasicTimer autoScroll, teller;

    QAccessibleInterface *accessible = nullptr; //!< once somebody asked for it; owned by Qt's cache
    ScrollPill *pill;
    int unseen = 0;

    bool expectsNews = false; //!< even of an empty list
    bool toldBottom = true;
    std::pair<int, int> toldRange{-1, -1};
    bool toldTop = false, toldEnd = false;
};

}
