// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "stanza/ns.h"
#include "xml/codec.h"

namespace stanza
{

//! What the sender of a failed stanza may do about it (RFC 6120 8.3.2).
enum class ErrorType { Auth, Cancel, Continue, Modify, Wait };

//! `<error/>` of a stanza (RFC 6120 8.3). A missing or unknown type counts as Cancel, a missing condition as undefined-condition.
struct StanzaError
{
    static constexpr xml::Name Tag{u"error", ns::Client};

    ErrorType type = ErrorType::Cancel;
    QString condition; //!< element name, such as "item-not-found"
    QString text; //!< the other side's words; plain text, any length
    QString application; //!< name of an application-specific condition, or empty

    [[nodiscard]] static StanzaError of(ErrorType type, QString condition, QString text = {});
    [[nodiscard]] static StanzaError read(const xml::Element &error);
    void write(xml::Writer &writer) const;

    //! As an Error of kind Stanza with a sentence for people.
    [[nodiscard]] Error toError() const;

    friend bool operator==(const StanzaError &, const StanzaError &) = default;
};

//! A sentence for people about a stanza error condition (RFC 6120 8.3.3).
[[nodiscard]] QString conditionText(QStringView condition);

} // namespace stanza

template <>
inline constexpr std::array<xml::NameOf<stanza::ErrorType>, 5> xml::names<stanza::ErrorType> = {{
    {stanza::ErrorType::Auth, u"auth"},
    {stanza::ErrorType::Cancel, u"cancel"},
    {stanza::ErrorType::Continue, u"continue"},
    {stanza::ErrorType::Modify, u"modify"},
    {stanza::ErrorType::Wait, u"wait"},
}};
