// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mutes.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models
{

namespace
{
const QString &key()
{
    static const QString name = u"chats/muted-until"_s;
    return name;
}

// A machine that slept has a wall clock that went on and timers that did not: look again from time to time.
constexpr std::chrono::milliseconds LookAgain = 5min;
}

Mutes::Mutes(im::Messenger &messenger, Clock &clock, QObject *parent)
    : QObject(parent), m_messenger(messenger), m_clock(clock)
{
    connect(&messenger, &im::Messenger::conversationChanged, this, &Mutes::follow);
    connect(&messenger, &im::Messenger::conversationRemoved, this, &Mutes::forget);
    connect(&messenger, &im::Messenger::conversationsReset, this, &Mutes::followAll);
}

void Mutes::load()
{
    m_messenger.setting(key()).then(this, [this](Result<QString> kept) {
        if (kept)
            read(*kept);
        review();
    });
}

//! "12@1790000000 15@1790003600": conversation and seconds since 1970. What was chosen meanwhile is newer.
void Mutes::read(const QString &kept)
{
    for (const QString &one : kept.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = one.split(u'@');
        bool idIsNumber = false, whenIsNumber = false;
        const data::ConversationId id{parts.value(0).toLongLong(&idIsNumber)};
        const qint64 when = parts.value(1).toLongLong(&whenIsNumber);
        if (idIsNumber && whenIsNumber && id && !m_ends.contains(id))
            m_ends.insert(id, {QDateTime::fromSecsSinceEpoch(when, QTimeZone::UTC)});
    }
}

void Mutes::keep()
{
    QStringList kept;
    for (auto it = m_ends.cbegin(); it != m_ends.cend(); ++it)
        kept << u"%1@%2"_s.arg(it.key().value).arg(it->when.toSecsSinceEpoch());
    kept.sort();
    m_messenger.setSetting(key(), kept.join(u' '));
}

void Mutes::muteFor(data::ConversationId id, std::chrono::seconds duration)
{
    m_ends.insert(id, {m_clock.now().addSecs(duration.count())});
    keep();
    m_messenger.setMuted(id, store::Muted::Yes);
    review();
}

void Mutes::muteForEver(data::ConversationId id)
{
    forget(id);
    m_messenger.setMuted(id, store::Muted::Yes);
}

void Mutes::unmute(data::ConversationId id)
{
    forget(id);
    m_messenger.setMuted(id, store::Muted::No);
}

void Mutes::forget(data::ConversationId id)
{
    if (m_ends.remove(id) > 0)
        keep();
}

bool Mutes::isMuted(data::ConversationId id) const
{
    const auto chat = m_messenger.conversation(id);
    const QDateTime end = until(id);
    return chat && chat->muted && (!end.isValid() || end > m_clock.now());
}

QDateTime Mutes::until(data::ConversationId id) const
{
    return m_ends.value(id).when;
}

//! Somebody else made it heard again: then there is no end to wait for.
void Mutes::follow(data::ConversationId id)
{
    const auto end = m_ends.find(id);
    const auto chat = m_messenger.conversation(id);
    if (end == m_ends.end() || !chat)
        return;
    if (chat->muted)
        end->seen = true;
    else if (end->seen)
        forget(id);
}

void Mutes::followAll()
{
    for (const auto id : m_ends.keys()) {
        if (m_messenger.conversation(id))
            follow(id);
        else
            forget(id);
    }
    review();
}

void Mutes::review()
{
    const QDateTime now = m_clock.now();
    std::chrono::milliseconds next = LookAgain;
    QList<data::ConversationId> over;
    for (auto it = m_ends.cbegin(); it != m_ends.cend(); ++it) {
        if (it->when > now)
            next = std::min(next, std::chrono::milliseconds(now.msecsTo(it->when)));
        else if (m_messenger.conversation(it.key()))
            over << it.key();
    }
    for (const auto id : over)
        unmute(id);
    m_timer = m_ends.isEmpty() ? nullptr : m_clock.after(next, [this] { review(); });
}

} // namespace models
