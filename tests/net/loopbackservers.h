// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testcertificates.h"

#include <QPointer>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

//! A server on loopback that speaks just enough: "<starttls/>" is answered with `proceed` and TLS begins; what comes in TLS is kept.
class LoopbackServer final : public QTcpServer
{
public:
    enum class Mode {
        StartTls, //!< waits for "<starttls/>"
        Direct, //!< TLS from the first byte
        Silent, //!< takes the connection and says nothing
        Http, //!< answers anything with an HTTP error
    };

    LoopbackServer(Mode mode, const TestCertificates::Made &certificate)
        : m_mode(mode)
        , m_certificate(certificate)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen on loopback");
    }

    QByteArray proceed = "<proceed/>"; //!< sent in the clear in one piece before TLS
    QList<QByteArray> alpn;
    QPointer<QSslSocket> peer; //!< the last one who came
    QByteArray received; //!< in the clear and in TLS

protected:
    void incomingConnection(qintptr descriptor) override
    {
        peer = new QSslSocket(this);
        peer->setSocketDescriptor(descriptor);
        QSslConfiguration configuration = peer->sslConfiguration();
        configuration.setLocalCertificate(m_certificate.certificate);
        configuration.setPrivateKey(m_certificate.key);
        configuration.setAllowedNextProtocols(alpn);
        configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
        peer->setSslConfiguration(configuration);
        connect(peer, &QSslSocket::sslErrors, peer, [socket = peer.data()](const QList<QSslError> &errors) { socket->ignoreSslErrors(errors); });
        connect(peer, &QSslSocket::readyRead, this, &LoopbackServer::onReadyRead);
        if (m_mode == Mode::Direct)
            peer->startServerEncryption();
    }

private:
    void onReadyRead()
    {
        received += peer->readAll();
        if (m_mode == Mode::Http && !peer->isEncrypted()) {
            peer->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            peer->disconnectFromHost();
        } else if (m_mode == Mode::StartTls && !peer->isEncrypted() && received.contains("<starttls/>")) {
            received.clear();
            peer->write(proceed);
            peer->flush();
            peer->startServerEncryption();
        }
    }

    Mode m_mode;
    TestCertificates::Made m_certificate;
};

//! `openssl s_server` on a free port of loopback, for what Qt's server cannot do: session tickets, old TLS, ALPN rules.
class OpensslServer final
{
public:
    OpensslServer(const TestCertificates::Made &certificate, const QStringList &more)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("openssl"), QStringList{QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"),
            QStringLiteral("-cert"), certificate.certificateFile, QStringLiteral("-key"), certificate.keyFile} + more);
        // It says "ACCEPT 127.0.0.1:12345" when it is ready.
        while (!m_port && m_process.waitForReadyRead(10'000)) {
            m_output += m_process.readAll();
            const qsizetype at = m_output.indexOf("ACCEPT ");
            const qsizetype end = at < 0 ? -1 : m_output.indexOf('\n', at);
            if (end > 0)
                m_port = m_output.mid(at, end - at).split(':').constLast().toUShort();
        }
        if (!m_port)
            qFatal("openssl s_server does not start: %s", m_output.constData());
    }
    OpensslServer(const OpensslServer &) = delete;
    OpensslServer &operator=(const OpensslServer &) = delete;
    ~OpensslServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray output()
    {
        m_output += m_process.readAll();
        return m_output;
    }

private:
    QProcess m_process;
    QByteArray m_output;
    quint16 m_port = 0;
};
