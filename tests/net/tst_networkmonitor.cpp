// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkmonitor.h"

#include <QSignalSpy>
#include <QTest>

using Reach = net::ManualNetworkMonitor::Reach;

//! Online or not.
class TestNetworkMonitor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manual();
    void systemAnswers();
};

void TestNetworkMonitor::manual()
{
    net::ManualNetworkMonitor monitor;
    QSignalSpy online(&monitor, &net::NetworkMonitor::onlineChanged), changed(&monitor, &net::NetworkMonitor::networkChanged);
    QVERIFY(monitor.isOnline());
    monitor.set(Reach::Online);
    QVERIFY(online.isEmpty());
    monitor.set(Reach::Offline);
    QVERIFY(!monitor.isOnline());
    QCOMPARE(online, (QList<QVariantList>{{false}}));
    monitor.set(Reach::Online);
    QCOMPARE(online.size(), 2);
    monitor.changeNetwork();
    QCOMPARE(changed.size(), 1);
}

void TestNetworkMonitor::systemAnswers()
{
    // Whatever the machine is: two monitors agree, and making one raises no signal.
    net::SystemNetworkMonitor monitor, second;
    QSignalSpy online(&monitor, &net::NetworkMonitor::onlineChanged);
    QCOMPARE(monitor.isOnline(), second.isOnline());
    QCoreApplication::processEvents();
    QVERIFY(online.size() <= 1);
}

QTEST_GUILESS_MAIN(TestNetworkMonitor)
#include "tst_networkmonitor.moc"
