// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/markers/markers.h"

#include "xep/hints/hints.h"
#include "xep/text.h"

namespace xep
{

using stanza::MessageType;

MarkersModule::MarkersModule(session::Session &session, const Trust &trust, QObject *parent) : Module(session, parent), m_trust(trust)
{
    keep(session.addFeature(ns::Markers));
    keep(session.onMessage(session::Stage::Amend, [this](session::Incoming &incoming) { return amend(incoming); }));
}

void MarkersModule::decorate(stanza::Message &message) const
{
    const bool toOne = message.type == MessageType::Chat || message.type == MessageType::Normal;
    if (toOne && !message.id.isEmpty() && !message.body.isEmpty())
        message.add(Markable{});
}

bool MarkersModule::isMarkable(const stanza::Message &message)
{
    const bool toOne = message.type == MessageType::Chat || message.type == MessageType::Normal;
    // A marker is never answered with one, or two clients would go on for ever (4.2).
    return toOne && isUsableId(message.id) && message.has(Markable::Tag) && !message.has(Displayed::Tag);
}

bool MarkersModule::sendDisplayed(const Jid &peer, const QString &id)
{
    if (m_sharing != Sharing::Contacts || !isUsableId(id) || peer.bare() == session().account() || !m_trust.mayKnowUs(peer.bare()))
        return false;
    stanza::Message message;
    message.id = stanza::newId();
    message.type = MessageType::Chat;
    message.to = peer.bare();
    message.add(Displayed{id});
    // It must reach those who are away as well (2), and has no body that would make a server keep it.
    message.add(StoreHint{});
    return session().send(message);
}

session::Verdict MarkersModule::amend(session::Incoming &incoming)
{
    const stanza::Message &message = incoming.message;
    if (message.type == MessageType::Error || message.type == MessageType::GroupChat)
        return session::Verdict::Continue;
    const auto marker = message.payload<Displayed>();
    if (!marker || !isUsableId(marker->id))
        return session::Verdict::Continue;
    const bool ours = message.from.bare() == session().account();
    if (!ours)
        Q_EMIT displayed(message.from.bare(), marker->id, incoming.handled);
    else if (!message.to.isEmpty() && message.to.bare() != session().account())
        Q_EMIT displayedElsewhere(message.to.bare(), marker->id, incoming.handled);
    return session::Verdict::Continue;
}

} // namespace xep
