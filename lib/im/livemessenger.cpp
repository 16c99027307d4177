// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/livemessenger.h"

#include "im/liveaccount.h"

namespace im
{

LiveMessenger::LiveMessenger(Means means, QObject *parent) :
    Messenger(parent), m_means(std::move(means)), m_accounts(m_means), m_inbox(m_means.database, m_means.environment.clock),
    m_conversationStore(m_means.database), m_messageStore(m_means.database), m_searchStore(m_means.database), m_settingsStore(m_means.database),
    m_transfer(m_means.database, m_means.environment.clock, *this,
        {[this](const store::Changes &changes) { apply(changes); }, [this] { return leave(); }, [this] { return m_accounts.load(); }})
{
    connect(&m_accounts, &LiveAccounts::adopting, this, &LiveMessenger::adopt);
    connect(&m_accounts, &Accounts::removed, this, &LiveMessenger::forgetAccount);
    connect(&m_accounts, &LiveAccounts::trouble, this, &Messenger::trouble);
    connect(&m_inbox, &Inbox::committed, this, &LiveMessenger::apply);
    connect(&m_inbox, &Inbox::failed, this, [this](const Error &error) {
        // What cannot be kept must not be acknowledged for ever: offline, and said so.
        for (Account *account : m_accounts.all())
            account->goOffline();
        Q_EMIT trouble(error);
    });
}

LiveMessenger::~LiveMessenger() = default;

void LiveMessenger::start()
{
    m_accounts.load().then(this, [this](const Result<void> &loaded) {
        if (!loaded)
            Q_EMIT trouble(loaded.error());
    });
}

void LiveMessenger::stop()
{
    m_inbox.flush();
    for (Account *account : m_accounts.all())
        account->goOffline();
}

Task<Result<void>> LiveMessenger::whenOffline()
{
    m_leaving.emplace_back();
    auto task = m_leaving.last().task();
    checkOffline();
    return task;
}

Task<Result<void>> LiveMessenger::leave()
{
    constexpr auto Patience = std::chrono::milliseconds(1500);
    stop();
    Promise<Result<void>> over;
    const Timer patience = m_means.environment.clock.after(Patience, [over] { over.finish({}); });
    whenOffline().then(this, [over](const Result<void> &) { over.finish({}); });
    (void)co_await over.task().boundTo(this);
    m_accounts.unload();
    co_return co_await m_means.database.flush().boundTo(this); // and the accounts, which know the store, are gone by then
}

void LiveMessenger::checkOffline()
{
    for (const Account *account : m_accounts.all()) {
        if (static_cast<const LiveAccount *>(account)->hasStream())
            return;
    }
    for (const auto &promise : std::exchange(m_leaving, {}))
        promise.finish({});
}

void LiveMessenger::adopt(LiveAccount *account)
{
    connect(account, &LiveAccount::streamEnded, this, &LiveMessenger::checkOffline);
    account->open(m_inbox);
    connect(&m_inbox, &Inbox::committed, account, &LiveAccount::learn);
    connect(account, &LiveAccount::changed, this, &LiveMessenger::apply);
    connect(account, &LiveAccount::typingChanged, this, [this, account](const Jid &address) {
        for (const data::Conversation &conversation : std::as_const(m_conversations)) {
            if (conversation.account == account->id() && conversation.address == address)
                Q_EMIT typingChanged(conversation.id);
        }
    });
    connect(account, &Account::historyChanged, this, [this, account] { followHistory(account); });
    connect(account, &Account::contactsReset, this, [this, id = account->id()] { acceptContacts(id); });
    connect(account, &Account::contactChanged, this, [this, id = account->id()](const Jid &address) {
        for (const data::Conversation &conversation : QList(m_conversations.values())) {
            if (conversation.account == id && conversation.address == address)
                acceptContact(conversation);
        }
    });
    loadConversations(account->id());
}

void LiveMessenger::loadConversations(data::AccountId account)
{
    m_conversationStore.all(account).then(this, [this, account](const Result<QList<data::Conversation>> &rows) {
        if (!rows) {
            Q_EMIT trouble(rows.error());
            return;
        }
        for (const data::Conversation &row : *rows)
            m_conversations.insert(row.id, row);
        Q_EMIT conversationsReset();
        acceptContacts(account);
    });
}

void LiveMessenger::forgetAccount(const Account *account)
{
    m_conversations.removeIf([id = account->id()](const auto &entry) { return entry.value().account == id; });
    Q_EMIT conversationsReset();
}

std::optional<data::Conversation> LiveMessenger::conversation(data::ConversationId id) const
{
    const auto it = m_conversations.constFind(id);
    return it == m_conversations.cend() ? std::nullopt : std::optional(*it);
}

LiveAccount *LiveMessenger::accountOf(data::ConversationId id) const
{
    const auto row = conversation(id);
    return row ? m_accounts.live(row->account) : nullptr;
}

void LiveMessenger::take(const data::Conversation &conversation)
{
    if (!m_accounts.live(conversation.account))
        return; // its account was removed while this was on its way
    const bool isNew = !m_conversations.contains(conversation.id);
    m_conversations.insert(conversation.id, conversation);
    if (isNew)
        Q_EMIT conversationAdded(conversation.id);
    else
        Q_EMIT conversationChanged(conversation.id);
    acceptContact(conversation);
}

void LiveMessenger::acceptContacts(data::AccountId account)
{
    for (const data::Conversation &conversation : std::as_const(m_conversations)) {
        if (conversation.account == account)
            acceptContact(conversation);
    }
}

void LiveMessenger::acceptContact(const data::Conversation &conversation)
{
    const LiveAccount *account = m_accounts.live(conversation.account);
    if (account && !conversation.accepted && account->contact(conversation.address))
        accept(conversation.id);
}

bool LiveMessenger::isStranger(data::ConversationId id) const
{
    const LiveAccount *account = accountOf(id);
    return account && account->isStranger(m_conversations.value(id));
}

void LiveMessenger::apply(const store::Changes &changes)
{
    for (const data::Conversation &conversation : changes.conversations)
        take(conversation);
    std::erase_if(m_timelines, [](const QPointer<Timeline> &timeline) { return timeline.isNull(); });
    for (const QPointer<Timeline> &timeline : m_timelines)
        timeline->apply(changes);
    tell(changes);
}

//! What a person should hear of: everything that comes now, and the last word of what they missed, where it is still unread.
void LiveMessenger::tell(const store::Changes &changes)
{
    if (changes.age == store::Changes::Age::Old)
        return;
    for (const data::Message &message : changes.inserted) {
        if (message.direction != data::Direction::Received)
            continue;
        const auto row = m_conversations.constFind(message.conversation);
        if (row == m_conversations.cend())
            continue;
        const bool last = row->lastMessage == message.id && row->unread > 0;
        if (changes.age == store::Changes::Age::Live || last)
            Q_EMIT incoming(message.conversation, message);
    }
}

void LiveMessenger::followHistory(const LiveAccount *account)
{
    for (const QPointer<Timeline> &timeline : m_timelines) {
        if (timeline && accountOf(timeline->conversation()) == account)
            followHistory(*timeline, *account);
    }
}

void LiveMessenger::followHistory(Timeline &timeline, const Account &account) const
{
    using Phase = HistoryState::Phase;
    const HistoryState &history = account.history();
    const bool within = history.phase == Phase::CatchingUp || history.phase == Phase::GoingBack;
    const bool all = history.reachesStart || history.phase == Phase::Nothing || history.phase == Phase::Complete;
    // Away is said only where an archive is known to hold more.
    const bool away = !history.gaps.isEmpty() || history.reachesBack.isValid();
    timeline.setElsewhere(all ? Timeline::Elsewhere::Nowhere : within ? Timeline::Elsewhere::Within : away ? Timeline::Elsewhere::Away : Timeline::Elsewhere::Nowhere,
        history.gaps);
}

void LiveMessenger::follow(store::ConversationStore::Answer answer)
{
    std::move(answer).then(this, [this](const Result<data::Conversation> &row) {
        if (row)
            take(*row);
        else
            Q_EMIT trouble(row.error());
    });
}

Task<Result<data::ConversationId>> LiveMessenger::openChat(data::AccountId account, Jid address)
{
    auto row = co_await m_conversationStore.ensure({account, address.bare(), data::ConversationKind::Chat}).boundTo(this);
    if (row && row->hidden)
        row = co_await m_conversationStore.setHidden(row->id, store::Hidden::No).boundTo(this);
    if (row && !row->accepted)
        row = co_await m_conversationStore.accept(row->id).boundTo(this);
    if (!row)
        co_return std::unexpected(row.error());
    take(*row);
    co_return row->id;
}

std::unique_ptr<Timeline> LiveMessenger::openTimeline(data::ConversationId id)
{
    auto timeline = std::make_unique<Timeline>(m_means.database, id);
    m_timelines.emplace_back(timeline.get());
    if (const LiveAccount *account = accountOf(id)) {
        timeline->setFetch([this, id](const data::Message &oldest) {
            LiveAccount *mine = accountOf(id);
            return mine ? mine->loadOlder(m_conversations.value(id), oldest) : Task<Result<bool>>::ready(fail(ErrorKind::Invalid, tr("This chat is gone.")));
        });
        followHistory(*timeline, *account);
    }
    timeline->load();
    return timeline;
}

bool LiveMessenger::isTyping(data::ConversationId id) const
{
    const LiveAccount *account = accountOf(id);
    return account && !isStranger(id) && account->isTyping(m_conversations.value(id).address);
}

Task<Result<void>> LiveMessenger::send(data::ConversationId id, QString text)
{
    LiveAccount *account = accountOf(id);
    if (!account)
        co_return fail(ErrorKind::Invalid, tr("This chat is gone."));
    co_return co_await account->send(m_conversations.value(id), std::move(text)).boundTo(this);
}

Task<Result<void>> LiveMessenger::correct(data::MessageId id, QString text)
{
    const auto message = co_await m_messageStore.byId(id).boundTo(this);
    if (!message)
        co_return std::unexpected(message.error());
    LiveAccount *account = *message ? accountOf((*message)->conversation) : nullptr;
    if (!account)
        co_return fail(ErrorKind::Invalid, tr("This message is gone."));
    co_return co_await account->correct(m_conversations.value((*message)->conversation), **message, std::move(text)).boundTo(this);
}

Task<Result<void>> LiveMessenger::retry(data::MessageId id)
{
    auto message = co_await m_messageStore.byId(id).boundTo(this);
    if (message && *message && (*message)->state != data::SendState::Failed) {
        const auto changes = co_await m_messageStore.corrections(id).boundTo(this);
        if (changes && !changes->isEmpty() && changes->last().state == data::SendState::Failed)
            message = changes->last();
    }
    if (!message)
        co_return std::unexpected(message.error());
    LiveAccount *account = *message ? accountOf((*message)->conversation) : nullptr;
    if (!account)
        co_return fail(ErrorKind::Invalid, tr("This message is gone."));
    co_return co_await account->retry(**message).boundTo(this);
}

void LiveMessenger::setTyping(data::ConversationId id, Typing typing)
{
    if (LiveAccount *account = accountOf(id); account && !isStranger(id))
        account->setTyping(m_conversations.value(id).address, typing);
}

void LiveMessenger::setDraft(data::ConversationId id, QString text)
{
    if (m_conversations.value(id).draft != text)
        follow(m_conversationStore.setDraft(id, std::move(text)));
}

void LiveMessenger::markRead(data::ConversationId id, data::MessageId upTo)
{
    const auto row = conversation(id);
    if (!row || row->readUpTo == upTo)
        return;
    tellRead(*row, upTo).then(this, [this](const Result<void> &told) {
        if (!told)
            Q_EMIT trouble(told.error());
    });
}

Task<Result<void>> LiveMessenger::tellRead(data::Conversation conversation, data::MessageId upTo)
{
    const auto row = co_await m_conversationStore.markReadUpTo(conversation.id, upTo).boundTo(this);
    if (!row)
        co_return std::unexpected(row.error());
    const bool moved = row->readUpTo != conversation.readUpTo || row->unread != conversation.unread;
    take(*row);
    if (!moved)
        co_return Result<void>();
    const auto message = co_await m_messageStore.byId(upTo).boundTo(this);
    LiveAccount *account = accountOf(conversation.id);
    if (!account || !message || !*message || isStranger(conversation.id))
        co_return Result<void>();
    if ((*message)->direction == data::Direction::Received)
        account->tellDisplayed(**message);
    const auto archived = co_await m_messageStore.archivedUpTo(conversation.id, store::MessageStore::Position::of(**message)).boundTo(this);
    account = accountOf(conversation.id); // it may have been removed meanwhile
    if (account && archived && !archived->isEmpty())
        account->tellOurDevices(conversation, *archived);
    co_return Result<void>();
}

void LiveMessenger::wokeUp()
{
    for (Account *account : m_accounts.all())
        static_cast<LiveAccount *>(account)->wokeUp();
}

void LiveMessenger::setActivity(Account::Activity activity)
{
    for (Account *account : m_accounts.all())
        account->setActivity(activity);
}

void LiveMessenger::setPinned(data::ConversationId id, store::Pinned pinned)
{
    follow(m_conversationStore.setPinned(id, pinned));
}

void LiveMessenger::setMuted(data::ConversationId id, store::Muted muted)
{
    follow(m_conversationStore.setMuted(id, muted));
}

void LiveMessenger::hide(data::ConversationId id)
{
    follow(m_conversationStore.setHidden(id, store::Hidden::Yes));
}

void LiveMessenger::accept(data::ConversationId id)
{
    follow(m_conversationStore.accept(id));
}

Task<Result<QString>> LiveMessenger::setting(QString key)
{
    return m_settingsStore.value(std::move(key));
}

void LiveMessenger::setSetting(QString key, QString value)
{
    m_settingsStore.set(std::move(key), std::move(value)).then(this, [this](const Result<void> &kept) {
        if (!kept)
            Q_EMIT trouble(kept.error());
    });
}

} // namespace im
