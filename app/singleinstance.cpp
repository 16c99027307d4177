// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include "base/log.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace app
{

static constexpr qsizetype MaxBytes = 64 * 1024;

SingleInstance::SingleInstance(const QString &profileName, QObject *parent) : QObject(parent)
{
    QString name = u"palique-"_s + (profileName.isEmpty() ? u"main"_s : profileName);
#ifdef Q_OS_UNIX
    // The runtime folder is this user's alone; without one the name carries who we are.
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    name = runtime.isEmpty() ? name + u'-' + QString::number(::getuid()) : QDir(runtime).filePath(name);
#endif
    m_name = name;
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

bool SingleInstance::handOver(const QString &uri)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(1000))
        return false;
    socket.write(uri.toUtf8().left(MaxBytes) + '\n');
    // The other one says "ok": a socket file alone proves nothing.
    return socket.waitForBytesWritten(1000) && socket.waitForReadyRead(3000);
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // nobody answered there
    if (m_server.listen(m_name))
        return true;
    qCWarning(logUi) << "second starts will not be noticed:" << m_server.errorString();
    return false;
}

void SingleInstance::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() <= MaxBytes)
                return;
            const QString uri = QString::fromUtf8(socket->readLine(MaxBytes + 2)).trimmed();
            socket->write("ok\n");
            socket->disconnectFromServer();
            Q_EMIT raised(uri.startsWith(u"xmpp:", Qt::CaseInsensitive) ? uri : QString());
        });
    }
}

} // namespace app
