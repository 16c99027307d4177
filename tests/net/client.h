// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/tcptransport.h"

#include <QTest>

//! One client connection with everything it said.
class Client final : public QObject
{
public:
    Client(net::Endpoint::Security security, quint16 port, const net::TlsSettings &settings)
        : transport(net::Endpoint{QStringLiteral("127.0.0.1"), port, security, QStringLiteral("test")}, QHostAddress(QHostAddress::LocalHost), settings)
    {
        connect(&transport, &net::Transport::connected, this, [this, security] {
            isConnected = true;
            if (security == net::Endpoint::Security::DirectTls && startsTls)
                transport.startTls();
        });
        connect(&transport, &net::Transport::encrypted, this, [this] { isEncrypted = true; });
        connect(&transport, &net::Transport::readyRead, this, [this] {
            if (reads)
                received += transport.readAll();
        });
        connect(&transport, &net::Transport::closed, this, [this](const net::Failure &why) {
            ++closedCount;
            failure = why;
        });
    }

    [[nodiscard]] bool waitConnected() { return QTest::qWaitFor([this] { return isConnected || failure; }) && isConnected; }
    [[nodiscard]] bool waitEncrypted() { return QTest::qWaitFor([this] { return isEncrypted || failure; }) && isEncrypted; }
    [[nodiscard]] bool waitFailed() { return QTest::qWaitFor([this] { return failure.has_value(); }); }
    [[nodiscard]] bool waitReceived(const QByteArray &bytes) { return QTest::qWaitFor([&] { return received == bytes; }); }

    net::TcpTransport transport;
    bool startsTls = true, reads = true, isConnected = false, isEncrypted = false;
    int closedCount = 0;
    QByteArray received;
    std::optional<net::Failure> failure;
};
