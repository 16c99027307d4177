// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/handle.h"

namespace session
{

Handle &Handle::operator=(Handle &&other) noexcept
{
    if (this != &other) {
        if (m_undo)
            m_undo();
        m_undo = std::exchange(other.m_undo, nullptr);
    }
    return *this;
}

Handle::~Handle()
{
    if (m_undo)
        m_undo();
}

} // namespace session
