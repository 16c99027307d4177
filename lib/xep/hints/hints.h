// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace ns
{
inline constexpr QStringView Hints = u"urn:xmpp:hints";
}

namespace xep
{

// XEP-0334: what a sender would like to be done with a message. Each is an element of its own.

//! Worth keeping although it has no body.
struct StoreHint
{
    static constexpr xml::Name Tag{u"store", ns::Hints};
    friend bool operator==(const StoreHint &, const StoreHint &) = default;
    static void describe(auto &, auto &) { }
};

//! Not to be kept, neither in an archive nor for later delivery.
struct NoStoreHint
{
    static constexpr xml::Name Tag{u"no-store", ns::Hints};
    friend bool operator==(const NoStoreHint &, const NoStoreHint &) = default;
    static void describe(auto &, auto &) { }
};

//! Not to be kept in an archive.
struct NoPermanentStoreHint
{
    static constexpr xml::Name Tag{u"no-permanent-store", ns::Hints};
    friend bool operator==(const NoPermanentStoreHint &, const NoPermanentStoreHint &) = default;
    static void describe(auto &, auto &) { }
};

//! Not to be copied to other devices; only for messages to full addresses.
struct NoCopyHint
{
    static constexpr xml::Name Tag{u"no-copy", ns::Hints};
    friend bool operator==(const NoCopyHint &, const NoCopyHint &) = default;
    static void describe(auto &, auto &) { }
};

} // namespace xep
