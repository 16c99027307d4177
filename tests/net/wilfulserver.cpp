// SPDX-License-Identifier: GPL-3.0-or-later
#include "wilfulserver.h"

#include <openssl/ssl.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static int choose(SSL *, const unsigned char **out, unsigned char *length, const unsigned char *, unsigned int, void *protocol)
{
    const auto *bytes = static_cast<const QByteArray *>(protocol);
    *out = reinterpret_cast<const unsigned char *>(bytes->constData());
    *length = static_cast<unsigned char>(bytes->size());
    return SSL_TLSEXT_ERR_OK;
}

WilfulServer::WilfulServer(const QString &certificateFile, const QString &keyFile, QByteArray protocol)
    : m_protocol(std::move(protocol))
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, generic, size) || listen(m_listener, 1) || getsockname(m_listener, generic, &size))
        return;
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this, certificate = certificateFile.toUtf8(), key = keyFile.toUtf8()] { serve(certificate, key); });
}

WilfulServer::~WilfulServer()
{
    shutdown(m_listener, SHUT_RDWR);
    if (m_thread.joinable())
        m_thread.join();
    ::close(m_listener);
}

void WilfulServer::serve(const QByteArray &certificateFile, const QByteArray &keyFile)
{
    const int connection = accept(m_listener, nullptr, nullptr);
    if (connection < 0)
        return;
    // A client that waits for ever must not hold the test up.
    const timeval patience{10, 0};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate_file(context, certificateFile.constData(), SSL_FILETYPE_PEM);
    SSL_CTX_use_PrivateKey_file(context, keyFile.constData(), SSL_FILETYPE_PEM);
    SSL_CTX_set_alpn_select_cb(context, choose, &m_protocol);
    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, connection);
    if (SSL_accept(ssl) == 1) {
        char byte = 0;
        SSL_read(ssl, &byte, 1); // until the client goes
    }
    SSL_free(ssl);
    SSL_CTX_free(context);
    ::close(connection);
}
