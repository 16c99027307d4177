// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/trust.h"

namespace ns
{
inline constexpr QStringView Ping = u"urn:xmpp:ping";
}

namespace xep
{

//! XEP-0199: is anybody there?
struct Ping
{
    static constexpr xml::Name Tag{u"ping", ns::Ping};

    friend bool operator==(const Ping &, const Ping &) = default;

    static void describe(auto &, auto &) { }
};

//! Answers those who may know that we are here, and asks others. Keeping the link alive is the Session's own business.
class PingModule final : public session::Module
{
    Q_OBJECT

public:
    PingModule(session::Session &session, const Trust &trust, QObject *parent = nullptr);

    //! How long the other side took; an empty address asks our server. A stanza error from it is an Error: for "it is
    //! there, but cannot ping" its condition is "service-unavailable" or "feature-not-implemented".
    [[nodiscard]] Task<Result<std::chrono::milliseconds>> ping(Jid peer = {});

private:
    const Trust &m_trust;
};

} // namespace xep
