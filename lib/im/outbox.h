// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "data/message.h"
#include "session/session.h"
#include "store/messagestore.h"

#include <QObject>

namespace im
{

//! Takes an account's messages to the server: first committed, then written, in the order they were typed.
//!
//! Queued rows become Written before their first byte leaves, and Acknowledged when the server says so. What went into a stream
//! that died for good may have arrived: it waits until the archive could tell, and only then goes again, with the same ids.
class Outbox final : public QObject
{
    Q_OBJECT

public:
    Outbox(store::Database &database, session::Session &session, QObject *parent = nullptr);

    //! How long doubtful rows wait until the archive can be asked, at most.
    static constexpr std::chrono::milliseconds DoubtfulWait{20'000};
    //! The largest stanza most servers take, for one that does not say (XEP-0478). Bytes.
    static constexpr qint64 UsualMaxBytes = 262'144;
    //! How far the server's clock may be from ours.
    static constexpr std::chrono::milliseconds ClockDifference{3'600'000};
    //! What waited longer than this before it went is late: others may have spoken meanwhile.
    static constexpr std::chrono::milliseconds LateAfter{2'000};

    //! Which account's rows; loads what earlier starts left.
    void open(data::AccountId account);
    //! A row that was just committed as Queued.
    void enqueue(const data::Message &message);
    //! A failed row goes back into the queue.
    [[nodiscard]] Task<Result<void>> retry(data::Message message);
    //! What has come in meanwhile: what the server has by then needs not go again.
    void learn(const store::Changes &changes);
    //! The archive is being asked, and has told what it has since then without a gap (UTC; invalid: nothing yet).
    void archiveTold(const QDateTime &since);
    //! The archive has told all it has, does not answer, or there is none: rows that are still doubtful did not arrive.
    void resolveDoubtful();
    //! How many rows the server does not have yet.
    [[nodiscard]] qsizetype waiting() const { return m_queue.size() + m_writing.size() + m_sent.size(); }

Q_SIGNALS:
    void changed(const store::Changes &changes);
    //! Messages that had waited are at the server, and nothing more is on its way: the archive has them in another place than we.
    void arrivedLate();
    void failed(const Error &error);

private:
    void pump();
    void write(const QList<data::Message> &messages);
    void refuse(data::MessageId message, qint64 bytes, qint64 most);
    void acknowledged(const QList<qint64> &tags);
    void record(const QList<store::StateChange> &changes);
    void lost(const QList<qint64> &tags);
    void begin();
    void wait();
    [[nodiscard]] bool mustWait() const;

    store::MessageStore m_store;
    session::Session &m_session;
    data::AccountId m_account;
    bool m_late = false; //!< of what is in the stream something had waited
    bool m_resolved = false; //!< the archive has told, in this session
    Timer m_patience;
    QList<data::Message> m_queue; //!< committed, not sent in this stream
    QList<data::Message> m_writing; //!< being marked as Written
    QHash<qint64, data::Message> m_sent; //!< in the stream, not acknowledged
};

} // namespace im
