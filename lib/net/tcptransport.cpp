// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tcptransport.h"

#include "base/log.h"
#include "net/domainname.h"
#include "net/sessionticket.h"

#include <QNetworkProxy>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace net
{

static constexpr QByteArrayView ClientProtocol = "xmpp-client"; // ALPN, XEP-0368 2
// More than a read of the parser takes; what does not fit stays in the system's buffers and slows the sender down.
static constexpr qint64 ReadBuffer = 1024 * 1024;

static Failure::Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Failure::Kind::Refused;
    case QAbstractSocket::RemoteHostClosedError:
        return Failure::Kind::Closed;
    case QAbstractSocket::HostNotFoundError:
        return Failure::Kind::Dns;
    case QAbstractSocket::SocketTimeoutError:
        return Failure::Kind::Timeout;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Failure::Kind::Tls;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return Failure::Kind::Proxy;
    default:
        return Failure::Kind::Unreachable;
    }
}

static Failure failureOf(Failure::Kind kind, const QString &detail)
{
    Failure failure;
    failure.kind = kind;
    failure.detail = detail;
    return failure;
}

//! The domain as SNI and the library's own check take it.
static QString verifyName(const QString &domain)
{
    const auto literal = ipLiteral(domain);
    return literal ? literal->toString() : aceDomain(domain);
}

void TcpTransport::DeleteLater::operator()(QSslSocket *socket) const
{
    // We may die in the middle of one of its signals.
    socket->abort();
    socket->deleteLater();
}

TcpTransport::TcpTransport(const Endpoint &endpoint, const QHostAddress &address, TlsSettings settings, QObject *parent)
    : Transport(parent)
    , m_socket(new QSslSocket)
    , m_endpoint(endpoint)
    , m_settings(std::move(settings))
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(ReadBuffer);
    listen();
    // Queued: with an address at hand the socket may fail within the call.
    QMetaObject::invokeMethod(this, [this, address] {
        if (m_state == State::Connecting)
            m_socket->connectToHost(address, m_endpoint.port);
    }, Qt::QueuedConnection);
}

TcpTransport::~TcpTransport()
{
    m_socket->disconnect(this);
}

void TcpTransport::listen()
{
    const auto socket = m_socket.get();
    connect(socket, &QSslSocket::connected, this, &TcpTransport::onConnected);
    connect(socket, &QSslSocket::sslErrors, this, &TcpTransport::onSslErrors);
    connect(socket, &QSslSocket::encrypted, this, &TcpTransport::onEncrypted);
    connect(socket, &QSslSocket::errorOccurred, this, &TcpTransport::onError);
    connect(socket, &QSslSocket::disconnected, this, &TcpTransport::onDisconnected);
    connect(socket, &QSslSocket::readyRead, this, [this] {
        if (m_state != State::Handshake)
            Q_EMIT readyRead();
    });
    connect(socket, &QSslSocket::bytesWritten, this, [this](qint64 count) {
        if (!m_socket->isEncrypted())
            Q_EMIT bytesWritten(count);
    });
    connect(socket, &QSslSocket::encryptedBytesWritten, this, [this](qint64 count) {
        if (m_state == State::Encrypted || m_state == State::Closing)
            Q_EMIT bytesWritten(count);
    });
    connect(socket, &QSslSocket::newSessionTicketReceived, this, [this] {
        m_hasTicket = true;
        if (m_state == State::Encrypted)
            Q_EMIT sessionTicketChanged();
    });
}

void TcpTransport::write(const QByteArray &bytes)
{
    if (m_state != State::Plain && m_state != State::Encrypted)
        return;
    m_socket->write(bytes);
    if (pendingBytes() <= WriteLimit)
        return;
    // Queued: the caller is in the middle of its own work.
    QMetaObject::invokeMethod(this, [this] { end(failureOf(Failure::Kind::Timeout, u"the server takes no data"_s)); }, Qt::QueuedConnection);
}

QByteArray TcpTransport::readAll()
{
    if (m_state == State::Over)
        return std::exchange(m_rest, {});
    return m_state == State::Handshake ? QByteArray() : m_socket->readAll();
}

void TcpTransport::startTls()
{
    if (m_state != State::Plain)
        return;
    // Whatever came before the handshake was not sent by whom we are about to authenticate (RFC 6120 5.4.3.3).
    if (const auto dropped = m_socket->readAll(); !dropped.isEmpty())
        qCWarning(logNet) << "Dropped" << dropped.size() << "bytes that came in the clear before TLS from" << m_endpoint;
    m_state = State::Handshake;
    configureTls();
    m_socket->startClientEncryption();
}

void TcpTransport::configureTls()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, false);
    if (m_settings.trust.roots == TrustStore::Roots::ExtraOnly)
        configuration.setCaCertificates(m_settings.trust.extra);
    else if (!m_settings.trust.extra.isEmpty())
        configuration.addCaCertificates(m_settings.trust.extra);
    if (m_endpoint.security == Endpoint::Security::DirectTls)
        configuration.setAllowedNextProtocols({ClientProtocol.toByteArray()});
    if (m_settings.clientCertificate) {
        configuration.setLocalCertificateChain(m_settings.clientCertificate->chain);
        configuration.setPrivateKey(m_settings.clientCertificate->key);
    }
    const auto ticket = SessionTicket::unpack(m_settings.sessionTicket);
    m_ticketOffered = ticket && ticket->stillFits(m_settings.domain, m_settings.pin, m_settings.trust);
    if (m_ticketOffered)
        configuration.setSessionTicket(ticket->session);
    m_socket->setSslConfiguration(configuration);
    m_socket->setPeerVerifyName(verifyName(m_settings.domain));
}

void TcpTransport::close()
{
    switch (m_state) {
    case State::Over:
    case State::Closing:
        return;
    case State::Connecting:
    case State::Handshake:
        return end(failureOf(Failure::Kind::Closed, u"closed by us"_s));
    case State::Plain:
    case State::Encrypted:
        m_state = State::Closing;
        m_socket->flush(); // the owner may not live to the next turn of the event loop
        m_socket->disconnectFromHost();
    }
}

void TcpTransport::abort()
{
    m_state = State::Over;
    m_rest.clear();
    m_socket->disconnect(this);
    m_socket->abort();
}

bool TcpTransport::isEncrypted() const
{
    return m_state == State::Encrypted;
}

TlsInfo TcpTransport::tlsInfo() const
{
    return m_info;
}

Secret TcpTransport::sessionTicket() const
{
    if (!m_info.verdict.accepted() || !m_hasTicket)
        return {};
    SessionTicket ticket{m_settings.domain, m_info.verdict.sha256, m_info.verdict.trust, SessionTicket::fingerprintOf(m_settings.trust),
        m_socket->sslConfiguration().sessionTicket()};
    return ticket.session.isEmpty() ? Secret() : ticket.pack();
}

QHostAddress TcpTransport::peerAddress() const
{
    return m_socket->peerAddress();
}

qint64 TcpTransport::pendingBytes() const
{
    return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

void TcpTransport::onConnected()
{
    m_state = State::Plain;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    Q_EMIT connected();
}

CertificateVerdict TcpTransport::judgePeer(const QList<QSslError> &errors) const
{
    PeerCertificate peer{m_socket->peerCertificateChain(), errors};
    // A resumed session remembers the leaf alone.
    if (peer.chain.isEmpty() && !m_socket->peerCertificate().isNull())
        peer.chain << m_socket->peerCertificate();
    return judge(peer, m_settings.domain, m_settings.pin);
}

void TcpTransport::onSslErrors(const QList<QSslError> &errors)
{
    m_info.verdict = judgePeer(errors);
    if (m_info.verdict.accepted())
        return m_socket->ignoreSslErrors(errors);
    Failure failure = failureOf(Failure::Kind::Certificate, m_info.verdict.detail);
    failure.verdict = m_info.verdict;
    end(failure);
}

void TcpTransport::onEncrypted()
{
    // The library says yes to more than we do: it matches common names, and knows no pin.
    if (!m_info.verdict.accepted())
        m_info.verdict = judgePeer({});
    if (!m_info.verdict.accepted()) {
        Failure failure = failureOf(Failure::Kind::Certificate, u"refused by the client's own rules"_s);
        failure.verdict = m_info.verdict;
        return end(failure);
    }
    const QSslConfiguration configuration = m_socket->sslConfiguration();
    const QByteArray alpn = configuration.nextNegotiatedProtocol();
    if (configuration.nextProtocolNegotiationStatus() == QSslConfiguration::NextProtocolNegotiationNegotiated && alpn != ClientProtocol)
        return end(failureOf(Failure::Kind::Tls, u"the server speaks %1 there"_s.arg(QString::fromLatin1(alpn.left(255)))));
    fillInfo();
    // Up to TLS 1.2 the session is complete with the handshake; later its bytes open nothing before a ticket came.
    m_hasTicket |= m_socket->sessionProtocol() == QSsl::TlsV1_2;
    m_state = State::Encrypted;
    qCDebug(logNet) << m_endpoint << m_info.protocol << m_info.cipher << (m_info.resumed ? "resumed" : "new session");
    Q_EMIT encrypted();
}

void TcpTransport::fillInfo()
{
    static const QHash<QSsl::SslProtocol, QString> names{{QSsl::TlsV1_2, u"TLSv1.2"_s}, {QSsl::TlsV1_3, u"TLSv1.3"_s}};
    const auto chain = m_socket->peerCertificateChain();
    m_info.protocol = names.value(m_socket->sessionProtocol(), u"unknown"_s);
    m_info.cipher = m_socket->sessionCipher().name();
    m_info.alpn = m_socket->sslConfiguration().nextNegotiatedProtocol();
    // The library does not say so itself, but only a full handshake carries a chain.
    m_info.resumed = m_ticketOffered && chain.isEmpty();
    m_info.chain.clear();
    for (const QSslCertificate &certificate : chain)
        m_info.chain << certificate.toDer();
    if (m_info.chain.isEmpty())
        m_info.chain << m_socket->peerCertificate().toDer();
}

void TcpTransport::onError()
{
    const auto error = m_socket->error();
    // disconnected() follows, after what is left was read.
    if (error == QAbstractSocket::RemoteHostClosedError && (m_state == State::Plain || m_state == State::Encrypted || m_state == State::Closing))
        return;
    const QString detail = m_socket->errorString();
    end(failureOf(m_state == State::Handshake ? Failure::Kind::Tls : kindOf(error), detail));
}

void TcpTransport::onDisconnected()
{
    const bool handshake = m_state == State::Handshake;
    const bool ours = m_state == State::Closing;
    end(failureOf(handshake ? Failure::Kind::Tls : Failure::Kind::Closed,
        handshake ? u"closed during the TLS handshake"_s : ours ? u"closed by us"_s : u"closed by the server"_s));
}

void TcpTransport::end(const Failure &failure)
{
    if (m_state == State::Over)
        return;
    const bool readable = m_state == State::Plain || m_state == State::Encrypted || m_state == State::Closing;
    if (readable)
        m_rest = m_socket->readAll();
    m_state = State::Over;
    m_socket->disconnect(this);
    m_socket->abort();
    qCDebug(logNet) << m_endpoint << failure;
    Q_EMIT closed(failure);
}

void warmUpTls()
{
    QThreadPool::globalInstance()->start([] { (void)QSslConfiguration::defaultConfiguration(); });
}

std::unique_ptr<Transport> TcpTransportFactory::connectTo(const Endpoint &endpoint, const QHostAddress &address)
{
    return std::make_unique<TcpTransport>(endpoint, address, m_settings);
}

}
