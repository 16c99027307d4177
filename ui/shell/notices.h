// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"
#include "models/mutes.h"
#include "models/preferences.h"
#include "shell/notifier.h"
#include "shell/screenlock.h"

#include <QHash>
#include <QObject>

namespace shell
{

//! Tells the desktop of messages: what it may say, when to be silent, and what a person answers there. One notification a chat,
//! which goes when the chat is read, here or elsewhere.
class Notices final : public QObject
{
    Q_OBJECT

public:
    //! More messages than this within a while are told as their number.
    static constexpr qsizetype MostApart = 5;
    static constexpr std::chrono::seconds While{30};

    Notices(im::Messenger &messenger, const models::Preferences &preferences, const models::Mutes &mutes, Clock &clock, Notifier &notifier,
        const ScreenLock &lock, QObject *parent = nullptr);

    //! A message came to a chat nobody looks at. What strangers write waits in silence until they are let in.
    void tell(data::ConversationId id, const data::Message &message);

Q_SIGNALS:
    void chosen(data::ConversationId id); //!< a person wants to see the chat, or the window if it is 0
    void trouble(const Error &error); //!< what was answered could not be kept

private:
    struct Told
    {
        QList<std::chrono::milliseconds> times; //!< of the last messages, within a while
        int count = 0; //!< since the notification is there
        QString title;
        bool stands = true; //!< on the desktop
    };

    [[nodiscard]] bool isQuiet(const im::Account &account) const;
    [[nodiscard]] bool hidesText() const;
    [[nodiscard]] QString numberOf(data::ConversationId id) const;
    void followRead(data::ConversationId id);
    void followAll();
    void followLock(bool locked);
    void send(data::ConversationId id, const QString &text);
    void markRead(data::ConversationId id);

    im::Messenger &m_messenger;
    const models::Preferences &m_preferences;
    const models::Mutes &m_mutes;
    Clock &m_clock;
    Notifier &m_notifier;
    const ScreenLock &m_lock;
    QHash<data::ConversationId, Told> m_told;
};

} // namespace shell
