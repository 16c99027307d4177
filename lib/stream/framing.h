// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "stream/failure.h"
#include "xml/element.h"
#include "xml/streamreader.h"

#include <QObject>

namespace stream
{

//! What our `<stream:stream>` says (RFC 6120 4.7). `from` only once TLS hides it.
struct OpenRequest
{
    QString to, from, lang;
};

//! A road for elements, whatever carries them: TCP, and later WebSocket and BOSH. It owns stream restart.
//!
//! closed() comes at most once and is the last signal. Nothing is emitted from within a call.
class Framing : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Opens the stream, or opens it anew after TLS or SASL.
    virtual void open(const OpenRequest &request) = 0;
    //! Sends one element, XML in namespace jabber:client.
    virtual void send(const QByteArray &element) = 0;
    //! Begins TLS on this road; tlsReady() or closed() follows.
    virtual void startTls() = 0;
    //! Ends the stream in order: `</stream:stream>`, waits a moment for the other side's, then closed().
    virtual void close() = 0;
    //! Ends everything now, without a signal.
    virtual void abort() = 0;

    [[nodiscard]] virtual bool isEncrypted() const = 0;
    [[nodiscard]] virtual net::TlsInfo tlsInfo() const = 0;
    //! Bytes queued and not given to the system yet.
    [[nodiscard]] virtual qint64 pendingBytes() const = 0;
    //! TLS session material for the next connection, or empty.
    [[nodiscard]] virtual Secret sessionTicket() const = 0;

Q_SIGNALS:
    void opened(const xml::StreamHeader &header);
    void element(const xml::Element &element);
    void tlsReady();
    //! Some bytes came, whatever they meant: the link is alive.
    void alive();
    void closed(const stream::Failure &failure);

    // For the trace, always whole: a stream header, an element, an end tag. Secrets are in it.
    void sent(const QByteArray &xml);
    void received(const QByteArray &xml);
};

//! Reads a `<stream:error/>` (RFC 6120 4.9).
[[nodiscard]] Failure streamError(const xml::Element &error);

} // namespace stream
