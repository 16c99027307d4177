// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/timeline.h"

#include <algorithm>

namespace im
{

using Position = store::MessageStore::Position;

Timeline::Timeline(store::Database &database, data::ConversationId conversation, QObject *parent) :
    QObject(parent), m_store(database), m_conversation(conversation)
{
}

qsizetype Timeline::rowOf(data::MessageId id) const
{
    // From the new end: that is where people look.
    for (qsizetype row = m_messages.size() - 1; row >= 0; --row) {
        if (m_messages[row].id == id)
            return row;
    }
    return -1;
}

bool Timeline::isGapBefore(qsizetype row) const
{
    if (row <= 0)
        return false;
    const qint64 before = m_messages[row - 1].order, after = m_messages[row].order;
    return std::ranges::any_of(m_gaps, [=](const HistoryState::Gap &gap) { return before <= gap.after && after >= gap.before; });
}

void Timeline::setElsewhere(Elsewhere elsewhere, QList<HistoryState::Gap> gaps)
{
    if (m_fetchedAll)
        elsewhere = Elsewhere::Nowhere;
    if (elsewhere == m_elsewhere && gaps == m_gaps)
        return;
    m_elsewhere = elsewhere;
    m_gaps = std::move(gaps);
    Q_EMIT surroundingsChanged();
    fillPage();
}

//! A chat that is nearly empty here is fetched at once: nobody can scroll in it.
void Timeline::fillPage()
{
    if (m_loaded && !m_loading && m_messages.size() < PageSize / 2 && hasOlder())
        loadOlder();
}

void Timeline::setLoading(bool loading)
{
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void Timeline::load()
{
    if (m_loading || m_loaded)
        return;
    setLoading(true);
    m_store.newest(m_conversation, PageSize).then(this, [this](Result<QList<data::Message>> page) {
        if (page) {
            m_hasOlder = page->size() == PageSize;
            insertPage(std::move(*page), 0);
        }
        settle();
        Q_EMIT loaded();
        if (!page)
            Q_EMIT failed(page.error());
        fillPage();
        seek();
    });
}

//! A page at the new end is there: what changed meanwhile comes after it.
void Timeline::settle()
{
    m_loading = false;
    m_loaded = true;
    for (const store::Changes &changes : std::exchange(m_pending, {}))
        apply(changes);
    Q_EMIT loadingChanged();
}

void Timeline::setLive(bool live)
{
    if (std::exchange(m_live, live) != live)
        Q_EMIT liveChanged();
}

void Timeline::loadNewer()
{
    if (m_loading || !m_loaded || m_live)
        return;
    if (m_messages.isEmpty())
        return goToNewest();
    m_loaded = false;
    setLoading(true);
    m_store.pageAfter(m_conversation, Position::of(m_messages.last()), PageSize).then(this, [this](Result<QList<data::Message>> page) {
        if (page) {
            const bool all = page->size() < PageSize;
            append(std::move(*page));
            setLive(all);
        }
        settle();
        if (!page)
            Q_EMIT failed(page.error());
        seek();
    });
}

void Timeline::goTo(data::MessageId id)
{
    m_target = id;
    seek();
}

void Timeline::seek()
{
    if (!m_target || m_loading || !m_loaded)
        return;
    const data::MessageId id = *m_target;
    if (id ? rowOf(id) >= 0 : m_live) {
        m_target.reset();
        Q_EMIT arrived(id);
        return;
    }
    m_loaded = false;
    setLoading(true);
    if (id)
        seekMessage(id);
    else
        seekNewest();
}

void Timeline::seekMessage(data::MessageId id)
{
    m_store.around(id, PageSize).then(this, [this, id](Result<store::MessageStore::Around> around) {
        const bool mine = around && around->messages.at(around->index).conversation == m_conversation;
        if (mine) {
            const qsizetype after = around->messages.size() - around->index - 1;
            replace(std::move(around->messages), around->index == PageSize ? Older::Here : Older::Nowhere, after < PageSize ? End::Live : End::Earlier);
        } else if (m_target == id) {
            m_target.reset();
        }
        settle();
        if (!mine)
            Q_EMIT failed(around ? Error::invalid(tr("This message is in another chat.")) : around.error());
        seek();
        fillPage();
    });
}

void Timeline::seekNewest()
{
    m_store.newest(m_conversation, PageSize).then(this, [this](Result<QList<data::Message>> page) {
        if (page)
            replace(*page, page->size() == PageSize ? Older::Here : Older::Nowhere, End::Live);
        else
            m_target.reset();
        settle();
        if (!page)
            Q_EMIT failed(page.error());
        seek();
        fillPage();
    });
}

void Timeline::replace(QList<data::Message> window, Older older, End end)
{
    Q_EMIT aboutToReset();
    m_messages = std::move(window);
    m_hasOlder = older == Older::Here;
    Q_EMIT reset();
    setLive(end == End::Live);
}

void Timeline::append(QList<data::Message> page)
{
    if (page.isEmpty())
        return;
    Q_EMIT aboutToInsert(m_messages.size(), m_messages.size() + page.size() - 1);
    m_messages += page;
    Q_EMIT inserted();
}

void Timeline::loadOlder()
{
    if (m_loading || !m_loaded || !hasOlder())
        return;
    setLoading(true);
    if (m_hasOlder)
        loadPage();
    else
        fetchOlder();
}

void Timeline::loadPage()
{
    const auto show = [this](Result<QList<data::Message>> page) {
        m_loading = false;
        const bool brought = page && !page->isEmpty();
        if (page) {
            m_hasOlder = page->size() == PageSize;
            insertPage(std::move(*page), 0);
        }
        Q_EMIT loadingChanged();
        if (!page)
            Q_EMIT failed(page.error());
        else if (brought)
            fillPage();
        seek();
    };
    if (m_messages.isEmpty())
        m_store.newest(m_conversation, PageSize).then(this, show);
    else
        m_store.pageBefore(m_conversation, Position::of(m_messages.first()), PageSize).then(this, show);
}

void Timeline::fetchOlder()
{
    // What is written meanwhile comes with its page, not row by row.
    m_hasOlder = true;
    const data::Message oldest = m_messages.isEmpty() ? data::Message() : m_messages.first();
    m_fetch(oldest).then(this, [this](const Result<bool> &more) {
        if (!more)
            m_elsewhere = Elsewhere::Away; // until the account says otherwise
        else if (!*more) {
            m_fetchedAll = true;
            m_elsewhere = Elsewhere::Nowhere;
        }
        loadPage();
        Q_EMIT surroundingsChanged();
    });
}

void Timeline::insertPage(QList<data::Message> page, qsizetype at)
{
    if (page.isEmpty())
        return;
    Q_EMIT aboutToInsert(at, at + page.size() - 1);
    m_messages = page + m_messages.sliced(at);
    Q_EMIT inserted();
}

void Timeline::insertLive(const data::Message &message, store::Changes::Age age)
{
    const auto less = [](const data::Message &a, const data::Message &b) { return Position::of(a) < Position::of(b); };
    const auto it = std::ranges::upper_bound(m_messages, message, less);
    const qsizetype row = it - m_messages.begin();
    // Newer than all we show, and there is more between: it will come with its page.
    if (row == m_messages.size() && !m_live)
        return;
    // Older than all we show, and there is more between: it will come with its page.
    if (row == 0 && m_hasOlder && (!m_messages.isEmpty() || m_loading))
        return;
    // A history that is being fetched does not grow on the screen by itself.
    if (row == 0 && age != store::Changes::Age::Live && m_messages.size() >= PageSize / 2) {
        m_hasOlder = true;
        return;
    }
    Q_EMIT aboutToInsert(row, row);
    m_messages.insert(row, message);
    Q_EMIT inserted();
}

void Timeline::remove(data::MessageId id)
{
    const qsizetype row = rowOf(id);
    if (row < 0)
        return;
    Q_EMIT aboutToRemove(row, row);
    m_messages.removeAt(row);
    Q_EMIT removed();
}

void Timeline::move(const data::Message &message)
{
    const qsizetype row = rowOf(message.id);
    const auto fits = [&](qsizetype at, bool before) {
        return at < 0 || at >= m_messages.size() || (Position::of(m_messages[at]) < Position::of(message)) == before;
    };
    if (row >= 0 && fits(row - 1, true) && fits(row + 1, false)) {
        m_messages[row] = message;
        Q_EMIT changed(row, row);
        return;
    }
    remove(message.id);
    insertLive(message, store::Changes::Age::Live);
}

void Timeline::apply(const store::Changes &changes)
{
    if (!m_loaded) {
        if (m_loading)
            m_pending.append(changes);
        return;
    }
    for (const data::MessageId id : changes.removed)
        remove(id);
    for (const data::Message &message : changes.moved) {
        if (message.conversation == m_conversation)
            move(message);
    }
    for (const data::Message &message : changes.inserted) {
        if (message.conversation == m_conversation && rowOf(message.id) < 0)
            insertLive(message, changes.age);
    }
    for (const data::Message &message : changes.updated) {
        const qsizetype row = message.conversation == m_conversation ? rowOf(message.id) : -1;
        if (row < 0)
            continue;
        m_messages[row] = message;
        Q_EMIT changed(row, row);
    }
    for (const store::SeenUpTo &seen : changes.seen) {
        if (seen.conversation != m_conversation)
            continue;
        for (qsizetype row = m_messages.size() - 1; row >= 0; --row) {
            data::Message &message = m_messages[row];
            if (!seen.covers(message) || (message.delivered && message.displayed))
                continue;
            message.delivered = message.displayed = true;
            Q_EMIT changed(row, row);
        }
    }
}

} // namespace im
