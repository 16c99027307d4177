// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"

namespace ns
{
inline constexpr QStringView Delay = u"urn:xmpp:delay";
}

namespace xep
{

//! XEP-0203: since when a stanza was under way, says `from`.
struct Delay
{
    static constexpr xml::Name Tag{u"delay", ns::Delay};

    std::optional<Jid> from;
    QDateTime stamp;

    friend bool operator==(const Delay &, const Delay &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"from", self.from);
        io.attribute(u"stamp", self.stamp);
    }
};

//! A server's clock may be ahead of ours by this.
inline constexpr std::chrono::minutes DelayTolerance{5};

//! The earliest time a stanza was delayed since, as far as it is believed (XEP-0203 6): said by our own server or account,
//! or by the room of a group message, and not in the future. Anybody else may write what they want into it.
[[nodiscard]] std::optional<QDateTime> believedDelay(const xml::Element &stanza, const Jid &account, const QDateTime &now, const Jid &room = {});

//! Gives messages the time they were sent at, where our server kept them for us.
class DelayModule final : public session::Module
{
    Q_OBJECT

public:
    explicit DelayModule(session::Session &session, QObject *parent = nullptr);
};

} // namespace xep
