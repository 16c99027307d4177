// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/inbox.h"

#include "base/log.h"

using namespace std::chrono_literals;

namespace im
{

//! After the disk refused.
static constexpr auto RetryAfter = 5s;

Inbox::Inbox(store::Database &database, Clock &clock, QObject *parent) : QObject(parent), m_store(database), m_clock(clock)
{
}

void Inbox::added(session::Handled handled)
{
    m_handled.push_back(std::move(handled));
    if (m_batch.size() >= GroupSize)
        flush();
    else if (!m_timer && !m_writing)
        m_timer = m_clock.after(Interval, [this] { flush(); });
}

void Inbox::flush()
{
    m_timer.reset();
    if (m_writing || m_batch.size() == 0)
        return;
    m_writing = true;
    const store::Batch batch = std::exchange(m_batch, {});
    const auto handled = std::make_shared<std::vector<session::Handled>>(std::exchange(m_handled, {}));
    m_store.commitIncoming(batch).then(this, [this, batch, handled](const Result<store::Changes> &changes) {
        m_writing = false;
        if (!changes) {
            // Nothing is lost: the group waits in front of what came meanwhile, unacknowledged.
            store::Batch again = batch;
            again.append(m_batch);
            m_batch = std::move(again);
            m_handled.insert(m_handled.begin(), handled->begin(), handled->end());
            m_timer = m_clock.after(RetryAfter, [this] { flush(); });
            Q_EMIT failed(changes.error());
            return;
        }
        for (const store::Rejected &rejected : changes->rejected)
            qCWarning(logIm) << "one thing of a group could not be kept:" << rejected.error;
        handled->clear();
        Q_EMIT committed(*changes);
        if (m_batch.size() > 0)
            m_timer = m_clock.after(Interval, [this] { flush(); });
    });
}

} // namespace im
