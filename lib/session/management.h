// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/handled.h"
#include "stream/negotiation.h"

#include <QByteArray>
#include <QList>

#include <deque>
#include <functional>

namespace session
{

//! The counters and the queue of stream management (XEP-0198 4), without I/O. Outlives the streams it counts.
class Management final
{
public:
    //! A stanza of ours the server has not acknowledged.
    struct Unacknowledged
    {
        quint32 sequence = 0; //!< counted from 1, modulo 2^32
        QByteArray xml;
        qint64 tag = 0; //!< the sender's mark, a message's row; others than positive ones are not told
        QDateTime sentAt;
    };

    //! What an earlier process knew of a stream that may still be resumed.
    struct Kept
    {
        stream::Management terms;
        Jid bound;
        quint32 handled = 0; //!< their stanzas that are committed here
        quint32 sent = 0; //!< ours since `<enabled/>`
        quint32 acknowledged = 0; //!< the last h they told
        std::deque<Unacknowledged> queue; //!< with their numbers; those that were not worth keeping are missing
    };

    //! Takes up where an earlier process ended.
    void restore(Kept kept);
    //! A new stream with fresh counters; what was not acknowledged before stays in takeUnacknowledged().
    void start(const stream::Management &management, const Jid &bound);
    //! The stream goes on after acknowledge(): they send again what came after `told`, the h of our `<resume/>`, so earlier tokens
    //! count no more; what is unacknowledged is numbered anew, as it will be sent again.
    void resumed(quint32 told);
    //! No stream: nothing can be resumed.
    void forget();

    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] std::optional<stream::Resumption> resumption() const;
    [[nodiscard]] const stream::Management &terms() const { return m_terms; }

    //! Takes the number for a stanza of ours and keeps it until it is acknowledged.
    quint32 sent(QByteArray xml, qint64 tag, const QDateTime &now);
    [[nodiscard]] quint32 sentCount() const { return m_sent; }
    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_queue.size()); }

    //! Takes `<a h/>`: the tags it covers; nothing if h is behind the last one or ahead of what we sent, which breaks the stream.
    [[nodiscard]] std::optional<QList<qint64>> acknowledge(quint32 h);
    //! What is not acknowledged, in order.
    [[nodiscard]] const std::deque<Unacknowledged> &unacknowledged() const { return m_queue; }
    //! The same, for sending again in another stream; empties the queue.
    [[nodiscard]] std::deque<Unacknowledged> takeUnacknowledged();

    //! Counts a stanza of theirs; it is handled when the last copy of the token goes. `advanced` is called then.
    [[nodiscard]] Handled received();
    //! The longest prefix of theirs that is handled.
    [[nodiscard]] quint32 handledCount() const { return m_inbox->handled; }
    //! Called when handledCount() moved on by a token that was kept beyond its stanza's turn.
    std::function<void()> advanced;

private:
    struct Inbox
    {
        quint32 received = 0, handled = 0;
        std::deque<bool> open; //!< for handled+1 …: whether it is done
        std::function<void()> *advanced = nullptr;
    };

    bool m_active = false;
    stream::Management m_terms;
    Jid m_bound;
    quint32 m_sent = 0, m_acknowledged = 0;
    std::deque<Unacknowledged> m_queue;
    std::shared_ptr<Inbox> m_inbox = std::make_shared<Inbox>();
};

} // namespace session
