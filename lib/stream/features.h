// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stream/ns.h"
#include "xml/element.h"

#include <QStringList>

#include <optional>

namespace stream
{

//! What a server offers at this point of the stream (RFC 6120 4.3.2), as it is read by the steps.
class Features final
{
public:
    Features() = default;
    explicit Features(xml::Element element) : m_element(std::move(element)) { }

    static constexpr xml::Name Tag{u"features", ns::Streams};

    [[nodiscard]] bool has(const xml::Name &name) const { return !m_element.child(name).isNull(); }
    [[nodiscard]] xml::Element child(const xml::Name &name) const { return m_element.child(name); }

    //! Mechanisms of RFC 6120 6.4.1.
    [[nodiscard]] QStringList saslMechanisms() const;
    //! Mechanisms of XEP-0388.
    [[nodiscard]] QStringList sasl2Mechanisms() const;
    //! Mechanisms that take a FAST token (XEP-0484), empty if there are none.
    [[nodiscard]] QStringList fastMechanisms() const;
    //! Channel binding types the server takes (XEP-0440); nothing if it does not say.
    [[nodiscard]] std::optional<QStringList> channelBindings() const;
    //! Whether resumption can go inside SASL2.
    [[nodiscard]] bool inlineResume() const;
    //! Whether Bind 2 is offered, and which features can be enabled inside it (XEP-0386).
    [[nodiscard]] bool inlineBind() const;
    [[nodiscard]] QStringList inlineBindFeatures() const;
    //! The version the server gives to all of this; a null element if it cannot be relied on next time (XEP-0509).
    [[nodiscard]] xml::Element configVersion() const { return child({u"config-version", ns::Pipelining}); }
    //! As it may be kept for next time and read back; empty if it has no version or is too large to keep.
    [[nodiscard]] QByteArray kept() const;
    [[nodiscard]] static Features fromKept(const QByteArray &kept);
    //! The largest stanza the server takes, in bytes; nothing if it does not say (XEP-0478).
    [[nodiscard]] std::optional<qint64> maxBytes() const;
    [[nodiscard]] bool sessionRequired() const; //!< RFC 3921 `<session/>` without `<optional/>`

private:
    [[nodiscard]] xml::Element inlineChild(const xml::Name &name) const;

    xml::Element m_element;
};

} // namespace stream
