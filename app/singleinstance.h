// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace app
{

//! One program a profile: a second start hands its address to the first, which comes to the front. For this user only.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profileName, QObject *parent = nullptr);

    //! Hands `uri` (may be empty) to a running program; true if there is one.
    [[nodiscard]] bool handOver(const QString &uri);
    //! Listens for later starts. False if that is impossible; the program works all the same.
    bool listen();

Q_SIGNALS:
    //! Another start happened; `uri` is empty or one xmpp: address of at most 64 kB.
    void raised(const QString &uri);

private:
    void answer();

    QString m_name;
    QLocalServer m_server;
};

} // namespace app
