// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connection.h"

#include "base/log.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace session
{

//! Online for so long means that the trouble before is over.
static constexpr auto CalmAfter = 30s;

Connection::Connection(Environment environment, Session &session, QObject *parent) :
    QObject(parent), m_environment(std::move(environment)), m_session(session)
{
    connect(&m_session, &Session::closed, this, &Connection::sessionClosed);
    connect(&m_session, &Session::sent, this, [this](const QByteArray &xml) { pass(TraceEntry::Kind::Sent, xml); });
    connect(&m_session, &Session::received, this, [this](const QByteArray &xml) { pass(TraceEntry::Kind::Received, xml); });
    connect(&m_environment.network, &net::NetworkMonitor::onlineChanged, this, [this](bool online) {
        if (online)
            wokeUp();
    });
    connect(&m_environment.network, &net::NetworkMonitor::networkChanged, this, &Connection::wokeUp);
}

Connection::~Connection() = default;

void Connection::setSettings(ConnectionSettings settings)
{
    m_settings = std::move(settings);
}

void Connection::start()
{
    m_wanted = true;
    if (m_state == State::Online || m_state == State::Connecting)
        return;
    m_backoff.reset();
    attempt();
}

void Connection::stop()
{
    m_wanted = false;
    m_retry.reset();
    m_calm.reset();
    dropSignIn();
    m_failure.reset();
    if (m_session.hasStream())
        m_session.close();
    else if (m_session.management().active())
        m_session.abandon();
    setState(State::Off);
}

void Connection::tryNow()
{
    m_wanted = true;
    if (m_state == State::Online)
        m_session.probe(ProbePatience);
    else if (m_state != State::Connecting)
        attempt();
}

void Connection::wokeUp()
{
    m_backoff.reset();
    if (m_state == State::Online)
        m_session.probe(ProbePatience);
    else if (m_state == State::Waiting || m_state == State::Connecting)
        attempt();
}

void Connection::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void Connection::dropSignIn()
{
    if (m_signIn)
        m_signIn->disconnect(this);
    m_signIn.reset();
}

void Connection::newTrace()
{
    m_traces.append(std::make_shared<Trace>());
    if (m_traces.size() > 2)
        m_traces.removeFirst();
    if (m_listeners > 0)
        Q_EMIT attemptBegan(m_environment.clock.now());
}

void Connection::trace(TraceEntry::Kind kind, const QByteArray &text)
{
    m_traces.last()->add(kind, text, m_environment.clock.now());
    pass(kind, text);
}

void Connection::trace(const stream::Note &note)
{
    m_traces.last()->add(note, m_environment.clock.now());
    if (m_listeners > 0)
        Q_EMIT passed(TraceEntry(m_traces.last()->entries().last())); // as it was kept: bounded
}

void Connection::pass(TraceEntry::Kind kind, const QByteArray &text)
{
    if (m_listeners > 0)
        Q_EMIT passed({m_environment.clock.now(), kind, text});
}

Handle Connection::listen()
{
    ++m_listeners;
    const auto stream = std::make_shared<Handle>(m_session.listen());
    return Handle([self = QPointer(this), stream] {
        if (self)
            --self->m_listeners;
    });
}

void Connection::attempt()
{
    m_retry.reset();
    m_retryAt = {};
    newTrace();
    net::TlsSettings tls;
    tls.domain = m_settings.where.domain;
    tls.pin = m_settings.pin;
    tls.trust = m_environment.trust;
    tls.clientCertificate = m_settings.clientCertificate;
    tls.sessionTicket = m_ticket;
    dropSignIn();
    m_factory = m_environment.transports(tls);

    stream::NegotiationSettings negotiation = m_settings.negotiation;
    negotiation.resumption = m_session.resumption();
    m_signIn = std::make_unique<stream::SignIn>(stream::SignIn::Means{m_environment.resolver, *m_factory, m_environment.clock, m_keys},
        m_settings.where, std::move(negotiation));
    connect(m_signIn.get(), &stream::SignIn::phaseChanged, this, [this](stream::Phase phase) {
        m_phase = phase;
        Q_EMIT phaseChanged(phase);
    });
    connect(m_signIn.get(), &stream::SignIn::noted, this, qOverload<const stream::Note &>(&Connection::trace));
    connect(m_signIn.get(), &stream::SignIn::sent, this, [this](const QByteArray &xml) { trace(TraceEntry::Kind::Sent, xml); });
    connect(m_signIn.get(), &stream::SignIn::received, this, [this](const QByteArray &xml) { trace(TraceEntry::Kind::Received, xml); });
    connect(m_signIn.get(), &stream::SignIn::announced, this, [this](const QByteArray &features) {
        m_settings.negotiation.knownFeatures = features;
        Q_EMIT announced(features);
    });
    connect(m_signIn.get(), &stream::SignIn::tokenUsed, this, [this](quint32 count) {
        if (auto &token = m_settings.negotiation.credentials.token)
            token->count = count;
        Q_EMIT tokenUsed(count);
    });
    connect(m_signIn.get(), &stream::SignIn::tokenRejected, this, [this] {
        m_settings.negotiation.credentials.token.reset();
        Q_EMIT tokenRejected();
    });
    connect(m_signIn.get(), &stream::SignIn::failed, this, &Connection::attemptFailed);
    connect(m_signIn.get(), &stream::SignIn::finished, this, &Connection::attemptFinished);
    m_phase = stream::Phase::FindServer;
    const QPointer mine(m_signIn.get());
    setState(State::Connecting);
    if (mine) // who heard of it may have changed their mind
        mine->start();
}

void Connection::attemptFailed(const stream::Failure &failure)
{
    trace({stream::Note::Topic::Failed, {failure.sentence(), failure.advice()}});
    m_signIn->disconnect(this);
    m_signIn.release()->deleteLater();
    react(failure);
}

void Connection::attemptFinished()
{
    auto framing = m_signIn->takeFraming();
    const stream::Negotiated negotiated = m_signIn->result();
    m_signIn->disconnect(this);
    m_signIn.release()->deleteLater();
    m_ticket = framing->sessionTicket();
    trace({negotiated.resumed ? stream::Note::Topic::Resumed : stream::Note::Topic::Opened, {negotiated.bound.toString()}});
    learn(negotiated);
    m_failure.reset();
    const QPointer alive(this);
    Q_EMIT signedIn(negotiated, framing->tlsInfo());
    if (!alive || !m_wanted || m_signIn)
        return;
    m_calm = m_environment.clock.after(CalmAfter, [this] { m_backoff.reset(); });
    m_session.adopt(std::move(framing), negotiated);
    if (m_wanted && !m_signIn && m_session.isOnline()) // who heard that it started may have stopped it
        setState(State::Online);
}

void Connection::learn(const stream::Negotiated &negotiated)
{
    m_settings.experience = Experience::Proven;
    sasl::Credentials &credentials = m_settings.negotiation.credentials;
    if (negotiated.tokenRejected)
        credentials.token.reset();
    if (negotiated.newToken)
        credentials.token = negotiated.newToken;
    if (sasl::isWorthRemembering(negotiated.mechanism))
        m_settings.negotiation.policy.proven = negotiated.mechanism;
}

void Connection::sessionClosed(const stream::Failure &failure)
{
    // The goodbye of a stream we ended ourselves may come when the next attempt is under way.
    if (!m_wanted || m_state != State::Online)
        return;
    m_calm.reset();
    trace({stream::Note::Topic::Ended, {failure.sentence(), failure.advice()}});
    react(failure);
}

void Connection::react(const stream::Failure &failure)
{
    m_failure = failure;
    const Decision decision = decide(failure, m_settings.experience, m_backoff);
    if (decision.action == Decision::Action::Retry) {
        qCInfo(logSession) << "next attempt in" << decision.pause.count() << "ms after" << failure;
        m_retryAt = m_environment.clock.now().addDuration(decision.pause);
        m_retry = m_environment.clock.after(decision.pause, [this] { attempt(); });
        setState(State::Waiting);
        return;
    }
    m_wanted = false;
    setState(failure.kind == stream::Failure::Kind::Stopped ? State::Off : State::NeedsAttention);
}

} // namespace session
