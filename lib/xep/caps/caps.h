// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/caps/capscache.h"
#include "xep/disco/disco.h"
#include "xep/presence/devices.h"
#include "xep/presence/ownpresence.h"

namespace ns
{
inline constexpr QStringView Caps = u"http://jabber.org/protocol/caps";
}

namespace xep
{

//! In a presence: the hash of what the sender would answer to disco#info (XEP-0115 4).
struct Caps
{
    static constexpr xml::Name Tag{u"c", ns::Caps};

    std::optional<QString> hash; //!< not there in the legacy format, which says nothing
    QString node, ver;

    friend bool operator==(const Caps &, const Caps &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"hash", self.hash);
        io.attribute(u"node", self.node);
        io.attribute(u"ver", self.ver);
    }
};

//! What the devices of others can do, asked at most once per hash, and only when somebody wants to know (XEP-0115).
//!
//! An answer that fits its hash counts for everybody who announces it, and goes to the cache. One that does not counts for
//! the address that gave it, while it is online.
class CapsModule final : public session::Module
{
    Q_OBJECT

public:
    //! How long a device may take to answer; others who announce the same hash wait for it.
    static constexpr std::chrono::milliseconds Patience{20'000};
    static constexpr qsizetype MaxNode = 1024, MaxVer = 256, MaxKept = 500;

    //! The modules it is given must outlive it.
    CapsModule(session::Session &session, DiscoModule &disco, DevicesModule &devices, OwnPresenceModule &presence, CapsCache &cache,
        QObject *parent = nullptr);

    //! What a device can do; asks the cache and then the device itself if it is not known.
    [[nodiscard]] Task<Result<DiscoInfo>> infoFor(Jid device);
    //! What is known without asking anybody.
    [[nodiscard]] std::optional<DiscoInfo> known(const Jid &device) const;
    //! The hash of our own features, as our presence says it.
    [[nodiscard]] QString ownVer() const;

private:
    void receive(const stanza::Presence &presence);
    [[nodiscard]] Task<Result<void>> landing(const QString &key);
    [[nodiscard]] Task<Result<DiscoInfo>> ask(Jid device, std::optional<Caps> caps);
    [[nodiscard]] std::optional<Caps> capsOf(const Jid &device) const;
    void keepFor(const Jid &device, const std::optional<Caps> &caps, const DiscoInfo &info);
    void keepVerified(const Caps &caps, const DiscoInfo &info);
    [[nodiscard]] QString shared(const QString &text);

    DiscoModule &m_disco;
    DevicesModule &m_devices;
    OwnPresenceModule &m_presence;
    CapsCache &m_cache;
    QHash<Jid, Caps> m_caps; //!< of devices that are online
    QSet<QString> m_texts; //!< a thousand devices say the same dozen hashes
    QHash<QString, DiscoInfo> m_verified; //!< by hash and ver
    QHash<Jid, DiscoInfo> m_unverified;
    QHash<QString, QList<Promise<Result<void>>>> m_flights; //!< who waits for the answer under way
    mutable QString m_ownVer;
};

} // namespace xep
