// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

//! The namespaces of the core protocol (RFC 6120, 6121); an extension keeps its own beside its code.
namespace ns
{

inline constexpr QStringView Client = u"jabber:client";
inline constexpr QStringView Streams = u"http://etherx.jabber.org/streams";
inline constexpr QStringView StreamErrors = u"urn:ietf:params:xml:ns:xmpp-streams";
inline constexpr QStringView StanzaErrors = u"urn:ietf:params:xml:ns:xmpp-stanzas";
inline constexpr QStringView Xml = u"http://www.w3.org/XML/1998/namespace";

} // namespace ns
