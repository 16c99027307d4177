// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/vcard/vcard.h"

#include "xep/avatars/avatars.h"
#include "xep/vcard/update.h"

using namespace Qt::StringLiterals;

namespace xep
{

VCardModule::VCardModule(session::Session &session, PepModule &pep, const ServerFeaturesModule &serverFeatures, QObject *parent) :
    Module(session, parent), m_pep(pep), m_serverFeatures(serverFeatures)
{
    keep(session.addFeature(ns::VCard4));
    keep(session.onPresence([this](const stanza::Presence &presence, const session::Handled &) { receive(presence); }));
}

void VCardModule::receive(const stanza::Presence &presence)
{
    if (presence.type != stanza::PresenceType::Available)
        return;
    const auto update = presence.payload<VCardUpdate>();
    // Without the inner element they do not know yet which picture there is (XEP-0153 4.2).
    if (!update || !update->photo)
        return;
    const QString id = update->photo->trimmed().toLower();
    if (id.isEmpty() || isPictureId(id))
        Q_EMIT pictureAnnounced(presence.from.isEmpty() ? session().account() : presence.from.bare(), id);
}

Task<Result<VCard>> VCardModule::fetch(Jid person)
{
    const auto card = co_await m_pep.fetch(person, ns::VCard4Node.toString(), {}).boundTo(this);
    if (card && card->is({u"vcard", ns::VCard4})) {
        const VCard found = VCard::from4(*card);
        if (!found.isEmpty())
            co_return found;
    } else if (!card && card.error().kind != ErrorKind::Stanza && card.error().kind != ErrorKind::Protocol) {
        co_return std::unexpected(card.error());
    }
    const auto old = co_await fetchTemp(person).boundTo(this);
    if (!old)
        co_return std::unexpected(old.error());
    co_return VCard::fromTemp(*old);
}

Task<Result<xml::Element>> VCardModule::fetchTemp(Jid person)
{
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Get, person == session().account() ? Jid() : person);
    iq.addEmpty({u"vCard", ns::VCardTemp});
    const auto answer = co_await session().request(std::move(iq)).boundTo(this);
    if (answer)
        co_return answer->element().child({u"vCard", ns::VCardTemp});
    // Who has none is told of in several ways (XEP-0054 3.3).
    const QString &condition = answer.error().condition;
    if (condition == u"item-not-found"_s || condition == u"service-unavailable"_s)
        co_return xml::Element();
    co_return std::unexpected(answer.error());
}

Task<Result<void>> VCardModule::publish(VCard card)
{
    const auto old = co_await fetchTemp(session().account()).boundTo(this);
    if (!old)
        co_return std::unexpected(old.error());
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Set, {});
    iq.addRaw(card.toTemp(*old));
    const auto kept = co_await session().request(std::move(iq)).boundTo(this);
    if (!m_pep.isThere())
        co_return kept ? Result<void>() : std::unexpected(kept.error());
    const auto former = co_await m_pep.fetch(session().account(), ns::VCard4Node.toString(), {}).boundTo(this);
    const auto element = xml::Element::parse(card.to4(former.value_or(xml::Element())));
    if (!element)
        co_return fail(Error::invalid(tr("These words cannot be sent.")));
    co_return co_await m_pep.publishElement(ns::VCard4Node.toString(), u"current"_s, *element, PepModule::Readers::Everybody).boundTo(this);
}

Task<Result<QByteArray>> VCardModule::fetchPicture(Jid person, QString id)
{
    const auto card = co_await fetchTemp(person).boundTo(this);
    if (!card)
        co_return std::unexpected(card.error());
    const QString text = card->child({u"PHOTO", ns::VCardTemp}).child({u"BINVAL", ns::VCardTemp}).text();
    const auto bytes = text.size() > 2 * AvatarsModule::MaxBytes ? std::nullopt : xml::Text<QByteArray>::parse(text);
    if (!bytes || bytes->size() > AvatarsModule::MaxBytes || pictureId(*bytes) != id)
        co_return fail(Error::protocol(tr("The picture is not the one that was announced.")));
    co_return *bytes;
}

} // namespace xep
