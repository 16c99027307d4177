// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inbox.h"
#include "im/liveaccounts.h"
#include "im/livetransfer.h"
#include "im/messenger.h"
#include "store/conversationstore.h"
#include "store/messagestore.h"
#include "store/searchstore.h"
#include "store/settingsstore.h"

#include <QPointer>

#include <vector>

namespace im
{

class LiveAccount;

//! The messenger on the real engine: joins accounts, store and timelines.
class LiveMessenger final : public Messenger
{
    Q_OBJECT

public:
    explicit LiveMessenger(Means means, QObject *parent = nullptr);
    ~LiveMessenger() override;

    //! Opens the profile: what was there yesterday, then the network.
    void start();
    //! Commits what has come and says goodbye everywhere.
    void stop();
    //! Answers when no account has a stream any more.
    [[nodiscard]] Task<Result<void>> whenOffline();
    //! The machine slept: no link can be trusted.
    void wokeUp();
    //! Whether somebody is at the machine.
    void setActivity(Account::Activity activity);

    [[nodiscard]] Accounts &accounts() override { return m_accounts; }
    [[nodiscard]] LiveTransfer &transfer() override { return m_transfer; }
    [[nodiscard]] const QHash<data::ConversationId, data::Conversation> &conversations() const override { return m_conversations; }
    [[nodiscard]] std::optional<data::Conversation> conversation(data::ConversationId id) const override;
    [[nodiscard]] Task<Result<data::ConversationId>> openChat(data::AccountId account, Jid address) override;
    [[nodiscard]] std::unique_ptr<Timeline> openTimeline(data::ConversationId id) override;
    [[nodiscard]] Task<Result<store::MessageStore::Glimpse>> glimpse(data::ConversationId id, int limit) override { return m_messageStore.glimpse(id, limit); }
    [[nodiscard]] bool isTyping(data::ConversationId id) const override;

    [[nodiscard]] Task<Result<void>> send(data::ConversationId id, QString text) override;
    [[nodiscard]] Task<Result<void>> correct(data::MessageId id, QString text) override;
    [[nodiscard]] Task<Result<QList<data::Message>>> corrections(data::MessageId id) override { return m_messageStore.corrections(id); }
    [[nodiscard]] Task<Result<void>> retry(data::MessageId id) override;
    void setTyping(data::ConversationId id, Typing typing) override;
    void setDraft(data::ConversationId id, QString text) override;
    void markRead(data::ConversationId id, data::MessageId upTo) override;
    void setPinned(data::ConversationId id, store::Pinned pinned) override;
    void setMuted(data::ConversationId id, store::Muted muted) override;
    void hide(data::ConversationId id) override;
    void accept(data::ConversationId id) override;
    [[nodiscard]] Task<Result<QString>> setting(QString key) override;
    void setSetting(QString key, QString value) override;

protected:
    [[nodiscard]] Task<Result<data::SearchPage>> findMessages(store::SearchFilter filter, std::optional<qint64> from, int limit) override { return m_searchStore.page(std::move(filter), from, limit); }

private:
    void adopt(LiveAccount *account);
    void loadConversations(data::AccountId account);
    //! Says goodbye everywhere, for a moment at most, and lets the accounts go.
    [[nodiscard]] Task<Result<void>> leave();
    void forgetAccount(const Account *account);
    void checkOffline();
    void apply(const store::Changes &changes);
    void take(const data::Conversation &conversation);
    //! What is a contact's now stays in the list when they are none any more.
    void acceptContacts(data::AccountId account);
    void acceptContact(const data::Conversation &conversation);
    [[nodiscard]] bool isStranger(data::ConversationId id) const;
    //! Takes the row a store change answered, or tells about the error.
    void follow(store::ConversationStore::Answer answer);
    [[nodiscard]] LiveAccount *accountOf(data::ConversationId id) const;
    void tell(const store::Changes &changes);
    void followHistory(const LiveAccount *account);
    void followHistory(Timeline &timeline, const Account &account) const;
    [[nodiscard]] Task<Result<void>> tellRead(data::Conversation conversation, data::MessageId upTo);

    Means m_means;
    LiveAccounts m_accounts;
    Inbox m_inbox;
    store::ConversationStore m_conversationStore;
    store::MessageStore m_messageStore;
    store::SearchStore m_searchStore;
    store::SettingsStore m_settingsStore;
    QHash<data::ConversationId, data::Conversation> m_conversations;
    std::vector<QPointer<Timeline>> m_timelines;
    QList<Promise<Result<void>>> m_leaving;
    LiveTransfer m_transfer;
};

} // namespace im
