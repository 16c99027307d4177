// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app
{

//! Says when the machine wakes up (logind's PrepareForSleep); silent where there is no logind.
class SleepWatch final : public QObject
{
    Q_OBJECT

public:
    explicit SleepWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void wokeUp();

private Q_SLOTS:
    void prepareForSleep(bool goingToSleep);
};

} // namespace app
