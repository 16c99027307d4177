// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"

#include "store/accountstore.h"
#include "store/conversationstore.h"

using namespace Qt::StringLiterals;

namespace fake
{

Messenger::Messenger()
    : m_database(m_folder.path())
{
    if (const auto opened = wait(m_database.open()); !opened)
        qFatal("the store does not open: %s", qUtf8Printable(opened.error().text));
    m_accounts.onRemove = [this](data::AccountId id) {
        m_conversations.removeIf([id](const auto &one) { return one.value().account == id; });
        Q_EMIT conversationsReset();
    };
}

Messenger::~Messenger()
{
    m_database.close();
}

std::optional<data::Conversation> Messenger::conversation(data::ConversationId id) const
{
    const auto at = m_conversations.constFind(id);
    return at == m_conversations.cend() ? std::nullopt : std::optional(*at);
}

Task<Result<data::ConversationId>> Messenger::openChat(data::AccountId account, Jid address)
{
    auto chat = wait(store::ConversationStore(m_database).ensure({account, address, data::ConversationKind::Chat}));
    if (chat && !chat->accepted)
        chat = wait(store::ConversationStore(m_database).accept(chat->id));
    if (!chat)
        return Task<Result<data::ConversationId>>::ready(fail(chat.error()));
    const bool known = m_conversations.contains(chat->id);
    data::Conversation open = *chat;
    open.hidden = false;
    m_conversations.insert(open.id, open);
    if (known)
        Q_EMIT conversationChanged(open.id);
    else
        Q_EMIT conversationAdded(open.id);
    return Task<Result<data::ConversationId>>::ready(open.id);
}

std::unique_ptr<im::Timeline> Messenger::openTimeline(data::ConversationId id)
{
    auto timeline = std::make_unique<im::Timeline>(m_database, id);
    m_timelines.append(timeline.get());
    const auto chat = conversation(id);
    const im::Account *account = chat ? m_accounts.byId(chat->account) : nullptr;
    if (account && account->history().reachesBack.isValid() && !account->history().reachesStart)
        timeline->setElsewhere(im::Timeline::Elsewhere::Away, account->history().gaps);
    return timeline;
}

void Messenger::apply(const store::Changes &changes)
{
    m_timelines.removeIf([](const auto &one) { return one.isNull(); });
    for (const auto &timeline : std::as_const(m_timelines))
        timeline->apply(changes);
    for (const data::Conversation &chat : changes.conversations) {
        const bool known = m_conversations.contains(chat.id);
        m_conversations.insert(chat.id, chat);
        if (known)
            Q_EMIT conversationChanged(chat.id);
        else
            Q_EMIT conversationAdded(chat.id);
    }
}

Task<Result<void>> Messenger::send(data::ConversationId id, QString text)
{
    sends << text;
    if (const auto error = std::exchange(m_fail, std::nullopt))
        return Task<Result<void>>::ready(fail(*error));
    const im::Account *account = m_accounts.byId(conversation(id)->account);
    data::Message message;
    message.conversation = id;
    message.author.address = account->address();
    message.direction = data::Direction::Sent;
    message.body = text;
    message.stanzaIdAttribute = message.originId = u"own-%1"_s.arg(++m_serial);
    message.time = QDateTime::currentDateTimeUtc();
    message.state = data::SendState::Queued;
    const auto kept = wait(store::MessageStore(m_database).append(message));
    if (!kept)
        return Task<Result<void>>::ready(fail(kept.error()));
    apply(*kept);
    return Task<Result<void>>::ready({});
}

Task<Result<void>> Messenger::correct(data::MessageId id, QString text)
{
    sends << text;
    if (const auto error = std::exchange(m_fail, std::nullopt))
        return Task<Result<void>>::ready(fail(*error));
    const auto corrected = wait(store::MessageStore(m_database).byId(id)).value().value();
    data::Message message;
    message.conversation = corrected.conversation;
    message.author = corrected.author;
    message.direction = data::Direction::Sent;
    message.body = text;
    message.stanzaIdAttribute = message.originId = u"own-%1"_s.arg(++m_serial);
    message.time = QDateTime::currentDateTimeUtc();
    message.amends = id;
    message.replaces = corrected.stanzaIdAttribute;
    const auto kept = wait(store::MessageStore(m_database).append(message));
    if (!kept)
        return Task<Result<void>>::ready(fail(kept.error()));
    apply(*kept);
    return Task<Result<void>>::ready({});
}

Task<Result<void>> Messenger::retry(data::MessageId id)
{
    retries << id;
    setState(id, data::SendState::Queued);
    return Task<Result<void>>::ready({});
}

void Messenger::setTyping(data::ConversationId id, Typing typing)
{
    typings.append({id, typing});
}

void Messenger::setDraft(data::ConversationId id, QString text)
{
    put(wait(store::ConversationStore(m_database).setDraft(id, text)));
}

void Messenger::markRead(data::ConversationId id, data::MessageId upTo)
{
    marked << upTo;
    put(wait(store::ConversationStore(m_database).markReadUpTo(id, upTo)));
}

//! A row as the store has it now; rows that are in no store stay as they are.
void Messenger::put(const Result<data::Conversation> &row)
{
    if (!row)
        return;
    m_conversations.insert(row->id, *row);
    Q_EMIT conversationChanged(row->id);
}

void Messenger::setPinned(data::ConversationId id, store::Pinned pinned)
{
    put(wait(store::ConversationStore(m_database).setPinned(id, pinned)));
}

void Messenger::setMuted(data::ConversationId id, store::Muted muted)
{
    put(wait(store::ConversationStore(m_database).setMuted(id, muted)));
}

void Messenger::hide(data::ConversationId id)
{
    put(wait(store::ConversationStore(m_database).setHidden(id, store::Hidden::Yes)));
}

void Messenger::accept(data::ConversationId id)
{
    put(wait(store::ConversationStore(m_database).accept(id)));
}

Task<Result<store::MessageStore::Glimpse>> Messenger::glimpse(data::ConversationId id, int limit)
{
    return Task<Result<store::MessageStore::Glimpse>>::ready(wait(store::MessageStore(m_database).glimpse(id, limit)));
}

Task<Result<QString>> Messenger::setting(QString key)
{
    return Task<Result<QString>>::ready(settings.value(key));
}

void Messenger::setSetting(QString key, QString value)
{
    settings.insert(key, value);
}

Account *Messenger::addAccount(const QString &address)
{
    data::Account row;
    row.address = jid(address);
    const auto kept = wait(store::AccountStore(m_database).insert(row));
    if (!kept)
        qFatal("the account is not kept: %s", qUtf8Printable(kept.error().text));
    auto *account = new Account(*kept);
    m_accounts.add(account);
    return account;
}

data::ConversationId Messenger::addChat(Account *account, const QString &address)
{
    return wait(openChat(account->id(), jid(address))).value();
}

data::MessageId Messenger::commit(data::ConversationId id, data::Message message)
{
    const data::Conversation chat = conversation(id).value();
    return commit({chat.account, chat.address, chat.kind}, std::move(message)).id;
}

data::Message Messenger::commit(const store::ConversationKey &where, data::Message message)
{
    store::Batch batch;
    batch.messages.append({where, message});
    const auto changes = wait(store::MessageStore(m_database).commitIncoming(batch));
    if (!changes || changes->rows.isEmpty() || !changes->rows.first())
        qFatal("the message is not kept");
    apply(*changes);
    message.id = changes->rows.first();
    message.conversation = changes->inserted.value(0).conversation;
    return message;
}

data::Message Messenger::receiveIn(const store::ConversationKey &where, const QString &text, const QDateTime &time)
{
    data::Message message;
    message.author.address = where.address;
    message.body = text;
    message.stanzaIdAttribute = message.originId = u"their-%1"_s.arg(++m_serial);
    message.time = time.toUTC();
    message = commit(where, message);
    Q_EMIT incoming(message.conversation, message);
    return message;
}

data::MessageId Messenger::receive(data::ConversationId id, const QString &text, const QDateTime &time)
{
    const data::Conversation chat = conversation(id).value();
    return receiveIn({chat.account, chat.address, chat.kind}, text, time).id;
}

data::ConversationId Messenger::receiveFrom(Account *account, const QString &address, const QString &text, const QDateTime &time)
{
    return receiveIn({account->id(), jid(address), data::ConversationKind::Chat}, text, time).conversation;
}

data::MessageId Messenger::sent(data::ConversationId id, const QString &text, const QDateTime &time, data::SendState state)
{
    data::Message message;
    message.author.address = m_accounts.byId(conversation(id)->account)->address();
    message.direction = data::Direction::Sent;
    message.body = text;
    message.stanzaIdAttribute = message.originId = u"own-%1"_s.arg(++m_serial);
    message.time = time.toUTC();
    const data::MessageId row = commit(id, message);
    if (state != data::SendState::Acknowledged)
        setState(row, state);
    return row;
}

void Messenger::setState(data::MessageId id, data::SendState state, const QString &error)
{
    if (auto changes = wait(store::MessageStore(m_database).setState({{id, state, error, {}}})))
        apply(*changes);
}

void Messenger::mark(data::MessageId id, data::MarkKind kind, const QDateTime &when)
{
    const auto message = wait(store::MessageStore(m_database).byId(id)).value().value();
    const data::Conversation chat = conversation(message.conversation).value();
    store::Batch batch;
    batch.marks.append({{chat.account, chat.address, chat.kind}, message.stanzaIdAttribute, chat.address, kind, when.toUTC()});
    if (auto changes = wait(store::MessageStore(m_database).commitIncoming(batch)))
        apply(*changes);
}

void Messenger::setTypingOf(data::ConversationId id, bool typing)
{
    if (typing)
        m_typing.insert(id);
    else
        m_typing.remove(id);
    Q_EMIT typingChanged(id);
}

void Messenger::putConversation(const data::Conversation &conversation)
{
    m_conversations.insert(conversation.id, conversation);
    Q_EMIT conversationAdded(conversation.id);
}

void Messenger::change(data::ConversationId id, const std::function<void(data::Conversation &)> &how)
{
    const auto at = m_conversations.find(id);
    if (at == m_conversations.end())
        return;
    how(*at);
    Q_EMIT conversationChanged(id);
}

} // namespace fake
