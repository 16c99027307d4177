// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reconnect.h"

using namespace std::chrono_literals;

namespace session
{

namespace
{

Decision retry(Backoff &backoff)
{
    return {Decision::Action::Retry, backoff.next()};
}

//! Not sooner than the server may stand.
Decision retryAfter(std::chrono::milliseconds least, Backoff &backoff)
{
    return {Decision::Action::Retry, std::max(least, backoff.next())};
}

constexpr Decision askPerson{Decision::Action::AskPerson, {}};

Decision afterAuth(const stream::Failure &failure, Backoff &backoff)
{
    // Trouble of the server's own says nothing about the password (R15).
    if (failure.condition == u"temporary-auth-failure" || failure.condition == u"aborted")
        return retryAfter(30s, backoff);
    return askPerson;
}

Decision afterStreamError(const stream::Failure &failure, Experience experience, Backoff &backoff)
{
    if (failure.condition == u"conflict")
        return {Decision::Action::StayOff, {}};
    if (failure.condition == u"system-shutdown" || failure.condition == u"reset" || failure.condition == u"see-other-host")
        return retry(backoff);
    if (failure.condition == u"policy-violation" || failure.condition == u"resource-constraint")
        return retryAfter(60s, backoff);
    const bool settled = failure.condition == u"host-unknown" || failure.condition == u"host-gone" || failure.condition == u"unsupported-version";
    if (settled && experience == Experience::New)
        return askPerson;
    return retryAfter(settled ? 60s : 5s, backoff);
}

Decision afterPolicy(const stream::Failure &failure, Experience experience, Backoff &backoff)
{
    // A strange network may take the encryption away, and the next one not; a way of signing in is for the person to allow (XEP-0474 6).
    const bool network = failure.condition == u"no-encryption" || failure.condition == u"tls-failure" || failure.condition == u"unsupported-version";
    return network && experience == Experience::Proven ? retryAfter(60s, backoff) : askPerson;
}

} // namespace

Decision decide(const stream::Failure &failure, Experience experience, Backoff &backoff)
{
    using Kind = stream::Failure::Kind;
    switch (failure.kind) {
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Closed:
        return retry(backoff);
    case Kind::Certificate:
        // It was fine before: a captive portal or an attack, and no button must invite to trust it. A changed pin is for the person.
        if (experience == Experience::Proven && !(failure.net && failure.net->verdict && failure.net->verdict->problems.contains(net::CertificateVerdict::Problem::PinChanged)))
            return retryAfter(20s, backoff);
        return askPerson;
    case Kind::Auth:
        return afterAuth(failure, backoff);
    case Kind::Bind:
        return retryAfter(30s, backoff);
    case Kind::Stream:
        return afterStreamError(failure, experience, backoff);
    case Kind::Policy:
        return afterPolicy(failure, experience, backoff);
    case Kind::Protocol:
        return retryAfter(10s, backoff);
    case Kind::Stopped:
        return {Decision::Action::StayOff, {}};
    }
    Q_UNREACHABLE_RETURN(askPerson);
}

} // namespace session
