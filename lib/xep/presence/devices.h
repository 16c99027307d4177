// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"

#include <QHash>
#include <QSet>

namespace xep
{

//! One device of a contact that is online.
struct Device
{
    Jid address; //!< full, or bare for what has no resource
    stanza::Show show = stanza::Show::Online;
    QString status;
    int priority = 0;
    QDateTime idleSince = {}; //!< UTC: nobody has used it since then (XEP-0319); invalid: it does not say so

    friend bool operator==(const Device &, const Device &) = default;
};

//! Who is online with which devices (RFC 6121 4): a table that empties with the session.
//!
//! changed() names each contact once a turn of the event loop, however many presences came in it.
class DevicesModule final : public session::Module
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxDevices = 50; //!< of one contact
    static constexpr qsizetype MaxStatus = 1000;

    explicit DevicesModule(session::Session &session, QObject *parent = nullptr);

    //! The devices of a contact, the one to talk to first: by priority, then by how available it is, then the latest.
    [[nodiscard]] QList<Device> devices(const Jid &contact) const { return m_devices.value(contact.bare()); }
    [[nodiscard]] std::optional<Device> best(const Jid &contact) const;
    [[nodiscard]] bool isOnline(const Jid &device) const;
    //! When the last device of a contact left, as far as we saw it or their server tells (XEP-0203); invalid: not known.
    [[nodiscard]] QDateTime lastSeen(const Jid &contact) const { return m_lastSeen.value(contact.bare()); }
    [[nodiscard]] qsizetype contactsOnline() const { return m_devices.size(); }

Q_SIGNALS:
    //! These contacts (bare) have other devices now, or their devices say something else.
    void changed(const QList<Jid> &contacts);
    //! A device is gone; nothing it said counts any more.
    void left(const Jid &device);
    //! Our presence, or a request to see theirs, could not be delivered. Says nothing about who is online.
    void bounced(const Jid &from, const Error &error);

private:
    void receive(const stanza::Presence &presence);
    void put(Device device);
    void drop(const Jid &from);
    void noteLeaving(const stanza::Presence &presence);
    void touch(const Jid &contact);
    void clear();

    QHash<Jid, QList<Device>> m_devices;
    QHash<Jid, QDateTime> m_lastSeen;
    QSet<Jid> m_touched;
};

} // namespace xep
