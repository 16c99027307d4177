// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "data/ids.h"
#include "base/jid.h"
#include "store/database.h"

#include <QByteArray>

namespace store
{

//! What a capabilities hash stands for (XEP-0115 5.4).
struct Capabilities
{
    QString hash; //!< the algorithm's name, such as "sha-1"
    QString ver; //!< the hash itself, as on the wire
    QByteArray info; //!< the disco#info result as bytes
    bool verified = false; //!< `info` hashes to `ver`: good for everybody who announces it

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

//! Answers that can be asked again; at most 2,000 capabilities are kept, least recently used go first.
class CacheStore final
{
public:
    static constexpr int MaxCapabilities = 2000;

    CacheStore(Database &database, const Clock &clock) : m_database(&database), m_clock(&clock) { }

    //! What is known about a hash, and notes that it was used.
    [[nodiscard]] Task<Result<std::optional<Capabilities>>> capabilities(QString hash, QString ver) const;
    //! A verified entry is never replaced by an unverified one.
    [[nodiscard]] Task<Result<void>> putCapabilities(Capabilities entry);

    //! What the server `domain` announced to an account before it signed in, as bytes (XEP-0509); null if nothing is known.
    [[nodiscard]] Task<Result<QByteArray>> features(data::AccountId account, Jid domain) const;
    [[nodiscard]] Task<Result<void>> putFeatures(data::AccountId account, Jid domain, QByteArray info);

private:
    Database *m_database;
    const Clock *m_clock;
};

} // namespace store
