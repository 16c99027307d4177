// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chatroles.h"

#include <QListView>

namespace widgets {

//! The accessible text of a chat's row, "name, preview, time, N unread", from a row's roles: what a model returns for
//! Qt::AccessibleTextRole. Empty parts are left out.
[[nodiscard]] QString chatAccessibleText(const QModelIndex &index);

enum class Density { Comfortable, Compact };

//! The list of chats over a model with the roles of chatroles.h: 64 px rows, 48 when compact. Accessible name "Chats".
//! Enter or a click activates (QAbstractItemView::activated); the selection model says which chat is open.
class ChatListView final : public QListView
{
    Q_OBJECT
public:
    explicit ChatListView(QWidget *parent = nullptr);

    void setDensity(Density density);
    [[nodiscard]] Density density() const { return m_density; }

Q_SIGNALS:
    void contextMenuRequested(const QModelIndex &index, const QPoint &globalPos);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    Density m_density = Density::Comfortable;
};

}
