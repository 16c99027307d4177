// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/conversation.h"
#include "data/search.h"
#include "im/accounts.h"
#include "im/timeline.h"
#include "im/transfer.h"
#include "store/searchstore.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace im
{

//! The messenger as the windows see it: accounts, the chat list, sending and reading. One for a profile.
class Messenger : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Accounts &accounts() = 0;
    //! Exports, backups, imports.
    [[nodiscard]] virtual Transfer &transfer() = 0;

    // The chat list: every conversation of every account, in no order; hidden ones too.

    [[nodiscard]] virtual const QHash<data::ConversationId, data::Conversation> &conversations() const = 0;
    [[nodiscard]] virtual std::optional<data::Conversation> conversation(data::ConversationId id) const = 0;
    //! The chat with an address, made if it is new; whoever is there is no stranger then.
    [[nodiscard]] virtual Task<Result<data::ConversationId>> openChat(data::AccountId account, Jid address) = 0;
    [[nodiscard]] virtual std::unique_ptr<Timeline> openTimeline(data::ConversationId id) = 0;
    //! The newest messages of a chat, at most `limit`, and how many there are.
    [[nodiscard]] virtual Task<Result<store::MessageStore::Glimpse>> glimpse(data::ConversationId id, int limit) = 0;
    //! Whether the other side is writing at this moment (XEP-0085); never of strangers.
    [[nodiscard]] virtual bool isTyping(data::ConversationId id) const = 0;

    // Search.

    //! What somebody typed into a search field; operators may be in English or in the language of the windows (see data::parseSearch()).
    [[nodiscard]] data::SearchQuery searchQuery(QStringView text);
    //! At most `limit` messages that fit, newest first, in one chat or (0) in all but strangers'. For more, `from` is SearchPage::next of the page before.
    [[nodiscard]] Task<Result<data::SearchPage>> search(const data::SearchQuery &query, data::ConversationId in, std::optional<qint64> from, int limit);

    // What a person does.

    //! Keeps the message and sends it as soon as the server takes it. The answer says that it is kept.
    [[nodiscard]] virtual Task<Result<void>> send(data::ConversationId id, QString text) = 0;
    //! Changes what a message of ours says, for the other side too. The answer says that the change is kept.
    [[nodiscard]] virtual Task<Result<void>> correct(data::MessageId id, QString text) = 0;
    //! The changes of a message, oldest first; data::Message::firstBody is what it said before.
    [[nodiscard]] virtual Task<Result<QList<data::Message>>> corrections(data::MessageId id) = 0;
    //! Sends a failed message, or its failed change, again.
    [[nodiscard]] virtual Task<Result<void>> retry(data::MessageId id) = 0;
    //! What is in the composer: `text` is kept as the draft, and the other side may see that somebody writes.
    enum class Typing { Stopped, Paused, Writing };
    virtual void setTyping(data::ConversationId id, Typing typing) = 0;
    virtual void setDraft(data::ConversationId id, QString text) = 0;
    //! A person has seen everything up to this message.
    virtual void markRead(data::ConversationId id, data::MessageId upTo) = 0;
    virtual void setPinned(data::ConversationId id, store::Pinned pinned) = 0;
    virtual void setMuted(data::ConversationId id, store::Muted muted) = 0;
    //! Closes a chat in the list; the next message brings it back.
    virtual void hide(data::ConversationId id) = 0;
    //! Lets a stranger in: their chat is one like any other from now on (Account::isStranger()).
    virtual void accept(data::ConversationId id) = 0;

    // Small settings of the windows (sizes, choices), kept in the profile.

    [[nodiscard]] virtual Task<Result<QString>> setting(QString key) = 0; //!< null if never set
    virtual void setSetting(QString key, QString value) = 0;

Q_SIGNALS:
    void conversationsReset();
    void conversationAdded(data::ConversationId id);
    void conversationChanged(data::ConversationId id);
    void conversationRemoved(data::ConversationId id);
    void typingChanged(data::ConversationId id);
    //! A message came that a person should hear of, unless a stranger wrote it.
    void incoming(data::ConversationId id, const data::Message &message);
    //! Something could not be kept or done that nobody waits for: to be shown as a banner.
    void trouble(const Error &error);

protected:
    [[nodiscard]] virtual Task<Result<data::SearchPage>> findMessages(store::SearchFilter filter, std::optional<qint64> from, int limit) = 0;

private:
    [[nodiscard]] store::SearchFilter filterFor(const data::SearchQuery &query, data::ConversationId in);
    [[nodiscard]] QString nameOf(const data::Conversation &chat);
};

} // namespace im
