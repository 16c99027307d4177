// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/wordfinder.h"
#include "im/account.h"
#include "im/timeline.h"
#include "models/roles.h"

#include <QAbstractListModel>
#include <QPointer>

namespace models
{

//! The messages of a timeline as rows of facts, oldest first.
class MessageListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    //! `account` tells the names; `unread` received messages at the end get the "New messages" line above them.
    MessageListModel(im::Timeline &timeline, im::Account &account, int unread, QObject *parent = nullptr);

    [[nodiscard]] const data::Message *messageAt(int row) const;
    [[nodiscard]] const data::Message *messageById(const QString &id) const;
    //! Row of the "New messages" line; -1 if there is none.
    [[nodiscard]] int unreadRow() const;
    //! What was new has been seen.
    void clearUnreadLine();
    //! Shows where these are found, and sets off one message (0: none).
    void setSearch(const QList<data::SearchTerm> &terms);
    void setMarked(data::MessageId id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void finishInsert();
    void findUnreadLine();
    void followSurroundings();
    [[nodiscard]] QString noteAbove(int row) const;
    [[nodiscard]] QVariant found(const data::Message &message) const;
    [[nodiscard]] QString senderName(const data::Message &message) const;
    [[nodiscard]] QString actor(const data::Message &message) const;

    im::Timeline &m_timeline;
    QPointer<im::Account> m_account;
    int m_unread = 0; // still to be found, counted from m_newest upwards
    data::MessageId m_newest, m_unreadFrom;
    QList<data::SearchTerm> m_terms;
    data::WordFinder m_finder;
    data::MessageId m_marked;
    QHash<data::MessageId, QString> m_notes; //!< above which row
};

} // namespace models
