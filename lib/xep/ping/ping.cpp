// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/ping/ping.h"

#include "xep/refusal.h"

namespace xep
{

PingModule::PingModule(session::Session &session, const Trust &trust, QObject *parent) : Module(session, parent), m_trust(trust)
{
    keep(session.addFeature(ns::Ping));
    keep(session.onGet<Ping>([this, &session](const stanza::Iq &iq, const Ping &) -> session::Reply<session::Empty> {
        if (!mayAsk(session, m_trust, iq.from))
            return nobodyHere();
        return session::Empty{};
    }));
}

Task<Result<std::chrono::milliseconds>> PingModule::ping(Jid peer)
{
    const auto start = session().clock().monotonic();
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Get, peer.isEmpty() ? session().account().domainJid() : peer);
    iq.add(Ping{});
    const Result<stanza::Iq> answer = co_await session().request(std::move(iq)).boundTo(this);
    if (!answer)
        co_return fail(answer.error());
    co_return session().clock().monotonic() - start;
}

} // namespace xep
