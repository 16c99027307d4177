// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace im
{

//! How much of an account's messages on the server is here.
struct HistoryState
{
    enum class Phase {
        Waiting, //!< for a connection, or for what the server can do
        Nothing, //!< the server keeps no messages
        CatchingUp, //!< asking for what was missed
        GoingBack, //!< that is here; older messages are on their way
        Complete, //!< everything is here
    };
    //! Between two places something is missing (data::Message::order), both left out.
    struct Gap
    {
        qint64 after = 0, before = 0;
        friend bool operator==(const Gap &, const Gap &) = default;
    };

    Phase phase = Phase::Waiting;
    bool reachesStart = false; //!< nothing is older than what is here
    QDateTime reachesBack; //!< UTC: the oldest message without a gap to the newest; invalid: none yet
    QList<Gap> gaps; //!< oldest first

    friend bool operator==(const HistoryState &, const HistoryState &) = default;
};

} // namespace im
