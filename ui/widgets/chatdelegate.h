// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chatlistview.h"

#include <QStyledItemDelegate>

namespace widgets {

//! Paints a chat's row: avatar with presence, name, time, preview, badge and marks.
class ChatDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ChatDelegate(ChatListView *view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Row;
    void paintGround(QPainter *painter, const Row &row) const;
    void paintNameLine(QPainter *painter, const Row &row) const;
    void paintLineOfWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPreviewLine(QPainter *painter, const Row &row) const;
    [[nodiscard]] double paintBadge(QPainter *painter, const Row &row, const QRectF &line) const;

    ChatListView *m_view;
};

}
