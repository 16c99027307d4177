// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"

#include <QHash>
#include <QObject>

namespace models
{

//! Chats that are silent, for a while or for ever. The end of a while is kept in the profile, and the chat is heard again when it is over.
class Mutes final : public QObject
{
    Q_OBJECT

public:
    Mutes(im::Messenger &messenger, Clock &clock, QObject *parent = nullptr);

    //! Reads what is kept.
    void load();
    void muteFor(data::ConversationId id, std::chrono::seconds duration);
    void muteForEver(data::ConversationId id);
    void unmute(data::ConversationId id);

    //! Whether the chat is silent at this moment; right also in the minute in which it ends.
    [[nodiscard]] bool isMuted(data::ConversationId id) const;
    //! When it is heard again, UTC; invalid: it is not muted, or for ever.
    [[nodiscard]] QDateTime until(data::ConversationId id) const;

private:
    struct End
    {
        QDateTime when;
        bool seen = false; //!< the store has told that the chat is muted
    };

    void read(const QString &kept);
    void keep();
    void forget(data::ConversationId id);
    void follow(data::ConversationId id);
    void followAll();
    void review();

    im::Messenger &m_messenger;
    Clock &m_clock;
    QHash<data::ConversationId, End> m_ends;
    Timer m_timer;
};

} // namespace models
