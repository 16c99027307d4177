// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "stream/ns.h"

namespace xep
{

//! Tells the server when nobody looks, so that it may hold back what can wait (XEP-0352).
class CsiModule final : public session::Module
{
    Q_OBJECT

public:
    enum class State { Active, Inactive };

    explicit CsiModule(session::Session &session, QObject *parent = nullptr);

    //! Sent at once if the server takes it, and again on each new or resumed stream, which begin as active (6.2).
    void set(State state);
    [[nodiscard]] State state() const { return m_state; }
    //! For the next sign-in: begins as inactive where that can go inline (XEP-0386); nothing when we are active.
    [[nodiscard]] std::optional<stream::InlineFeature> inlineFeature() const;

private:
    [[nodiscard]] bool isOffered() const;
    void tell();

    State m_state = State::Active;
    State m_told = State::Active; //!< what the server knows
};

} // namespace xep
