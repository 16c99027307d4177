// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <thread>

//! A TLS server that chooses its application protocol whatever was offered (a breach of RFC 7301). Serves one connection, on a thread of its own.
class WilfulServer final
{
public:
    WilfulServer(const QString &certificateFile, const QString &keyFile, QByteArray protocol);
    WilfulServer(const WilfulServer &) = delete;
    WilfulServer &operator=(const WilfulServer &) = delete;
    ~WilfulServer();

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void serve(const QByteArray &certificateFile, const QByteArray &keyFile);

    QByteArray m_protocol;
    int m_listener = -1;
    quint16 m_port = 0;
    std::thread m_thread;
};
