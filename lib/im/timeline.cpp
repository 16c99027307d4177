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

void Timeline::load()
{
    if (m_loading || m_loaded)
        return;
    m_loading = true;
    Q_EMIT loadingChanged();
    m_store.newest(m_conversation, PageSize).then(this, [this](Result<QList<data::Message>> page) {
        m_loading = false;
        m_loaded = true;
        if (page) {
            m_hasOlder = page->size() == PageSize;
            insertPage(std::move(*page), 0);
        }
        for (const store::Changes &changes : std::exchange(m_pending, {}))
            apply(changes);
        Q_EMIT loadingChanged();
        Q_EMIT loaded();
        if (!page)
            Q_EMIT failed(page.error());
    });
}

void Timeline::loadOlder()
{
    if (m_loading || !m_loaded || !m_hasOlder || m_messages.isEmpty())
        return;
    m_loading = true;
    Q_EMIT loadingChanged();
    m_store.pageBefore(m_conversation, Position::of(m_messages.first()), PageSize).then(this, [this](Result<QList<data::Message>> page) {
        m_loading = false;
        if (page) {
            m_hasOlder = page->size() == PageSize;
            insertPage(std::move(*page), 0);
        }
        Q_EMIT loadingChanged();
        if (!page)
            Q_EMIT failed(page.error());
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

void Timeline::insertLive(const data::Message &message)
{
    const auto less = [](const data::Message &a, const data::Message &b) { return Position::of(a) < Position::of(b); };
    const auto it = std::ranges::upper_bound(m_messages, message, less);
    const qsizetype row = it - m_messages.begin();
    // Older than all we show, and there is more between: it will come with its page.
    if (row == 0 && m_hasOlder && !m_messages.isEmpty())
        return;
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

void Timeline::apply(const store::Changes &changes)
{
    if (!m_loaded) {
        if (m_loading)
            m_pending.append(changes);
        return;
    }
    for (const data::MessageId id : changes.removed)
        remove(id);
    for (const data::Message &message : changes.inserted) {
        if (message.conversation == m_conversation && rowOf(message.id) < 0)
            insertLive(message);
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
