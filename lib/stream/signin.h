// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stream/connector.h"
#include "stream/negotiator.h"

#include <memory>
#include <stop_token>

namespace stream
{

//! One attempt to get a session: finds, connects, secures, signs in, opens, each with a deadline.
//!
//! finished() or failed() comes once; then it is spent. Destroying it ends everything silently.
class SignIn final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds SecureDeadline{15'000};
    static constexpr std::chrono::milliseconds SignInDeadline{30'000};
    static constexpr std::chrono::milliseconds OpenDeadline{20'000};
    static constexpr int MaxRedirects = 3; //!< see-other-host in a row
    static constexpr qsizetype MaxCertificates = 10; //!< of a chain, in the trace

    //! What it works with; all of it outlives the attempt.
    struct Means
    {
        net::Resolver &resolver;
        net::TransportFactory &factory;
        Clock &clock;
        sasl::KeyCache &keys;
    };

    SignIn(Means means, net::ServerFinder::Request where, NegotiationSettings settings, QObject *parent = nullptr);
    ~SignIn() override;

    void start();

    [[nodiscard]] Phase phase() const { return m_phase; }
    //! The open stream, after finished().
    [[nodiscard]] std::unique_ptr<Framing> takeFraming();
    [[nodiscard]] const Negotiated &result() const { return m_result; }
    [[nodiscard]] net::Endpoint endpoint() const { return m_connector.endpoint(); }

Q_SIGNALS:
    //! The visible step changed; steps before it are done. A later candidate may go back to Connect.
    void phaseChanged(stream::Phase phase);
    void finished();
    void failed(const stream::Failure &failure);
    //! Negotiator::announced(); empty also when the server broke off a sign-in that did not wait (XEP-0509).
    void announced(const QByteArray &features);
    //! The token goes out with counts up to this one, which must never be used again (XEP-0484 3.6).
    void tokenUsed(quint32 count);
    //! The server does not take the token any more, whatever else comes of the attempt (XEP-0484 3.3).
    void tokenRejected();

    // For the trace.
    void noted(const stream::Note &note);
    void sent(const QByteArray &xml);
    void received(const QByteArray &xml);

private:
    void enter(Phase phase);
    void connected();
    void secured();
    void report(const net::RaceProgress &progress);
    void reportSecurity();
    void framingClosed(const Failure &failure);
    void phaseLate(Phase phase);
    void candidateFailed(const Failure &failure);
    void walkFailed(const Failure &failure);
    void negotiationFailed(const Failure &failure);
    void derive(const sasl::KdfRequest &request);
    void follow(const QString &otherHost);
    void remember(const QByteArray &features);
    void forgetUnconfirmed();
    void dropFraming();
    void fail(Failure failure);
    [[nodiscard]] sasl::Channel channel() const;

    Means m_means;
    net::ServerFinder::Request m_where;
    NegotiationSettings m_settings;
    Connector m_connector;
    std::unique_ptr<Framing> m_framing;
    std::unique_ptr<Negotiator> m_negotiator;
    Negotiated m_result;
    Phase m_phase = Phase::FindServer;
    Timer m_deadline;
    std::stop_source m_stopDerivation;
    std::optional<Failure> m_candidateFailure; //!< the last one that got as far as a connection
    int m_redirects = 0;
    bool m_spoke = false; //!< a stream header came by this framing: an XMPP server is there
    bool m_over = false;
};

} // namespace stream
