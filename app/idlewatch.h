// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app
{

//! Says when nobody is at the machine: the screen is locked or saved, or GNOME's idle monitor says so. Never polls.
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr int IdleMilliseconds = 10 * 60 * 1000;

    explicit IdleWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void idleChanged(bool idle);

private Q_SLOTS:
    void screenSaverChanged(bool active);
    void watchFired(uint id);

private:
    void watchIdle();
    void watchActive();
    void set(bool idle);

    uint m_idleWatch = 0, m_activeWatch = 0;
    bool m_idle = false;
};

} // namespace app
