// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/notifier.h"

#include <QHash>

namespace app
{

//! Notifications of the freedesktop kind, over the session bus; silent where nobody shows them.
class DesktopNotifier final : public shell::Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    void show(const shell::Notification &notification) override;
    void withdraw(data::ConversationId conversation) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    QHash<data::ConversationId, uint> m_shown;
};

} // namespace app
