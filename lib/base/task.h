// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QPointer>

#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

template <typename R>
class Task;
template <typename R>
class Promise;

namespace detail
{

//! What a producer and its consumer share: the answer, or who waits for it. One thread only.
template <typename R>
class TaskState final
{
public:
    TaskState() = default;
    TaskState(const TaskState &) = delete;
    TaskState &operator=(const TaskState &) = delete;
    ~TaskState() { QObject::disconnect(m_contextGone); }

    [[nodiscard]] bool finished() const { return m_finished; }
    [[nodiscard]] R take() { return std::move(*m_value); }

    //! Stores the answer and wakes the consumer; later answers are ignored.
    void finish(R value)
    {
        if (m_finished)
            return;
        m_finished = true;
        m_value.emplace(std::move(value));
        wake();
    }

    //! Calls `wakeUp` once the answer is there, or `abandon` if `context` dies first. At most one waits.
    void wait(QObject *context, std::function<void()> wakeUp, std::function<void()> abandon)
    {
        m_wakeUp = std::move(wakeUp);
        m_abandon = std::move(abandon);
        m_context = context;
        m_contextGone = QObject::connect(context, &QObject::destroyed, context, [this] { wake(); });
    }

    void forget()
    {
        m_wakeUp = nullptr;
        m_abandon = nullptr;
        QObject::disconnect(std::exchange(m_contextGone, {}));
    }

private:
    //! Tells the one who waits; the state may die inside, so nothing of it is touched afterwards.
    void wake()
    {
        const auto wakeUp = std::exchange(m_wakeUp, nullptr);
        const auto abandon = std::exchange(m_abandon, nullptr);
        QObject::disconnect(std::exchange(m_contextGone, {}));
        // Without an answer it is the context that dies, which a QPointer to a QWidget still sees while destroyed() is emitted.
        if (m_finished && m_context && wakeUp)
            wakeUp();
        else if (abandon)
            abandon();
    }

    std::optional<R> m_value;
    std::function<void()> m_wakeUp, m_abandon;
    QPointer<QObject> m_context;
    QMetaObject::Connection m_contextGone;
    bool m_finished = false;
};

//! Ends the task as Cancelled when the last producer forgets it.
template <typename R>
class Producer final
{
public:
    explicit Producer(std::shared_ptr<TaskState<R>> state) : m_state(std::move(state)) { }
    Producer(const Producer &) = delete;
    Producer &operator=(const Producer &) = delete;
    ~Producer() { m_state->finish(std::unexpected(Error::cancelled())); }

    [[nodiscard]] const std::shared_ptr<TaskState<R>> &state() const { return m_state; }

private:
    std::shared_ptr<TaskState<R>> m_state;
};

} // namespace detail

//! The answering end of a Task made by hand; copies share it, and the death of the last one answers Cancelled.
template <typename R>
class Promise final
{
public:
    Promise() : m_producer(std::make_shared<detail::Producer<R>>(std::make_shared<detail::TaskState<R>>())) { }

    [[nodiscard]] Task<R> task() const { return Task<R>(m_producer->state()); }
    void finish(R value) const
    {
        const auto keep = m_producer->state();
        keep->finish(std::move(value));
    }
    [[nodiscard]] bool finished() const { return m_producer->state()->finished(); }

private:
    std::shared_ptr<detail::Producer<R>> m_producer;
};

//! An answer that comes once, on this thread. R is a Result.
//!
//! Wait with `co_await task.boundTo(this)` in a coroutine, or `task.then(this, f)`. If the context dies first the waiting
//! coroutine is destroyed and `f` is never called; if the producer dies first the answer is ErrorKind::Cancelled.
//! A Task nobody waits for runs to its end.
template <typename R>
class [[nodiscard]] Task final
{
public:
    //! The coroutine's own half; runs at once until its first wait.
    class promise_type final
    {
    public:
        promise_type() : m_state(std::make_shared<detail::TaskState<R>>()) { }
        promise_type(const promise_type &) = delete;
        promise_type &operator=(const promise_type &) = delete;
        ~promise_type()
        {
            // By value: finishing may release the last other owner.
            const auto state = m_state;
            if (m_result)
                state->finish(std::move(*m_result));
            else
                state->finish(std::unexpected(Error::cancelled()));
        }

        Task get_return_object() { return Task(m_state); }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_value(R value) { m_result.emplace(std::move(value)); }
        void unhandled_exception() { std::terminate(); }

    private:
        std::shared_ptr<detail::TaskState<R>> m_state;
        std::optional<R> m_result;
    };

    //! What `co_await` works on.
    class Bound final
    {
    public:
        Bound(std::shared_ptr<detail::TaskState<R>> state, QObject *context) : m_state(std::move(state)), m_context(context) { }
        Bound(const Bound &) = delete;
        Bound &operator=(const Bound &) = delete;
        ~Bound()
        {
            if (m_waiting)
                m_state->forget();
        }

        [[nodiscard]] bool await_ready() const { return m_state->finished(); }
        void await_suspend(std::coroutine_handle<> handle)
        {
            m_waiting = true;
            m_state->wait(m_context,
                [this, handle] {
                    m_waiting = false;
                    handle.resume();
                },
                [this, handle] {
                    m_waiting = false;
                    handle.destroy();
                });
        }
        [[nodiscard]] R await_resume() { return m_state->take(); }

    private:
        std::shared_ptr<detail::TaskState<R>> m_state;
        QObject *m_context;
        bool m_waiting = false;
    };

    explicit Task(std::shared_ptr<detail::TaskState<R>> state) : m_state(std::move(state)) { }

    //! A task that is answered already.
    [[nodiscard]] static Task ready(R value)
    {
        auto state = std::make_shared<detail::TaskState<R>>();
        state->finish(std::move(value));
        return Task(std::move(state));
    }

    [[nodiscard]] bool finished() const { return m_state->finished(); }

    //! Waits in a coroutine for as long as `context` lives.
    [[nodiscard]] Bound boundTo(QObject *context) && { return Bound(std::move(m_state), context); }

    //! Calls `f(R)` on the answer, at once if it is there, never after `context` died.
    template <typename F>
    void then(QObject *context, F f) &&
    {
        if (m_state->finished()) {
            f(m_state->take());
            return;
        }
        const std::weak_ptr<detail::TaskState<R>> weak = m_state;
        const auto raw = m_state.get();
        raw->wait(context,
            [weak, f = std::move(f)]() mutable {
                if (const auto state = weak.lock())
                    f(state->take());
            },
            [] { });
        // The producer keeps the state alive until it answers.
    }

    //! Says in so many words that nobody waits.
    void detach() && { m_state.reset(); }

private:
    std::shared_ptr<detail::TaskState<R>> m_state;
};
