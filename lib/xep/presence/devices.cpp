// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/presence/devices.h"

#include "xep/delay/delay.h"
#include "xep/presence/idle.h"
#include "xep/text.h"

namespace xep
{

namespace
{

//! RFC 6121 4.7.2.1, from the most to the least willing to talk.
int rank(stanza::Show show)
{
    switch (show) {
    case stanza::Show::Chat:
        return 0;
    case stanza::Show::Online:
        return 1;
    case stanza::Show::Away:
        return 2;
    case stanza::Show::ExtendedAway:
        return 3;
    case stanza::Show::DoNotDisturb:
        return 4;
    }
    Q_UNREACHABLE_RETURN(4);
}

//! A time in the future is nobody's.
QDateTime past(const QDateTime &time, const QDateTime &now)
{
    return time.isValid() && time <= now.addDuration(DelayTolerance) ? std::min(time, now) : QDateTime();
}

bool comesBefore(const Device &a, const Device &b)
{
    return a.priority != b.priority ? a.priority > b.priority : rank(a.show) < rank(b.show);
}

} // namespace

DevicesModule::DevicesModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    keep(session.onPresence([this](const stanza::Presence &presence, const session::Handled &) { receive(presence); }));
    connect(&session, &session::Session::ended, this, &DevicesModule::clear);
}

std::optional<Device> DevicesModule::best(const Jid &contact) const
{
    const auto it = m_devices.constFind(contact.bare());
    return it == m_devices.cend() ? std::nullopt : std::optional(it->first());
}

bool DevicesModule::isOnline(const Jid &device) const
{
    const auto it = m_devices.constFind(device.bare());
    return it != m_devices.cend() && std::ranges::any_of(*it, [&device](const Device &known) { return known.address == device; });
}

void DevicesModule::receive(const stanza::Presence &presence)
{
    // Occupants of a room are no contact's devices (XEP-0045 7.2.2).
    static constexpr xml::Name RoomUser{u"x", u"http://jabber.org/protocol/muc#user"};
    const Jid &from = presence.from;
    if (from.isEmpty() || from == session().bound() || presence.has(RoomUser))
        return;
    switch (presence.type) {
    case stanza::PresenceType::Available:
        put({from, presence.show, bounded(presence.status, MaxStatus), presence.priority,
            past(presence.payload<Idle>().value_or(Idle()).since, session().clock().now())});
        return;
    case stanza::PresenceType::Unavailable:
        noteLeaving(presence);
        drop(from);
        return;
    case stanza::PresenceType::Error:
        // A device that cannot be reached is gone; an error for the whole contact may be about anything.
        if (!from.isBare())
            drop(from);
        Q_EMIT bounced(from, presence.error ? presence.error->toError() : Error::protocol({}));
        return;
    default:
        return;
    }
}

//! Of those who are offline already, the time is their server's word, if it says one.
void DevicesModule::noteLeaving(const stanza::Presence &presence)
{
    const Jid contact = presence.from.bare();
    const QDateTime now = session().clock().now();
    const auto delay = presence.payload<Delay>();
    const bool believed = delay && (!delay->from || delay->from->domain() == contact.domain());
    const QDateTime time = believed ? past(delay->stamp, now) : m_devices.contains(contact) ? now : QDateTime();
    if (!time.isValid())
        return;
    m_lastSeen.insert(contact, time);
    touch(contact);
}

void DevicesModule::put(Device device)
{
    const Jid contact = device.address.bare();
    QList<Device> &list = m_devices[contact];
    const auto old = std::ranges::find(list, device.address, &Device::address);
    if (old != list.end()) {
        if (*old == device)
            return;
        list.erase(old);
    }
    if (list.size() >= MaxDevices)
        Q_EMIT left(list.takeLast().address);
    // Before its equals: the one that spoke last.
    list.insert(std::ranges::find_if(list, [&device](const Device &other) { return !comesBefore(other, device); }), std::move(device));
    touch(contact);
}

void DevicesModule::drop(const Jid &from)
{
    const Jid contact = from.bare();
    const auto it = m_devices.find(contact);
    if (it == m_devices.end())
        return;
    QList<Jid> gone;
    // From a bare address it is the end of all of them (RFC 6121 4.5.4 after 3.3.3).
    it->removeIf([&](const Device &device) {
        const bool goes = from.isBare() || device.address == from;
        if (goes)
            gone << device.address;
        return goes;
    });
    if (it->isEmpty())
        m_devices.erase(it);
    if (!gone.isEmpty())
        touch(contact);
    for (const Jid &device : std::as_const(gone))
        Q_EMIT left(device);
}

void DevicesModule::touch(const Jid &contact)
{
    if (m_touched.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                const QSet<Jid> touched = std::exchange(m_touched, {});
                Q_EMIT changed(QList<Jid>(touched.cbegin(), touched.cend()));
            },
            Qt::QueuedConnection);
    }
    m_touched.insert(contact);
}

void DevicesModule::clear()
{
    const auto all = std::exchange(m_devices, {});
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        touch(it.key());
        for (const Device &device : *it)
            Q_EMIT left(device.address);
    }
}

} // namespace xep
