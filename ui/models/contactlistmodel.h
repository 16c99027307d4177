// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"
#include "models/pictures.h"
#include "models/roles.h"

#include <QAbstractListModel>

namespace models
{

//! The contacts of one account or of all, by name, with a filter that keeps up with typing.
class ContactListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ContactListModel(im::Accounts &accounts, QObject *parent = nullptr);

    //! Where the pictures of people come from; they outlive the model.
    void setPictures(Pictures &pictures);
    //! 0: of all accounts.
    void setAccount(data::AccountId account);
    //! Shows who has these letters in the name or the address.
    void setSearch(const QString &text);

    [[nodiscard]] data::Contact contactAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        data::Contact contact;
        QString name, searched;
    };

    void follow(im::Account *account);
    void rebuild();
    void filter();
    void refresh(data::AccountId account, const Jid &address, int role);

    im::Accounts &m_accounts;
    Pictures *m_pictures = nullptr;
    data::AccountId m_account;
    QList<Entry> m_entries; // by name
    QList<int> m_rows; // shown entries
    QString m_search;
    bool m_several = false;
};

} // namespace models
