// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/outbox.h"

#include "base/log.h"

#include <QLocale>

#include <algorithm>

namespace im
{

namespace
{

store::StateChange changeOf(data::MessageId id, data::SendState state)
{
    store::StateChange change;
    change.message = id;
    change.state = state;
    return change;
}

QList<store::StateChange> changesOf(const QList<data::Message> &messages, data::SendState state)
{
    QList<store::StateChange> changes;
    for (const data::Message &message : messages)
        changes << changeOf(message.id, state);
    return changes;
}

} // namespace

Outbox::Outbox(store::Database &database, session::Session &session, QObject *parent) :
    QObject(parent), m_store(database), m_session(session)
{
    connect(&session, &session::Session::started, this, &Outbox::begin);
    connect(&session, &session::Session::ended, this, [this] {
        m_resolved = false;
        m_patience.reset();
    });
    connect(&session, &session::Session::resumed, this, &Outbox::pump);
    connect(&session, &session::Session::acknowledged, this, &Outbox::acknowledged);
    connect(&session, &session::Session::lost, this, &Outbox::lost);
}

void Outbox::open(data::AccountId account)
{
    m_account = account;
    m_store.pending(account).then(this, [this](const Result<QList<data::Message>> &rows) {
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        QList<data::Message> older;
        for (const data::Message &row : *rows) {
            const auto same = [&row](const data::Message &m) { return m.id == row.id; };
            const bool known = std::ranges::any_of(m_queue, same) || std::ranges::any_of(m_writing, same) || m_sent.contains(row.id.value);
            if (!known)
                older << row;
        }
        m_queue = older + m_queue;
        pump();
    });
}

void Outbox::enqueue(const data::Message &message)
{
    m_queue.append(message);
    pump();
}

Task<Result<void>> Outbox::retry(data::Message message)
{
    const auto changes = co_await m_store.setState({changeOf(message.id, data::SendState::Queued)}).boundTo(this);
    if (!changes)
        co_return std::unexpected(changes.error());
    Q_EMIT changed(*changes);
    message.state = data::SendState::Queued;
    enqueue(message);
    co_return Result<void>();
}

void Outbox::begin()
{
    m_resolved = false;
    wait();
    pump();
}

void Outbox::wait()
{
    m_patience = m_session.clock().after(DoubtfulWait, [this] {
        if (m_session.isOnline())
            resolveDoubtful();
        else
            wait(); // the stream may be resumed: the archive could not be asked yet
    });
}

void Outbox::archiveTold(const QDateTime &since)
{
    QDateTime oldest;
    for (const data::Message &row : std::as_const(m_queue)) {
        if (row.state == data::SendState::Written && (!oldest.isValid() || row.time < oldest))
            oldest = row.time;
    }
    if (!oldest.isValid() || (since.isValid() && since.addDuration(ClockDifference) <= oldest))
        resolveDoubtful();
    else
        m_patience.reset(); // it ends by itself: with an answer, or without
}

void Outbox::resolveDoubtful()
{
    m_patience.reset();
    if (!std::exchange(m_resolved, true))
        pump();
}

void Outbox::learn(const store::Changes &changes)
{
    const auto arrived = [this](data::MessageId id) {
        m_sent.remove(id.value);
        m_queue.removeIf([id](const data::Message &row) { return row.id == id; });
    };
    // What comes back to us was there; a correction of ours is named only here.
    for (const data::MessageId id : changes.rows)
        arrived(id);
    for (const QList<data::Message> *list : {&changes.updated, &changes.moved}) {
        for (const data::Message &message : *list) {
            if (message.direction == data::Direction::Sent && message.state == data::SendState::Acknowledged)
                arrived(message.id);
        }
    }
}

//! Everything waits with a doubtful row: what was written after it must not overtake it.
bool Outbox::mustWait() const
{
    return !m_resolved && std::ranges::any_of(m_queue, [](const data::Message &row) { return row.state == data::SendState::Written; });
}

void Outbox::pump()
{
    if (!m_session.isOnline() || !m_writing.isEmpty() || m_queue.isEmpty() || mustWait())
        return;
    m_writing = std::exchange(m_queue, {});
    m_store.setState(changesOf(m_writing, data::SendState::Written)).then(this, [this](const Result<store::Changes> &changes) {
        const QList<data::Message> messages = std::exchange(m_writing, {});
        if (!changes) {
            m_queue = messages + m_queue;
            Q_EMIT failed(changes.error());
            return;
        }
        Q_EMIT changed(*changes);
        write(messages);
        pump();
    });
}

void Outbox::write(const QList<data::Message> &messages)
{
    const qint64 most = m_session.features().maxBytes().value_or(UsualMaxBytes);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const data::Message &message = messages[i];
        if (message.stanza.size() > most) {
            refuse(message.id, message.stanza.size(), most);
            continue;
        }
        if (!m_session.sendRaw(message.stanza, message.id.value)) {
            // The stream went away meanwhile: the rest waits for the next one, in order.
            m_queue = messages.sliced(i) + m_queue;
            return;
        }
        m_late |= message.time.addDuration(LateAfter) < m_session.clock().now();
        if (m_session.management().active())
            m_sent.insert(message.id.value, message);
        else
            acknowledged({message.id.value}); // nobody will ever say more about it
    }
}

//! The server would end the stream, and the message would go again and again (XEP-0478 5).
void Outbox::refuse(data::MessageId message, qint64 bytes, qint64 most)
{
    const QLocale locale;
    store::StateChange change = changeOf(message, data::SendState::Failed);
    change.errorCondition = QStringLiteral("policy-violation");
    change.errorText = tr("This message is too long for the server: %1 of at most %2. Send it in parts.").arg(locale.formattedDataSize(bytes), locale.formattedDataSize(most));
    record({change});
}

void Outbox::acknowledged(const QList<qint64> &tags)
{
    QList<store::StateChange> changes;
    for (const qint64 tag : tags) {
        m_sent.remove(tag);
        changes << changeOf({tag}, data::SendState::Acknowledged);
    }
    if (m_sent.isEmpty() && std::exchange(m_late, false))
        Q_EMIT arrivedLate();
    record(changes);
}

//! Nobody waits for it: who listens hears of it.
void Outbox::record(const QList<store::StateChange> &changes)
{
    m_store.setState(changes).then(this, [this](const Result<store::Changes> &written) {
        if (written)
            Q_EMIT changed(*written);
        else
            Q_EMIT failed(written.error());
    });
}

void Outbox::lost(const QList<qint64> &tags)
{
    QList<data::Message> again;
    for (const qint64 tag : tags) {
        if (const auto message = m_sent.find(tag); message != m_sent.end()) {
            again << *message;
            again.last().state = data::SendState::Written;
            m_sent.erase(message);
        }
    }
    qCInfo(logIm) << again.size() << "messages go again in the next stream";
    m_queue = again + m_queue;
}

} // namespace im
