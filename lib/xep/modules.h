// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/archive/archive.h"
#include "xep/avatars/avatars.h"
#include "xep/blocking/blocking.h"
#include "xep/caps/caps.h"
#include "xep/carbons/carbons.h"
#include "xep/chatstates/chatstates.h"
#include "xep/correction/correction.h"
#include "xep/csi/csi.h"
#include "xep/delay/delay.h"
#include "xep/disco/disco.h"
#include "xep/displayed/displayed.h"
#include "xep/markers/markers.h"
#include "xep/nickname/nickname.h"
#include "xep/ping/ping.h"
#include "xep/presence/devices.h"
#include "xep/presence/ownpresence.h"
#include "xep/presence/subscriptions.h"
#include "xep/receipts/receipts.h"
#include "xep/roster/roster.h"
#include "xep/serverfeatures/serverfeatures.h"
#include "xep/stanzaid/stanzaid.h"
#include "xep/styling/styling.h"
#include "xep/time/time.h"
#include "xep/vcard/vcard.h"
#include "xep/version/version.h"

namespace xep
{

//! Everything an account's session can do: the one list of modules.
//!
//! Members are made in this order, which is also the order of what they say when a session starts: the roster and what the
//! server can do are asked for before our presence brings messages (RFC 6121 2.2).
struct Modules
{
    //! All three interfaces and the session must outlive it.
    Modules(session::Session &session, const Trust &trust, const RosterStore &rosterStore, CapsCache &capsCache);

    //! What is switched on while signing in, for stream::NegotiationSettings.
    [[nodiscard]] QList<stream::InlineFeature> inlineFeatures() const;
    //! Adds what every message with words that we write carries: an origin-id, requests for receipt and marker, "active".
    void decorate(stanza::Message &message);

    DiscoModule disco;
    RosterModule roster;
    ServerFeaturesModule serverFeatures;
    BlockingModule blocking;
    CarbonsModule carbons;
    CsiModule csi;
    DevicesModule devices;
    SubscriptionsModule subscriptions;
    OwnPresenceModule ownPresence;
    CapsModule caps;
    VersionModule version;
    TimeModule time;
    PingModule ping;
    DelayModule delay;
    StanzaIdModule stanzaId;
    ReceiptsModule receipts;
    MarkersModule markers;
    ChatStatesModule chatStates;
    StylingModule styling;
    CorrectionModule correction;
    PepModule pep;
    AvatarsModule avatars;
    NicknameModule nickname;
    VCardModule vcard;
    ArchiveModule archive;
    DisplayedModule displayed;
};

} // namespace xep
