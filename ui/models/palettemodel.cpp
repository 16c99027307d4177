// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"

#include "models/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

PaletteModel::PaletteModel(im::Messenger &messenger, QObject *parent)
    : QAbstractListModel(parent), m_messenger(messenger), m_index(messenger)
{
    for (auto &matches : m_matches)
        matches.reserve(MostRows);
    connect(&m_index, &PaletteIndex::changed, this, &PaletteModel::refreshSoon);
    connect(&messenger.accounts(), &im::Accounts::added, this, &PaletteModel::follow);
    for (im::Account *account : messenger.accounts().all())
        follow(account);
    refresh();
}

void PaletteModel::follow(im::Account *account)
{
    disconnect(account, nullptr, this, nullptr);
    const data::AccountId id = account->id();
    connect(account, &im::Account::presenceChanged, this, [this, id](const Jid &address) { refreshPresence(id, address); });
}

void PaletteModel::setActions(const QList<Action> &actions)
{
    QList<PaletteEntry> entries;
    for (const Action &action : actions) {
        PaletteEntry entry;
        entry.kind = PaletteEntry::Kind::Action;
        entry.action = action.name;
        entry.title = action.title;
        entry.second = action.keys;
        entry.common = action.common;
        entry.text = {action.title, {}};
        entries.append(entry);
    }
    m_index.setActions(entries);
}

void PaletteModel::setCurrent(data::ConversationId id)
{
    m_current = id;
    refreshSoon();
}

void PaletteModel::setQuery(const QString &typed)
{
    m_query = PaletteQuery(typed);
    refresh();
}

//! A hundred contacts that change at once are one change of the list.
void PaletteModel::refreshSoon()
{
    if (std::exchange(m_waiting, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        if (m_waiting)
            refresh();
    }, Qt::QueuedConnection);
}

void PaletteModel::refresh()
{
    m_waiting = false;
    beginResetModel();
    m_rows.clear();
    if (m_query.isEmpty())
        offer();
    else
        search();
    endResetModel();
}

void PaletteModel::offer()
{
    qsizetype chats = 0;
    for (const PaletteEntry *entry : m_index.entries()) {
        const bool recent = entry->kind == PaletteEntry::Kind::Chat && entry->chat != m_current && chats < MostRecent;
        chats += recent ? 1 : 0;
        if (recent || entry->common)
            m_rows.append(*entry);
    }
    m_found = m_rows.size();
}

//! The index is in order already, so each kind of match is too.
void PaletteModel::search()
{
    m_found = 0;
    for (auto &matches : m_matches)
        matches.clear();
    for (const PaletteEntry *entry : m_index.entries()) {
        const Match match = m_query.match(entry->text);
        if (match == Match::None)
            continue;
        ++m_found;
        if (auto &matches = m_matches[size_t(match)]; qsizetype(matches.size()) < MostRows)
            matches.push_back(entry);
    }
    for (int match = int(Match::Prefix); match > int(Match::None); --match) {
        for (const PaletteEntry *entry : m_matches[size_t(match)]) {
            if (m_rows.size() < MostRows)
                m_rows.append(*entry);
        }
    }
    addStrangers();
}

//! A whole address that nobody here has: one may write to it, from each account in use.
void PaletteModel::addStrangers()
{
    QString text = m_query.typed();
    if (text.startsWith("xmpp:"_L1, Qt::CaseInsensitive))
        text = text.sliced(5).section(u'?', 0, 0);
    const auto address = Jid::parse(text);
    if (!address || address->local().isEmpty() || m_index.knows(address->bare()))
        return;
    for (const im::Account *account : m_messenger.accounts().all()) {
        if (!account->settings().enabled || account->address() == address->bare())
            continue;
        PaletteEntry entry;
        entry.kind = PaletteEntry::Kind::Stranger;
        entry.account = account->id();
        entry.address = address->bare();
        entry.title = tr("Start a chat with %1").arg(entry.address.toString());
        m_rows.append(entry);
        ++m_found;
    }
}

void PaletteModel::refreshPresence(data::AccountId account, const Jid &address)
{
    const Jid bare = address.bare();
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).account == account && m_rows.at(row).address == bare)
            Q_EMIT dataChanged(index(row), index(row), {ChatRole::PresenceState});
    }
}

QString PaletteModel::accountLabel(const PaletteEntry &entry) const
{
    const im::Account *account = m_messenger.accounts().byId(entry.account);
    return account && m_messenger.accounts().all().size() > 1 ? account->address().toString() : QString();
}

int PaletteModel::presence(const PaletteEntry &entry) const
{
    const im::Account *account = m_messenger.accounts().byId(entry.account);
    if (!account || !account->isOnline() || entry.group || entry.kind == PaletteEntry::Kind::Stranger)
        return int(Presence::None); // we do not know
    return int(presenceOf(account->presence(entry.address).availability));
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry &entry = m_rows.at(index.row());
    const bool action = entry.kind == PaletteEntry::Kind::Action;
    switch (role) {
    case Qt::DisplayRole:
    case ChatRole::Name: return entry.title;
    case ChatRole::Address: return action ? QString() : entry.second;
    case ChatRole::AvatarKey: return entry.address.toString();
    case ChatRole::IsGroup: return entry.group;
    case ChatRole::PresenceState: return presence(entry);
    case ChatRole::Account: return entry.account.value;
    case ChatRole::AccountLabel: return accountLabel(entry);
    case PaletteRole::Kind: return int(entry.kind);
    case PaletteRole::Action: return entry.action;
    case PaletteRole::Keys: return action ? entry.second : QString();
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.title.simplified(), entry.second, accountLabel(entry)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

} // namespace models
