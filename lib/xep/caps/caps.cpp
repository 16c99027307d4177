// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/caps/caps.h"

#include "base/log.h"
#include "xep/caps/verification.h"

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

QString keyOf(const Caps &caps)
{
    return *caps.hash + u' ' + caps.ver;
}

bool isVerifiable(const std::optional<Caps> &caps)
{
    return caps && caps->hash && capsHash(*caps->hash);
}

} // namespace

CapsModule::CapsModule(session::Session &session, DiscoModule &disco, DevicesModule &devices, OwnPresenceModule &presence, CapsCache &cache,
    QObject *parent) :
    Module(session, parent), m_disco(disco), m_devices(devices), m_presence(presence), m_cache(cache)
{
    keep(session.addFeature(ns::Caps));
    keep(session.onPresence([this](const stanza::Presence &received, const session::Handled &) { receive(received); }));
    keep(presence.annotate([this](stanza::Presence &own) { own.add(Caps{u"sha-1"_s, DiscoModule::Node.toString(), ownVer()}); }));
    connect(&devices, &DevicesModule::left, this, [this](const Jid &device) {
        m_caps.remove(device);
        m_unverified.remove(device);
    });
    // Later, so that modules that come and go together cost one presence, and a session that is torn down none.
    connect(
        &session, &session::Session::ownFeaturesChanged, this,
        [this] {
            const QString before = std::exchange(m_ownVer, {});
            if (!before.isEmpty() && before != ownVer())
                m_presence.refresh();
        },
        Qt::QueuedConnection);
}

QString CapsModule::ownVer() const
{
    if (m_ownVer.isEmpty())
        m_ownVer = capsVer(m_disco.own(), crypto::Hash::Sha1);
    return m_ownVer;
}

QString CapsModule::shared(const QString &text)
{
    if (m_texts.size() > 10 * MaxKept)
        m_texts.clear();
    return *m_texts.insert(text);
}

void CapsModule::receive(const stanza::Presence &presence)
{
    // The table of devices has decided already who counts; a presence without <c/> takes nothing back (XEP-0115 8.4).
    if (presence.type != stanza::PresenceType::Available || !m_devices.isOnline(presence.from))
        return;
    std::optional<Caps> caps = presence.payload<Caps>();
    if (!caps || caps->node.size() > MaxNode || caps->ver.size() > MaxVer || caps->hash.value_or(QString()).size() > MaxVer)
        return;
    caps->node = shared(caps->node);
    caps->ver = shared(caps->ver);
    if (caps->hash)
        caps->hash = shared(*caps->hash);
    const auto before = m_caps.constFind(presence.from);
    if (before != m_caps.cend() && *before == *caps)
        return;
    m_caps.insert(presence.from, std::move(*caps));
    m_unverified.remove(presence.from);
}

std::optional<Caps> CapsModule::capsOf(const Jid &device) const
{
    const auto it = m_caps.constFind(device);
    return it == m_caps.cend() ? std::nullopt : std::optional(*it);
}

std::optional<DiscoInfo> CapsModule::known(const Jid &device) const
{
    if (const auto it = m_unverified.constFind(device); it != m_unverified.cend())
        return *it;
    const std::optional<Caps> caps = capsOf(device);
    if (!isVerifiable(caps))
        return std::nullopt;
    const auto it = m_verified.constFind(keyOf(*caps));
    return it == m_verified.cend() ? std::nullopt : std::optional(*it);
}

Task<Result<DiscoInfo>> CapsModule::infoFor(Jid device)
{
    std::optional<Caps> caps;
    QString key;
    for (;;) {
        if (const auto info = known(device))
            co_return *info;
        caps = capsOf(device);
        key = isVerifiable(caps) ? keyOf(*caps) : device.toString();
        if (!m_flights.contains(key))
            break;
        // Somebody asks already. If that answer is no good, the next in the queue asks its own device.
        const Result<void> landed = co_await landing(key).boundTo(this);
        if (!landed)
            co_return fail(landed.error());
    }
    m_flights.insert(key, {});
    const Result<DiscoInfo> info = co_await ask(device, caps).boundTo(this);
    const auto waiting = m_flights.take(key);
    for (const auto &promise : waiting)
        promise.finish({});
    co_return info;
}

Task<Result<void>> CapsModule::landing(const QString &key)
{
    const Promise<Result<void>> promise;
    m_flights[key].append(promise);
    return promise.task();
}

Task<Result<DiscoInfo>> CapsModule::ask(Jid device, std::optional<Caps> caps)
{
    const auto hash = isVerifiable(caps) ? capsHash(*caps->hash) : std::nullopt;
    if (hash) {
        const Result<QByteArray> cached = co_await m_cache.find(*caps->hash, caps->ver).boundTo(this);
        const auto element = cached && !cached->isEmpty() ? xml::Element::parse(*cached) : std::nullopt;
        const auto info = element ? xml::decode<DiscoInfo>(*element) : fail(Error::cancelled());
        if (info && verifyCaps(*info, *hash, caps->ver) == CapsVerdict::Verified) {
            keepVerified(*caps, *info);
            co_return *info;
        }
    }
    const QString node = caps ? caps->node + u'#' + caps->ver : QString();
    Result<DiscoInfo> info = co_await m_disco.info(device, node, Patience).boundTo(this);
    if (!info)
        co_return fail(info.error());
    const auto verdict = hash ? verifyCaps(*info, *hash, caps->ver) : CapsVerdict::Mismatch;
    if (verdict != CapsVerdict::Verified) {
        if (hash)
            qCInfo(logSession) << "an answer does not fit its capabilities hash and counts for its sender only";
        info->node.reset();
        keepFor(device, caps, *info);
        co_return info;
    }
    *info = withoutUnhashed(std::move(*info));
    keepVerified(*caps, *info);
    m_cache.keep(*caps->hash, caps->ver, xml::encode(*info));
    co_return info;
}

void CapsModule::keepFor(const Jid &device, const std::optional<Caps> &caps, const DiscoInfo &info)
{
    // Only while it is there to say that it changed, and only if it has not changed while we asked.
    if (m_devices.isOnline(device) && capsOf(device) == caps)
        m_unverified.insert(device, info);
}

void CapsModule::keepVerified(const Caps &caps, const DiscoInfo &info)
{
    if (m_verified.size() >= MaxKept)
        m_verified.erase(m_verified.begin());
    m_verified.insert(keyOf(caps), info);
}

} // namespace xep
