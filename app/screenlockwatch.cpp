// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenlockwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <functional>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{

const QString Login = u"org.freedesktop.login1"_s, Session = u"org.freedesktop.login1.Session"_s, Properties = u"org.freedesktop.DBus.Properties"_s;

//! Asks without starting anybody, and answers if there is an answer.
template <typename T>
void ask(const QDBusConnection &bus, QDBusMessage call, QObject *owner, std::function<void(const T &)> answer)
{
    call.setAutoStartService(false);
    auto *pending = new QDBusPendingCallWatcher(bus.asyncCall(call), owner);
    QObject::connect(pending, &QDBusPendingCallWatcher::finished, owner, [pending, answer = std::move(answer)] {
        const QDBusPendingReply<T> reply = *pending;
        if (!reply.isError())
            answer(reply.value());
        pending->deleteLater();
    });
}

} // namespace

ScreenLockWatch::ScreenLockWatch(QObject *parent) : ScreenLock(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    for (const QString &service : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
        bus.connect(service, {}, service, u"ActiveChanged"_s, this, SLOT(saverChanged(bool)));
    askSaver(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s);
    askSaver(u"org.gnome.ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s);
    findSession();
}

void ScreenLockWatch::askSaver(const QString &service, const QString &path)
{
    ask<bool>(QDBusConnection::sessionBus(), QDBusMessage::createMethodCall(service, path, service, u"GetActive"_s), this, [this](bool active) {
        if (active)
            saverChanged(true);
    });
}

//! The session we are shown in, also for programs that logind counts to no session ("auto").
void ScreenLockWatch::findSession()
{
    QDBusMessage call = QDBusMessage::createMethodCall(Login, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"GetSession"_s);
    call << u"auto"_s;
    ask<QDBusObjectPath>(QDBusConnection::systemBus(), call, this, [this](const QDBusObjectPath &path) { followSession(path.path()); });
}

void ScreenLockWatch::followSession(const QString &path)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    bus.connect(Login, path, Properties, u"PropertiesChanged"_s, this, SLOT(sessionChanged(QString, QVariantMap, QStringList)));
    QDBusMessage call = QDBusMessage::createMethodCall(Login, path, Properties, u"Get"_s);
    call << Session << u"LockedHint"_s;
    ask<QDBusVariant>(bus, call, this, [this](const QDBusVariant &locked) { set(m_session, locked.variant().toBool()); });
}

void ScreenLockWatch::saverChanged(bool active)
{
    set(m_saver, active);
}

void ScreenLockWatch::sessionChanged(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    if (interface == Session && changed.contains(u"LockedHint"_s))
        set(m_session, changed.value(u"LockedHint"_s).toBool());
}

void ScreenLockWatch::set(bool &which, bool on)
{
    const bool before = isLocked();
    which = on;
    if (isLocked() != before)
        Q_EMIT lockedChanged(isLocked());
}

} // namespace app
