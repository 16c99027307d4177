// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/jid.h"
#include "data/ids.h"
#include "store/database.h"

namespace store
{

//! Where it was heard which picture somebody has; a later one is believed over an earlier one.
enum class FaceSource { None = 0, Card = 1, Published = 2 };

//! What somebody looks like and calls themselves, as they last said.
struct Face
{
    Jid address; //!< bare
    QString picture; //!< id of the picture; empty: none
    FaceSource source = FaceSource::None;
    QString nickname;

    friend bool operator==(const Face &, const Face &) = default;
};

//! Faces of people and the pictures themselves, in the cache: all of it can be asked again.
class FaceStore final
{
public:
    //! Least recently used go first.
    static constexpr qint64 MaxPictureBytes = 100'000'000;

    FaceStore(Database &database, const Clock &clock) : m_database(&database), m_clock(&clock) { }

    [[nodiscard]] Task<Result<QList<Face>>> all(data::AccountId account) const;
    [[nodiscard]] Task<Result<void>> put(data::AccountId account, Face face);
    //! The bytes of a picture, whoever has it; null if they are not kept.
    [[nodiscard]] Task<Result<QByteArray>> picture(QString id) const;
    [[nodiscard]] Task<Result<void>> putPicture(QString id, QByteArray bytes);

private:
    Database *m_database;
    const Clock *m_clock;
};

} // namespace store
