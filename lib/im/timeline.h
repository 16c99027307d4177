// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/conversation.h"
#include "data/message.h"
#include "store/messagestore.h"

#include <QList>
#include <QObject>

namespace im
{

//! A window over the messages of one conversation, oldest first; several may exist, each with its own place.
//!
//! Starts at the newest messages. It signals exact rows: *About* before the list changes, the past form after.
class Timeline final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PageSize = 60;

    Timeline(store::Database &database, data::ConversationId conversation, QObject *parent = nullptr);

    [[nodiscard]] data::ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] const QList<data::Message> &messages() const { return m_messages; }
    //! Row of a message, or -1 if it is outside the window.
    [[nodiscard]] qsizetype rowOf(data::MessageId id) const;
    //! Whether older messages may be in the store.
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    //! Whether the window ends at the newest message, so that new ones are appended.
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] bool isLoading() const { return m_loading; }

    //! Loads the newest page; called by whoever made it.
    void load();
    //! Loads one page more at the old end; does nothing while one is loading.
    void loadOlder();

    //! What a write changed (im::Messenger calls it).
    void apply(const store::Changes &changes);

Q_SIGNALS:
    void aboutToInsert(qsizetype first, qsizetype last);
    void inserted();
    void aboutToRemove(qsizetype first, qsizetype last);
    void removed();
    void changed(qsizetype first, qsizetype last);
    void loadingChanged();
    //! The first page is there.
    void loaded();
    void failed(const Error &error);

private:
    void insertPage(QList<data::Message> page, qsizetype at);
    void insertLive(const data::Message &message);
    void remove(data::MessageId id);

    store::MessageStore m_store;
    data::ConversationId m_conversation;
    QList<data::Message> m_messages;
    QList<store::Changes> m_pending; //!< came while the first page was on its way
    bool m_hasOlder = true, m_live = true, m_loading = false, m_loaded = false;
};

} // namespace im
