// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace store
{

//! A thread that runs jobs one after the other, the most urgent first.
class Worker final
{
public:
    using Job = std::move_only_function<void()>;
    //! What a stopping worker does with jobs that still wait.
    enum class Rest { Finish, Drop };

    explicit Worker(const QString &name);
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    ~Worker(); //!< stop(Rest::Drop) in no time, if it was not stopped before

    void post(Priority priority, Job job);
    //! Ends the thread after the running job, with `last` as its last words there. Past `within` waiting jobs are dropped, and a
    //! thread that still hangs in the disk then is left behind: it owns all it touches.
    void stop(Rest rest, std::chrono::milliseconds within, Job last);

private:
    struct Queue;
    std::shared_ptr<Queue> m_queue;
    QThread *m_thread;
};

} // namespace store
