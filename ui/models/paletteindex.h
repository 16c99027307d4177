// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"
#include "models/palettematch.h"

#include <QObject>

#include <vector>

namespace models
{

//! One thing the palette can open, with its text ready to be searched.
struct PaletteEntry
{
    //! Person is one without an open chat, Stranger an address nobody knows.
    enum class Kind { Chat, Person, Action, Stranger };

    Kind kind = Kind::Person;
    data::AccountId account;
    Jid address;
    data::ConversationId chat;
    QString action; //!< the name by which who set the actions knows it
    QString title;
    QString second; //!< an address, or an action's keys
    qint64 activity = 0; //!< ms since 1970 of a chat's last message
    bool group = false, common = false;
    PaletteText text;
};

//! Every chat and every contact of all accounts, folded once and kept up with by signals.
class PaletteIndex final : public QObject
{
    Q_OBJECT

public:
    explicit PaletteIndex(im::Messenger &messenger, QObject *parent = nullptr);

    void setActions(QList<PaletteEntry> actions);
    //! Chats by their last activity, people by name, actions as they were set. Valid until control returns to the event loop.
    [[nodiscard]] const std::vector<const PaletteEntry *> &entries();
    //! Whether this address of any account is among them.
    [[nodiscard]] bool knows(const Jid &address) const;

Q_SIGNALS:
    //! Something came, went or has another name. A new message alone is no change; it counts when entries() is read next.
    void changed();

private:
    using Key = std::pair<data::AccountId, Jid>;

    void rebuild();
    void follow(im::Account *account);
    void addPeople(const im::Account &account);
    void refreshChat(data::ConversationId id);
    void refreshPerson(data::AccountId account, const Jid &address);
    void refreshAccount(const im::Account &account);
    [[nodiscard]] static PaletteEntry personOf(const im::Account &account, const Jid &address);
    [[nodiscard]] bool isShown(const data::Conversation &chat) const;
    [[nodiscard]] PaletteEntry chatOf(const data::Conversation &chat) const;
    void touch();

    im::Messenger &m_messenger;
    QHash<data::ConversationId, PaletteEntry> m_chats; // those that are not hidden
    QHash<Key, data::ConversationId> m_chatWith;
    QHash<Key, PaletteEntry> m_people; // all contacts, also those there is a chat with
    QList<PaletteEntry> m_actions;
    std::vector<const PaletteEntry *> m_order;
    bool m_sorted = false;
};

} // namespace models
