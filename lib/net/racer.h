// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/endpoint.h"
#include "net/failure.h"
#include "net/resolver.h"
#include "net/transport.h"

#include <memory>
#include <vector>

namespace net
{

//! What the racer does at this moment, in values, for the sign-in steps and the inspector.
struct RaceProgress
{
    enum class Phase { Resolving, Connecting, Connected, Failed };

    Phase phase = Phase::Resolving;
    Endpoint endpoint;
    QHostAddress address; //!< with Connecting, Connected and the failure of one address; null for the endpoint as a whole
    qsizetype index = 0; //!< of the endpoint, from 0
    qsizetype count = 0; //!< how many endpoints there are
    QString detail; //!< with Failed: the technical reason
};

//! Walks endpoints in their order until one takes a TCP connection; the addresses of each are raced, IPv6 first (RFC 8305).
//!
//! won() comes for the first that connects; take() hands it over. If TLS then fails there without a verdict on the certificate, next() goes on.
class ConnectionRacer final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Stagger{250}; //!< "Connection Attempt Delay", RFC 8305 8
    static constexpr std::chrono::milliseconds Deadline{10'000}; //!< for one endpoint, names and connection together
    static constexpr qsizetype MaxAddresses = 16; //!< of one endpoint

    ConnectionRacer(Resolver &resolver, TransportFactory &factory, Clock &clock, QObject *parent = nullptr);
    ~ConnectionRacer() override;

    //! Starts with the first endpoint; a race under way is forgotten.
    void start(QList<Endpoint> endpoints);
    //! Goes on with the endpoint after the one that won, which failed later for `why`; failed() if there is none.
    void next(const Failure &why);
    //! Ends everything without a signal.
    void stop();

    //! The transport that won; null when there is none or it was taken. Still plain: the owner starts TLS.
    [[nodiscard]] std::unique_ptr<Transport> take();
    //! The endpoint at work, or the one that won.
    [[nodiscard]] Endpoint current() const;
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void progress(const net::RaceProgress &progress);
    void won(const net::Endpoint &endpoint);
    //! All failed; the attempts name each endpoint with its reason, and the kind is the most telling one.
    void failed(const net::Failure &failure);

private:
    struct Runner
    {
        QHostAddress address;
        std::unique_ptr<Transport> transport;
    };

    void tryCurrent();
    void resolved(const Result<QList<QHostAddress>> &answer);
    void launchNext();
    void lost(Transport *transport, const Failure &failure);
    void arrived(Transport *transport);
    void endpointFailed(const Failure &failure);
    void giveUp();
    void clear();
    void report(RaceProgress::Phase phase, const QHostAddress &address = {}, const QString &detail = {});

    Resolver &m_resolver;
    TransportFactory &m_factory;
    Clock &m_clock;
    QList<Endpoint> m_endpoints;
    qsizetype m_index = 0;
    bool m_running = false;
    QList<QHostAddress> m_waiting; //!< addresses not started yet
    std::vector<Runner> m_runners;
    std::unique_ptr<Transport> m_winner;
    std::optional<Failure> m_lastFailure; //!< of the current endpoint
    QList<Failure::Attempt> m_attempts;
    std::unique_ptr<QObject> m_context; //!< dies with the current endpoint, and with it all late answers
    Timer m_stagger, m_deadline;
};

//! The order of RFC 8305 4: families taken in turns, IPv6 first, none twice.
[[nodiscard]] QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

}

Q_DECLARE_METATYPE(net::RaceProgress)
