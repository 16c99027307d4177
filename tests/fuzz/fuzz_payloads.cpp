// SPDX-License-Identifier: GPL-3.0-or-later
// Every payload that describes itself, wherever it stands in the input: decoding, encoding and decoding again changes nothing.
#include "crypto/runtime.h"
#include "xep/caps/verification.h"
#include "xep/modules.h"
#include "xep/hints/hints.h"
#include "xep/presence/idle.h"
#include "xep/vcard/update.h"
#include "xmlcheck.h"

namespace
{

template <typename... T>
struct Types
{
};

using Payloads = Types<xep::ArchiveFin, xep::ArchivePreferences, xep::ArchivePreferencesQuery, xep::ArchiveQuery, xep::AvatarData, xep::AvatarInfo, xep::AvatarMetadata, xep::Block, xep::BlockList, xep::BlockedItem, xep::Caps, xep::CarbonsEnable, xep::Delay,
    xep::DiscoInfo, xep::DiscoItem, xep::DiscoItems, xep::Displayed, xep::DisplayedUpTo, xep::EntityTime, xep::Feature, xep::FormField, xep::Identity, xep::Idle, xep::InfoForm, xep::Markable,
    xep::Nickname, xep::NoCopyHint, xep::NoPermanentStoreHint, xep::NoStoreHint, xep::OriginId, xep::Ping, xep::Receipt, xep::ReceiptRequest, xep::Replace, xep::Report,
    xep::ReportText, xep::ResultSet, xep::RosterItem, xep::RosterQuery, xep::StanzaId, xep::StoreHint, xep::Unblock, xep::Unstyled, xep::VCardUpdate, xep::Version>;

void checkMeaning(const auto &) { }

void checkMeaning(xep::RosterItem item)
{
    item.normalise();
    const auto fits = [](const QString &text) { return !text.isEmpty() && text.size() <= xep::RosterItem::MaxText; };
    fuzz::require(item.jid.isBare() && item.groups.size() <= xep::RosterItem::MaxGroups, "a contact is made fit to keep");
    fuzz::require((!item.name || fits(*item.name)) && std::ranges::all_of(item.groups, fits), "and its texts are");
}

void checkMeaning(const xep::DiscoInfo &info)
{
    const QString ver = xep::capsVer(info, crypto::Hash::Sha1);
    fuzz::require(xep::verifyCaps(info, crypto::Hash::Sha1, ver) != xep::CapsVerdict::Mismatch, "an answer has its own hash");
    fuzz::require(xep::capsInput(xep::withoutUnhashed(info)) == xep::capsInput(info), "what is left out was not hashed");
}

template <typename T>
void check(const xml::Element &element)
{
    const auto value = xml::decode<T>(element);
    if (!value)
        return;
    const QByteArray once = xml::encode(*value, ns::Client);
    const auto again = xml::decode<T>(fuzz::written(once));
    fuzz::require(again.has_value(), "a payload that was read can be read again");
    fuzz::require(*again == *value && xml::encode(*again, ns::Client) == once, "reading and writing again changes nothing");
    checkMeaning(*value);
}

//! A card that was read and written is read the same again.
void checkCard(const xml::Element &element)
{
    for (const xep::VCard &card : {xep::VCard::fromTemp(element), xep::VCard::from4(element)}) {
        fuzz::require(xep::VCard::fromTemp(fuzz::written(card.toTemp({}))) == card, "the old way");
        fuzz::require(xep::VCard::from4(fuzz::written(card.to4({}))) == card, "the new way");
        fuzz::require(card.name.size() <= 500 && card.emails.size() <= 10, "a card fits a window");
        const QString name = xep::NicknameModule::clean(card.nickname);
        fuzz::require(xep::NicknameModule::clean(name) == name && name.size() <= xep::NicknameModule::MaxLength, "a clean name stays as it is");
    }
    (void)xml::decode<xep::Pubsub>(element);
    (void)xml::decode<xep::PubsubEvent>(element);
}

template <typename... T>
void checkAll(const xml::Element &element, Types<T...>)
{
    (check<T>(element), ...);
}

void checkMessage(const xml::Element &element)
{
    const auto message = stanza::Message::read(element);
    if (!message)
        return;
    (void)xep::chatStateOf(*message);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC);
    const auto delay = xep::believedDelay(element, *Jid::parse(u"me@home.example"), now, *Jid::parse(u"room@rooms.example"));
    fuzz::require(!delay || *delay <= now, "nothing comes from the future");
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    const auto root = xml::Element::parse(fuzz::bytes(data, size));
    if (!root)
        return 0;
    fuzz::forEach(*root, [](const xml::Element &element) {
        checkAll(element, Payloads());
        checkMessage(element);
        checkCard(element);
    });
    return 0;
}
