// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/backoff.h"

#include <algorithm>

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds cap, QRandomGenerator *random) :
    m_first(first), m_cap(cap), m_random(random)
{
}

std::chrono::milliseconds Backoff::next()
{
    const int doublings = std::min(m_attempts++, 20);
    const std::chrono::milliseconds full = std::min<std::chrono::milliseconds>(m_first * (1LL << doublings), m_cap);
    return full / 2 + std::chrono::milliseconds(m_random->bounded(qint64(full.count() / 2 + 1)));
}

void Backoff::reset()
{
    m_attempts = 0;
}
