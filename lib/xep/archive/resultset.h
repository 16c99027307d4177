// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace ns
{
inline constexpr QStringView ResultSet = u"http://jabber.org/protocol/rsm";
}

namespace xep
{

//! XEP-0059: which page of a long answer is wanted, and which one it is. Numbers are the server's word: read with care.
struct ResultSet
{
    static constexpr xml::Name Tag{u"set", ns::ResultSet};

    std::optional<QString> max, after, before; //!< asked; an empty `before` is the last page (2.5)
    std::optional<QString> first, last, count; //!< answered

    friend bool operator==(const ResultSet &, const ResultSet &) = default;

    static void describe(auto &self, auto &io)
    {
        io.childText(u"max", self.max);
        io.childText(u"after", self.after);
        io.childText(u"before", self.before);
        io.childText(u"first", self.first);
        io.childText(u"last", self.last);
        io.childText(u"count", self.count);
    }
};

} // namespace xep
