// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <chrono>

//! How long to wait before the next attempt: doubling, capped, with jitter so that a thousand clients do not come back at once.
class Backoff final
{
public:
    explicit Backoff(std::chrono::milliseconds first = std::chrono::seconds(2),
        std::chrono::milliseconds cap = std::chrono::minutes(5), QRandomGenerator *random = QRandomGenerator::global());

    //! The next pause: between 50 % and 100 % of first·2^n, at most the cap.
    [[nodiscard]] std::chrono::milliseconds next();
    //! Starts again from the first pause: after success, wake-up or a network change.
    void reset();
    [[nodiscard]] int attempts() const { return m_attempts; }

private:
    std::chrono::milliseconds m_first, m_cap;
    QRandomGenerator *m_random;
    int m_attempts = 0;
};
