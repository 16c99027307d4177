// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{

constexpr auto Service = "org.freedesktop.Notifications"_L1;
const QString Path = u"/org/freedesktop/Notifications"_s;
const QString Open = u"default"_s, Reply = u"reply"_s, InlineReply = u"inline-reply"_s, MarkRead = u"mark-as-read"_s;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent) : Notifier(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, Path, Service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    bus.connect(Service, Path, Service, u"NotificationReplied"_s, this, SLOT(notificationReplied(uint, QString)));
    bus.connect(Service, Path, Service, u"ActivationToken"_s, this, SLOT(activationToken(uint, QString)));
    bus.connect(Service, Path, Service, u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
    // Another server knows none of our numbers, and can do other things.
    auto *watch = new QDBusServiceWatcher(Service, bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watch, &QDBusServiceWatcher::serviceUnregistered, this, &DesktopNotifier::forgetServer);
}

DesktopNotifier::~DesktopNotifier()
{
    for (const Entry &entry : std::as_const(m_entries))
        close(entry.id);
}

void DesktopNotifier::askCapabilities()
{
    if (std::exchange(m_asking, true))
        return;
    auto *pending = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call(u"GetCapabilities"_s)), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [this, pending, server = m_server] {
        const QDBusPendingReply<QStringList> reply = *pending;
        pending->deleteLater();
        if (server != m_server)
            return;
        m_asking = false;
        if (reply.isError())
            m_entries.clear(); // there is nobody; the next message asks again
        else
            capabilitiesKnown(reply.value());
    });
}

void DesktopNotifier::capabilitiesKnown(const QStringList &capabilities)
{
    m_capabilities = capabilities;
    const auto waiting = m_entries.keys();
    for (const auto conversation : waiting) {
        if (const auto next = std::exchange(m_entries[conversation].next, std::nullopt))
            send(*next);
    }
}

void DesktopNotifier::forgetServer()
{
    ++m_server;
    m_asking = false;
    m_capabilities.reset();
    m_entries.clear();
}

void DesktopNotifier::show(const shell::Notification &notification)
{
    Entry &entry = m_entries[notification.conversation];
    entry.withdrawn = false;
    if (m_capabilities && !entry.underWay)
        return send(notification);
    entry.next = notification;
    if (!m_capabilities)
        askCapabilities();
}

QStringList DesktopNotifier::actionsFor(data::ConversationId conversation) const
{
    if (!m_capabilities->contains(u"actions"_s))
        return {}; // some would show a window with buttons instead
    QStringList actions{Open, tr("Open")};
    if (conversation)
        actions << (m_capabilities->contains(InlineReply) ? InlineReply : Reply) << tr("Reply") << MarkRead << tr("Mark as read");
    return actions;
}

void DesktopNotifier::send(const shell::Notification &notification)
{
    Entry &entry = m_entries[notification.conversation];
    entry.underWay = true;
    QVariantMap hints{{u"desktop-entry"_s, u"palique"_s}, {u"x-kde-reply-placeholder-text"_s, tr("Message")}};
    if (notification.conversation)
        hints.insert(u"category"_s, u"im.received"_s);
    if (notification.sound == shell::Notification::Sound::Message)
        hints.insert(u"sound-name"_s, u"message-new-instant"_s);
    else
        hints.insert(u"suppress-sound"_s, true);
    // Where the body is read as markup, it must not become some; the title never is.
    const QString text = m_capabilities->contains(u"body-markup"_s) ? notification.text.toHtmlEscaped() : notification.text;
    QDBusMessage message = call(u"Notify"_s);
    message << u"Palique"_s << entry.id << u"palique"_s << notification.title << text << actionsFor(notification.conversation) << hints << -1;
    auto *pending = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [this, pending, server = m_server, conversation = notification.conversation] {
        const QDBusPendingReply<uint> reply = *pending;
        pending->deleteLater();
        if (server == m_server)
            answered(conversation, reply.isError() ? 0 : reply.value());
    });
}

void DesktopNotifier::answered(data::ConversationId conversation, uint id)
{
    const auto entry = m_entries.find(conversation);
    if (entry == m_entries.end())
        return;
    entry->id = id;
    entry->underWay = false;
    if (entry->withdrawn) {
        close(id);
        m_entries.erase(entry);
    } else if (const auto next = std::exchange(entry->next, std::nullopt)) {
        send(*next);
    } else if (id == 0) {
        m_entries.erase(entry);
    }
}

void DesktopNotifier::withdraw(data::ConversationId conversation)
{
    const auto entry = m_entries.find(conversation);
    if (entry == m_entries.end())
        return;
    entry->next.reset();
    if (entry->underWay) {
        entry->withdrawn = true; // as soon as it has a number
        return;
    }
    close(entry->id);
    m_entries.erase(entry);
}

void DesktopNotifier::close(uint id)
{
    if (id == 0)
        return;
    QDBusMessage message = call(u"CloseNotification"_s);
    message.setAutoStartService(false);
    message << id;
    QDBusConnection::sessionBus().send(message);
}

std::optional<data::ConversationId> DesktopNotifier::conversationOf(uint id) const
{
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (id != 0 && it->id == id)
            return it.key();
    }
    return std::nullopt;
}

void DesktopNotifier::actionInvoked(uint id, const QString &action)
{
    const auto conversation = conversationOf(id);
    if (!conversation)
        return;
    if (action == MarkRead)
        Q_EMIT markedRead(*conversation);
    else if (action == Open || action == Reply || action == InlineReply)
        Q_EMIT activated(*conversation);
}

void DesktopNotifier::notificationReplied(uint id, const QString &text)
{
    if (const auto conversation = conversationOf(id))
        Q_EMIT replied(*conversation, text);
}

//! The right to come to the front, which Wayland gives to who was clicked; comes before what was chosen.
void DesktopNotifier::activationToken(uint id, const QString &token)
{
    if (conversationOf(id))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void DesktopNotifier::closed(uint id, uint)
{
    const auto conversation = conversationOf(id);
    if (!conversation)
        return;
    Entry &entry = m_entries[*conversation];
    if (entry.underWay) {
        entry.id = 0;
        return;
    }
    const data::ConversationId gone = *conversation;
    m_entries.remove(gone);
    Q_EMIT dismissed(gone);
}

} // namespace app
