// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chatlistmodel.h"

#include "models/requests.h"
#include "models/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models
{

namespace
{
// More steps than this are told to views as one reset.
constexpr int MostSteps = 64;
}

ChatListModel::ChatListModel(im::Messenger &messenger, Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_messenger(messenger), m_clock(clock)
{
    connect(&messenger, &im::Messenger::conversationsReset, this, &ChatListModel::rebuild);
    connect(&messenger, &im::Messenger::conversationAdded, this, &ChatListModel::refresh);
    connect(&messenger, &im::Messenger::conversationChanged, this, &ChatListModel::refresh);
    connect(&messenger, &im::Messenger::conversationRemoved, this, &ChatListModel::refresh);
    connect(&messenger, &im::Messenger::typingChanged, this, [this](data::ConversationId id) {
        touch(rowOf(id), {ChatRole::Typing, Qt::AccessibleTextRole});
    });
    im::Accounts &accounts = messenger.accounts();
    connect(&accounts, &im::Accounts::added, this, [this](im::Account *account) {
        follow(account);
        rebuild();
    });
    connect(&accounts, &im::Accounts::removed, this, [this](im::Account *account) {
        disconnect(account, nullptr, this, nullptr);
        rebuild();
    });
    connect(&accounts, &im::Accounts::loaded, this, &ChatListModel::rebuild);
    for (im::Account *account : accounts.all())
        follow(account);
    rebuild();
    waitForMidnight();
}

void ChatListModel::setPictures(Pictures &pictures)
{
    m_pictures = &pictures;
    connect(&pictures, &Pictures::changed, this, [this](data::AccountId account, const Jid &address) {
        touch(rowOf(m_byAddress.value({account, address})), {ChatRole::AvatarImage});
    });
    touchAll({ChatRole::AvatarImage});
}

void ChatListModel::follow(im::Account *account)
{
    disconnect(account, nullptr, this, nullptr);
    const data::AccountId id = account->id();
    connect(account, &im::Account::contactChanged, this, [this, id](const Jid &address) { refreshAddress(id, address); });
    connect(account, &im::Account::presenceChanged, this, [this, id](const Jid &address) { refreshPresence(id, address); });
    connect(account, &im::Account::contactsReset, this, [this, id] { refreshAccount(id); });
    connect(account, &im::Account::requestsChanged, this, &ChatListModel::refreshRequests);
    connect(account, &im::Account::blockedChanged, this, &ChatListModel::refreshRequests);
    connect(account, &im::Account::statusChanged, this, [this] { touchAll({ChatRole::PresenceState}); });
}

void ChatListModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    m_strangers.clear();
    m_byAddress.clear();
    const auto &conversations = m_messenger.conversations();
    m_entries.reserve(conversations.size());
    for (auto it = conversations.cbegin(); it != conversations.cend(); ++it) {
        if (it->hidden || !m_messenger.accounts().byId(it->account))
            continue;
        m_byAddress.insert({it->account, it->address}, it.key());
        if (isStranger(*it))
            m_strangers.insert(it.key(), {it->account, it->address});
        else
            m_entries.insert(it.key(), entryOf(*it));
    }
    m_requests = int(requests(m_messenger).size());
    m_rows = wantedRows();
    m_unsorted = false;
    endResetModel();
    countUnread();
}

bool ChatListModel::isStranger(const data::Conversation &chat) const
{
    const im::Account *account = m_messenger.accounts().byId(chat.account);
    return account && account->isStranger(chat);
}

ChatListModel::Entry ChatListModel::entryOf(const data::Conversation &chat) const
{
    const im::Account *account = m_messenger.accounts().byId(chat.account);
    const QString name = account ? account->nameOf(chat.address) : chat.address.toString();
    return {chat.account, chat.address, name, folded(name + u'\n' + chat.address.toString()),
        chat.lastActivity.isValid() ? chat.lastActivity.toMSecsSinceEpoch() : 0, chat.unread, chat.pinned, chat.muted};
}

bool ChatListModel::accepts(data::ConversationId id, const Entry &entry) const
{
    if (!m_search.isEmpty())
        return entry.searched.contains(m_search);
    return m_filter == Filter::All || entry.unread > 0 || id == m_current;
}

bool ChatListModel::before(data::ConversationId a, data::ConversationId b) const
{
    if (a == Requests || b == Requests)
        return a == Requests && b != Requests;
    const auto first = m_entries.constFind(a), second = m_entries.constFind(b);
    if (first->pinned != second->pinned)
        return first->pinned;
    if (first->activity != second->activity)
        return first->activity > second->activity;
    if (const int names = QString::localeAwareCompare(first->name, second->name); names != 0)
        return names < 0;
    return a < b;
}

QList<data::ConversationId> ChatListModel::wantedRows() const
{
    QList<data::ConversationId> rows;
    rows.reserve(m_entries.size() + 1);
    if (m_requests > 0 && m_search.isEmpty())
        rows.append(Requests);
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (accepts(it.key(), it.value()))
            rows.append(it.key());
    }
    std::ranges::sort(rows, [this](auto a, auto b) { return before(a, b); });
    return rows;
}

void ChatListModel::refresh(data::ConversationId id)
{
    const auto chat = m_messenger.conversation(id);
    if (!chat || chat->hidden || !m_messenger.accounts().byId(chat->account)) {
        m_byAddress.remove(m_strangers.value(id, {m_entries.value(id).account, m_entries.value(id).address}));
        remove(id);
        if (m_strangers.remove(id))
            refreshRequests();
        return countUnread();
    }
    if (isStranger(*chat))
        return refreshStranger(id, *chat);
    if (m_strangers.remove(id))
        refreshRequests();
    const int row = rowOf(id);
    const Entry entry = entryOf(*chat);
    const bool wanted = accepts(id, entry);
    if (row >= 0 && !wanted) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        m_entries.insert(id, entry);
        endRemoveRows();
    } else {
        m_entries.insert(id, entry);
        m_byAddress.insert({entry.account, entry.address}, id);
        if (row >= 0) {
            touch(row);
            place(row);
        } else if (wanted) {
            const bool held = m_hold == Hold::Held || m_unsorted;
            m_unsorted |= held;
            const auto at = held ? m_rows.end() : std::ranges::lower_bound(m_rows, id, [this](auto a, auto b) { return before(a, b); });
            const int where = int(at - m_rows.begin());
            beginInsertRows({}, where, where);
            m_rows.insert(where, id);
            endInsertRows();
        }
    }
    countUnread();
}

//! Takes a chat out of the list.
void ChatListModel::remove(data::ConversationId id)
{
    const int row = rowOf(id);
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
    }
    m_entries.remove(id);
    if (row >= 0)
        endRemoveRows();
}

void ChatListModel::refreshStranger(data::ConversationId id, const data::Conversation &chat)
{
    remove(id);
    const Key key(chat.account, chat.address);
    m_byAddress.insert(key, id);
    m_strangers.insert(id, key);
    refreshRequests();
    countUnread();
}

void ChatListModel::place(int row)
{
    if (m_hold == Hold::Held || m_unsorted) {
        m_unsorted = true;
        return;
    }
    const data::ConversationId id = m_rows.at(row);
    int target = row;
    while (target > 0 && before(id, m_rows.at(target - 1)))
        --target;
    if (target == row) {
        while (target + 1 < m_rows.size() && before(m_rows.at(target + 1), id))
            ++target;
    }
    if (target == row)
        return;
    beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
    m_rows.move(row, target);
    endMoveRows();
}

void ChatListModel::setHold(Hold hold)
{
    m_hold = hold;
    if (hold == Hold::Released && m_unsorted)
        sortNow();
}

void ChatListModel::sortNow()
{
    m_unsorted = false;
    QList<data::ConversationId> sorted = m_rows;
    std::ranges::stable_sort(sorted, [this](auto a, auto b) { return before(a, b); });
    int steps = 0;
    for (int row = 0; row < sorted.size(); ++row) {
        if (m_rows.at(row) == sorted.at(row))
            continue;
        if (++steps > MostSteps) {
            beginResetModel();
            m_rows = sorted;
            endResetModel();
            return;
        }
        const int from = int(m_rows.indexOf(sorted.at(row), row));
        beginMoveRows({}, from, from, {}, row);
        m_rows.move(from, row);
        endMoveRows();
    }
}

void ChatListModel::setFilter(Filter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    applyFilter();
}

void ChatListModel::setSearch(const QString &text)
{
    const QString search = folded(text.trimmed());
    if (m_search == search)
        return;
    m_search = search;
    applyFilter();
}

void ChatListModel::setCurrent(data::ConversationId id)
{
    const auto former = std::exchange(m_current, id);
    if (m_filter == Filter::All || former == id)
        return;
    if (former)
        refresh(former);
    if (id)
        refresh(id);
}

//! Old and new rows are sorted alike, so runs of rows leave and come; what stays keeps its place.
void ChatListModel::applyFilter()
{
    if (m_unsorted)
        sortNow();
    const QList<data::ConversationId> wanted = wantedRows();
    const QSet<data::ConversationId> stay(wanted.cbegin(), wanted.cend());
    int steps = 0;
    for (int last = int(m_rows.size()) - 1; last >= 0 && steps <= MostSteps; --last) {
        if (stay.contains(m_rows.at(last)))
            continue;
        int first = last;
        while (first > 0 && !stay.contains(m_rows.at(first - 1)))
            --first;
        ++steps;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    for (int row = 0; row < wanted.size() && steps <= MostSteps; ++row) {
        if (row < m_rows.size() && m_rows.at(row) == wanted.at(row))
            continue;
        int last = row;
        const auto next = row < m_rows.size() ? m_rows.at(row) : Requests;
        while (last + 1 < wanted.size() && (row >= m_rows.size() || wanted.at(last + 1) != next))
            ++last;
        ++steps;
        beginInsertRows({}, row, last);
        for (int i = row; i <= last; ++i)
            m_rows.insert(i, wanted.at(i));
        endInsertRows();
        row = last;
    }
    if (m_rows != wanted) {
        beginResetModel();
        m_rows = wanted;
        endResetModel();
    }
}

void ChatListModel::refreshAddress(data::AccountId account, const Jid &address)
{
    if (const auto id = m_byAddress.value({account, address}))
        refresh(id);
    touch(requestsRow());
}

void ChatListModel::refreshAccount(data::AccountId account)
{
    QList<data::ConversationId> ids;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it->account == account)
            ids.append(it.key());
    }
    for (auto it = m_strangers.cbegin(); it != m_strangers.cend(); ++it) {
        if (it->first == account)
            ids.append(it.key());
    }
    if (ids.size() > MostSteps)
        return rebuild();
    for (const auto id : ids)
        refresh(id);
}

void ChatListModel::refreshPresence(data::AccountId account, const Jid &address)
{
    if (const auto id = m_byAddress.value({account, address.bare()}))
        touch(rowOf(id), {ChatRole::PresenceState});
}

void ChatListModel::refreshRequests()
{
    const int row = requestsRow();
    m_requests = int(requests(m_messenger).size());
    const bool wanted = m_requests > 0 && m_search.isEmpty();
    if (row >= 0 && !wanted) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    } else if (row < 0 && wanted) {
        beginInsertRows({}, 0, 0);
        m_rows.prepend(Requests);
        endInsertRows();
    } else {
        touch(row);
    }
}

void ChatListModel::touch(int row, const QList<int> &roles)
{
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

void ChatListModel::touchAll(const QList<int> &roles)
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), roles);
}

void ChatListModel::countUnread()
{
    int unread = 0;
    for (const Entry &entry : std::as_const(m_entries))
        unread += entry.muted ? 0 : entry.unread;
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadTotalChanged(unread);
}

//! "14:02" becomes "yesterday" then.
void ChatListModel::waitForMidnight()
{
    const QDateTime now = m_clock.now().toLocalTime();
    const auto left = std::chrono::milliseconds(now.msecsTo(now.date().addDays(1).startOfDay())) + 1s;
    m_midnight = m_clock.after(std::max<std::chrono::milliseconds>(left, 1s), [this] {
        touchAll({ChatRole::TimeText, Qt::AccessibleTextRole});
        waitForMidnight();
    });
}

int ChatListModel::rowOf(data::ConversationId id) const
{
    return id ? int(m_rows.indexOf(id)) : -1;
}

int ChatListModel::requestsRow() const
{
    return !m_rows.isEmpty() && m_rows.first() == Requests ? 0 : -1;
}

data::ConversationId ChatListModel::conversationAt(int row) const
{
    return m_rows.value(row);
}

int ChatListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

} // namespace models
