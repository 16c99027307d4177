// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/disco/form.h"

namespace ns
{
inline constexpr QStringView Pubsub = u"http://jabber.org/protocol/pubsub";
inline constexpr QStringView PubsubOwner = u"http://jabber.org/protocol/pubsub#owner";
inline constexpr QStringView PubsubEvent = u"http://jabber.org/protocol/pubsub#event";
}

namespace xep
{

//! One item of a node; what it holds is the node's own business (XEP-0060 5.2).
struct PubsubItem
{
    static constexpr xml::Name Tag{u"item", ns::Pubsub};

    std::optional<QString> id;
    xml::Element payload; //!< null: none

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"id", self.id);
        io.foreign(self.payload);
    }
};

//! Items of a node, asked for or answered (XEP-0060 6.5).
struct PubsubItems
{
    static constexpr xml::Name Tag{u"items", ns::Pubsub};

    QString node;
    std::optional<int> most; //!< no more than these, the newest ones
    QList<PubsubItem> items;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"node", self.node);
        io.attribute(u"max_items", self.most);
        io.child(self.items);
    }
};

//! Puts one item into a node (XEP-0060 7.1).
struct PubsubPublish
{
    static constexpr xml::Name Tag{u"publish", ns::Pubsub};

    QString node;
    PubsubItem item;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"node", self.node);
        io.child(self.item);
    }
};

//! How a node must be for what is published, and is made to be if it is new (XEP-0060 7.1.5).
struct PubsubOptions
{
    static constexpr xml::Name Tag{u"publish-options", ns::Pubsub};

    InfoForm form;

    static void describe(auto &self, auto &io) { io.child(self.form); }
};

//! A request to a node of somebody's own, and its answer.
struct Pubsub
{
    static constexpr xml::Name Tag{u"pubsub", ns::Pubsub};

    std::optional<PubsubItems> items;
    std::optional<PubsubPublish> publish;
    std::optional<PubsubOptions> options;

    static void describe(auto &self, auto &io)
    {
        io.child(self.items);
        io.child(self.publish);
        io.child(self.options);
    }
};

//! How a node of ours is to be from now on (XEP-0060 8.2).
struct PubsubConfigure
{
    static constexpr xml::Name Tag{u"configure", ns::PubsubOwner};

    QString node;
    InfoForm form;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"node", self.node);
        io.child(self.form);
    }
};

//! A request of a node's owner.
struct PubsubOwner
{
    static constexpr xml::Name Tag{u"pubsub", ns::PubsubOwner};

    PubsubConfigure configure;

    static void describe(auto &self, auto &io) { io.child(self.configure); }
};

//! One item of an event.
struct PubsubEventItem
{
    static constexpr xml::Name Tag{u"item", ns::PubsubEvent};

    std::optional<QString> id;
    xml::Element payload;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"id", self.id);
        io.foreign(self.payload);
    }
};

//! An item was taken back (XEP-0060 7.2).
struct PubsubRetraction
{
    static constexpr xml::Name Tag{u"retract", ns::PubsubEvent};

    QString id;

    static void describe(auto &self, auto &io) { io.attribute(u"id", self.id); }
};

//! What changed in a node.
struct PubsubEventItems
{
    static constexpr xml::Name Tag{u"items", ns::PubsubEvent};

    QString node;
    QList<PubsubEventItem> items;
    QList<PubsubRetraction> retractions;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"node", self.node);
        io.child(self.items);
        io.child(self.retractions);
    }
};

//! A node was emptied.
struct PubsubPurge
{
    static constexpr xml::Name Tag{u"purge", ns::PubsubEvent};

    QString node;

    static void describe(auto &self, auto &io) { io.attribute(u"node", self.node); }
};

//! A node is gone.
struct PubsubDelete
{
    static constexpr xml::Name Tag{u"delete", ns::PubsubEvent};

    QString node;

    static void describe(auto &self, auto &io) { io.attribute(u"node", self.node); }
};

//! What an account tells those who may see it (XEP-0163 4).
struct PubsubEvent
{
    static constexpr xml::Name Tag{u"event", ns::PubsubEvent};

    std::optional<PubsubEventItems> items;
    std::optional<PubsubPurge> purge;
    std::optional<PubsubDelete> deleted;

    static void describe(auto &self, auto &io)
    {
        io.child(self.items);
        io.child(self.purge);
        io.child(self.deleted);
    }
};

} // namespace xep
