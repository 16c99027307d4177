// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/screenlock.h"

#include <QVariantMap>

QT_BEGIN_NAMESPACE
class QDBusMessage;
QT_END_NAMESPACE

namespace app
{

//! Knows that the screen is locked or saved, from the desktop's screen saver or from logind's session, whichever tells. Never polls.
class ScreenLockWatch final : public shell::ScreenLock
{
    Q_OBJECT

public:
    explicit ScreenLockWatch(QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const override { return m_saver || m_session; }

private Q_SLOTS:
    void saverChanged(bool active);
    void sessionChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void askSaver(const QString &service, const QString &path);
    void findSession();
    void followSession(const QString &path);
    void set(bool &which, bool on);

    bool m_saver = false, m_session = false;
};

} // namespace app
