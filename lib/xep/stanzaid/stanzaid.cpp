// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/stanzaid/stanzaid.h"

#include "xep/text.h"

namespace xep
{

StanzaIdModule::StanzaIdModule(session::Session &session, const ServerFeaturesModule &features, QObject *parent) :
    Module(session, parent), m_features(features)
{
    keep(session.addFeature(ns::StanzaId));
    keep(session.onMessage(session::Stage::Authorise, [this](session::Incoming &incoming) {
        read(incoming);
        return session::Verdict::Continue;
    }));
}

void StanzaIdModule::decorate(stanza::Message &message) const
{
    if (!message.id.isEmpty())
        message.add(OriginId{message.id});
}

void StanzaIdModule::read(session::Incoming &incoming) const
{
    const stanza::Message &message = incoming.message;
    // An error carries back what we sent, ids and all.
    if (message.type == stanza::MessageType::Error)
        return;
    if (const auto origin = message.payload<OriginId>(); origin && isUsableId(origin->id))
        incoming.originId = origin->id;
    // An archive says its id outside the message; a room's are not our account's.
    if (incoming.source != session::Incoming::Source::Archive && message.type != stanza::MessageType::GroupChat)
        incoming.archiveId = archiveIdOf(message.element());
}

QString StanzaIdModule::archiveIdOf(const xml::Element &message) const
{
    static constexpr QStringView Archive = u"urn:xmpp:mam:2";
    if (!m_features.accountHas(ns::StanzaId) && !m_features.accountHas(Archive))
        return {};
    QString found;
    for (const xml::Element &child : message.children()) {
        if (!child.is(StanzaId::Tag))
            continue;
        const auto id = xml::decode<StanzaId>(child);
        if (!id || id->by != session().account())
            continue;
        // Two by the same: the server has not taken out the forged one, so neither can be told from it (5).
        if (!found.isNull())
            return {};
        found = isUsableId(id->id) ? id->id : QStringLiteral("");
    }
    return found;
}

} // namespace xep
