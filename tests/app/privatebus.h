// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

//! A bus of the test's own, as session and as system bus, that starts no service by itself. Make it before the first use of either.
class PrivateBus final
{
public:
    PrivateBus()
    {
        using namespace Qt::StringLiterals;
        QFile config(m_folder.filePath(u"bus.conf"_s));
        if (!config.open(QIODevice::WriteOnly))
            qFatal("no folder for the bus");
        config.write(u"<busconfig><type>session</type><listen>unix:dir=%1</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                     "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>"_s.arg(m_folder.path()).toUtf8());
        config.close();
        m_daemon.start(u"dbus-daemon"_s, {u"--config-file="_s + config.fileName(), u"--nofork"_s, u"--print-address"_s});
        if (!m_daemon.waitForReadyRead(10000))
            qFatal("dbus-daemon does not start: %s", m_daemon.readAllStandardError().constData());
        m_address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address);
    }

    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    //! Another program on the bus.
    [[nodiscard]] QDBusConnection connection(const QString &name) const { return QDBusConnection::connectToBus(QString::fromLatin1(m_address), name); }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QByteArray m_address;
};
