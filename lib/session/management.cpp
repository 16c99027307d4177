// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/management.h"

namespace session
{

void Management::start(const stream::Management &management, const Jid &bound)
{
    m_terms = management;
    m_bound = bound;
    m_active = true;
    m_sent = m_acknowledged = 0;
    // Tokens of the old stream find their inbox gone and count nothing.
    m_inbox = std::make_shared<Inbox>();
    m_inbox->advanced = &advanced;
}

void Management::restore(Kept kept)
{
    m_terms = std::move(kept.terms);
    m_bound = std::move(kept.bound);
    m_active = true;
    m_sent = kept.sent;
    m_acknowledged = kept.acknowledged;
    m_queue = std::move(kept.queue);
    m_inbox = std::make_shared<Inbox>(Inbox{kept.handled, kept.handled, {}, &advanced});
}

void Management::resumed(quint32 told)
{
    m_sent = m_acknowledged;
    for (Unacknowledged &stanza : m_queue)
        stanza.sequence = ++m_sent;
    m_inbox = std::make_shared<Inbox>(Inbox{told, told, {}, &advanced});
}

void Management::forget()
{
    m_active = false;
    m_terms = {};
    m_inbox = std::make_shared<Inbox>();
}

std::optional<stream::Resumption> Management::resumption() const
{
    if (!m_active || m_terms.id.isEmpty())
        return std::nullopt;
    return stream::Resumption{m_terms.id, m_inbox->handled, m_bound};
}

quint32 Management::sent(QByteArray xml, qint64 tag, const QDateTime &now)
{
    ++m_sent; // wraps at 2^32, as it should
    m_queue.push_back({m_sent, std::move(xml), tag, now});
    return m_sent;
}

std::optional<QList<qint64>> Management::acknowledge(quint32 h)
{
    const quint32 step = h - m_acknowledged; // modulo 2^32
    const quint32 outstanding = m_sent - m_acknowledged;
    if (step > outstanding)
        return std::nullopt;
    QList<qint64> tags;
    m_acknowledged = h;
    while (!m_queue.empty() && qint32(m_queue.front().sequence - h) <= 0) {
        if (m_queue.front().tag > 0)
            tags << m_queue.front().tag;
        m_queue.pop_front();
    }
    return tags;
}

std::deque<Management::Unacknowledged> Management::takeUnacknowledged()
{
    return std::exchange(m_queue, {});
}

Handled Management::received()
{
    ++m_inbox->received;
    m_inbox->open.push_back(false);
    return Handled(nullptr, [weak = std::weak_ptr(m_inbox), number = m_inbox->received](void *) {
        const auto inbox = weak.lock();
        if (!inbox)
            return;
        inbox->open[number - inbox->handled - 1] = true;
        const quint32 before = inbox->handled;
        while (!inbox->open.empty() && inbox->open.front()) {
            inbox->open.pop_front();
            ++inbox->handled;
        }
        if (inbox->handled != before && inbox->advanced && *inbox->advanced)
            (*inbox->advanced)();
    });
}

} // namespace session
