// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"
#include "models/pictures.h"
#include "models/roles.h"

#include <QAbstractListModel>

namespace models
{

//! The chats of all accounts, but strangers' (im::Account::isStranger()), who are counted with the requests: these first, then pinned, then by last activity, then by name.
//!
//! Rows move one by one, so a selection stays where it is. Held, nothing moves until it is released.
class ChatListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Filter { All, Unread };
    enum class Hold { Released, Held };

    ChatListModel(im::Messenger &messenger, Clock &clock, QObject *parent = nullptr);

    //! Where the pictures of people come from; they outlive the model.
    void setPictures(Pictures &pictures);
    void setFilter(Filter filter);
    [[nodiscard]] Filter filter() const { return m_filter; }
    //! Shows the chats whose name or address has these letters.
    void setSearch(const QString &text);
    //! While the pointer is over the list nothing may change its place under it.
    void setHold(Hold hold);
    //! The open chat stays in the list though it is read meanwhile.
    void setCurrent(data::ConversationId id);

    //! -1 if it is not shown.
    [[nodiscard]] int rowOf(data::ConversationId id) const;
    //! -1 if there are no requests.
    [[nodiscard]] int requestsRow() const;
    //! 0 for the row of requests.
    [[nodiscard]] data::ConversationId conversationAt(int row) const;
    //! How many unread messages there are in chats that are not muted.
    [[nodiscard]] int unreadTotal() const { return m_unread; }
    //! How many chats there are, shown or not.
    [[nodiscard]] qsizetype chatCount() const { return m_entries.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void unreadTotalChanged(int unread);

private:
    //! What the order and the filter need of a chat.
    struct Entry
    {
        data::AccountId account;
        Jid address;
        QString name, searched;
        qint64 activity = 0;
        int unread = 0;
        bool pinned = false, muted = false;
    };
    using Key = std::pair<data::AccountId, Jid>;
    static constexpr data::ConversationId Requests{}; // their row

    void rebuild();
    void follow(im::Account *account);
    void refresh(data::ConversationId id);
    void remove(data::ConversationId id);
    void refreshStranger(data::ConversationId id, const data::Conversation &chat);
    void refreshAddress(data::AccountId account, const Jid &address);
    void refreshAccount(data::AccountId account);
    void refreshPresence(data::AccountId account, const Jid &address);
    void refreshRequests();
    void touch(int row, const QList<int> &roles = {});
    void touchAll(const QList<int> &roles);
    void place(int row);
    void sortNow();
    void applyFilter();
    void countUnread();
    void waitForMidnight();

    [[nodiscard]] Entry entryOf(const data::Conversation &conversation) const;
    [[nodiscard]] bool accepts(data::ConversationId id, const Entry &entry) const;
    [[nodiscard]] bool before(data::ConversationId a, data::ConversationId b) const;
    [[nodiscard]] QList<data::ConversationId> wantedRows() const;
    [[nodiscard]] bool isStranger(const data::Conversation &chat) const;
    [[nodiscard]] QVariant requestsData(int role) const;
    [[nodiscard]] QVariant chatData(data::ConversationId id, const data::Conversation &chat, int role) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    [[nodiscard]] QString preview(data::ConversationId id, const data::Conversation &chat) const;
    [[nodiscard]] QString accountLabel(data::AccountId account) const;

    im::Messenger &m_messenger;
    Clock &m_clock;
    Pictures *m_pictures = nullptr;
    QHash<data::ConversationId, Entry> m_entries; // every chat that is not hidden and no stranger's
    QHash<data::ConversationId, Key> m_strangers; // they wait among the requests
    QHash<Key, data::ConversationId> m_byAddress; // of both
    QList<data::ConversationId> m_rows; // 0: the row of requests
    data::ConversationId m_current;
    Filter m_filter = Filter::All;
    QString m_search;
    Hold m_hold = Hold::Released;
    bool m_unsorted = false;
    int m_unread = 0, m_requests = 0;
    Timer m_midnight;
};

} // namespace models
