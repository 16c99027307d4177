// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/cachestore.h"
#include "xep/caps/capscache.h"

namespace im
{

//! Remembers capabilities in the profile's cache.
class StoredCaps final : public QObject, public xep::CapsCache
{
    Q_OBJECT

public:
    StoredCaps(store::Database &database, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Task<Result<QByteArray>> find(QString hash, QString ver) override;
    void keep(const QString &hash, const QString &ver, const QByteArray &info) override;

private:
    store::CacheStore m_store;
};

} // namespace im
