// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/resolver.h"
#include "net/transport.h"

#include <QHash>
#include <QPointer>

//! Answers from tables; a name in `held` is answered when the test says so.
class FakeResolver final : public net::Resolver
{
public:
    using Srv = Result<QList<net::SrvRecord>>;
    using Addresses = Result<QList<QHostAddress>>;

    [[nodiscard]] Task<Srv> srv(QString service) override
    {
        asked << service;
        return Task<Srv>::ready(srvs.value(service, Srv(QList<net::SrvRecord>())));
    }
    [[nodiscard]] Task<Addresses> addresses(QString host) override
    {
        asked << host;
        if (held.contains(host)) {
            Promise<Addresses> promise;
            pending.insert(host, promise);
            return promise.task();
        }
        return Task<Addresses>::ready(hosts.value(host, Addresses(QList<QHostAddress>())));
    }

    QHash<QString, Srv> srvs;
    QHash<QString, Addresses> hosts;
    QStringList held, asked;
    QHash<QString, Promise<Addresses>> pending;
};

//! A connection whose fate the test decides.
class FakeTransport final : public net::Transport
{
public:
    FakeTransport(net::Endpoint to, QHostAddress at) : endpoint(std::move(to)), address(std::move(at)) { }

    void write(const QByteArray &) override { }
    [[nodiscard]] QByteArray readAll() override { return {}; }
    void startTls() override { }
    void close() override { }
    void abort() override { aborted = true; }
    [[nodiscard]] bool isEncrypted() const override { return false; }
    [[nodiscard]] net::TlsInfo tlsInfo() const override { return {}; }
    [[nodiscard]] Secret sessionTicket() const override { return {}; }
    [[nodiscard]] QHostAddress peerAddress() const override { return address; }
    [[nodiscard]] qint64 pendingBytes() const override { return 0; }

    void failWith(net::Failure::Kind kind)
    {
        net::Failure failure;
        failure.kind = kind;
        failure.detail = QStringLiteral("as told");
        Q_EMIT closed(failure);
    }

    net::Endpoint endpoint;
    QHostAddress address;
    bool aborted = false;
};

class FakeFactory final : public net::TransportFactory
{
public:
    [[nodiscard]] std::unique_ptr<net::Transport> connectTo(const net::Endpoint &endpoint, const QHostAddress &address) override
    {
        auto transport = std::make_unique<FakeTransport>(endpoint, address);
        made << transport.get();
        tried << address.toString();
        return transport;
    }

    QList<QPointer<FakeTransport>> made;
    QStringList tried;
};
