// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/note.h"

#include <array>

using namespace Qt::StringLiterals;

namespace stream
{

QString Note::english() const
{
    static constexpr std::array<QLatin1StringView, 15> words = {"looking for"_L1, "found"_L1, "connecting to"_L1, "no way to"_L1, "connected to"_L1, "secured by"_L1, "certificate"_L1,
        "signing in with"_L1, "passed over"_L1, "sent to another host:"_L1, "note:"_L1, "session opened as"_L1, "session resumed as"_L1, "failed:"_L1, "ended:"_L1};
    QStringList told = facts;
    told.removeAll(QString());
    return words.at(size_t(topic)) + u' ' + told.join(u", "_s);
}

} // namespace stream
