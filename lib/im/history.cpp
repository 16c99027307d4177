// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/history.h"

#include "base/log.h"

using namespace Qt::StringLiterals;

namespace im
{

namespace
{

//! How many pages of a chat are asked for in a row that show nothing.
constexpr int MaxEmptyPages = 20;

bool isForgotten(const Error &error)
{
    return error.kind == ErrorKind::Stanza && error.condition == "item-not-found"_L1;
}

} // namespace

History::History(store::Database &database, session::Session &session, xep::ArchiveModule &archive, const xep::ServerFeaturesModule &features, Collect collect,
    Prepare prepare, QObject *parent) :
    QObject(parent), m_session(session), m_archive(archive), m_features(features), m_store(database), m_collect(std::move(collect)), m_prepare(std::move(prepare))
{
    connect(&session, &session::Session::started, this, &History::start);
    connect(&session, &session::Session::resumed, this, [this] {
        // Some servers hand over what waited for us in another order than it came in.
        m_wanted |= m_unfinished || m_live > 0;
        begin();
    });
    connect(&session, &session::Session::ended, this, [this] {
        ++m_sessions; // a run that is under way is of the past
        m_wanted = m_unfinished = false;
        m_retry.reset();
        setPhase(HistoryState::Phase::Waiting);
    });
    connect(&features, &xep::ServerFeaturesModule::changed, this, &History::begin);
}

void History::open(data::AccountId account)
{
    m_account = account;
    m_store.known(account, m_session.account()).then(this, [this](Result<store::HistoryStore::Known> known) {
        if (known && !m_running)
            know(std::move(*known));
    });
    begin();
}

void History::start()
{
    ++m_sessions;
    m_wanted = true;
    begin();
}

void History::begin()
{
    if (!m_wanted || m_running || !m_account || !m_features.account() || !m_session.isOnline())
        return;
    m_wanted = false;
    m_live = 0;
    m_retry.reset();
    if (!m_archive.isThere()) {
        setPhase(HistoryState::Phase::Nothing);
        return;
    }
    m_running = true;
    setPhase(HistoryState::Phase::CatchingUp);
    synchronise(m_sessions).then(this, [this](const Result<void> &result) { ended(result); });
}

void History::ended(const Result<void> &result)
{
    m_running = false;
    m_unfinished = !result;
    if (!result) {
        qCInfo(logIm) << "the archive could not be read to its end:" << result.error();
        if (result.error().kind == ErrorKind::Storage)
            Q_EMIT failed(result.error());
        if (m_session.isOnline() && !m_wanted) {
            Q_EMIT gaveUp();
            m_retry = m_session.clock().after(RetryAfter, [this] {
                m_wanted = m_session.isOnline();
                begin();
            });
        }
    }
    begin();
}

void History::noteLive()
{
    if (++m_live >= LiveLimit)
        askAgain();
}

void History::askAgain()
{
    if (m_state.phase == HistoryState::Phase::Nothing)
        return;
    m_wanted = true;
    begin();
}

Task<Result<void>> History::synchronise(int session)
{
    auto prepared = m_prepare();
    auto known = co_await m_store.known(m_account, m_session.account()).boundTo(this);
    if (!known)
        co_return std::unexpected(known.error());
    know(std::move(*known));
    (void)co_await std::move(prepared).boundTo(this);
    auto done = co_await catchUp(session).boundTo(this);
    if (!done || session != m_sessions)
        co_return done ? fail(Error::disconnected()) : done;
    setPhase(HistoryState::Phase::GoingBack);
    done = co_await goBack(session).boundTo(this);
    if (!done || session != m_sessions)
        co_return done ? fail(Error::disconnected()) : done;
    setPhase(HistoryState::Phase::Complete);
    co_return done;
}

//! What was said while we were away: the page after the last one we know, then, if that is not all, the newest.
Task<Result<void>> History::catchUp(int session)
{
    xep::ArchiveRequest newest;
    m_anchor = store::HistoryPage::Anchor::Known;
    if (!m_spans.isEmpty()) {
        xep::ArchiveRequest next;
        next.page = xep::ArchiveRequest::Page::After;
        next.place = newest.afterId = m_spans.last().lastId;
        auto page = co_await m_archive.page(next).boundTo(this);
        if (page) {
            const bool all = page->complete && page->ids.size() < next.most;
            const auto kept = co_await keep(Kind::Newer, m_spans.last().id, std::move(*page), End::No, Age::Missed).boundTo(this);
            if (!kept || all)
                co_return kept.transform([](bool) { });
            if (session != m_sessions)
                co_return fail(Error::disconnected());
            newest.afterId = m_spans.last().lastId;
        } else if (!isForgotten(page.error())) {
            co_return std::unexpected(page.error());
        } else {
            newest.afterId.clear(); // the archive has forgotten it: it is read from its new end
            m_anchor = store::HistoryPage::Anchor::Forgotten;
        }
    }
    auto page = co_await m_archive.page(newest).boundTo(this);
    if (!page)
        co_return std::unexpected(page.error());
    // What was said before this account was here at all is nothing new.
    const auto kept = co_await keep(Kind::Newest, {}, std::move(*page), End::No, m_begun ? Age::Missed : Age::Old, m_anchor).boundTo(this);
    co_return kept.transform([](bool) { });
}

//! Closes the gaps, the newest first, and goes on to the archive's start.
Task<Result<void>> History::goBack(int session)
{
    QSet<QString> starts; // a server that answers in circles is left
    while (!m_spans.isEmpty() && (m_spans.size() > 1 || !m_spans.first().reachesStart)) {
        const data::ArchiveSpan span = m_spans.last();
        if (starts.contains(span.firstId))
            co_return fail(Error::protocol(tr("The server answers the same old messages again and again.")));
        starts << span.firstId;
        const bool gap = m_spans.size() > 1;
        auto older = co_await olderPage(span, gap ? m_spans[m_spans.size() - 2].lastId : QString()).boundTo(this);
        if (!older)
            co_return std::unexpected(older.error());
        if (session != m_sessions)
            co_return fail(Error::disconnected());
        // Only an empty page proves that there is no more: some servers call a page complete that is not.
        const End end = !older->page.ids.isEmpty() ? End::No : older->bounded ? End::Gap : End::Start;
        const auto kept = co_await keep(Kind::Older, span.id, std::move(older->page), end, gap || m_allIsNews ? Age::Missed : Age::Old, older->anchor).boundTo(this);
        if (!kept)
            co_return std::unexpected(kept.error());
    }
    co_return Result<void>();
}

//! The page before a span, up to what we know before it; where the archive has forgotten either end it does without.
Task<Result<History::Older>> History::olderPage(data::ArchiveSpan span, QString after)
{
    xep::ArchiveRequest request;
    request.page = xep::ArchiveRequest::Page::Before;
    request.place = span.firstId;
    request.afterId = after;
    const bool bounded = !after.isEmpty() && m_archive.isExtended();
    auto page = co_await m_archive.page(request).boundTo(this);
    if (page)
        co_return Older{std::move(*page), bounded, bounded ? store::HistoryPage::Anchor::Known : m_anchor};
    if (bounded && isForgotten(page.error())) {
        request.afterId.clear();
        page = co_await m_archive.page(request).boundTo(this);
    }
    if (!page && isForgotten(page.error())) {
        request = {};
        request.end = span.firstTime;
        page = co_await m_archive.page(request).boundTo(this);
    }
    if (!page)
        co_return std::unexpected(page.error());
    co_return Older{std::move(*page), false, store::HistoryPage::Anchor::Forgotten};
}

Task<Result<bool>> History::keep(Kind kind, data::SpanId span, xep::ArchivePage page, End end, Age age, store::HistoryPage::Anchor anchor)
{
    store::HistoryPage kept;
    kept.account = m_account;
    kept.archive = m_session.account();
    kept.kind = page.stable ? kind : Kind::Chat;
    kept.span = span;
    kept.ids = std::move(page.ids);
    kept.batch = m_collect(std::move(page.messages));
    kept.end = end;
    kept.anchor = anchor;
    kept.age = age;
    kept.now = m_session.clock().now();
    const auto committed = co_await m_store.commit(std::move(kept)).boundTo(this);
    if (!committed)
        co_return std::unexpected(committed.error());
    // First what came, then what that means: who waits for the archive's word finds it said.
    Q_EMIT this->committed(committed->changes);
    know(committed->known);
    if (!page.stable)
        co_return fail(Error::protocol(tr("The server is not sure of its old messages yet.")));
    co_return !committed->changes.inserted.isEmpty();
}

Task<Result<bool>> History::loadOlder(Jid peer, QString archiveId, QDateTime time)
{
    if (!m_archive.isThere())
        co_return fail(ErrorKind::Unsupported, tr("The server keeps no messages."));
    xep::ArchiveRequest request;
    // Where an earlier question ended without anything to show, this one goes on.
    const auto reached = m_reached.value(peer);
    const QString oldest = archiveId;
    if (reached.first == oldest && !reached.second.isEmpty())
        archiveId = reached.second;
    request.with = peer;
    request.end = archiveId.isEmpty() ? time : QDateTime();
    request.place = std::move(archiveId);
    // A page may hold nothing to show, only receipts: then the one before it.
    for (int tries = 0; tries < MaxEmptyPages; ++tries) {
        request.page = request.place.isEmpty() ? xep::ArchiveRequest::Page::Newest : xep::ArchiveRequest::Page::Before;
        auto page = co_await m_archive.page(request).boundTo(this);
        if (!page && isForgotten(page.error()) && time.isValid()) {
            request.page = xep::ArchiveRequest::Page::Newest;
            request.end = time;
            page = co_await m_archive.page(request).boundTo(this);
        }
        if (!page)
            co_return std::unexpected(page.error());
        request.place = page->ids.value(0);
        const bool more = !page->complete;
        const auto news = co_await keep(Kind::Chat, {}, std::move(*page), End::No, Age::Old).boundTo(this);
        if (!news)
            co_return std::unexpected(news.error());
        if (*news || !more)
            co_return more;
        m_reached.insert(peer, {oldest, request.place});
    }
    co_return true;
}

void History::know(store::HistoryStore::Known known)
{
    m_spans = std::move(known.spans);
    m_begun = known.begun;
    m_allIsNews = known.begunEmpty;
    HistoryState state = m_state;
    state.gaps.clear();
    for (qsizetype i = 1; i < m_spans.size(); ++i)
        state.gaps << HistoryState::Gap{m_spans[i - 1].lastOrder, m_spans[i].firstOrder};
    state.reachesStart = m_spans.size() == 1 && m_spans.first().reachesStart;
    state.reachesBack = m_spans.isEmpty() ? QDateTime() : m_spans.last().firstTime;
    setState(std::move(state));
}

void History::setPhase(HistoryState::Phase phase)
{
    HistoryState state = m_state;
    state.phase = phase;
    setState(std::move(state));
}

void History::setState(HistoryState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace im
