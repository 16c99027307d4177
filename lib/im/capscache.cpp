// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/capscache.h"

namespace im
{

StoredCaps::StoredCaps(store::Database &database, const Clock &clock, QObject *parent) : QObject(parent), m_store(database, clock)
{
}

Task<Result<QByteArray>> StoredCaps::find(QString hash, QString ver)
{
    const auto found = co_await m_store.capabilities(hash, ver).boundTo(this);
    if (!found)
        co_return std::unexpected(found.error());
    co_return *found ? (*found)->info : QByteArray();
}

void StoredCaps::keep(const QString &hash, const QString &ver, const QByteArray &info)
{
    m_store.putCapabilities({hash, ver, info, true}).detach();
}

} // namespace im
