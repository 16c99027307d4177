// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paletteindex.h"

#include <algorithm>

namespace models
{

PaletteIndex::PaletteIndex(im::Messenger &messenger, QObject *parent)
    : QObject(parent), m_messenger(messenger)
{
    connect(&messenger, &im::Messenger::conversationsReset, this, &PaletteIndex::rebuild);
    connect(&messenger, &im::Messenger::conversationAdded, this, &PaletteIndex::refreshChat);
    connect(&messenger, &im::Messenger::conversationChanged, this, &PaletteIndex::refreshChat);
    connect(&messenger, &im::Messenger::conversationRemoved, this, &PaletteIndex::refreshChat);
    im::Accounts &accounts = messenger.accounts();
    connect(&accounts, &im::Accounts::added, this, [this](im::Account *account) {
        follow(account);
        rebuild();
    });
    connect(&accounts, &im::Accounts::removed, this, [this](im::Account *account) {
        disconnect(account, nullptr, this, nullptr);
        rebuild();
    });
    connect(&accounts, &im::Accounts::loaded, this, &PaletteIndex::rebuild);
    for (im::Account *account : accounts.all())
        follow(account);
    rebuild();
}

void PaletteIndex::follow(im::Account *account)
{
    disconnect(account, nullptr, this, nullptr);
    const data::AccountId id = account->id();
    connect(account, &im::Account::contactChanged, this, [this, id](const Jid &address) { refreshPerson(id, address); });
    connect(account, &im::Account::contactsReset, this, [this, account] { refreshAccount(*account); });
}

void PaletteIndex::rebuild()
{
    m_chats.clear();
    m_chatWith.clear();
    m_people.clear();
    for (const im::Account *account : m_messenger.accounts().all())
        addPeople(*account);
    const auto &conversations = m_messenger.conversations();
    for (auto it = conversations.cbegin(); it != conversations.cend(); ++it) {
        if (!isShown(*it))
            continue;
        m_chats.insert(it.key(), chatOf(*it));
        m_chatWith.insert({it->account, it->address}, it.key());
    }
    touch();
}

bool PaletteIndex::isShown(const data::Conversation &chat) const
{
    const im::Account *account = m_messenger.accounts().byId(chat.account);
    return account && !chat.hidden && !account->isStranger(chat);
}

void PaletteIndex::addPeople(const im::Account &account)
{
    for (const data::Contact &contact : account.contacts())
        m_people.insert({account.id(), contact.address}, personOf(account, contact.address));
}

PaletteEntry PaletteIndex::personOf(const im::Account &account, const Jid &address)
{
    PaletteEntry entry;
    entry.account = account.id();
    entry.address = address;
    entry.title = account.nameOf(address);
    entry.second = address.toString();
    entry.text = {entry.title, entry.second};
    return entry;
}

PaletteEntry PaletteIndex::chatOf(const data::Conversation &chat) const
{
    const im::Account *account = m_messenger.accounts().byId(chat.account);
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Chat;
    entry.account = chat.account;
    entry.address = chat.address;
    entry.chat = chat.id;
    entry.title = account ? account->nameOf(chat.address) : chat.address.toString();
    entry.second = chat.address.toString();
    entry.activity = chat.lastActivity.isValid() ? chat.lastActivity.toMSecsSinceEpoch() : 0;
    entry.group = chat.kind == data::ConversationKind::Group;
    entry.text = {entry.title, entry.second};
    return entry;
}

void PaletteIndex::refreshChat(data::ConversationId id)
{
    const auto chat = m_messenger.conversation(id);
    const auto known = m_chats.find(id);
    if (!chat || !isShown(*chat)) {
        if (known == m_chats.end())
            return;
        m_chatWith.remove({known->account, known->address});
        m_chats.erase(known);
        return touch();
    }
    const PaletteEntry entry = chatOf(*chat);
    const bool same = known != m_chats.end() && known->title == entry.title;
    m_chats.insert(id, entry);
    m_chatWith.insert({entry.account, entry.address}, id);
    m_sorted = false;
    if (!same)
        touch();
}

void PaletteIndex::refreshPerson(data::AccountId account, const Jid &address)
{
    const im::Account *mine = m_messenger.accounts().byId(account);
    const Key key(account, address.bare());
    if (mine && mine->contact(key.second))
        m_people.insert(key, personOf(*mine, key.second));
    else
        m_people.remove(key);
    touch();
    if (const auto chat = m_chatWith.value(key))
        refreshChat(chat);
}

void PaletteIndex::refreshAccount(const im::Account &account)
{
    const data::AccountId id = account.id();
    m_people.removeIf([id](const auto &it) { return it.key().first == id; });
    addPeople(account);
    touch();
    for (const data::ConversationId chat : m_chats.keys()) {
        if (m_chats.value(chat).account == id)
            refreshChat(chat);
    }
}

void PaletteIndex::setActions(QList<PaletteEntry> actions)
{
    m_actions = std::move(actions);
    touch();
}

void PaletteIndex::touch()
{
    m_sorted = false;
    Q_EMIT changed();
}

const std::vector<const PaletteEntry *> &PaletteIndex::entries()
{
    if (m_sorted)
        return m_order;
    m_sorted = true;
    m_order.clear();
    m_order.reserve(size_t(m_chats.size() + m_people.size() + m_actions.size()));
    for (const PaletteEntry &chat : std::as_const(m_chats))
        m_order.push_back(&chat);
    for (auto it = m_people.cbegin(); it != m_people.cend(); ++it) {
        if (!m_chatWith.contains(it.key()))
            m_order.push_back(&it.value());
    }
    std::ranges::sort(m_order, [](const PaletteEntry *a, const PaletteEntry *b) {
        if (a->kind != b->kind)
            return a->kind < b->kind;
        if (a->activity != b->activity)
            return a->activity > b->activity;
        if (const int texts = a->text.all().compare(b->text.all()); texts != 0)
            return texts < 0;
        return a->account < b->account;
    });
    for (const PaletteEntry &action : std::as_const(m_actions))
        m_order.push_back(&action);
    return m_order;
}

bool PaletteIndex::knows(const Jid &address) const
{
    return std::ranges::any_of(m_messenger.accounts().all(), [&](const im::Account *account) {
        const Key key(account->id(), address);
        return m_people.contains(key) || m_chatWith.contains(key);
    });
}

} // namespace models
