// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

QT_BEGIN_NAMESPACE
class QListView;
QT_END_NAMESPACE

namespace views
{

//! Paints a phase of an attempt: how it went, how long it took, and its details, as high as they need.
class PhaseDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PhaseDelegate(QListView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] int wordsWidth() const;

    QListView *m_view;
};

} // namespace views
