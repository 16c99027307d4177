// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/delay/delay.h"

namespace xep
{

std::optional<QDateTime> believedDelay(const xml::Element &stanza, const Jid &account, const QDateTime &now, const Jid &room)
{
    std::optional<QDateTime> earliest;
    for (const xml::Element &child : stanza.children()) {
        if (!child.is(Delay::Tag))
            continue;
        const auto delay = xml::decode<Delay>(child);
        if (!delay || !delay->from)
            continue;
        const Jid &by = *delay->from;
        const bool ours = by == account || by == account.domainJid();
        if (!ours && (room.isEmpty() || by != room))
            continue;
        if (delay->stamp > now.addDuration(DelayTolerance))
            continue;
        const QDateTime stamp = std::min(delay->stamp, now);
        // Kept offline first, then delivered late: the first of them is when it came.
        if (!earliest || stamp < *earliest)
            earliest = stamp;
    }
    return earliest;
}

DelayModule::DelayModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    keep(session.onMessage(session::Stage::Authorise, [&session](session::Incoming &incoming) {
        // What comes from an archive has its time from there.
        if (incoming.source == session::Incoming::Source::Archive)
            return session::Verdict::Continue;
        const stanza::Message &message = incoming.message;
        const Jid room = message.type == stanza::MessageType::GroupChat ? message.from.bare() : Jid();
        const auto delay = believedDelay(message.element(), session.account(), session.clock().now(), room);
        if (delay && (!incoming.delayed || *delay < incoming.time)) {
            incoming.time = *delay;
            incoming.delayed = true;
        }
        return session::Verdict::Continue;
    }));
}

} // namespace xep
