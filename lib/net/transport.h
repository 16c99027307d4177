// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "net/certificate.h"
#include "net/endpoint.h"
#include "net/failure.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace net
{

//! What was agreed in the TLS handshake.
struct TlsInfo
{
    QString protocol; //!< "TLSv1.3"
    QString cipher; //!< "TLS_AES_256_GCM_SHA384"
    QList<QByteArray> chain; //!< DER, leaf first; the leaf alone in a resumed session. The leaf is what tls-server-end-point hashes
    QByteArray alpn; //!< the protocol the server chose, or empty
    bool resumed = false; //!< an earlier session was taken up again
    CertificateVerdict verdict; //!< always an accepted one
};

//! One byte stream to a server, that may be made secure on the way. Used on one thread.
//!
//! connected() comes first, then startTls() by the owner for both kinds of Endpoint::Security (directly after connected() for
//! DirectTls), then encrypted(). closed() comes at most once and is the last signal; abort() and the destructor are silent.
//! Deadlines for TLS are the owner's.
class Transport : public QObject
{
    Q_OBJECT

public:
    //! congested() from here on.
    static constexpr qint64 HighWater = 256 * 1024;
    //! Past this many unsent bytes the connection is given up as Timeout.
    static constexpr qint64 WriteLimit = 64 * 1024 * 1024;

    using QObject::QObject;

    //! Queues bytes; ignored when the stream is not open.
    virtual void write(const QByteArray &bytes) = 0;
    //! What came since the last call; empty if nothing.
    [[nodiscard]] virtual QByteArray readAll() = 0;
    //! Starts the client's handshake. Plaintext that is buffered here is dropped; the owner drops what it has read itself.
    virtual void startTls() = 0;
    //! Sends what is queued, then ends the stream in order; closed() follows.
    virtual void close() = 0;
    //! Ends the stream now, without a signal.
    virtual void abort() = 0;

    [[nodiscard]] virtual bool isEncrypted() const = 0;
    //! Valid after encrypted().
    [[nodiscard]] virtual TlsInfo tlsInfo() const = 0;
    //! Opaque key material to take this TLS session up again later, or empty. Goes into the next connection of the same account.
    //! There after encrypted() with TLS 1.2, after sessionTicketChanged() with TLS 1.3.
    [[nodiscard]] virtual Secret sessionTicket() const = 0;
    //! The peer's address, or null.
    [[nodiscard]] virtual QHostAddress peerAddress() const = 0;
    //! Bytes queued and not yet given to the system.
    [[nodiscard]] virtual qint64 pendingBytes() const = 0;
    //! Whether the caller should wait for bytesWritten() before it queues more.
    [[nodiscard]] bool congested() const { return pendingBytes() >= HighWater; }

Q_SIGNALS:
    void connected();
    //! The handshake is done and the certificate accepted.
    void encrypted();
    void readyRead();
    void bytesWritten(qint64 count);
    //! A (new) session ticket can be fetched; TLS 1.3 servers send one or two after the handshake.
    void sessionTicketChanged();
    //! The stream is over; what was received before can still be read. Kind::Closed also answers our own close().
    void closed(const net::Failure &failure);
};

//! Makes connections; injected, so that tests need no network.
class TransportFactory
{
public:
    TransportFactory() = default;
    TransportFactory(const TransportFactory &) = delete;
    TransportFactory &operator=(const TransportFactory &) = delete;
    virtual ~TransportFactory() = default;

    //! Starts a TCP connection to one address of an endpoint; connected() or closed() follows, never from within this call.
    [[nodiscard]] virtual std::unique_ptr<Transport> connectTo(const Endpoint &endpoint, const QHostAddress &address) = 0;
};

}

Q_DECLARE_METATYPE(net::TlsInfo)
