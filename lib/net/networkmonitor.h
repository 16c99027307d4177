// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace net
{

//! Tells whether there is a network, and when it becomes another one.
class NetworkMonitor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! True unless it is known that nothing leads out.
    [[nodiscard]] virtual bool isOnline() const = 0;

Q_SIGNALS:
    void onlineChanged(bool online);
    //! Still online, but by another way (Wi-Fi to cable): open connections may be dead.
    void networkChanged();
};

//! The desktop's own knowledge (NetworkManager and kin); without any it says online.
class SystemNetworkMonitor final : public NetworkMonitor
{
    Q_OBJECT

public:
    explicit SystemNetworkMonitor(QObject *parent = nullptr);

    [[nodiscard]] bool isOnline() const override { return m_online; }

private:
    void update();

    bool m_online = true;
};

//! Says what it is told, for tests and for "work offline".
class ManualNetworkMonitor final : public NetworkMonitor
{
    Q_OBJECT

public:
    enum class Reach { Offline, Online };

    using NetworkMonitor::NetworkMonitor;

    [[nodiscard]] bool isOnline() const override { return m_reach == Reach::Online; }
    void set(Reach reach);
    void changeNetwork() { Q_EMIT networkChanged(); }

private:
    Reach m_reach = Reach::Online;
};

}
