// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/keycache.h"

#include <algorithm>

namespace
{

constexpr qsizetype MaxKeys = 8; // a server has one salt a hash; a hostile one shall not fill our memory

} // namespace

namespace sasl
{

std::optional<KdfResult> KeyCache::find(const KdfRequest &request)
{
    follow(request.password);
    const auto found = std::ranges::find_if(m_keys, [&](const KdfResult &key) {
        return key.hash == request.hash && key.iterations == request.iterations && key.salt == request.salt;
    });
    return found == m_keys.end() ? std::nullopt : std::optional(*found);
}

void KeyCache::insert(const KdfRequest &request, const KdfResult &key)
{
    if (find(request))
        return;
    if (m_keys.size() == MaxKeys)
        m_keys.removeFirst();
    m_keys << key;
}

void KeyCache::clear()
{
    m_keys.clear();
    m_password = {};
}

void KeyCache::follow(const Secret &password)
{
    if (password == m_password)
        return;
    m_keys.clear();
    m_password = password;
}

} // namespace sasl
