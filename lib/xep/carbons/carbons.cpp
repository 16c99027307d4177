// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/carbons/carbons.h"

#include "base/log.h"
#include "xep/delay/delay.h"
#include "xep/forwarded.h"
#include "xep/hints/hints.h"

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

constexpr xml::Name Sent{u"sent", ns::Carbons};
constexpr xml::Name Received{u"received", ns::Carbons};
constexpr xml::Name Private{u"private", ns::Carbons};

bool isCarbon(const stanza::Message &message)
{
    return message.has(Sent) || message.has(Received);
}

} // namespace

CarbonsModule::CarbonsModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    keep(session.addFeature(ns::Carbons));
    keep(session.onMessage(session::Stage::Unwrap, [this](session::Incoming &incoming) { return unwrap(incoming); }));
    connect(&session, &session::Session::started, this, [this, &session] {
        if (session.inlineEnabled().contains(ns::Carbons))
            setEnabled(true);
        else
            enable().detach();
    });
    connect(&session, &session::Session::ended, this, [this] { setEnabled(false); });
}

stream::InlineFeature CarbonsModule::inlineFeature()
{
    return {ns::Carbons.toString(), "<enable xmlns='urn:xmpp:carbons:2'/>"};
}

Task<Result<void>> CarbonsModule::enable()
{
    const Result<void> answer = co_await session().set({}, CarbonsEnable{}).boundTo(this);
    if (answer)
        setEnabled(true);
    else
        qCInfo(logSession) << "no copies of what other devices send:" << answer.error();
    co_return answer;
}

void CarbonsModule::setEnabled(bool enabled)
{
    if (m_enabled == enabled)
        return;
    m_enabled = enabled;
    Q_EMIT enabledChanged();
}

session::Verdict CarbonsModule::unwrap(session::Incoming &incoming) const
{
    using Source = session::Incoming::Source;
    const stanza::Message &wrapper = incoming.message;
    if (!isCarbon(wrapper))
        return session::Verdict::Continue;
    std::optional<stanza::Message> inner = incoming.source == Source::Live ? innerOf(wrapper) : std::nullopt;
    if (!inner) {
        qCWarning(logSession) << "a copy that is not one, or not from our own account, is dropped";
        return session::Verdict::Stop;
    }
    // Our server may have kept the copy itself for a while; the inner delays belong to the message.
    if (const auto delay = believedDelay(wrapper.element(), session().account(), session().clock().now())) {
        incoming.time = *delay;
        incoming.delayed = true;
    }
    const bool fromUs = inner->from.bare() == session().account();
    incoming.message = std::move(*inner);
    incoming.source = fromUs ? Source::CarbonSent : Source::CarbonReceived;
    return session::Verdict::Continue;
}

std::optional<stanza::Message> CarbonsModule::innerOf(const stanza::Message &wrapper) const
{
    // Anybody can write such an element; only our own account's is meant (12, CVE-2017-5589).
    if (wrapper.from != session().account() || wrapper.type == stanza::MessageType::Error || wrapper.type == stanza::MessageType::GroupChat)
        return std::nullopt;
    const bool sent = wrapper.has(Sent);
    if (sent && wrapper.has(Received))
        return std::nullopt;
    const auto inner = forwardedMessage(onlyChild(onlyChild(wrapper.element(), sent ? Sent : Received), Forwarded));
    return inner && mayHold(*inner, sent) ? inner : std::nullopt;
}

bool CarbonsModule::mayHold(const stanza::Message &inner, bool sent) const
{
    if (inner.type == stanza::MessageType::GroupChat || carriesAnother(inner))
        return false;
    // Whoever wrote it did not want copies, whatever the server made of that (9; XEP-0334 4.3).
    if (inner.has(Private) || inner.has(NoCopyHint::Tag))
        return false;
    const Jid &account = session().account();
    if (sent)
        return inner.from.bare() == account && !inner.to.isEmpty();
    return !inner.from.isEmpty() && inner.to.bare() == account;
}

} // namespace xep
