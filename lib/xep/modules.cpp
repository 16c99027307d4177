// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/modules.h"

namespace xep
{

Modules::Modules(session::Session &session, const Trust &trust, const RosterStore &rosterStore, CapsCache &capsCache) :
    disco(session, trust),
    roster(session, rosterStore),
    serverFeatures(session, disco),
    blocking(session, serverFeatures),
    carbons(session),
    csi(session),
    devices(session),
    subscriptions(session),
    ownPresence(session),
    caps(session, disco, devices, ownPresence, capsCache),
    version(session, trust),
    time(session, trust),
    ping(session, trust),
    delay(session),
    stanzaId(session, serverFeatures),
    receipts(session, trust),
    markers(session, trust),
    chatStates(session, trust),
    styling(session),
    correction(session),
    pep(session, serverFeatures),
    avatars(session, pep),
    nickname(session, pep),
    vcard(session, pep, serverFeatures),
    archive(session, serverFeatures),
    displayed(session, pep)
{
}

QList<stream::InlineFeature> Modules::inlineFeatures() const
{
    QList<stream::InlineFeature> features{CarbonsModule::inlineFeature()};
    if (const auto inactive = csi.inlineFeature())
        features << *inactive;
    return features;
}

void Modules::decorate(stanza::Message &message)
{
    stanzaId.decorate(message);
    receipts.decorate(message);
    markers.decorate(message);
    chatStates.decorate(message);
}

} // namespace xep
