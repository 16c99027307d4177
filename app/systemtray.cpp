// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemtray.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusServiceWatcher>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{

// The names of the StatusNotifierItem specification as everybody uses them.
const QString Watcher = u"org.kde.StatusNotifierWatcher"_s, WatcherPath = u"/StatusNotifierWatcher"_s;
constexpr int AnswerWithin = 500; // ms: a person waits for the window to close

bool hasWatcher()
{
    const QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
    return bus && bus->isServiceRegistered(Watcher);
}

//! Somebody collects such icons; this says whether somebody shows them too.
bool hasHost()
{
    QDBusMessage call = QDBusMessage::createMethodCall(Watcher, WatcherPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << Watcher << u"IsStatusNotifierHostRegistered"_s;
    const QDBusReply<QDBusVariant> reply = QDBusConnection::sessionBus().call(call, QDBus::Block, AnswerWithin);
    return reply.isValid() && reply.value().variant().toBool();
}

} // namespace

SystemTray::SystemTray(Clock &clock, std::chrono::milliseconds patience, QObject *parent)
    : Tray(parent), m_clock(clock), m_patience(patience)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *watch = new QDBusServiceWatcher(Watcher, bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(watch, &QDBusServiceWatcher::serviceRegistered, this, &SystemTray::hostRegistered);
    bus.connect(Watcher, WatcherPath, Watcher, u"StatusNotifierHostRegistered"_s, this, SLOT(hostRegistered()));
}

SystemTray::~SystemTray() = default;

bool SystemTray::isAvailable() const
{
    if (hasWatcher() && (m_overBus || !m_icon))
        return hasHost();
    return m_icon && QSystemTrayIcon::isSystemTrayAvailable();
}

void SystemTray::show(QMenu *menu)
{
    m_menu = menu;
    // Qt looks once in a program's life whether icons go over the bus: not before there is somebody to see.
    if (hasWatcher() || m_patience.count() == 0)
        place();
    else
        m_timer = m_clock.after(m_patience, [this] { placeLate(); });
}

void SystemTray::place()
{
    if (m_icon)
        return;
    m_timer.reset();
    m_overBus = hasWatcher();
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setIcon(m_look);
    m_icon->setToolTip(m_words);
    m_icon->setContextMenu(m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT clicked();
    });
    m_icon->show();
}

void SystemTray::placeLate()
{
    place();
    if (isAvailable())
        Q_EMIT appeared();
}

void SystemTray::hostRegistered()
{
    if (m_menu)
        placeLate();
}

void SystemTray::setIcon(const QIcon &icon, const QString &words)
{
    m_look = icon;
    m_words = words;
    if (!m_icon)
        return;
    m_icon->setIcon(icon);
    m_icon->setToolTip(words);
}

} // namespace app
