// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "data/span.h"
#include "im/historystate.h"
#include "session/session.h"
#include "store/historystore.h"
#include "xep/archive/archive.h"

#include <QObject>

#include <functional>

namespace im
{

//! Keeps an account's messages in step with its archive on the server (XEP-0313).
//!
//! With each session it first asks for what was missed, newest page first, then closes the gaps, then goes back to the
//! archive's start, a page at a time. What is here is known by archive ids alone, never by clocks. Messages that come live close no gap:
//! the archive is asked again for what came since, so that ours get their place and whatever was not delivered is found.
class History final : public QObject
{
    Q_OBJECT

public:
    //! Puts archived messages through the pipeline and answers what came of them.
    using Collect = std::function<store::Batch(QList<session::Incoming> messages)>;

    //! Asks what our other devices have shown, which decides what of a page is news.
    using Prepare = std::function<Task<Result<void>>()>;

    //! After so many live messages the archive is asked again.
    static constexpr int LiveLimit = 40;
    static constexpr std::chrono::milliseconds RetryAfter{60'000};

    //! `archive` and `features` must outlive it.
    History(store::Database &database, session::Session &session, xep::ArchiveModule &archive, const xep::ServerFeaturesModule &features, Collect collect,
        Prepare prepare, QObject *parent = nullptr);

    //! Which account's; tells how far it reaches from earlier days.
    void open(data::AccountId account);
    [[nodiscard]] const HistoryState &state() const { return m_state; }
    //! A message came or went by the stream.
    void noteLive();
    //! The archive has something in another place than we: it is asked for what came since the last time.
    void askAgain();
    //! A page of one chat before its oldest message we have; answers whether there may be more. A null archive id:
    //! that message is in no archive, or there is none.
    [[nodiscard]] Task<Result<bool>> loadOlder(Jid peer, QString archiveId, QDateTime time);

Q_SIGNALS:
    void stateChanged();
    void committed(const store::Changes &changes);
    void failed(const Error &error);
    //! The archive does not answer, or not what was asked, in a session that goes on; it is asked again later.
    void gaveUp();

private:
    using Kind = store::HistoryPage::Kind;
    using End = store::HistoryPage::End;
    using Age = store::Changes::Age;
    struct Older
    {
        xep::ArchivePage page;
        bool bounded = false; //!< it would end at what we know before
        store::HistoryPage::Anchor anchor = store::HistoryPage::Anchor::Known;
    };

    void start();
    void begin();
    [[nodiscard]] Task<Result<void>> synchronise(int session);
    [[nodiscard]] Task<Result<void>> catchUp(int session);
    [[nodiscard]] Task<Result<void>> goBack(int session);
    [[nodiscard]] Task<Result<Older>> olderPage(data::ArchiveSpan span, QString after);
    //! Answers whether a message in it was new.
    [[nodiscard]] Task<Result<bool>> keep(Kind kind, data::SpanId span, xep::ArchivePage page, End end, Age age, store::HistoryPage::Anchor anchor = store::HistoryPage::Anchor::Known);
    void ended(const Result<void> &result);
    void know(store::HistoryStore::Known known);
    void setPhase(HistoryState::Phase phase);
    void setState(HistoryState state);

    session::Session &m_session;
    xep::ArchiveModule &m_archive;
    const xep::ServerFeaturesModule &m_features;
    store::HistoryStore m_store;
    Collect m_collect;
    Prepare m_prepare;
    data::AccountId m_account;
    store::HistoryStore::Spans m_spans;
    store::HistoryPage::Anchor m_anchor = store::HistoryPage::Anchor::Known; //!< of the end of what is known, in this run
    bool m_begun = false, m_allIsNews = false; //!< whether this account was here before, and before anything was said
    HistoryState m_state;
    int m_sessions = 0, m_live = 0;
    bool m_wanted = false; //!< a session started and was not asked about yet
    bool m_running = false;
    bool m_unfinished = false; //!< the last run did not come to its end
    QHash<Jid, std::pair<QString, QString>> m_reached; //!< of a chat: its oldest message, and up to where nothing more was found
    Timer m_retry;
};

} // namespace im
