// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/ns.h"
#include "xep/disco/form.h"

namespace ns
{
inline constexpr QStringView DiscoInfo = u"http://jabber.org/protocol/disco#info";
inline constexpr QStringView DiscoItems = u"http://jabber.org/protocol/disco#items";
}

namespace xep
{

//! What an entity is (XEP-0030 3.1).
struct Identity
{
    static constexpr xml::Name Tag{u"identity", ns::DiscoInfo};

    QString category, type;
    std::optional<QString> lang, name;

    friend bool operator==(const Identity &, const Identity &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"category", self.category);
        io.attribute(u"type", self.type);
        io.attribute(xml::Name{u"lang", ns::Xml}, self.lang);
        io.attribute(u"name", self.name);
    }
};

//! One thing an entity can do.
struct Feature
{
    static constexpr xml::Name Tag{u"feature", ns::DiscoInfo};

    QString var;

    friend bool operator==(const Feature &, const Feature &) = default;

    static void describe(auto &self, auto &io) { io.attribute(u"var", self.var); }
};

//! Asks and says what an entity is and can do (XEP-0030 3).
struct DiscoInfo
{
    static constexpr xml::Name Tag{u"query", ns::DiscoInfo};

    std::optional<QString> node;
    QList<Identity> identities;
    QList<Feature> features;
    QList<InfoForm> forms;

    [[nodiscard]] bool has(QStringView feature) const
    {
        return std::ranges::any_of(features, [feature](const Feature &known) { return known.var == feature; });
    }

    friend bool operator==(const DiscoInfo &, const DiscoInfo &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"node", self.node);
        io.child(self.identities);
        io.child(self.features);
        io.child(self.forms);
    }
};

//! Something that belongs to an entity (XEP-0030 4).
struct DiscoItem
{
    static constexpr xml::Name Tag{u"item", ns::DiscoItems};

    Jid jid;
    std::optional<QString> node, name;

    friend bool operator==(const DiscoItem &, const DiscoItem &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"jid", self.jid);
        io.attribute(u"node", self.node);
        io.attribute(u"name", self.name);
    }
};

//! Asks and says what belongs to an entity.
struct DiscoItems
{
    static constexpr xml::Name Tag{u"query", ns::DiscoItems};

    std::optional<QString> node;
    QList<DiscoItem> items;

    friend bool operator==(const DiscoItems &, const DiscoItems &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"node", self.node);
        io.child(self.items);
    }
};

} // namespace xep
