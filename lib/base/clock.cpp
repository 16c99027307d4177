// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QTimer>

#include <map>

using namespace std::chrono_literals;

namespace
{

class SystemTimer final : public TimerHandle
{
public:
    SystemTimer(std::chrono::milliseconds delay, std::function<void()> f)
    {
        m_timer.setSingleShot(true);
        // Coarse where nobody sees the difference, so that idle wake-ups fall together.
        m_timer.setTimerType(delay < 2s ? Qt::PreciseTimer : delay < 20s ? Qt::CoarseTimer : Qt::VeryCoarseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [call = std::move(f)] {
            const auto copy = call; // the call may destroy this timer
            copy();
        });
        m_timer.start(delay);
    }

private:
    QTimer m_timer;
};

} // namespace

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Timer SystemClock::after(std::chrono::milliseconds delay, std::function<void()> f)
{
    return std::make_unique<SystemTimer>(std::max(delay, 0ms), std::move(f));
}

struct ManualClock::State
{
    using Key = std::pair<std::chrono::milliseconds, quint64>;

    QDateTime start;
    std::chrono::milliseconds passed = 0ms;
    quint64 next = 0;
    std::map<Key, std::function<void()>> timers;
};

namespace
{

class ManualTimer final : public TimerHandle
{
public:
    explicit ManualTimer(std::function<void()> cancel) : m_cancel(std::move(cancel)) { }
    ~ManualTimer() override { m_cancel(); }

private:
    std::function<void()> m_cancel;
};

} // namespace

ManualClock::ManualClock(QDateTime start) : m_state(std::make_shared<State>())
{
    m_state->start = std::move(start);
}

ManualClock::~ManualClock() = default;

QDateTime ManualClock::now() const
{
    return m_state->start.addMSecs(m_state->passed.count());
}

std::chrono::milliseconds ManualClock::monotonic() const
{
    return m_state->passed;
}

Timer ManualClock::after(std::chrono::milliseconds delay, std::function<void()> f)
{
    const State::Key key{m_state->passed + std::max(delay, 0ms), m_state->next++};
    m_state->timers.emplace(key, std::move(f));
    return std::make_unique<ManualTimer>([weak = std::weak_ptr(m_state), key] {
        if (const auto state = weak.lock())
            state->timers.erase(key);
    });
}

void ManualClock::advance(std::chrono::milliseconds duration)
{
    const auto until = m_state->passed + duration;
    while (!m_state->timers.empty() && m_state->timers.begin()->first.first <= until) {
        auto node = m_state->timers.extract(m_state->timers.begin());
        m_state->passed = node.key().first;
        node.mapped()();
    }
    m_state->passed = until;
}

qsizetype ManualClock::waiting() const
{
    return qsizetype(m_state->timers.size());
}
