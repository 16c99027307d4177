// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app
{

//! Turns SIGTERM, SIGINT and SIGHUP into a signal on the event loop, so that leaving is always in order.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void terminate();
};

} // namespace app
