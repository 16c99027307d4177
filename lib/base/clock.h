// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimeZone>

#include <chrono>
#include <functional>
#include <memory>

//! A timer that ends with its owner: destroying the handle cancels it.
class TimerHandle
{
public:
    TimerHandle() = default;
    TimerHandle(const TimerHandle &) = delete;
    TimerHandle &operator=(const TimerHandle &) = delete;
    virtual ~TimerHandle() = default;
};

using Timer = std::unique_ptr<TimerHandle>;

//! Where time comes from. Injected, so a test can let an hour pass in no time.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    //! Wall time, UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! Time since an arbitrary moment; never goes back.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    //! Calls `f` once on this thread's event loop after `delay`, unless the handle dies first.
    [[nodiscard]] virtual Timer after(std::chrono::milliseconds delay, std::function<void()> f) = 0;
};

//! The system's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] Timer after(std::chrono::milliseconds delay, std::function<void()> f) override;
};

//! A clock that stands still until told to go on; timers due on the way fire in order.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC));
    ~ManualClock() override;

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] Timer after(std::chrono::milliseconds delay, std::function<void()> f) override;

    //! Lets `duration` pass.
    void advance(std::chrono::milliseconds duration);
    //! How many timers wait, to find forgotten ones.
    [[nodiscard]] qsizetype waiting() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};
