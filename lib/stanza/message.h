// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stanza/envelope.h"

namespace stanza
{

enum class MessageType { Normal, Chat, GroupChat, Headline, Error };

//! A message (RFC 6121 5). An unknown type counts as Normal (5.2.2).
class Message final : public Envelope
{
public:
    MessageType type = MessageType::Normal;
    QString body; //!< the first `<body/>` without language, else the first one; null: none
    QString subject;
    QString thread;
    std::optional<StanzaError> error; //!< with MessageType::Error

    //! Nothing if the envelope is bad.
    [[nodiscard]] static std::optional<Message> read(const xml::Element &element);
    [[nodiscard]] QByteArray toXml() const;
    //! As it stands in a stored or forwarded place, with its namespace written out.
    void write(xml::Writer &writer) const;
};

} // namespace stanza

template <>
inline constexpr std::array<xml::NameOf<stanza::MessageType>, 5> xml::names<stanza::MessageType> = {{
    {stanza::MessageType::Normal, u"normal"},
    {stanza::MessageType::Chat, u"chat"},
    {stanza::MessageType::GroupChat, u"groupchat"},
    {stanza::MessageType::Headline, u"headline"},
    {stanza::MessageType::Error, u"error"},
}};
