// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/backoff.h"
#include "stream/failure.h"

namespace session
{

//! What to do after a failure.
struct Decision
{
    enum class Action {
        Retry, //!< after `pause`
        AskPerson, //!< nothing gets better by itself: a password, a certificate, a setting
        StayOff, //!< somebody else has this session now: fighting helps nobody
    };

    Action action = Action::Retry;
    std::chrono::milliseconds pause{0};
};

//! What is known of the account when it fails.
enum class Experience {
    New, //!< never was online with these settings
    Proven, //!< signed in and its certificate was fine before
};

//! Decides by the failure alone (RFC 6120 4.9.3, 6.5): pure but for the backoff's dice.
[[nodiscard]] Decision decide(const stream::Failure &failure, Experience experience, Backoff &backoff);

} // namespace session
