// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace xep
{

//! XEP-0441 2.1.2: with whom everything is kept.
struct ArchiveAlways
{
    static constexpr xml::Name Tag{u"always", u"urn:xmpp:mam:2"};

    QStringList addresses;

    friend bool operator==(const ArchiveAlways &, const ArchiveAlways &) = default;

    static void describe(auto &self, auto &io) { io.childText(u"jid", self.addresses); }
};

//! XEP-0441 2.1.3: with whom nothing is kept.
struct ArchiveNever
{
    static constexpr xml::Name Tag{u"never", u"urn:xmpp:mam:2"};

    QStringList addresses;

    friend bool operator==(const ArchiveNever &, const ArchiveNever &) = default;

    static void describe(auto &self, auto &io) { io.childText(u"jid", self.addresses); }
};

//! XEP-0441: what the server is to keep.
struct ArchivePreferences
{
    static constexpr xml::Name Tag{u"prefs", u"urn:xmpp:mam:2"};

    QString byDefault; //!< "always", "never", or "roster": only what is said with contacts
    std::optional<ArchiveAlways> always;
    std::optional<ArchiveNever> never;

    friend bool operator==(const ArchivePreferences &, const ArchivePreferences &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"default", self.byDefault);
        io.child(self.always);
        io.child(self.never);
    }
};

//! Asks for the preferences.
struct ArchivePreferencesQuery
{
    static constexpr xml::Name Tag{u"prefs", u"urn:xmpp:mam:2"};
    friend bool operator==(const ArchivePreferencesQuery &, const ArchivePreferencesQuery &) = default;
    static void describe(auto &, auto &) { }
};

} // namespace xep
