// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace session
{

//! A registration that undoes itself: destroying the handle takes the handler out again.
class [[nodiscard]] Handle final
{
public:
    Handle() = default;
    explicit Handle(std::function<void()> undo) : m_undo(std::move(undo)) { }
    Handle(Handle &&other) noexcept : m_undo(std::exchange(other.m_undo, nullptr)) { }
    Handle &operator=(Handle &&other) noexcept;
    ~Handle();

private:
    std::function<void()> m_undo;
};

} // namespace session
