// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/log.h"
#include "store/folder.h"
#include "store/worker.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QThread>

#include <deque>
#include <mutex>

using namespace Qt::StringLiterals;

namespace store
{

//! Where workers put answers; outlives the Database for a worker that is late.
class Mailbox final
{
public:
    struct Answer
    {
        quint64 ticket = 0;
        std::shared_ptr<void> value;
    };

    explicit Mailbox(QObject *receiver) : m_receiver(receiver) { }

    [[nodiscard]] static QEvent::Type eventType()
    {
        static const int type = QEvent::registerEventType();
        return QEvent::Type(type);
    }

    void put(quint64 ticket, std::shared_ptr<void> value)
    {
        const std::scoped_lock guard(m_mutex);
        m_answers.push_back({ticket, std::move(value)});
        if (m_receiver && m_answers.size() == 1)
            QCoreApplication::postEvent(m_receiver, new QEvent(eventType()));
    }

    //! The oldest answer, or ticket 0. One by one, so that none is out of sight while another is being told.
    [[nodiscard]] Answer take()
    {
        const std::scoped_lock guard(m_mutex);
        if (m_answers.empty())
            return {};
        Answer answer = std::move(m_answers.front());
        m_answers.pop_front();
        return answer;
    }

    void forgetReceiver()
    {
        const std::scoped_lock guard(m_mutex);
        m_receiver = nullptr;
    }

private:
    std::mutex m_mutex;
    std::deque<Answer> m_answers;
    QObject *m_receiver;
};

Database::Database(QString folder, Options options, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_options(options), m_mailbox(std::make_shared<Mailbox>(this))
{
}

Database::~Database()
{
    close();
    m_mailbox->forgetReceiver();
}

Task<Result<Opened>> Database::open()
{
    if (m_writer)
        return Task<Result<Opened>>::ready(fail(ErrorKind::Invalid, tr("Palique's store is open already.")));
    m_open = std::make_shared<Folder>(m_folder, m_options);
    m_writer = std::make_unique<Worker>(u"store writer"_s);
    m_reader = std::make_unique<Worker>(u"store reader"_s);

    Promise<Result<Opened>> promise;
    const quint64 ticket = m_nextTicket++;
    m_waiting.emplace(ticket, [this, promise](void *answer) {
        auto &opened = *static_cast<Result<Opened> *>(answer);
        if (!opened)
            stopWorkers(Waiting::Finish);
        promise.finish(std::move(opened));
    });
    m_reader->post(Priority::Outbox, [open = m_open] { open->openReader(); });
    m_writer->post(Priority::Outbox, [open = m_open, mailbox = m_mailbox, ticket] {
        mailbox->put(ticket, std::make_shared<Result<Opened>>(open->openWriter()));
    });
    return promise.task();
}

void Database::close()
{
    stopWorkers(Waiting::Drop);
}

void Database::stopWorkers(Waiting reads)
{
    if (!m_writer)
        return;
    // Taken away first: whoever is answered below and asks again is told that the store is closed.
    const auto writer = std::exchange(m_writer, nullptr);
    const auto reader = std::exchange(m_reader, nullptr);
    const auto open = std::exchange(m_open, nullptr);
    if (reads == Waiting::Drop)
        open->giveUp();
    // The last connection to close empties the write-ahead log, and only the writer may.
    reader->stop(reads == Waiting::Finish ? Worker::Rest::Finish : Worker::Rest::Drop, m_options.closeWithin, [open] { open->closeReader(); });
    writer->stop(Worker::Rest::Finish, m_options.closeWithin, [open] { open->closeWriter(); });

    const QPointer self(this);
    deliverAll();
    if (!self)
        return;
    for (auto left = std::exchange(m_waiting, {}); !left.empty();)
        left.erase(left.begin());
}

Task<Result<void>> Database::flush()
{
    return run([](Connection &) -> Result<void> { return {}; }, Priority::Background);
}

void Database::enqueue(Place place, Job job, Delivery delivery, Priority priority)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (!m_writer) {
        const auto answer = job(nullptr, storageError(condition::NotOpen, tr("Palique's store is closed.")));
        delivery(answer.get());
        return;
    }
    const quint64 ticket = m_nextTicket++;
    m_waiting.emplace(ticket, std::move(delivery));
    Worker &worker = place == Place::Writer ? *m_writer : *m_reader;
    worker.post(priority, [open = m_open, mailbox = m_mailbox, place, ticket, job = std::move(job)]() mutable {
        Folder::Side &side = place == Place::Writer ? open->writer() : place == Place::Reader ? open->reader() : open->cache();
        Connection *connection = side.connection.get();
        Error why = side.why;
        if (connection) {
            if (const auto begun = Statement(*connection, place == Place::Writer ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s).exec(); !begun) {
                why = begun.error();
                connection = nullptr;
            }
        }
        auto answer = job(connection, why);
        job = nullptr;
        mailbox->put(ticket, std::move(answer));
    });
}

Result<void> Database::endTransaction(Connection &connection, bool commit)
{
    if (commit) {
        Result<void> committed = connection.beforeCommit().and_then([&] { return Statement(connection, u"COMMIT"_s).exec(); });
        if (committed)
            return committed;
        // A commit that found no room leaves its transaction open.
        connection.rollBack();
        return committed;
    }
    connection.rollBack();
    return {};
}

bool Database::event(QEvent *event)
{
    if (event->type() != Mailbox::eventType())
        return QObject::event(event);
    deliverAll();
    return true;
}

void Database::deliverAll()
{
    const QPointer self(this);
    // Whoever is answered may end us.
    while (self) {
        const Mailbox::Answer answer = m_mailbox->take();
        if (answer.ticket == 0)
            return;
        if (auto waiting = m_waiting.extract(answer.ticket))
            waiting.mapped()(answer.value.get());
    }
}

} // namespace store
