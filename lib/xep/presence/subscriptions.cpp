// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/presence/subscriptions.h"

#include "xep/text.h"

namespace xep
{

SubscriptionsModule::SubscriptionsModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    keep(session.onPresence([this](const stanza::Presence &presence, const session::Handled &handled) { receive(presence, handled); }));
}

void SubscriptionsModule::receive(const stanza::Presence &presence, const session::Handled &handled)
{
    const Jid contact = presence.from.bare();
    // Nobody subscribes to themselves, and who does not say a name cannot be answered.
    if (contact.isEmpty() || contact == session().account())
        return;
    switch (presence.type) {
    case stanza::PresenceType::Subscribe:
        Q_EMIT requested(contact, bounded(presence.status, MaxText), handled);
        return;
    case stanza::PresenceType::Subscribed:
        Q_EMIT accepted(contact);
        return;
    case stanza::PresenceType::Unsubscribed:
        Q_EMIT declined(contact);
        return;
    case stanza::PresenceType::Unsubscribe:
        Q_EMIT unsubscribed(contact);
        return;
    default:
        return;
    }
}

bool SubscriptionsModule::request(const Jid &contact, const QString &text)
{
    return send(stanza::PresenceType::Subscribe, contact, bounded(text, MaxText));
}

bool SubscriptionsModule::accept(const Jid &contact)
{
    return send(stanza::PresenceType::Subscribed, contact);
}

bool SubscriptionsModule::decline(const Jid &contact)
{
    return send(stanza::PresenceType::Unsubscribed, contact);
}

bool SubscriptionsModule::unsubscribe(const Jid &contact)
{
    return send(stanza::PresenceType::Unsubscribe, contact);
}

bool SubscriptionsModule::send(stanza::PresenceType type, const Jid &contact, const QString &text)
{
    stanza::Presence presence;
    presence.id = stanza::newId();
    presence.type = type;
    presence.to = contact.bare();
    presence.status = text;
    return session().send(presence);
}

} // namespace xep
