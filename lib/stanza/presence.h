// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/envelope.h"

namespace stanza
{

enum class PresenceType { Available, Unavailable, Subscribe, Subscribed, Unsubscribe, Unsubscribed, Probe, Error };
enum class Show { Online, Away, Chat, DoNotDisturb, ExtendedAway };

//! Presence and subscription (RFC 6121 3, 4). A bad show or priority counts as not given; a bad type makes the envelope bad.
class Presence final : public Envelope
{
public:
    PresenceType type = PresenceType::Available;
    Show show = Show::Online;
    QString status;
    int priority = 0; //!< -128 to 127
    std::optional<StanzaError> error;

    //! Nothing if the envelope is bad.
    [[nodiscard]] static std::optional<Presence> read(const xml::Element &element);
    [[nodiscard]] QByteArray toXml() const;
};

} // namespace stanza

template <>
inline constexpr std::array<xml::NameOf<stanza::PresenceType>, 7> xml::names<stanza::PresenceType> = {{
    {stanza::PresenceType::Unavailable, u"unavailable"},
    {stanza::PresenceType::Subscribe, u"subscribe"},
    {stanza::PresenceType::Subscribed, u"subscribed"},
    {stanza::PresenceType::Unsubscribe, u"unsubscribe"},
    {stanza::PresenceType::Unsubscribed, u"unsubscribed"},
    {stanza::PresenceType::Probe, u"probe"},
    {stanza::PresenceType::Error, u"error"},
}};

template <>
inline constexpr std::array<xml::NameOf<stanza::Show>, 4> xml::names<stanza::Show> = {{
    {stanza::Show::Away, u"away"},
    {stanza::Show::Chat, u"chat"},
    {stanza::Show::DoNotDisturb, u"dnd"},
    {stanza::Show::ExtendedAway, u"xa"},
}};
