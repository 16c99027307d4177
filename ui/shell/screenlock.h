// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace shell
{

//! Whether strangers may be reading the screen: it is locked. The platform's way comes from outside.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isLocked() const = 0;

Q_SIGNALS:
    void lockedChanged(bool locked);
};

} // namespace shell
