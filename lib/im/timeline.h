// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/conversation.h"
#include "data/message.h"
#include "im/historystate.h"
#include "store/messagestore.h"

#include <QList>
#include <QObject>

#include <functional>

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
    //! Whether loadOlder() may bring older messages, from the store or from the server.
    [[nodiscard]] bool hasOlder() const { return m_hasOlder || (m_fetch && m_elsewhere == Elsewhere::Within); }

    //! Where messages may be that are older than all in the store.
    enum class Elsewhere {
        Nowhere, //!< there are none
        Away, //!< on the server, out of reach
        Within, //!< on the server, to be fetched
    };
    [[nodiscard]] Elsewhere elsewhere() const { return m_hasOlder ? Elsewhere::Nowhere : m_elsewhere; }
    //! Whether something is known to be missing in this account's messages, wherever that is.
    [[nodiscard]] bool hasGaps() const { return !m_gaps.isEmpty(); }
    //! Whether something is known to be missing just before a row.
    [[nodiscard]] bool isGapBefore(qsizetype row) const;
    //! Whether the window ends at the newest message, so that new ones are appended. Otherwise loadNewer() brings what follows.
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] bool isLoading() const { return m_loading; }

    //! Loads the newest page; called by whoever made it.
    void load();
    //! Loads one page more at the old end; does nothing while one is loading.
    void loadOlder();
    //! Loads one page more at the new end, as long as the window is not live; does nothing while one is loading.
    void loadNewer();
    //! Makes sure that a message is in the window: loads one around it unless it is there. arrived() says when; the last call counts.
    void goTo(data::MessageId id);
    //! Makes the window live again; arrived() says when, without an id.
    void goToNewest() { goTo({}); }

    // For im::Messenger.

    //! What a write changed.
    void apply(const store::Changes &changes);
    //! Fetches into the store what is older than this message (or the newest, for one without an id); answers whether there may be more.
    using Fetch = std::function<Task<Result<bool>>(const data::Message &oldest)>;
    void setFetch(Fetch fetch) { m_fetch = std::move(fetch); }
    void setElsewhere(Elsewhere elsewhere, QList<HistoryState::Gap> gaps);

Q_SIGNALS:
    void aboutToInsert(qsizetype first, qsizetype last);
    void inserted();
    void aboutToRemove(qsizetype first, qsizetype last);
    void removed();
    void changed(qsizetype first, qsizetype last);
    //! The whole window becomes another one.
    void aboutToReset();
    void reset();
    void loadingChanged();
    //! elsewhere() or a gap is another one.
    void surroundingsChanged();
    //! The first page is there.
    void loaded();
    //! Where goTo() led is in the window now; 0: the newest message.
    void arrived(data::MessageId id);
    void liveChanged();
    void failed(const Error &error);

private:
    void loadPage();
    void fetchOlder();
    void setLoading(bool loading);
    void seek();
    void seekMessage(data::MessageId id);
    void seekNewest();
    enum class Older { Here, Nowhere };
    enum class End { Live, Earlier };
    void replace(QList<data::Message> window, Older older, End end);
    void append(QList<data::Message> page);
    void setLive(bool live);
    void settle();
    void insertPage(QList<data::Message> page, qsizetype at);
    void insertLive(const data::Message &message, store::Changes::Age age);
    void remove(data::MessageId id);
    void move(const data::Message &message);
    void fillPage();

    store::MessageStore m_store;
    data::ConversationId m_conversation;
    QList<data::Message> m_messages;
    QList<store::Changes> m_pending; //!< came while a page at the new end was on its way
    std::optional<data::MessageId> m_target; //!< where goTo() leads
    Fetch m_fetch;
    Elsewhere m_elsewhere = Elsewhere::Nowhere;
    QList<HistoryState::Gap> m_gaps;
    bool m_fetchedAll = false; //!< the server said that it has nothing older
    bool m_hasOlder = true, m_live = true, m_loading = false;
    bool m_loaded = false; //!< and no other page at the new end is on its way
};

} // namespace im
