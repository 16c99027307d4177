// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace ns
{
inline constexpr QStringView Blocking = u"urn:xmpp:blocking";
inline constexpr QStringView Reporting = u"urn:xmpp:reporting:1";
}

namespace xep
{

//! XEP-0377 4.
enum class ReportReason { Spam, Abuse };

} // namespace xep

template <>
inline constexpr std::array<xml::NameOf<xep::ReportReason>, 2> xml::names<xep::ReportReason> = {{
    {xep::ReportReason::Spam, u"urn:xmpp:reporting:spam"},
    {xep::ReportReason::Abuse, u"urn:xmpp:reporting:abuse"},
}};

namespace xep
{

//! A person's own words about why (XEP-0377 4).
struct ReportText
{
    static constexpr xml::Name Tag{u"text", ns::Reporting};

    std::optional<QString> lang;
    QString text;

    friend bool operator==(const ReportText &, const ReportText &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(xml::Name{u"lang", ns::Xml}, self.lang);
        io.text(self.text);
    }
};

//! Tells the server's keepers why somebody is blocked (XEP-0377). Whom they may pass it on to (5) is left out: to nobody.
struct Report
{
    static constexpr xml::Name Tag{u"report", ns::Reporting};

    ReportReason reason = ReportReason::Spam;
    QList<ReportText> texts; //!< in several languages

    friend bool operator==(const Report &, const Report &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"reason", self.reason);
        io.child(self.texts);
    }
};

//! One address that is blocked, or a whole domain (XEP-0191 6).
struct BlockedItem
{
    static constexpr xml::Name Tag{u"item", ns::Blocking};

    Jid jid;
    std::optional<Report> report; //!< only in requests

    friend bool operator==(const BlockedItem &, const BlockedItem &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"jid", self.jid);
        io.child(self.report);
    }
};

//! Asks for the list of who is blocked, and is it (XEP-0191 3.2).
struct BlockList
{
    static constexpr xml::Name Tag{u"blocklist", ns::Blocking};

    QList<BlockedItem> items;

    friend bool operator==(const BlockList &, const BlockList &) = default;

    static void describe(auto &self, auto &io) { io.child(self.items); }
};

//! Blocks, as a request and as a push (XEP-0191 3.3).
struct Block
{
    static constexpr xml::Name Tag{u"block", ns::Blocking};

    QList<BlockedItem> items;

    friend bool operator==(const Block &, const Block &) = default;

    static void describe(auto &self, auto &io) { io.child(self.items); }
};

//! Unblocks, as a request and as a push (XEP-0191 3.4); empty: everybody (3.5).
struct Unblock
{
    static constexpr xml::Name Tag{u"unblock", ns::Blocking};

    QList<BlockedItem> items;

    friend bool operator==(const Unblock &, const Unblock &) = default;

    static void describe(auto &self, auto &io) { io.child(self.items); }
};

} // namespace xep
