// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace ns
{
inline constexpr QStringView VCardUpdate = u"vcard-temp:x:update";
}

namespace xep
{

//! XEP-0153: which picture the sender's card has; an empty one: none; nothing: it is not known yet.
struct VCardUpdate
{
    static constexpr xml::Name Tag{u"x", ns::VCardUpdate};

    std::optional<QString> photo;

    friend bool operator==(const VCardUpdate &, const VCardUpdate &) = default;

    static void describe(auto &self, auto &io) { io.childText(u"photo", self.photo); }
};

} // namespace xep
