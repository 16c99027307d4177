// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/notices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace shell
{

using Switch = models::Preferences::Switch;

namespace
{
// A notification is a glance, not a reader.
constexpr int MostNotified = 200;

QString glance(const QString &body)
{
    const QString text = body.simplified();
    return text.size() > MostNotified ? QString(text.first(MostNotified) + u'…') : text;
}
}

Notices::Notices(im::Messenger &messenger, const models::Preferences &preferences, const models::Mutes &mutes, Clock &clock, Notifier &notifier,
    const ScreenLock &lock, QObject *parent)
    : QObject(parent), m_messenger(messenger), m_preferences(preferences), m_mutes(mutes), m_clock(clock), m_notifier(notifier), m_lock(lock)
{
    connect(&messenger, &im::Messenger::conversationChanged, this, &Notices::followRead);
    connect(&messenger, &im::Messenger::conversationRemoved, this, &Notices::followRead);
    connect(&messenger, &im::Messenger::conversationsReset, this, &Notices::followAll);
    connect(&lock, &ScreenLock::lockedChanged, this, &Notices::followLock);
    connect(&notifier, &Notifier::activated, this, &Notices::chosen);
    connect(&notifier, &Notifier::replied, this, &Notices::send);
    connect(&notifier, &Notifier::markedRead, this, &Notices::markRead);
    connect(&notifier, &Notifier::dismissed, this, [this](data::ConversationId id) {
        if (const auto told = m_told.find(id); told != m_told.end())
            told->stands = false;
    });
}

void Notices::tell(data::ConversationId id, const data::Message &message)
{
    const auto chat = m_messenger.conversation(id);
    const im::Account *account = chat ? m_messenger.accounts().byId(chat->account) : nullptr;
    if (!account || account->isStranger(*chat) || m_mutes.isMuted(id) || isQuiet(*account))
        return;
    Told &told = m_told[id];
    const auto now = m_clock.monotonic();
    told.times.removeIf([now](std::chrono::milliseconds time) { return time + While < now; });
    told.times.append(now);
    ++told.count;
    told.title = account->nameOf(chat->address);
    told.stands = true;
    const bool flood = told.times.size() > MostApart;
    const QString text = flood || hidesText() ? QString() : glance(message.body);
    // A flood rings with its beginning, not with each drop.
    const bool rings = m_preferences.isOn(Switch::Sound) && told.times.size() <= MostApart + 1;
    m_notifier.show({id, told.title, text.isEmpty() ? numberOf(id) : text, rings ? Notification::Sound::Message : Notification::Sound::None});
}

bool Notices::isQuiet(const im::Account &account) const
{
    return m_preferences.isOn(Switch::Quiet) || account.settings().show == "dnd"_L1;
}

bool Notices::hidesText() const
{
    return !m_preferences.isOn(Switch::MessageText) || (m_lock.isLocked() && m_preferences.isOn(Switch::HideTextWhenLocked));
}

QString Notices::numberOf(data::ConversationId id) const
{
    const auto chat = m_messenger.conversation(id);
    return tr("%n new messages", nullptr, std::max(chat ? chat->unread : 0, m_told.value(id).count));
}

void Notices::followRead(data::ConversationId id)
{
    if (!m_told.contains(id))
        return;
    const auto chat = m_messenger.conversation(id);
    if (chat && chat->unread > 0)
        return;
    m_told.remove(id);
    m_notifier.withdraw(id);
}

void Notices::followAll()
{
    for (const auto id : m_told.keys())
        followRead(id);
}

//! What was shown to its reader is not for who comes after.
void Notices::followLock(bool locked)
{
    if (!locked || !m_preferences.isOn(Switch::MessageText) || !hidesText())
        return;
    for (auto it = m_told.cbegin(); it != m_told.cend(); ++it) {
        if (!it->stands)
            continue;
        m_notifier.show({it.key(), it->title, numberOf(it.key()), Notification::Sound::None});
    }
}

void Notices::send(data::ConversationId id, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        Q_EMIT chosen(id);
        return;
    }
    markRead(id);
    m_messenger.send(id, text).then(this, [this](const Result<void> &kept) {
        if (!kept)
            Q_EMIT trouble(kept.error());
    });
}

void Notices::markRead(data::ConversationId id)
{
    if (const auto chat = m_messenger.conversation(id); chat && chat->lastMessage)
        m_messenger.markRead(id, chat->lastMessage);
}

} // namespace shell
