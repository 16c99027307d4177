// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/joinedrows.h"

namespace models
{

JoinedRows::JoinedRows(QAbstractListModel &first, QAbstractListModel &second, QObject *parent)
    : QAbstractListModel(parent), m_first(first), m_second(second)
{
    join(first);
    join(second);
}

void JoinedRows::join(QAbstractListModel &model)
{
    using Model = QAbstractItemModel;
    connect(&model, &Model::rowsAboutToBeInserted, this, [this, &model](const QModelIndex &, int from, int to) {
        beginInsertRows({}, from + offset(model), to + offset(model));
    });
    connect(&model, &Model::rowsInserted, this, [this] { endInsertRows(); });
    connect(&model, &Model::rowsAboutToBeRemoved, this, [this, &model](const QModelIndex &, int from, int to) {
        beginRemoveRows({}, from + offset(model), to + offset(model));
    });
    connect(&model, &Model::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(&model, &Model::rowsAboutToBeMoved, this, [this, &model](const QModelIndex &, int from, int to, const QModelIndex &, int row) {
        beginMoveRows({}, from + offset(model), to + offset(model), {}, row + offset(model));
    });
    connect(&model, &Model::rowsMoved, this, [this] { endMoveRows(); });
    connect(&model, &Model::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&model, &Model::modelReset, this, [this] { endResetModel(); });
    connect(&model, &Model::dataChanged, this, [this, &model](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
        Q_EMIT dataChanged(index(from.row() + offset(model)), index(to.row() + offset(model)), roles);
    });
}

QModelIndex JoinedRows::source(const QModelIndex &index) const
{
    const int second = secondRow(index.row());
    return second >= 0 ? m_second.index(second) : m_first.index(index.row());
}

int JoinedRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_first.rowCount() + m_second.rowCount();
}

QVariant JoinedRows::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? source(index).data(role) : QVariant();
}

Qt::ItemFlags JoinedRows::flags(const QModelIndex &index) const
{
    return index.isValid() ? source(index).flags() : Qt::NoItemFlags;
}

} // namespace models
