// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"
#include "models/pictures.h"

#include <QCache>
#include <QImage>
#include <QSet>
#include <QThreadPool>

namespace views
{

//! Pictures from the accounts, decoded on workers and kept while there is room.
class LoadedPictures final : public models::Pictures
{
    Q_OBJECT

public:
    //! Pixels a side: sharp at the largest size shown, at twice the scale.
    static constexpr int Extent = 192;
    //! Bytes of decoded pictures that are kept.
    static constexpr qsizetype Room = 32'000'000;

    explicit LoadedPictures(im::Accounts &accounts, QObject *parent = nullptr);

    [[nodiscard]] QVariant picture(im::Account &account, const Jid &address) override;

private:
    void follow(im::Account *account);
    void load(im::Account &account, const Jid &address, const QString &id);
    void decode(data::AccountId account, const Jid &address, const QString &id, const QByteArray &bytes);

    QCache<QString, QImage> m_images; // by the picture's id
    QSet<QString> m_loading, m_failed; // not asked for again before the account is online anew
    QThreadPool m_workers; // ends before what it answers
};

} // namespace views
