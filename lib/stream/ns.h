// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/ns.h"

//! Namespaces of stream negotiation.
namespace ns
{

inline constexpr QStringView Tls = u"urn:ietf:params:xml:ns:xmpp-tls";
inline constexpr QStringView Sasl = u"urn:ietf:params:xml:ns:xmpp-sasl";
inline constexpr QStringView Bind = u"urn:ietf:params:xml:ns:xmpp-bind";
inline constexpr QStringView LegacySession = u"urn:ietf:params:xml:ns:xmpp-session"; // RFC 3921 3
inline constexpr QStringView Sasl2 = u"urn:xmpp:sasl:2"; // XEP-0388
inline constexpr QStringView Bind2 = u"urn:xmpp:bind:0"; // XEP-0386
inline constexpr QStringView Sm = u"urn:xmpp:sm:3"; // XEP-0198
inline constexpr QStringView Fast = u"urn:xmpp:fast:0"; // XEP-0484
inline constexpr QStringView Pipelining = u"urn:xmpp:iap:0"; // XEP-0509
inline constexpr QStringView ChannelBinding = u"urn:xmpp:sasl-cb:0"; // XEP-0440
inline constexpr QStringView Limits = u"urn:xmpp:stream-limits:0"; // XEP-0478
inline constexpr QStringView RosterVersioning = u"urn:xmpp:features:rosterver"; // RFC 6121 2.6
inline constexpr QStringView Csi = u"urn:xmpp:csi:0"; // XEP-0352
inline constexpr QStringView Carbons = u"urn:xmpp:carbons:2"; // XEP-0280

} // namespace ns
