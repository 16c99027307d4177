// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{

constexpr auto Service = "org.freedesktop.Notifications"_L1;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, u"/org/freedesktop/Notifications"_s, Service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent) : Notifier(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, u"/org/freedesktop/Notifications"_s, Service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    bus.connect(Service, u"/org/freedesktop/Notifications"_s, Service, u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
}

void DesktopNotifier::show(const shell::Notification &notification)
{
    QDBusMessage message = call(u"Notify"_s);
    // The body may be read as markup, the title never is.
    const QStringList actions{u"default"_s, tr("Open")};
    const QVariantMap hints{{u"desktop-entry"_s, u"palique"_s}, {u"category"_s, u"im.received"_s}};
    message << u"Palique"_s << m_shown.value(notification.conversation) << u"palique"_s << notification.title
            << notification.text.toHtmlEscaped() << actions << hints << -1;
    auto *pending = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [this, pending, conversation = notification.conversation] {
        const QDBusPendingReply<uint> reply = *pending;
        if (!reply.isError())
            m_shown.insert(conversation, reply.value());
        pending->deleteLater();
    });
}

void DesktopNotifier::withdraw(data::ConversationId conversation)
{
    const uint id = m_shown.take(conversation);
    if (id == 0)
        return;
    QDBusMessage message = call(u"CloseNotification"_s);
    message << id;
    QDBusConnection::sessionBus().send(message);
}

void DesktopNotifier::actionInvoked(uint id, const QString &)
{
    const data::ConversationId conversation = m_shown.key(id);
    if (conversation)
        Q_EMIT activated(conversation);
}

void DesktopNotifier::closed(uint id, uint)
{
    m_shown.remove(m_shown.key(id));
}

} // namespace app
