// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sleepwatch.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

namespace app
{

SleepWatch::SleepWatch(QObject *parent) : QObject(parent)
{
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
        u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
}

void SleepWatch::prepareForSleep(bool goingToSleep)
{
    if (!goingToSleep)
        Q_EMIT wokeUp();
}

} // namespace app
