// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "stanza/error.h"
#include "xml/codec.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace stanza
{

//! What the three stanza kinds share: addresses, id, language and payloads of any extension (RFC 6120 8.1).
//!
//! A received one reads its payloads from its element; one of ours collects encoded payloads. It knows no extension.
class Envelope
{
public:
    QString id;
    Jid from, to; //!< empty: not given
    QString lang;

    //! The received element; null for one of ours.
    [[nodiscard]] const xml::Element &element() const { return m_element; }

    //! The first payload of type T. Nothing if it is not there or does not parse.
    template <typename T>
    [[nodiscard]] std::optional<T> payload() const
    {
        const xml::Element child = m_element.child(T::Tag);
        if (child.isNull())
            return std::nullopt;
        auto value = xml::decode<T>(child);
        return value ? std::optional(std::move(*value)) : std::nullopt;
    }
    //! Whether a child of that name is there, whatever it holds.
    [[nodiscard]] bool has(const xml::Name &name) const { return !m_element.child(name).isNull(); }

    //! Adds a payload to one of ours.
    template <typename T>
    void add(const T &payload)
    {
        m_payloads += xml::encode(payload, ns::Client);
    }
    //! Adds an empty element to one of ours.
    void addEmpty(const xml::Name &name);
    //! Adds payloads that are XML already, in namespace jabber:client.
    void addRaw(const QByteArray &xml) { m_payloads += xml; }

protected:
    //! Reads the addresses and the id; false if an address is forbidden (the envelope is bad then).
    [[nodiscard]] bool readEnvelope(const xml::Element &element);
    void writeStart(xml::Writer &writer, QStringView name, QStringView type) const;
    void writeEnd(xml::Writer &writer) const;

private:
    xml::Element m_element;
    QByteArray m_payloads;
};

//! A new id no one can guess: 128 bits, base32.
[[nodiscard]] QString newId();

} // namespace stanza
