// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/pubsub/pep.h"

namespace ns
{
inline constexpr QStringView VCardTemp = u"vcard-temp";
inline constexpr QStringView VCard4 = u"urn:ietf:params:xml:ns:vcard-4.0";
inline constexpr QStringView VCard4Node = u"urn:xmpp:vcard4";
}

namespace xep
{

//! The facts of a visiting card that people look for, whichever way it is written.
struct VCard
{
    QString name, nickname, organisation, title;
    QStringList emails, phones;
    QString website, birthday, town, country, note;

    [[nodiscard]] bool isEmpty() const { return *this == VCard(); }
    friend bool operator==(const VCard &, const VCard &) = default;

    //! From `<vCard xmlns='vcard-temp'/>` (XEP-0054). Texts are cut to what a window can show.
    [[nodiscard]] static VCard fromTemp(const xml::Element &card);
    //! From `<vcard/>` of RFC 6351, as XEP-0292 publishes it.
    [[nodiscard]] static VCard from4(const xml::Element &card);
    //! As XEP-0054 has it; what `former` says beyond these facts stays in.
    [[nodiscard]] QByteArray toTemp(const xml::Element &former) const;
    [[nodiscard]] QByteArray to4(const xml::Element &former) const;
};

//! Visiting cards: read the new way (XEP-0292), else the old (XEP-0054); ours is written both ways, for everybody.
class VCardModule final : public session::Module
{
    Q_OBJECT

public:
    //! Both must outlive it.
    VCardModule(session::Session &session, PepModule &pep, const ServerFeaturesModule &serverFeatures, QObject *parent = nullptr);

    //! An empty card if they have none.
    [[nodiscard]] Task<Result<VCard>> fetch(Jid person);
    //! Ours from now on, where our server takes it; the picture of an old card stays.
    [[nodiscard]] Task<Result<void>> publish(VCard card);
    //! The bytes of the picture in an old card, if they have this id (XEP-0153).
    [[nodiscard]] Task<Result<QByteArray>> fetchPicture(Jid person, QString id);

Q_SIGNALS:
    //! A person's presence says that their card has this picture; empty: none (XEP-0153 3.1).
    void pictureAnnounced(const Jid &person, const QString &id);

private:
    void receive(const stanza::Presence &presence);
    [[nodiscard]] Task<Result<xml::Element>> fetchTemp(Jid person);

    PepModule &m_pep;
    const ServerFeaturesModule &m_serverFeatures;
};

} // namespace xep
