// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace ns
{
inline constexpr QStringView Idle = u"urn:xmpp:idle:1";
}

namespace xep
{

//! XEP-0319: nobody has used this device since then.
struct Idle
{
    static constexpr xml::Name Tag{u"idle", ns::Idle};

    QDateTime since;

    friend bool operator==(const Idle &, const Idle &) = default;

    static void describe(auto &self, auto &io) { io.attribute(u"since", self.since); }
};

} // namespace xep
