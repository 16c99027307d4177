// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/incoming.h"
#include "store/messagestore.h"

#include <QObject>

#include <vector>

namespace im
{

//! Collects what comes in and commits it in groups: every 50 ms, or at 200 stanzas.
//!
//! A stanza counts as handled (XEP-0198) when its group is committed, and not before.
class Inbox final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Interval{50};
    static constexpr qsizetype GroupSize = 200;

    Inbox(store::Database &database, Clock &clock, QObject *parent = nullptr);

    //! A store::IncomingMessage, Mark, Error or Read.
    template <typename T>
    void add(T item, session::Handled handled)
    {
        m_batch.add(std::move(item));
        added(std::move(handled));
    }
    //! Commits what has come so far.
    void flush();

Q_SIGNALS:
    void committed(const store::Changes &changes);
    //! The store did not take a group (disk full); it is kept and tried again.
    void failed(const Error &error);

private:
    void added(session::Handled handled);

    store::MessageStore m_store;
    Clock &m_clock;
    store::Batch m_batch;
    std::vector<session::Handled> m_handled;
    Timer m_timer;
    bool m_writing = false;
};

} // namespace im
