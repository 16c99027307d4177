// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xep
{

//! Foreign text cut to at most `limit` UTF-16 units, never inside a character.
[[nodiscard]] inline QString bounded(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    return text.first(text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit);
}

//! Whether an id of a message is one we keep: not empty, at most 1 kB.
[[nodiscard]] inline bool isUsableId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 1024;
}

} // namespace xep
