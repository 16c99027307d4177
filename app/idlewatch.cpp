// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idlewatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{

QDBusMessage idleMonitor(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.gnome.Mutter.IdleMonitor"_s, u"/org/gnome/Mutter/IdleMonitor/Core"_s, u"org.gnome.Mutter.IdleMonitor"_s, method);
}

//! Calls and keeps the watch's number when it comes.
void addWatch(const QDBusMessage &call, uint &id, QObject *owner)
{
    auto *pending = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), owner);
    QObject::connect(pending, &QDBusPendingCallWatcher::finished, owner, [pending, &id] {
        const QDBusPendingReply<uint> reply = *pending;
        if (!reply.isError())
            id = reply.value();
        pending->deleteLater();
    });
}

} // namespace

IdleWatch::IdleWatch(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(u"org.freedesktop.ScreenSaver"_s, {}, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, this, SLOT(screenSaverChanged(bool)));
    bus.connect(u"org.gnome.ScreenSaver"_s, {}, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, this, SLOT(screenSaverChanged(bool)));
    bus.connect(u"org.gnome.Mutter.IdleMonitor"_s, u"/org/gnome/Mutter/IdleMonitor/Core"_s, u"org.gnome.Mutter.IdleMonitor"_s, u"WatchFired"_s, this, SLOT(watchFired(uint)));
    watchIdle();
}

void IdleWatch::watchIdle()
{
    QDBusMessage call = idleMonitor(u"AddIdleWatch"_s);
    call << qulonglong(IdleMilliseconds);
    call.setAutoStartService(false);
    addWatch(call, m_idleWatch, this);
}

void IdleWatch::watchActive()
{
    QDBusMessage call = idleMonitor(u"AddUserActiveWatch"_s);
    call.setAutoStartService(false);
    addWatch(call, m_activeWatch, this);
}

void IdleWatch::watchFired(uint id)
{
    if (id == m_idleWatch && id != 0) {
        set(true);
        watchActive();
    } else if (id == m_activeWatch && id != 0) {
        m_activeWatch = 0;
        set(false);
    }
}

void IdleWatch::screenSaverChanged(bool active)
{
    set(active);
}

void IdleWatch::set(bool idle)
{
    if (m_idle == idle)
        return;
    m_idle = idle;
    Q_EMIT idleChanged(idle);
}

} // namespace app
