// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

//! A line to a server that the test can spoil: bytes may vanish on the way, and the line may break.
class Proxy final : public QTcpServer
{
    Q_OBJECT

public:
    //! What happens to the bytes of one direction.
    enum class Fate { Pass, Vanish };

    Proxy(const QString &host, quint16 port);

    //! Breaks every connection now, without a word.
    void cut();

    Fate up = Fate::Pass; //!< from the client
    Fate down = Fate::Pass; //!< from the server
    int connections = 0;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Pair
    {
        QPointer<QTcpSocket> client, server;
    };

    QString m_host;
    quint16 m_port;
    QList<Pair> m_pairs;
};
