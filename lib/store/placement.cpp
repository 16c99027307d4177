// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/placement.h"

namespace store
{

namespace
{

bool fits(qint64 place, Room room)
{
    return place > room.after && place < room.before;
}

//! The kept place if it fits, else the time's, else the one beside the neighbour.
qint64 choose(const Wish &wish, Room room, qint64 beside)
{
    if (wish.kept && fits(*wish.kept, room))
        return *wish.kept;
    return fits(wish.time, room) ? wish.time : beside;
}

} // namespace

QList<qint64> placed(const QList<Wish> &wishes, Joined joined, Room room)
{
    QList<qint64> places(wishes.size());
    if (joined == Joined::AtItsStart) {
        for (qsizetype i = 0; i < wishes.size(); ++i)
            room.after = places[i] = choose(wishes[i], room, room.after + 1);
    } else {
        for (qsizetype i = wishes.size() - 1; i >= 0; --i)
            room.before = places[i] = choose(wishes[i], room, room.before - 1);
    }
    return places;
}

} // namespace store
