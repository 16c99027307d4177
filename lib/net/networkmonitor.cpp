// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkmonitor.h"

#include "base/log.h"

#include <QNetworkInformation>

#include <utility>

namespace net
{

SystemNetworkMonitor::SystemNetworkMonitor(QObject *parent)
    : NetworkMonitor(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCInfo(logNet) << "No network information on this desktop: taken to be online";
        return;
    }
    const auto information = QNetworkInformation::instance();
    update();
    connect(information, &QNetworkInformation::reachabilityChanged, this, &SystemNetworkMonitor::update);
    connect(information, &QNetworkInformation::transportMediumChanged, this, [this] {
        if (m_online)
            Q_EMIT networkChanged();
    });
}

void SystemNetworkMonitor::update()
{
    const bool online = QNetworkInformation::instance()->reachability() != QNetworkInformation::Reachability::Disconnected;
    if (std::exchange(m_online, online) != online)
        Q_EMIT onlineChanged(online);
}

void ManualNetworkMonitor::set(Reach reach)
{
    if (std::exchange(m_reach, reach) != reach)
        Q_EMIT onlineChanged(reach == Reach::Online);
}

}
