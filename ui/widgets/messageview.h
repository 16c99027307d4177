// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/messageroles.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QUrl>

#include <memory>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
QT_END_NAMESPACE

namespace widgets {

class MessageViewPrivate;
class MessageViewAccess;

//! Whether others' bubbles carry name and avatar (groups) or not (one-to-one chats).
enum class SenderDisplay { Shown, Hidden };
//! Whether the model's last row is the newest message there is, or there are more that the model does not show.
enum class ListEnd { Newest, Earlier };

//! The list of messages: bubbles over a flat model with the roles of messageroles.h, oldest row first. It stays at the
//! bottom while there, else holds the message being read where it is whatever is inserted around it. Only rows near the
//! viewport are laid out, so a million rows cost what a hundred do. Accessible name "Messages".
class MessageView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit MessageView(QWidget *parent = nullptr);
    ~MessageView() override;

    void setModel(QAbstractItemModel *model); //!< not owned; null shows nothing
    [[nodiscard]] QAbstractItemModel *model() const;
    //! The model has read what there was, perhaps nothing: the first row that comes now is news, and is announced.
    void expectNews();

    void setSenderDisplay(SenderDisplay display);
    //! With ListEnd::Earlier, rows that come at the end are no news, and what leads to the newest message asks for it (newestRequested).
    void setListEnd(ListEnd end);
    void setFooterText(const QString &text); //!< "Ana is typing…" under the last message; empty hides it

    [[nodiscard]] bool isAtBottom() const;
    [[nodiscard]] int unseenCount() const; //!< others' messages that came below since one scrolled up: the pill's number
    [[nodiscard]] int firstVisibleRow() const; //!< -1 if there is none
    [[nodiscard]] int lastVisibleRow() const;
    [[nodiscard]] QRect visualRect(int row) const; //!< in viewport coordinates; empty when not laid out near the viewport
    [[nodiscard]] QRect bubbleRect(int row) const; //!< same, the bubble alone

    void scrollToBottom();
    void scrollToRow(int row); //!< brings the row to the middle of the viewport
    bool scrollToMessage(const QString &id); //!< false if the model has no such row
    void scrollByPixels(int dy); //!< positive: towards newer messages

    [[nodiscard]] int currentRow() const; //!< the row the keyboard is on; -1 if none
    void setCurrentRow(int row);

    [[nodiscard]] QString selectedText() const; //!< as copied: plain, with names and times when across messages
    [[nodiscard]] bool hasSelection() const;
    void selectAll();
    void clearSelection();
    void copy() const;

    [[nodiscard]] QString accessibleRowText(int row) const; //!< "sender, text, time, state"

Q_SIGNALS:
    void reachedTop(); //!< the oldest row is near: load older ones; again only after the rows changed
    void reachedEnd(); //!< the newest row is near while scrolling down: load newer ones if the model is a window
    void newestRequested();
    void atBottomChanged(bool atBottom);
    void visibleRangeChanged(int firstRow, int lastRow);
    void retryRequested(const QString &id);
    void linkActivated(const QUrl &url);
    void contextMenuRequested(const QString &id, const QPoint &globalPos);
    void unseenCountChanged(int count);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    friend class MessageViewPrivate;
    friend class MessageViewAccess;
    std::unique_ptr<MessageViewPrivate> d;
};

}
