// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chatroles.h"
#include "widgets/messageroles.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QStandardItemModel>

namespace samples {

//! One message as a test writes it.
struct Message
{
    QString sender;
    QString body;
    QDateTime time;
    widgets::MessageState state = widgets::MessageState::None;
    bool own = false;
    QString error = {};
    widgets::MessageKind kind = widgets::MessageKind::Text;
    bool edited = false, unreadLine = false;
    QString id = {};
};

//! A model of messages held in a list, with the calls a timeline makes.
class Messages final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void append(const QList<Message> &messages);
    void prepend(const QList<Message> &messages);
    void insert(int row, const QList<Message> &messages);
    void remove(int first, int count);
    void set(int row, const Message &message);
    void reset(const QList<Message> &messages);
    [[nodiscard]] const Message &at(int row) const { return m_list.at(row); }

private:
    QList<Message> m_list;
    int m_next = 0;
};

//! A model of `rows` messages made up when asked for, counting how often that happens.
class Endless final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit Endless(int rows, QObject *parent = nullptr) : QAbstractListModel(parent), m_rows(rows) { }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    mutable qint64 asked = 0;

private:
    int m_rows;
};

//! `count` short messages of two people, a minute apart, the last one at `end`.
[[nodiscard]] QList<Message> chatter(int count, const QDateTime &end);
//! A lively conversation that shows everything a bubble can.
[[nodiscard]] QList<Message> conversation(bool spanish);
//! Chats with every mark a row can carry.
void fillChats(QStandardItemModel *model, bool spanish);
//! The bodies that make other programs fall over.
[[nodiscard]] QStringList badTexts();

}
