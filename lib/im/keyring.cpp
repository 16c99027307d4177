// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/keyring.h"

namespace im
{

Task<Result<std::optional<Secret>>> MemoryKeyring::read(QString key)
{
    using Found = Result<std::optional<Secret>>;
    const auto it = m_secrets.constFind(key);
    return Task<Found>::ready(it == m_secrets.cend() ? Found(std::nullopt) : Found(*it));
}

Task<Result<void>> MemoryKeyring::write(QString key, Secret secret)
{
    m_secrets.insert(key, std::move(secret));
    return Task<Result<void>>::ready({});
}

Task<Result<void>> MemoryKeyring::remove(QString key)
{
    m_secrets.remove(key);
    return Task<Result<void>>::ready({});
}

} // namespace im
