// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/features.h"

#include "xml/text.h"

namespace stream
{

namespace
{

QStringList texts(const xml::Element &parent, QStringView name)
{
    QStringList result;
    for (const xml::Element &child : parent.children()) {
        const QString text = child.text().trimmed();
        if (child.is({name, parent.ns()}) && !text.isEmpty() && !result.contains(text) && result.size() < 100)
            result << text;
    }
    return result;
}

} // namespace

QStringList Features::saslMechanisms() const
{
    return texts(child({u"mechanisms", ns::Sasl}), u"mechanism");
}

QStringList Features::sasl2Mechanisms() const
{
    return texts(child({u"authentication", ns::Sasl2}), u"mechanism");
}

xml::Element Features::inlineChild(const xml::Name &name) const
{
    return child({u"authentication", ns::Sasl2}).child({u"inline", ns::Sasl2}).child(name);
}

QStringList Features::fastMechanisms() const
{
    return texts(inlineChild({u"fast", ns::Fast}), u"mechanism");
}

std::optional<QStringList> Features::channelBindings() const
{
    const xml::Element offer = child({u"sasl-channel-binding", ns::ChannelBinding});
    if (offer.isNull())
        return std::nullopt;
    QStringList result;
    for (const xml::Element &binding : offer.children()) {
        if (binding.is({u"channel-binding", ns::ChannelBinding}))
            result << binding.attribute(u"type").value_or(QStringView()).toString();
    }
    return result;
}

bool Features::inlineResume() const
{
    return !inlineChild({u"sm", ns::Sm}).isNull();
}

bool Features::inlineBind() const
{
    return !inlineChild({u"bind", ns::Bind2}).isNull();
}

QStringList Features::inlineBindFeatures() const
{
    QStringList result;
    const xml::Element list = inlineChild({u"bind", ns::Bind2}).child({u"inline", ns::Bind2});
    for (const xml::Element &feature : list.children()) {
        if (feature.is({u"feature", ns::Bind2}))
            result << feature.attribute(u"var").value_or(QStringView()).toString();
    }
    return result;
}

std::optional<qint64> Features::maxBytes() const
{
    const auto bytes = xml::Text<quint32>::parse(child({u"limits", ns::Limits}).child({u"max-bytes", ns::Limits}).text().trimmed());
    // No server may take less than RFC 6120 13.12 wants.
    return bytes ? std::optional(std::max<qint64>(*bytes, 10'000)) : std::nullopt;
}

QByteArray Features::kept() const
{
    static constexpr qsizetype Most = 32'000;
    if (configVersion().attribute(u"value").value_or(QStringView()).isEmpty())
        return {};
    const QByteArray xml = m_element.toXml();
    return xml.size() <= Most ? xml : QByteArray();
}

Features Features::fromKept(const QByteArray &kept)
{
    return Features(xml::Element::parse(kept).value_or(xml::Element()));
}

bool Features::sessionRequired() const
{
    const xml::Element session = child({u"session", ns::LegacySession});
    return !session.isNull() && session.child({u"optional", ns::LegacySession}).isNull();
}

} // namespace stream
