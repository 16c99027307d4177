// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/pubsub/pep.h"

namespace ns
{
inline constexpr QStringView AvatarData = u"urn:xmpp:avatar:data";
inline constexpr QStringView AvatarMetadata = u"urn:xmpp:avatar:metadata";
}

namespace xep
{

//! One form a picture can be had in (XEP-0084 4.2.1).
struct AvatarInfo
{
    static constexpr xml::Name Tag{u"info", ns::AvatarMetadata};

    quint32 bytes = 0;
    QString id; //!< SHA-1 of the bytes, hexadecimal
    QString type; //!< content type
    std::optional<quint16> width, height;
    std::optional<QString> url; //!< elsewhere: never fetched from there, which would tell a stranger who looks

    friend bool operator==(const AvatarInfo &, const AvatarInfo &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"bytes", self.bytes);
        io.attribute(u"id", self.id);
        io.attribute(u"type", self.type);
        io.attribute(u"width", self.width);
        io.attribute(u"height", self.height);
        io.attribute(u"url", self.url);
    }
};

//! Which picture somebody has; without a form: none.
struct AvatarMetadata
{
    static constexpr xml::Name Tag{u"metadata", ns::AvatarMetadata};

    QList<AvatarInfo> forms;

    friend bool operator==(const AvatarMetadata &, const AvatarMetadata &) = default;

    static void describe(auto &self, auto &io) { io.child(self.forms); }
};

//! The picture itself.
struct AvatarData
{
    static constexpr xml::Name Tag{u"data", ns::AvatarData};

    QByteArray bytes;

    friend bool operator==(const AvatarData &, const AvatarData &) = default;

    static void describe(auto &self, auto &io) { io.text(self.bytes); }
};

//! The pictures of people: which one each has, and the bytes of one (XEP-0084).
class AvatarsModule final : public session::Module
{
    Q_OBJECT

public:
    //! A larger one is not asked for, and refused if it comes.
    static constexpr qsizetype MaxBytes = 1'000'000;

    //! `pep` must outlive it.
    AvatarsModule(session::Session &session, PepModule &pep, QObject *parent = nullptr);

    //! The bytes of a picture, checked against its id; asked where it was announced, in the node or in the vCard.
    [[nodiscard]] Task<Result<QByteArray>> fetch(Jid person, QString id);
    //! Ours from now on: first the bytes, then the word of it (XEP-0084 3).
    [[nodiscard]] Task<Result<void>> publish(QByteArray png, quint16 width, quint16 height);
    //! None any more.
    [[nodiscard]] Task<Result<void>> withdraw();

Q_SIGNALS:
    //! A person's picture is this one; empty: they have none.
    void announced(const Jid &person, const QString &id);

private:
    void metadata(const Jid &person, const xml::Element &payload);

    PepModule &m_pep;
};

//! The id of a picture: SHA-1 of its bytes in lower-case hexadecimal.
[[nodiscard]] QString pictureId(const QByteArray &bytes);
//! Whether a text can be such an id.
[[nodiscard]] bool isPictureId(QStringView text);

} // namespace xep
