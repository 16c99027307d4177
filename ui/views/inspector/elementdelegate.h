// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace views
{

//! Paints the inspector's rows: an element as its sentence and its facts, XML in its colours.
class ElementDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintElement(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintXml(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace views
