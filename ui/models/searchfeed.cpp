// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchfeed.h"

namespace models
{

SearchFeed::SearchFeed(im::Messenger &messenger, QObject *parent) : QObject(parent), m_messenger(messenger)
{
}

void SearchFeed::search(const QString &text, data::ConversationId in)
{
    const data::SearchQuery wanted = m_messenger.searchQuery(text);
    if (wanted == m_wanted && in == m_chat)
        return;
    m_wanted = wanted;
    m_chat = in;
    ++m_serial;
    m_fresh = true;
    m_goal = PageSize;
    if (wanted.isEmpty())
        return end();
    m_busy = true;
    ask();
}

void SearchFeed::end()
{
    m_busy = m_fresh = false;
    show({});
    Q_EMIT changed();
}

void SearchFeed::more()
{
    if (m_busy || !m_next)
        return;
    m_goal = m_hits.size() + PageSize;
    m_busy = true;
    ask();
    Q_EMIT changed();
}

void SearchFeed::ask()
{
    if (m_asked)
        return; // its answer asks again
    m_asked = true;
    m_messenger.search(m_wanted, m_chat, m_fresh ? std::nullopt : m_next, PageSize).then(this, [this, serial = m_serial](Result<data::SearchPage> page) {
        m_asked = false;
        if (serial == m_serial)
            take(std::move(page));
        else if (m_busy)
            ask();
    });
}

void SearchFeed::take(Result<data::SearchPage> page)
{
    m_busy = false;
    if (!page) {
        m_next.reset();
        Q_EMIT changed();
        Q_EMIT failed(page.error());
        return;
    }
    m_busy = page->next && (m_fresh ? 0 : m_hits.size()) + page->hits.size() < m_goal;
    show(std::move(*page));
    if (m_busy)
        ask();
    Q_EMIT changed();
}

void SearchFeed::show(data::SearchPage page)
{
    m_next = page.next;
    if (std::exchange(m_fresh, false) || m_wanted.isEmpty()) {
        Q_EMIT aboutToReset();
        m_query = m_wanted;
        m_hits = std::move(page.hits);
        Q_EMIT reset();
    } else if (!page.hits.isEmpty()) {
        Q_EMIT aboutToAdd(page.hits.size());
        m_hits += page.hits;
        Q_EMIT added();
    }
}

} // namespace models
