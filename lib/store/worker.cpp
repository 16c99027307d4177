// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/worker.h"

#include "base/log.h"

#include <QDeadlineTimer>
#include <QThread>

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace store
{

//! Shared with the thread, so that neither outlives what it needs.
struct Worker::Queue
{
    std::mutex mutex;
    std::condition_variable changed;
    std::array<std::deque<Job>, 3> jobs;
    Job last;
    bool stopping = false;
    bool done = false; //!< the thread runs nothing any more

    //! The next job, or nothing at the end. Waits.
    [[nodiscard]] Job take()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            for (auto &level : jobs) {
                if (level.empty())
                    continue;
                Job job = std::move(level.front());
                level.pop_front();
                return job;
            }
            if (stopping)
                return std::exchange(last, nullptr);
            changed.wait(lock);
        }
    }

    void work()
    {
        while (Job job = take())
            job();
        const std::scoped_lock lock(mutex);
        done = true;
        changed.notify_all();
    }

    //! Takes the waiting jobs away; they are destroyed outside of the lock.
    [[nodiscard]] std::array<std::deque<Job>, 3> drop()
    {
        const std::scoped_lock lock(mutex);
        return std::exchange(jobs, {});
    }
};

Worker::Worker(const QString &name) : m_queue(std::make_shared<Queue>()), m_thread(nullptr)
{
    m_thread = QThread::create([queue = m_queue] { queue->work(); });
    m_thread->setObjectName(name);
    m_thread->start();
}

Worker::~Worker()
{
    stop(Rest::Drop, std::chrono::seconds(1), nullptr);
}

void Worker::post(Priority priority, Job job)
{
    {
        const std::scoped_lock lock(m_queue->mutex);
        m_queue->jobs[size_t(priority)].push_back(std::move(job));
    }
    m_queue->changed.notify_all();
}

void Worker::stop(Rest rest, std::chrono::milliseconds within, Job last)
{
    if (!m_thread)
        return;
    if (rest == Rest::Drop)
        (void)m_queue->drop();
    {
        const std::scoped_lock lock(m_queue->mutex);
        m_queue->last = std::move(last);
        m_queue->stopping = true;
    }
    m_queue->changed.notify_all();

    std::unique_lock lock(m_queue->mutex);
    const auto idle = [this] { return m_queue->done; };
    if (!m_queue->changed.wait_for(lock, within, idle)) {
        lock.unlock();
        (void)m_queue->drop();
        lock.lock();
        m_queue->changed.wait_for(lock, std::chrono::seconds(1), idle);
    }
    const bool done = m_queue->done;
    lock.unlock();
    if (done) {
        m_thread->wait();
        delete m_thread;
    } else {
        qCWarning(logStore) << "a store thread hangs and is left behind";
        QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
        if (m_thread->isFinished())
            m_thread->deleteLater();
    }
    m_thread = nullptr;
}

} // namespace store
