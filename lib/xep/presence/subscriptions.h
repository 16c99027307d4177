// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"

namespace xep
{

//! Who wants to see whom (RFC 6121 3). Keeps nothing: the roster is the truth about subscriptions, im/ keeps the requests.
class SubscriptionsModule final : public session::Module
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxText = 1000;

    explicit SubscriptionsModule(session::Session &session, QObject *parent = nullptr);

    // All take any address of the other side and use the bare one; false if there is no stream and nothing was sent.

    //! Asks to see their presence (RFC 6121 3.1.1), with a word of ours.
    bool request(const Jid &contact, const QString &text = {});
    //! Lets them see ours (3.1.4).
    bool accept(const Jid &contact);
    //! Says no to a request, or takes a permission back (3.2.1).
    bool decline(const Jid &contact);
    //! Does not want to see theirs any more (3.3.1).
    bool unsubscribe(const Jid &contact);

Q_SIGNALS:
    //! They ask to see our presence; the server repeats it every session until it is answered. `text` is theirs, bounded.
    void requested(const Jid &contact, const QString &text, const session::Handled &handled);
    //! They said yes, they said no or took it back, and they do not want to see ours any more.
    void accepted(const Jid &contact);
    void declined(const Jid &contact);
    void unsubscribed(const Jid &contact);

private:
    void receive(const stanza::Presence &presence, const session::Handled &handled);
    bool send(stanza::PresenceType type, const Jid &contact, const QString &text = {});
};

} // namespace xep
