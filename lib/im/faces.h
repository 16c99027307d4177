// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "store/facestore.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace xep
{
struct Modules;
}

namespace im
{

class People;

//! What the people of one account look like and call themselves, ourselves among them: as it was kept, and as they say now.
//!
//! Which picture somebody has is heard at once; its bytes are only asked for when somebody looks, a few at a time.
class Faces final : public QObject
{
    Q_OBJECT

public:
    //! How many pictures are asked for at once.
    static constexpr qsizetype AtOnce = 4;

    //! All of them must outlive it. Strangers' words are not kept.
    Faces(store::Database &database, const Clock &clock, const Jid &own, const People &people, xep::Modules &modules, QObject *parent = nullptr);

    //! Whose; brings back what was kept.
    void open(data::AccountId account);

    //! The id of a picture, which changes with it; empty: none.
    [[nodiscard]] QString pictureId(const Jid &address) const { return m_faces.value(address.bare()).picture; }
    [[nodiscard]] QString nickname(const Jid &address) const { return m_faces.value(address.bare()).nickname; }
    //! The bytes of the picture somebody has now.
    [[nodiscard]] Task<Result<QByteArray>> picture(Jid address);
    [[nodiscard]] Task<Result<void>> setPicture(QByteArray png, quint16 width, quint16 height);
    [[nodiscard]] Task<Result<void>> setNickname(QString name);
    [[nodiscard]] Task<Result<data::Profile>> profile(Jid address);
    [[nodiscard]] Task<Result<void>> setProfile(data::Profile profile);

Q_SIGNALS:
    void pictureChanged(const Jid &address);
    void nicknameChanged(const Jid &address);

private:
    void announced(const Jid &person, const QString &id, store::FaceSource source);
    void named(const Jid &person, const QString &name);
    [[nodiscard]] bool isKnown(const Jid &person) const;
    void keep(const store::Face &face);
    [[nodiscard]] Task<Result<QByteArray>> fetch(Jid person, QString id, store::FaceSource source);
    void next();
    void finish(const Jid &person, const QString &id, const Result<QByteArray> &bytes);

    struct Wanted
    {
        Jid person;
        QString id;
        store::FaceSource source = store::FaceSource::None;
        QList<Promise<Result<QByteArray>>> answers; //!< one for each who asked
    };

    store::FaceStore m_store;
    Jid m_own;
    const People &m_people;
    xep::Modules &m_modules;
    data::AccountId m_account;
    QHash<Jid, store::Face> m_faces;
    QList<Wanted> m_wanted;
    qsizetype m_underWay = 0;
};

} // namespace im
