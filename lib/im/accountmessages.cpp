// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of LiveAccount: what comes in goes to the inbox, what goes out to the outbox.
#include "im/liveaccount.h"

#include "base/log.h"

#include <array>

using namespace Qt::StringLiterals;

namespace im
{

//! Senders who want to know, remembered for as long as the program runs; older ones are not told.
static constexpr qsizetype MaxMarkable = 10'000;

void LiveAccount::hookMessages()
{
    m_hooks.push_back(m_session.onMessage(session::Stage::Amend, [this](session::Incoming &incoming) { return storeError(incoming); }));
    m_hooks.push_back(m_session.onMessage(session::Stage::Store, [this](session::Incoming &incoming) { return store(incoming); }));
    connect(&m_modules.receipts, &xep::ReceiptsModule::delivered, this, [this](const Jid &peer, const QString &id, const session::Handled &handled) {
        mark(peer, id, data::MarkKind::Delivered, handled);
    });
    connect(&m_modules.markers, &xep::MarkersModule::displayed, this, [this](const Jid &peer, const QString &id, const session::Handled &handled) {
        mark(peer, id, data::MarkKind::Displayed, handled);
    });
    connect(&m_modules.markers, &xep::MarkersModule::displayedElsewhere, this,
        [this](const Jid &peer, const QString &id, const session::Handled &handled) {
            take(store::IncomingRead{{m_settings.id, peer, data::ConversationKind::Chat}, id}, handled);
        });
    connect(&m_modules.displayed, &xep::DisplayedModule::displayed, this, [this](const Jid &chat, const QString &archiveId) {
        m_displayed.insert(chat, archiveId);
        readUpTo(chat, archiveId);
    });
    connect(&m_modules.displayed, &xep::DisplayedModule::apart, this, [this](const Jid &chat, const QString &archiveId) { reconsider(chat, archiveId).detach(); });
    connect(&m_history, &History::stateChanged, this, &LiveAccount::followHistory);
}

template <typename T>
void LiveAccount::take(T item, session::Handled handled)
{
    if (m_page) {
        m_page->add(std::move(item));
        return;
    }
    const auto add = [item = std::move(item), handled = std::move(handled)](Inbox &inbox) { inbox.add(item, handled); };
    if (m_inbox)
        add(*m_inbox);
    else
        m_early.push_back(add);
}

store::Batch LiveAccount::collect(QList<session::Incoming> messages)
{
    store::Batch page;
    m_page = &page;
    for (session::Incoming &incoming : messages)
        m_session.inject(std::move(incoming));
    m_page = nullptr;
    // With what other devices have shown already nothing is news that a person knows.
    QSet<Jid> chats;
    for (const store::IncomingMessage &one : std::as_const(page.messages))
        chats << one.where.address;
    for (const Jid &chat : std::as_const(chats)) {
        if (const auto shown = m_displayed.constFind(chat); shown != m_displayed.cend())
            page.add(store::IncomingRead{{m_settings.id, chat, data::ConversationKind::Chat}, *shown, store::IncomingRead::Names::Archive});
    }
    return page;
}

void LiveAccount::open(Inbox &inbox)
{
    m_inbox = &inbox;
    for (const auto &f : std::exchange(m_early, {}))
        f(inbox);
    m_outbox.open(m_settings.id);
    m_history.open(m_settings.id);
}

session::Verdict LiveAccount::store(session::Incoming &incoming)
{
    const stanza::Message &message = incoming.message;
    const bool forPeople = message.type == stanza::MessageType::Chat || message.type == stanza::MessageType::Normal;
    if (!forPeople || message.body.isEmpty())
        return session::Verdict::Continue;
    const Jid &own = m_settings.address;
    const bool sent = incoming.source == session::Incoming::Source::CarbonSent || message.from.bare() == own;
    const Jid peer = (sent ? message.to : message.from).bare();
    if (peer.isEmpty())
        return session::Verdict::Continue;

    store::IncomingMessage entry;
    entry.where = {m_settings.id, peer, data::ConversationKind::Chat};
    data::Message &row = entry.message;
    row.author.address = message.from.bare();
    row.direction = sent ? data::Direction::Sent : data::Direction::Received;
    row.body = message.body;
    row.unstyled = xep::StylingModule::isUnstyled(message);
    row.stanzaIdAttribute = message.id;
    row.originId = incoming.originId;
    row.archiveId = incoming.archiveId;
    row.replaces = incoming.replaces;
    row.sentFrom = message.from;
    row.time = incoming.time;
    row.delayed = incoming.delayed;
    // Who wrote long ago does not wait to be told.
    const bool isOld = incoming.source == session::Incoming::Source::Archive && m_history.state().phase != HistoryState::Phase::CatchingUp;
    if (!sent && !isOld)
        noteMarkable(incoming);
    if (incoming.source != session::Incoming::Source::Archive)
        m_history.noteLive();
    take(std::move(entry), incoming.handled);
    return session::Verdict::Continue;
}

//! A message that came while nobody was connected has arrived only now; what is older than that nobody waits for.
void LiveAccount::confirmMissed(const store::Changes &changes)
{
    QList<std::pair<Jid, QString>> news;
    for (const data::Message &message : changes.inserted) {
        if (changes.age == store::Changes::Age::Missed && message.direction == data::Direction::Received)
            news.append({message.sentFrom, message.stanzaIdAttribute});
    }
    m_modules.receipts.confirmMissed(news);
}

void LiveAccount::noteMarkable(const session::Incoming &incoming)
{
    if (incoming.message.id.isEmpty() || !xep::MarkersModule::isMarkable(incoming.message))
        return;
    if (m_markable.size() >= MaxMarkable)
        m_markable.clear();
    m_markable.insert(incoming.message.from.bare().toString() + u'\n' + incoming.message.id);
}

session::Verdict LiveAccount::storeError(session::Incoming &incoming)
{
    const stanza::Message &message = incoming.message;
    if (message.type != stanza::MessageType::Error)
        return session::Verdict::Continue;
    if (!message.id.isEmpty() && message.error) {
        const store::IncomingError error{{m_settings.id, message.from.bare(), data::ConversationKind::Chat}, message.id, message.error->condition,
            message.error->toError().text};
        take(error, incoming.handled);
    }
    return session::Verdict::Stop;
}

void LiveAccount::mark(const Jid &peer, const QString &id, data::MarkKind kind, const session::Handled &handled)
{
    take(store::IncomingMark{{m_settings.id, peer, data::ConversationKind::Chat}, id, peer, kind, m_clock.now()}, handled);
}

Task<Result<void>> LiveAccount::send(data::Conversation conversation, QString text)
{
    return write(std::move(conversation), std::move(text), {});
}

Task<Result<void>> LiveAccount::correct(data::Conversation conversation, data::Message message, QString text)
{
    if (message.direction != data::Direction::Sent || message.stanzaIdAttribute.isEmpty())
        return Task<Result<void>>::ready(fail(ErrorKind::Invalid, tr("This message cannot be changed.")));
    return write(std::move(conversation), std::move(text), std::move(message));
}

//! Keeps a message and hands it to the outbox; what `corrected` says becomes this if it has an id.
Task<Result<void>> LiveAccount::write(data::Conversation conversation, QString text, data::Message corrected)
{
    stanza::Message message;
    message.id = stanza::newId();
    message.to = conversation.address;
    message.type = stanza::MessageType::Chat;
    message.body = text;
    m_modules.decorate(message);
    if (corrected.id)
        xep::CorrectionModule::decorate(message, corrected.stanzaIdAttribute);

    data::Message row;
    row.conversation = conversation.id;
    row.author.address = m_settings.address;
    row.direction = data::Direction::Sent;
    row.body = std::move(text);
    row.stanzaIdAttribute = row.originId = message.id;
    row.sentFrom = m_session.bound();
    row.time = m_clock.now();
    row.state = data::SendState::Queued;
    row.stanza = message.toXml();
    row.amends = corrected.id;
    row.replaces = corrected.stanzaIdAttribute;
    const auto changes = co_await m_messageStore.append(row).boundTo(this);
    if (!changes)
        co_return std::unexpected(changes.error());
    Q_EMIT changed(*changes);
    for (const data::Message &kept : changes->inserted + changes->amendments)
        m_outbox.enqueue(kept);
    m_history.noteLive();
    co_return Result<void>();
}

Task<Result<bool>> LiveAccount::loadOlder(const data::Conversation &conversation, const data::Message &oldest)
{
    return m_history.loadOlder(conversation.address, oldest.archiveId, oldest.time);
}

void LiveAccount::setTyping(const Jid &peer, Messenger::Typing typing)
{
    switch (typing) {
    case Messenger::Typing::Writing:
        m_modules.chatStates.set(peer, xep::ChatState::Composing);
        return;
    case Messenger::Typing::Paused:
        m_modules.chatStates.set(peer, xep::ChatState::Paused);
        return;
    case Messenger::Typing::Stopped:
        m_modules.chatStates.set(peer, xep::ChatState::Active);
        return;
    }
}

namespace
{

Account::Keeping keepingOf(const xep::ArchivePreferences &preferences)
{
    using Keeping = Account::Keeping;
    return preferences.byDefault == u"never" ? Keeping::Nothing : preferences.byDefault == u"roster" ? Keeping::Contacts : Keeping::Everything;
}

} // namespace

Task<Result<Account::Keeping>> LiveAccount::keeping()
{
    const auto preferences = co_await m_modules.archive.preferences().boundTo(this);
    co_return preferences.transform(keepingOf);
}

Task<Result<Account::Keeping>> LiveAccount::setKeeping(Keeping keeping)
{
    // The exceptions stay as they are.
    auto preferences = co_await m_modules.archive.preferences().boundTo(this);
    if (!preferences)
        co_return std::unexpected(preferences.error());
    static constexpr std::array names{"always"_L1, "roster"_L1, "never"_L1};
    preferences->byDefault = names[size_t(keeping)];
    const auto applied = co_await m_modules.archive.setPreferences(std::move(*preferences)).boundTo(this);
    co_return applied.transform(keepingOf);
}

void LiveAccount::tellOurDevices(const data::Conversation &conversation, const QString &archiveId)
{
    m_displayed.insert(conversation.address, archiveId);
    m_modules.displayed.publish(conversation.address, archiveId);
}

//! When the archive has told enough, doubtful messages are doubtful no more.
void LiveAccount::followHistory()
{
    using Phase = HistoryState::Phase;
    const HistoryState &history = m_history.state();
    if (history.phase == Phase::Complete || history.phase == Phase::Nothing)
        m_outbox.resolveDoubtful();
    else if (history.phase != Phase::Waiting)
        m_outbox.archiveTold(history.phase == Phase::GoingBack ? history.reachesBack : QDateTime());
}

//! Both sides have read on while they were apart: who is further is told to the others.
Task<Result<void>> LiveAccount::reconsider(Jid chat, QString theirs)
{
    const store::ConversationKey key{m_settings.id, chat, data::ConversationKind::Chat};
    store::Batch batch;
    batch.add(store::IncomingRead{key, theirs, store::IncomingRead::Names::Archive});
    const auto changes = co_await m_messageStore.commitIncoming(batch).boundTo(this);
    if (!changes)
        co_return std::unexpected(changes.error());
    Q_EMIT changed(*changes);
    const auto row = co_await m_conversationStore.ensure(key).boundTo(this);
    if (!row)
        co_return std::unexpected(row.error());
    // Further than all we have here is further than we have read.
    const auto known = co_await m_messageStore.byArchiveId(row->id, theirs).boundTo(this);
    const auto read = co_await m_messageStore.byId(row->readUpTo).boundTo(this);
    if (!known || !*known || !read || !*read)
        co_return Result<void>();
    const auto ours = co_await m_messageStore.archivedUpTo(row->id, store::MessageStore::Position::of(**read)).boundTo(this);
    if (ours && !ours->isEmpty() && *ours != theirs)
        tellOurDevices(*row, *ours);
    co_return Result<void>();
}

void LiveAccount::readUpTo(const Jid &chat, const QString &archiveId)
{
    take(store::IncomingRead{{m_settings.id, chat, data::ConversationKind::Chat}, archiveId, store::IncomingRead::Names::Archive}, {});
}

void LiveAccount::tellDisplayed(const data::Message &message)
{
    if (m_markable.remove(message.author.address.toString() + u'\n' + message.stanzaIdAttribute))
        m_modules.markers.sendDisplayed(message.author.address, message.stanzaIdAttribute);
}

} // namespace im
