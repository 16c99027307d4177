// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QStyledItemDelegate>

namespace views
{

//! Paints a row of the palette: a face or an action's icon, the title, the address under it, and keys or the account at the end.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! `actions` by the name the model's rows carry.
    PaletteDelegate(QHash<QString, QAction *> actions, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static int rowHeight();

private:
    struct Row;
    void paintMark(QPainter *painter, const Row &row) const;
    [[nodiscard]] double paintEnd(QPainter *painter, const Row &row) const;
    void paintWords(QPainter *painter, const Row &row, double right) const;

    const QHash<QString, QAction *> m_actions;
};

} // namespace views
