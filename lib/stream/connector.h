// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/candidates.h"
#include "net/racer.h"
#include "stream/framing.h"

#include <memory>

namespace stream
{

//! Turns an address into an open road: finds the server, connects, and for direct TLS secures it.
//!
//! Goes on with the next candidate after a TCP failure or a TLS failure without a verdict; a bad certificate ends the walk.
class Connector final : public QObject
{
    Q_OBJECT

public:
    //! For the TLS handshake of one candidate.
    static constexpr std::chrono::milliseconds TlsDeadline{15'000};
    //! For finding the server.
    static constexpr std::chrono::milliseconds FindDeadline{10'000};

    Connector(net::Resolver &resolver, net::TransportFactory &factory, Clock &clock, QObject *parent = nullptr);
    ~Connector() override;

    void start(const net::ServerFinder::Request &request);
    //! The road that won failed later without a verdict (STARTTLS): goes on with the next candidate.
    void next(const net::Failure &why);
    void stop();

    //! The road, after connected(); encrypted already for direct TLS.
    [[nodiscard]] std::unique_ptr<Framing> take();
    [[nodiscard]] net::Endpoint endpoint() const { return m_racer.current(); }

Q_SIGNALS:
    void phaseChanged(stream::Phase phase);
    void found(const QList<net::Endpoint> &endpoints);
    void progress(const net::RaceProgress &progress);
    void connected();
    void failed(const stream::Failure &failure);

private:
    void won(const net::Endpoint &endpoint);
    void secure();
    void fail(const Failure &failure);

    net::ServerFinder m_finder;
    net::ConnectionRacer m_racer;
    Clock &m_clock;
    std::unique_ptr<net::Transport> m_transport;
    Timer m_deadline;
};

} // namespace stream
