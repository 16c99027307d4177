// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/envelope.h"

namespace stanza
{

enum class IqType { Get, Set, Result, Error };

//! Request and answer (RFC 6120 8.2.3).
class Iq final : public Envelope
{
public:
    IqType type = IqType::Get;
    std::optional<StanzaError> error; //!< with IqType::Error

    //! Nothing if the envelope is bad: unknown type, forbidden address, or an id that is missing.
    [[nodiscard]] static std::optional<Iq> read(const xml::Element &element);
    [[nodiscard]] QByteArray toXml() const;

    //! A new request.
    [[nodiscard]] static Iq request(IqType type, Jid to);
    //! The empty result for a request.
    [[nodiscard]] static Iq resultFor(const Iq &request);
    [[nodiscard]] static Iq errorFor(const Iq &request, StanzaError error);

    //! The one child a get or set must have (RFC 6120 8.2.3); null if there is none or more than one.
    [[nodiscard]] xml::Element requestPayload() const;
};

} // namespace stanza

template <>
inline constexpr std::array<xml::NameOf<stanza::IqType>, 4> xml::names<stanza::IqType> = {{
    {stanza::IqType::Get, u"get"},
    {stanza::IqType::Set, u"set"},
    {stanza::IqType::Result, u"result"},
    {stanza::IqType::Error, u"error"},
}};
