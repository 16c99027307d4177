// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace models
{

//! Two lists as one, the second below the first: the rows of the first keep their numbers. QConcatenateTablesProxyModel knows no row that moves.
class JoinedRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    //! Both outlive it.
    JoinedRows(QAbstractListModel &first, QAbstractListModel &second, QObject *parent = nullptr);

    //! The row in the second list; negative if it is one of the first's.
    [[nodiscard]] int secondRow(int row) const { return row - m_first.rowCount(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override { return m_second.canFetchMore(parent); }
    void fetchMore(const QModelIndex &parent) override { m_second.fetchMore(parent); }

private:
    void join(QAbstractListModel &model);
    [[nodiscard]] int offset(const QAbstractListModel &model) const { return &model == &m_second ? m_first.rowCount() : 0; }
    [[nodiscard]] QModelIndex source(const QModelIndex &index) const;

    QAbstractListModel &m_first, &m_second;
};

} // namespace models
