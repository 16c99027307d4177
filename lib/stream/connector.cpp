// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/connector.h"

#include "stream/tcpframing.h"

#include <QPointer>

namespace stream
{

Connector::Connector(net::Resolver &resolver, net::TransportFactory &factory, Clock &clock, QObject *parent) :
    QObject(parent), m_finder(resolver), m_racer(resolver, factory, clock), m_clock(clock)
{
    connect(&m_finder, &net::ServerFinder::found, this, [this](const QList<net::Endpoint> &endpoints) {
        m_deadline.reset();
        m_racer.start(endpoints); // nothing comes from within; so whoever hears of it may stop us
        const QPointer alive(this);
        Q_EMIT found(endpoints);
        if (alive)
            Q_EMIT phaseChanged(Phase::Connect);
    });
    connect(&m_finder, &net::ServerFinder::failed, this, [this](const net::Failure &failure) { fail(Failure::network(failure, Phase::FindServer)); });
    connect(&m_racer, &net::ConnectionRacer::progress, this, &Connector::progress);
    connect(&m_racer, &net::ConnectionRacer::won, this, &Connector::won);
    connect(&m_racer, &net::ConnectionRacer::failed, this, [this](const net::Failure &failure) { fail(Failure::network(failure, Phase::Connect)); });
}

Connector::~Connector() = default;

void Connector::start(const net::ServerFinder::Request &request)
{
    stop();
    m_deadline = m_clock.after(FindDeadline, [this] { fail(Failure::timeout(Phase::FindServer)); });
    m_finder.find(request);
    Q_EMIT phaseChanged(Phase::FindServer);
}

void Connector::next(const net::Failure &why)
{
    const QPointer alive(this);
    m_racer.next(why);
    if (alive)
        Q_EMIT phaseChanged(Phase::Connect);
}

void Connector::stop()
{
    m_deadline.reset();
    m_finder.cancel();
    m_racer.stop();
    if (const auto transport = m_transport.release()) {
        transport->disconnect(this);
        transport->abort();
        transport->deleteLater();
    }
}

std::unique_ptr<Framing> Connector::take()
{
    if (!m_transport)
        return nullptr;
    m_transport->disconnect(this);
    return std::make_unique<TcpFraming>(std::move(m_transport), m_clock);
}

void Connector::won(const net::Endpoint &endpoint)
{
    m_transport = m_racer.take();
    if (endpoint.security == net::Endpoint::Security::DirectTls)
        secure();
    else
        Q_EMIT connected();
}

void Connector::secure()
{
    const QPointer alive(this);
    Q_EMIT phaseChanged(Phase::Secure);
    if (!alive || !m_transport)
        return;
    const auto goOn = [this](const net::Failure &failure) {
        m_deadline.reset();
        m_transport->disconnect(this);
        m_transport->abort();
        m_transport.release()->deleteLater();
        if (failure.kind == net::Failure::Kind::Certificate)
            fail(Failure::network(failure, Phase::Secure));
        else
            next(failure);
    };
    connect(m_transport.get(), &net::Transport::encrypted, this, [this] {
        m_deadline.reset();
        Q_EMIT connected();
    });
    connect(m_transport.get(), &net::Transport::closed, this, goOn);
    m_deadline = m_clock.after(TlsDeadline, [goOn] {
        net::Failure late;
        late.kind = net::Failure::Kind::Timeout;
        goOn(late);
    });
    m_transport->startTls();
}

void Connector::fail(const Failure &failure)
{
    stop();
    Q_EMIT failed(failure);
}

} // namespace stream
