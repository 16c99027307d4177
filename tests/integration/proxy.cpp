// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy.h"

Proxy::Proxy(const QString &host, quint16 port) : m_host(host), m_port(port)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
}

void Proxy::incomingConnection(qintptr descriptor)
{
    ++connections;
    const auto client = new QTcpSocket(this), server = new QTcpSocket(this);
    client->setSocketDescriptor(descriptor);
    m_pairs.append(Pair{client, server});
    connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
        const QByteArray bytes = client->readAll();
        if (up == Fate::Pass)
            server->write(bytes);
    });
    connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
        const QByteArray bytes = server->readAll();
        if (down == Fate::Pass)
            client->write(bytes);
    });
    connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    server->connectToHost(m_host, m_port);
}

void Proxy::cut()
{
    for (const Pair &pair : std::exchange(m_pairs, {})) {
        if (pair.client)
            pair.client->abort();
        if (pair.server)
            pair.server->abort();
    }
}
