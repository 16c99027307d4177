// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/clientcertificate.h"
#include "net/transport.h"
#include "net/truststore.h"

#include <optional>

class QSslSocket;

namespace net
{

//! How connections of one account become secure.
struct TlsSettings
{
    QString domain; //!< the XMPP domain: server name indication, and what the certificate must be for
    std::optional<Pin> pin = {};
    TrustStore trust = {};
    std::optional<ClientCertificate> clientCertificate = {};
    Secret sessionTicket = {}; //!< from Transport::sessionTicket() of an earlier connection; not used if domain or pin have changed
};

//! A TCP connection with TLS 1.2 or newer on top. No proxy of the system is ever used.
class TcpTransport final : public Transport
{
    Q_OBJECT

public:
    //! Starts connecting at once.
    TcpTransport(const Endpoint &endpoint, const QHostAddress &address, TlsSettings settings, QObject *parent = nullptr);
    ~TcpTransport() override;

    void write(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray readAll() override;
    void startTls() override;
    void close() override;
    void abort() override;
    [[nodiscard]] bool isEncrypted() const override;
    [[nodiscard]] TlsInfo tlsInfo() const override;
    [[nodiscard]] Secret sessionTicket() const override;
    [[nodiscard]] QHostAddress peerAddress() const override;
    [[nodiscard]] qint64 pendingBytes() const override;

private:
    enum class State { Connecting, Plain, Handshake, Encrypted, Closing, Over };
    struct DeleteLater
    {
        void operator()(QSslSocket *socket) const;
    };

    void listen();
    void configureTls();
    void onConnected();
    void onSslErrors(const QList<QSslError> &errors);
    void onEncrypted();
    void onError();
    void onDisconnected();
    void fillInfo();
    void end(const Failure &failure);
    [[nodiscard]] CertificateVerdict judgePeer(const QList<QSslError> &errors) const;

    std::unique_ptr<QSslSocket, DeleteLater> m_socket;
    Endpoint m_endpoint;
    TlsSettings m_settings;
    TlsInfo m_info;
    QByteArray m_rest; //!< what was received and not read when the stream ended
    State m_state = State::Connecting;
    bool m_ticketOffered = false;
    bool m_hasTicket = false;
};

//! Lets another thread read the system's certificates, which takes a tenth of a second, before the first connection needs them.
void warmUpTls();

//! Makes TcpTransports for one account.
class TcpTransportFactory final : public TransportFactory
{
public:
    explicit TcpTransportFactory(TlsSettings settings) : m_settings(std::move(settings)) { }

    [[nodiscard]] std::unique_ptr<Transport> connectTo(const Endpoint &endpoint, const QHostAddress &address) override;

    //! What the next connection will use.
    [[nodiscard]] const TlsSettings &settings() const { return m_settings; }
    void setPin(std::optional<Pin> pin) { m_settings.pin = std::move(pin); }
    void setSessionTicket(Secret ticket) { m_settings.sessionTicket = std::move(ticket); }

private:
    TlsSettings m_settings;
};

}
