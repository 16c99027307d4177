// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/networkmonitor.h"
#include "net/tcptransport.h"
#include "session/handle.h"
#include "session/reconnect.h"
#include "session/session.h"
#include "session/trace.h"
#include "stream/signin.h"

#include <functional>
#include <memory>

namespace session
{

//! What a connection is made with, the same for all accounts.
struct Environment
{
    Clock &clock;
    net::Resolver &resolver;
    net::NetworkMonitor &network;
    //! Makes the sockets for one attempt.
    std::function<std::unique_ptr<net::TransportFactory>(const net::TlsSettings &)> transports;
    net::TrustStore trust;
};

//! What one account's attempts are made with; may change between attempts.
struct ConnectionSettings
{
    net::ServerFinder::Request where;
    stream::NegotiationSettings negotiation;
    std::optional<net::Pin> pin;
    std::optional<net::ClientCertificate> clientCertificate;
    Experience experience = Experience::New;
};

//! Keeps one account online: attempts one at a time, pauses between them, and comes back at once when the network does.
class Connection final : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, Connecting, Online, Waiting, NeedsAttention };
    Q_ENUM(State)

    //! How long a link may stay silent after wake-up or a change of network before it is given up.
    static constexpr std::chrono::milliseconds ProbePatience{5000};

    Connection(Environment environment, Session &session, QObject *parent = nullptr);
    ~Connection() override;

    //! Used from the next attempt on.
    void setSettings(ConnectionSettings settings);
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }

    void start();
    //! Goes off in order and stays so.
    void stop();
    //! Does not wait: attempts now, or probes the link when online.
    void tryNow();
    //! The machine slept: whatever we believed about the link is old.
    void wokeUp();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] stream::Phase phase() const { return m_phase; }
    //! Of the last attempt or stream; nothing while all is well.
    [[nodiscard]] const std::optional<stream::Failure> &failure() const { return m_failure; }
    //! When Waiting: the moment of the next attempt, UTC.
    [[nodiscard]] QDateTime retryAt() const { return m_retryAt; }
    //! The last two attempts, newest last.
    [[nodiscard]] const QList<std::shared_ptr<Trace>> &traces() const { return m_traces; }
    //! As long as the handle lives, passed() tells everything; without a listener nothing is written out for it.
    [[nodiscard]] Handle listen();

Q_SIGNALS:
    void stateChanged();
    void phaseChanged(stream::Phase phase);
    //! Before the session starts: what the sign-in taught (token, strength, certificate). settings() knows it already; they may be changed in it.
    void signedIn(const stream::Negotiated &negotiated, const net::TlsInfo &tls);
    //! What to keep for the next sign-in (XEP-0509); settings() knows it already.
    void announced(const QByteArray &features);
    //! What the token's count has come to; settings() knows it already.
    void tokenUsed(quint32 count);
    //! The token is no good any more although no session came of it; settings() has forgotten it.
    void tokenRejected();

    // For who listens.

    void attemptBegan(const QDateTime &when);
    //! As it went over the stream: secrets are in it.
    void passed(const session::TraceEntry &entry);

private:
    void attempt();
    void attemptFailed(const stream::Failure &failure);
    void attemptFinished();
    void sessionClosed(const stream::Failure &failure);
    void react(const stream::Failure &failure);
    void setState(State state);
    void dropSignIn();
    void learn(const stream::Negotiated &negotiated);
    void newTrace();
    void trace(TraceEntry::Kind kind, const QByteArray &text);
    void trace(const stream::Note &note);
    void pass(TraceEntry::Kind kind, const QByteArray &text);

    Environment m_environment;
    Session &m_session;
    ConnectionSettings m_settings;
    std::unique_ptr<net::TransportFactory> m_factory;
    std::unique_ptr<stream::SignIn> m_signIn;
    sasl::KeyCache m_keys;
    Secret m_ticket;
    Backoff m_backoff;
    State m_state = State::Off;
    stream::Phase m_phase = stream::Phase::FindServer;
    std::optional<stream::Failure> m_failure;
    QDateTime m_retryAt;
    Timer m_retry, m_calm;
    QList<std::shared_ptr<Trace>> m_traces;
    int m_listeners = 0;
    bool m_wanted = false;
};

} // namespace session
