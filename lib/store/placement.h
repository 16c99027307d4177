// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <limits>
#include <optional>

namespace store
{

//! Where a message of an archive would like to lie: at its time, or where it lies already. Microseconds.
struct Wish
{
    qint64 time = 0;
    std::optional<qint64> kept;
};

//! Between which places a page lies, both left out.
struct Room
{
    qint64 after = std::numeric_limits<qint64>::min();
    qint64 before = std::numeric_limits<qint64>::max();
};

//! From which end a page is joined to what is here.
enum class Joined { AtItsStart, AtItsEnd };

//! Gives each message of a page a place of its own, rising, inside the room, and as near to its wish as that allows.
//!
//! The archive's order counts, clocks do not: what is out of order or of one second lies side by side. Where the room is
//! too small the far end gives way, never the order.
[[nodiscard]] QList<qint64> placed(const QList<Wish> &wishes, Joined joined, Room room);

} // namespace store
