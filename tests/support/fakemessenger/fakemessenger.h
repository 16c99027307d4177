// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"
#include "store/database.h"
#include "store/messagestore.h"
#include "store/searchstore.h"
#include "support/fakemessenger/fakeaccount.h"
#include "support/fakemessenger/faketransfer.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTemporaryDir>

#include <algorithm>

namespace fake
{

//! Waits for an answer, turning the event loop.
template <typename R>
[[nodiscard]] R wait(Task<R> task)
{
    std::optional<R> answer;
    QObject context;
    std::move(task).then(&context, [&answer](R value) { answer.emplace(std::move(value)); });
    while (!answer) {
        // Called from within an event, Qt's loop over GLib would sleep on events that wait already.
        QCoreApplication::sendPostedEvents();
        if (!answer)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return std::move(*answer);
}

//! The whole messenger over a real store in a temporary folder, with fake accounts and no network.
class Messenger final : public im::Messenger
{
    Q_OBJECT

public:
    Messenger();
    ~Messenger() override;

    [[nodiscard]] Accounts &accounts() override { return m_accounts; }
    [[nodiscard]] Transfer &transfer() override { return m_transfer; }
    [[nodiscard]] const QHash<data::ConversationId, data::Conversation> &conversations() const override { return m_conversations; }
    [[nodiscard]] std::optional<data::Conversation> conversation(data::ConversationId id) const override;
    [[nodiscard]] Task<Result<data::ConversationId>> openChat(data::AccountId account, Jid address) override;
    [[nodiscard]] std::unique_ptr<im::Timeline> openTimeline(data::ConversationId id) override;
    [[nodiscard]] bool isTyping(data::ConversationId id) const override { return m_typing.contains(id); }
    [[nodiscard]] Task<Result<void>> send(data::ConversationId id, QString text) override;
    [[nodiscard]] Task<Result<void>> correct(data::MessageId id, QString text) override;
    [[nodiscard]] Task<Result<QList<data::Message>>> corrections(data::MessageId id) override { return store::MessageStore(m_database).corrections(id); }
    [[nodiscard]] Task<Result<void>> retry(data::MessageId id) override;
    void setTyping(data::ConversationId id, Typing typing) override;
    void setDraft(data::ConversationId id, QString text) override;
    void markRead(data::ConversationId id, data::MessageId upTo) override;
    void setPinned(data::ConversationId id, store::Pinned pinned) override;
    void setMuted(data::ConversationId id, store::Muted muted) override;
    void hide(data::ConversationId id) override;
    void accept(data::ConversationId id) override;
    [[nodiscard]] Task<Result<store::MessageStore::Glimpse>> glimpse(data::ConversationId id, int limit) override;
    [[nodiscard]] Task<Result<QString>> setting(QString key) override;
    void setSetting(QString key, QString value) override;

    // What a test does with it.

    //! An account that is in use; online unless told otherwise.
    Account *addAccount(const QString &address);
    //! A chat, without a message.
    data::ConversationId addChat(Account *account, const QString &address);
    //! A message from somebody we may never have talked with, and the chat it is in.
    data::ConversationId receiveFrom(Account *account, const QString &address, const QString &text, const QDateTime &time);
    //! A message from the other side, or from ourselves, at `time`.
    data::MessageId receive(data::ConversationId id, const QString &text, const QDateTime &time);
    data::MessageId sent(data::ConversationId id, const QString &text, const QDateTime &time, data::SendState state = data::SendState::Acknowledged);
    void setState(data::MessageId id, data::SendState state, const QString &error = {});
    void mark(data::MessageId id, data::MarkKind kind, const QDateTime &when);
    void setTypingOf(data::ConversationId id, bool typing);
    //! A row of the list that is in no store.
    void putConversation(const data::Conversation &conversation);
    void change(data::ConversationId id, const std::function<void(data::Conversation &)> &how);
    //! How many windows over a conversation are alive.
    [[nodiscard]] qsizetype liveTimelines() const { return std::ranges::count_if(m_timelines, [](const auto &one) { return !one.isNull(); }); }
    //! The next send() fails with this.
    void failNextSend(const Error &error) { m_fail = error; }

    QList<std::pair<data::ConversationId, Typing>> typings; //!< what was told of ourselves
    QStringList sends;
    QList<data::MessageId> retries, marked;
    int searches = 0; //!< how often the store was asked
    QHash<QString, QString> settings;

protected:
    [[nodiscard]] Task<Result<data::SearchPage>> findMessages(store::SearchFilter filter, std::optional<qint64> from, int limit) override
    {
        ++searches;
        return store::SearchStore(m_database).page(std::move(filter), from, limit);
    }

private:
    void apply(const store::Changes &changes);
    void put(const Result<data::Conversation> &row);
    [[nodiscard]] data::MessageId commit(data::ConversationId id, data::Message message);
    [[nodiscard]] data::Message commit(const store::ConversationKey &where, data::Message message);
    data::Message receiveIn(const store::ConversationKey &where, const QString &text, const QDateTime &time);

    QTemporaryDir m_folder;
    store::Database m_database;
    Accounts m_accounts;
    Transfer m_transfer;
    QHash<data::ConversationId, data::Conversation> m_conversations;
    QSet<data::ConversationId> m_typing;
    QList<QPointer<im::Timeline>> m_timelines;
    std::optional<Error> m_fail;
    int m_serial = 0;
};

} // namespace fake
