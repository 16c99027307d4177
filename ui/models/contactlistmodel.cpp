// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contactlistmodel.h"

#include "models/words.h"

#include <QCollator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

ContactListModel::ContactListModel(im::Accounts &accounts, QObject *parent)
    : QAbstractListModel(parent), m_accounts(accounts)
{
    connect(&accounts, &im::Accounts::added, this, [this](im::Account *account) {
        follow(account);
        rebuild();
    });
    connect(&accounts, &im::Accounts::removed, this, [this](im::Account *account) {
        disconnect(account, nullptr, this, nullptr);
        rebuild();
    });
    for (im::Account *account : accounts.all())
        follow(account);
    rebuild();
}

void ContactListModel::setPictures(Pictures &pictures)
{
    m_pictures = &pictures;
    connect(&pictures, &Pictures::changed, this, [this](data::AccountId account, const Jid &address) { refresh(account, address, ChatRole::AvatarImage); });
}

void ContactListModel::follow(im::Account *account)
{
    const data::AccountId id = account->id();
    connect(account, &im::Account::contactsReset, this, &ContactListModel::rebuild);
    connect(account, &im::Account::contactChanged, this, &ContactListModel::rebuild);
    connect(account, &im::Account::presenceChanged, this, [this, id](const Jid &address) { refresh(id, address, ChatRole::PresenceState); });
}

void ContactListModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    m_rows.clear();
    m_several = m_accounts.all().size() > 1;
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, Entry>> sorted;
    for (const im::Account *account : m_accounts.all()) {
        if (m_account && account->id() != m_account)
            continue;
        for (const data::Contact &contact : account->contacts()) {
            const QString name = account->nameOf(contact.address);
            sorted.emplace_back(collator.sortKey(name), Entry{contact, name, folded(name + u'\n' + contact.address.toString())});
        }
    }
    std::ranges::stable_sort(sorted, [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
    m_entries.reserve(qsizetype(sorted.size()));
    for (auto &[key, entry] : sorted)
        m_entries.append(std::move(entry));
    filter();
    endResetModel();
}

void ContactListModel::filter()
{
    m_rows.clear();
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_search.isEmpty() || m_entries.at(i).searched.contains(m_search))
            m_rows.append(i);
    }
}

void ContactListModel::setAccount(data::AccountId account)
{
    if (std::exchange(m_account, account) != account)
        rebuild();
}

void ContactListModel::setSearch(const QString &text)
{
    const QString search = folded(text.trimmed());
    if (m_search == search)
        return;
    beginResetModel();
    m_search = search;
    filter();
    endResetModel();
}

void ContactListModel::refresh(data::AccountId account, const Jid &address, int role)
{
    const Jid bare = address.bare();
    for (int row = 0; row < m_rows.size(); ++row) {
        const data::Contact &contact = m_entries.at(m_rows.at(row)).contact;
        if (contact.account == account && contact.address == bare)
            Q_EMIT dataChanged(index(row), index(row), {role});
    }
}

data::Contact ContactListModel::contactAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_entries.at(m_rows.at(row)).contact : data::Contact();
}

int ContactListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ContactListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(m_rows.at(index.row()));
    const data::Contact &contact = entry.contact;
    im::Account *account = m_accounts.byId(contact.account);
    switch (role) {
    case Qt::DisplayRole:
    case ChatRole::Name: return entry.name;
    case ChatRole::Id: return QString(QString::number(contact.account.value) + u'/' + contact.address.toString());
    case ChatRole::Preview:
    case ChatRole::AvatarKey:
    case ChatRole::Address: return contact.address.toString();
    case ChatRole::AvatarImage: return m_pictures && account ? m_pictures->picture(*account, contact.address) : QVariant();
    case ChatRole::Account: return contact.account.value;
    case ChatRole::AccountLabel: return m_several && !m_account && account ? account->address().toString() : QString();
    case ChatRole::PresenceState:
        return int(account && account->isOnline() ? presenceOf(account->presence(contact.address).availability) : Presence::None);
    case Qt::AccessibleTextRole: return QString(entry.name + u", "_s + contact.address.toString());
    default: return {};
    }
}

} // namespace models
