// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"

#include <QList>

#include <optional>

namespace sasl
{

//! The keys SCRAM made from one password, so that coming back costs no derivation. A value; holds secrets, so never stored.
class KeyCache final
{
public:
    //! The key for exactly this request, if it was derived before. Another password than last time empties the cache.
    [[nodiscard]] std::optional<KdfResult> find(const KdfRequest &request);
    //! Keeps a key; the oldest goes when there are more than a server sends in good faith.
    void insert(const KdfRequest &request, const KdfResult &key);
    void clear();
    [[nodiscard]] qsizetype size() const { return m_keys.size(); }

private:
    void follow(const Secret &password);

    Secret m_password;
    QList<KdfResult> m_keys;
};

} // namespace sasl
