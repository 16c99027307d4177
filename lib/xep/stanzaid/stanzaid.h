// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/serverfeatures/serverfeatures.h"

namespace ns
{
inline constexpr QStringView StanzaId = u"urn:xmpp:sid:0";
}

namespace xep
{

//! XEP-0359 3.2: the sender's own id for a message.
struct OriginId
{
    static constexpr xml::Name Tag{u"origin-id", ns::StanzaId};

    QString id;

    friend bool operator==(const OriginId &, const OriginId &) = default;

    static void describe(auto &self, auto &io) { io.attribute(u"id", self.id); }
};

//! XEP-0359 3.1: the id that `by` gave a message, such as its place in an archive.
struct StanzaId
{
    static constexpr xml::Name Tag{u"stanza-id", ns::StanzaId};

    QString id;
    Jid by;

    friend bool operator==(const StanzaId &, const StanzaId &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"id", self.id);
        io.attribute(u"by", self.by);
    }
};

//! Gives our messages an id that survives every road, and reads the ids of others' as far as they can be trusted.
//!
//! A stanza-id counts only if our own account gave it, once, and follows the rules (6): it says so, or has an archive.
class StanzaIdModule final : public session::Module
{
    Q_OBJECT

public:
    //! `features` must outlive it.
    StanzaIdModule(session::Session &session, const ServerFeaturesModule &features, QObject *parent = nullptr);

    //! Adds an origin-id, the same as the message's id, which must be set.
    void decorate(stanza::Message &message) const;

private:
    void read(session::Incoming &incoming) const;
    [[nodiscard]] QString archiveIdOf(const xml::Element &message) const;

    const ServerFeaturesModule &m_features;
};

} // namespace xep
