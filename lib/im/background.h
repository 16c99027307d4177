// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace im
{

//! Runs `f() -> Result<T>` on a thread of the pool and answers on this one. What `f` holds goes with it.
template <typename F>
[[nodiscard]] auto inBackground(F f)
{
    using R = std::invoke_result_t<F &>;
    Promise<R> promise;
    Task<R> task = promise.task();
    QThreadPool::globalInstance()->start([f = std::move(f), promise = std::move(promise)]() mutable {
        R answer = f();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [answer = std::move(answer), promise = std::move(promise)]() mutable { promise.finish(std::move(answer)); }, Qt::QueuedConnection);
    });
    return task;
}

} // namespace im
