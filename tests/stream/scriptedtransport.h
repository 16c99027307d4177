// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QPointer>

#include <functional>

//! A connection in memory: the test is the other end.
class ScriptedTransport final : public net::Transport
{
public:
    explicit ScriptedTransport(net::Endpoint to = {}, QHostAddress at = {}) : endpoint(std::move(to)), address(std::move(at)) { }

    void write(const QByteArray &bytes) override
    {
        if (over || closing)
            return;
        written += bytes;
        if (heard)
            QMetaObject::invokeMethod(this, [this, bytes] { heard(*this, bytes); }, Qt::QueuedConnection);
    }
    [[nodiscard]] QByteArray readAll() override
    {
        ++reads;
        return std::exchange(incoming, {});
    }
    void startTls() override
    {
        incoming.clear();
        tlsAsked = true;
        if (handshake)
            QMetaObject::invokeMethod(this, [this] { handshake(*this); }, Qt::QueuedConnection);
    }
    void close() override { closing = true; }
    void abort() override { over = aborted = true; }
    [[nodiscard]] bool isEncrypted() const override { return secure; }
    [[nodiscard]] net::TlsInfo tlsInfo() const override { return {QStringLiteral("TLSv1.3"), {}, {}, {}, false, {}}; }
    [[nodiscard]] Secret sessionTicket() const override { return {}; }
    [[nodiscard]] QHostAddress peerAddress() const override { return address; }
    [[nodiscard]] qint64 pendingBytes() const override { return 0; }

    // The other end.

    void arrive() { Q_EMIT connected(); }
    void say(const QByteArray &bytes)
    {
        if (over)
            return;
        incoming += bytes;
        Q_EMIT readyRead();
    }
    void secured()
    {
        if (over)
            return;
        secure = true;
        Q_EMIT encrypted();
    }
    void end(net::Failure::Kind kind = net::Failure::Kind::Closed, std::optional<net::CertificateVerdict> verdict = {})
    {
        if (std::exchange(over, true))
            return;
        net::Failure failure;
        failure.kind = kind;
        failure.detail = QStringLiteral("as told");
        failure.verdict = std::move(verdict);
        Q_EMIT closed(failure);
    }

    net::Endpoint endpoint;
    QHostAddress address;
    QByteArray written, incoming;
    int reads = 0;
    bool secure = false, tlsAsked = false, closing = false, over = false, aborted = false;
    std::function<void(ScriptedTransport &, const QByteArray &)> heard; //!< what the client wrote, in a turn of its own
    std::function<void(ScriptedTransport &)> handshake; //!< TLS was asked for
};
