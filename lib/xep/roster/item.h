// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace ns
{
inline constexpr QStringView Roster = u"jabber:iq:roster";
}

namespace xep
{

//! RFC 6121 2.1.2.5; Remove only in pushes and requests.
enum class Subscription { None, To, From, Both, Remove };

} // namespace xep

template <>
inline constexpr std::array<xml::NameOf<xep::Subscription>, 5> xml::names<xep::Subscription> = {{
    {xep::Subscription::None, u"none"},
    {xep::Subscription::To, u"to"},
    {xep::Subscription::From, u"from"},
    {xep::Subscription::Both, u"both"},
    {xep::Subscription::Remove, u"remove"},
}};

namespace xep
{

//! One contact as the server keeps it (RFC 6121 2.1.2).
struct RosterItem
{
    static constexpr xml::Name Tag{u"item", ns::Roster};
    static constexpr qsizetype MaxText = 1023, MaxGroups = 50;

    Jid jid; //!< bare after normalise()
    std::optional<QString> name;
    Subscription subscription = Subscription::None;
    std::optional<QString> ask; //!< "subscribe": we asked and wait
    bool approved = false; //!< we said yes before they asked (RFC 6121 3.4)
    QStringList groups;

    [[nodiscard]] bool requested() const { return ask == u"subscribe"; }
    //! Makes what a server sent fit to keep: a bare address, groups once each, texts and numbers bounded.
    void normalise();

    friend bool operator==(const RosterItem &, const RosterItem &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"jid", self.jid);
        io.attribute(u"name", self.name);
        io.attribute(u"subscription", self.subscription, Subscription::None);
        io.attribute(u"ask", self.ask);
        io.attribute(u"approved", self.approved, false);
        io.childText(u"group", self.groups);
    }
};

//! Asks for the roster, holds it, changes it, and pushes changes (RFC 6121 2.1.1).
struct RosterQuery
{
    static constexpr xml::Name Tag{u"query", ns::Roster};

    std::optional<QString> ver;
    QList<RosterItem> items;

    friend bool operator==(const RosterQuery &, const RosterQuery &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"ver", self.ver);
        io.child(self.items);
    }
};

} // namespace xep
