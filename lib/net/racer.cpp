// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/racer.h"

#include "base/log.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace net
{

//! How much a reason tells the person: what happened nearest to the server wins.
static int weightOf(Failure::Kind kind)
{
    switch (kind) {
    case Failure::Kind::Certificate:
        return 9;
    case Failure::Kind::Tls:
        return 8;
    case Failure::Kind::Proxy:
        return 7;
    case Failure::Kind::Closed:
        return 6;
    case Failure::Kind::Refused:
        return 5;
    case Failure::Kind::Timeout:
        return 4;
    case Failure::Kind::Unreachable:
        return 3;
    case Failure::Kind::NoService:
        return 2;
    case Failure::Kind::Dns:
        return 1;
    }
    return 0;
}

static Failure failureOf(Failure::Kind kind, const QString &detail)
{
    Failure failure;
    failure.kind = kind;
    failure.detail = detail;
    return failure;
}

//! Ends a transport that may be in the middle of its own signal.
static void drop(std::unique_ptr<Transport> transport)
{
    if (!transport)
        return;
    transport->abort();
    transport.release()->deleteLater();
}

QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> six, four, mixed;
    for (const QHostAddress &address : addresses) {
        QList<QHostAddress> &family = address.protocol() == QAbstractSocket::IPv6Protocol ? six : four;
        if (!family.contains(address))
            family << address;
    }
    for (qsizetype i = 0; i < std::max(six.size(), four.size()); ++i) {
        if (i < six.size())
            mixed << six.at(i);
        if (i < four.size())
            mixed << four.at(i);
    }
    return mixed;
}

ConnectionRacer::ConnectionRacer(Resolver &resolver, TransportFactory &factory, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_resolver(resolver)
    , m_factory(factory)
    , m_clock(clock)
{
}

ConnectionRacer::~ConnectionRacer()
{
    clear();
}

void ConnectionRacer::start(QList<Endpoint> endpoints)
{
    stop();
    m_endpoints = std::move(endpoints);
    m_index = 0;
    m_attempts.clear();
    tryCurrent();
}

void ConnectionRacer::next(const Failure &why)
{
    if (m_index >= m_endpoints.size())
        return;
    drop(std::move(m_winner));
    endpointFailed(Failure(why));
}

void ConnectionRacer::stop()
{
    clear();
    drop(std::move(m_winner));
    m_endpoints.clear();
    m_running = false;
}

std::unique_ptr<Transport> ConnectionRacer::take()
{
    return std::move(m_winner);
}

Endpoint ConnectionRacer::current() const
{
    return m_index < m_endpoints.size() ? m_endpoints.at(m_index) : Endpoint();
}

void ConnectionRacer::tryCurrent()
{
    m_running = true;
    m_lastFailure.reset();
    m_context = std::make_unique<QObject>();
    // Queued: no signal from within the caller's call.
    QMetaObject::invokeMethod(m_context.get(), [this] {
        if (m_index >= m_endpoints.size())
            return giveUp();
        m_deadline = m_clock.after(Deadline, [this] { endpointFailed(failureOf(Failure::Kind::Timeout, u"no connection in 10 s"_s)); });
        report(RaceProgress::Phase::Resolving);
        // The receiver of the report may have stopped us.
        if (m_context)
            m_resolver.addresses(current().host).then(m_context.get(), [this](const auto &answer) { resolved(answer); });
    }, Qt::QueuedConnection);
}

void ConnectionRacer::resolved(const Result<QList<QHostAddress>> &answer)
{
    if (!answer)
        return endpointFailed(failureOf(Failure::Kind::Dns, answer.error().text));
    if (answer->isEmpty())
        return endpointFailed(failureOf(Failure::Kind::Dns, u"%1 has no address"_s.arg(current().host)));
    m_waiting = interleaved(*answer);
    m_waiting.resize(std::min(m_waiting.size(), MaxAddresses));
    launchNext();
}

void ConnectionRacer::launchNext()
{
    if (m_waiting.isEmpty())
        return;
    const QHostAddress address = m_waiting.takeFirst();
    auto transport = m_factory.connectTo(current(), address);
    const auto raw = transport.get();
    connect(raw, &Transport::connected, m_context.get(), [this, raw] { arrived(raw); });
    connect(raw, &Transport::closed, m_context.get(), [this, raw](const Failure &failure) { lost(raw, failure); });
    m_runners.push_back({address, std::move(transport)});
    m_stagger = m_waiting.isEmpty() ? nullptr : m_clock.after(Stagger, [this] { launchNext(); });
    report(RaceProgress::Phase::Connecting, address);
}

void ConnectionRacer::lost(Transport *transport, const Failure &failure)
{
    const auto found = std::find_if(m_runners.begin(), m_runners.end(), [&](const Runner &r) { return r.transport.get() == transport; });
    if (found == m_runners.end())
        return;
    const QHostAddress address = found->address;
    // It is in the middle of its own signal.
    found->transport.release()->deleteLater();
    m_runners.erase(found);
    if (!m_lastFailure || weightOf(failure.kind) >= weightOf(m_lastFailure->kind))
        m_lastFailure = failure;
    const QPointer<QObject> alive(m_context.get());
    report(RaceProgress::Phase::Failed, address, failure.detail);
    if (!alive)
        return;
    // RFC 8305 5: a failure starts the next address at once.
    if (!m_waiting.isEmpty())
        launchNext();
    else if (m_runners.empty())
        endpointFailed(Failure(*m_lastFailure));
}

void ConnectionRacer::arrived(Transport *transport)
{
    const auto found = std::find_if(m_runners.begin(), m_runners.end(), [&](const Runner &r) { return r.transport.get() == transport; });
    if (found == m_runners.end())
        return;
    const QHostAddress address = found->address;
    m_winner = std::move(found->transport);
    m_runners.erase(found);
    m_winner->disconnect(m_context.get());
    clear();
    m_running = false;
    const QPointer alive(this); // the receiver of the report may destroy us
    report(RaceProgress::Phase::Connected, address);
    if (alive && m_winner)
        Q_EMIT won(current());
}

void ConnectionRacer::endpointFailed(const Failure &failure)
{
    clear();
    m_attempts << Failure::Attempt{current(), failure.kind, failure.detail};
    qCDebug(logNet) << current() << "failed:" << failure;
    m_running = true;
    // A context of our own, to notice that the receiver stopped or restarted us.
    m_context = std::make_unique<QObject>();
    const QPointer<QObject> mine(m_context.get());
    report(RaceProgress::Phase::Failed, {}, failure.detail);
    if (!mine)
        return;
    ++m_index;
    if (failure.kind == Failure::Kind::Certificate) {
        // No other way to the same server makes a bad certificate good: the walk ends here, and says why.
        m_index = m_endpoints.size();
        m_lastFailure = failure;
    }
    if (m_index < m_endpoints.size())
        return tryCurrent();
    QMetaObject::invokeMethod(m_context.get(), [this] { giveUp(); }, Qt::QueuedConnection);
}

void ConnectionRacer::giveUp()
{
    Failure failure = failureOf(Failure::Kind::Dns, u"there is no candidate"_s);
    const auto worst = std::max_element(m_attempts.cbegin(), m_attempts.cend(),
        [](const auto &a, const auto &b) { return weightOf(a.kind) < weightOf(b.kind); });
    if (worst != m_attempts.cend())
        failure = failureOf(worst->kind, worst->detail);
    if (m_lastFailure)
        failure.verdict = m_lastFailure->verdict;
    failure.attempts = m_attempts;
    clear();
    m_running = false;
    Q_EMIT failed(failure);
}

void ConnectionRacer::clear()
{
    m_stagger.reset();
    m_deadline.reset();
    m_waiting.clear();
    m_context.reset();
    for (Runner &runner : std::exchange(m_runners, {}))
        drop(std::move(runner.transport));
}

void ConnectionRacer::report(RaceProgress::Phase phase, const QHostAddress &address, const QString &detail)
{
    Q_EMIT progress({phase, current(), address, m_index, m_endpoints.size(), detail});
}

}
