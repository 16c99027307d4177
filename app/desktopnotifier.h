// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/notifier.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace app
{

//! Notifications of the freedesktop kind (Desktop Notifications Specification 1.2), over the session bus; silent where nobody shows them.
//! Offers what the server says it can do: buttons, and an answer written in the notification itself where that exists (KDE).
class DesktopNotifier final : public shell::Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    //! Takes all notifications away: nobody would answer their buttons.
    ~DesktopNotifier() override;

    void show(const shell::Notification &notification) override;
    void withdraw(data::ConversationId conversation) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationReplied(uint id, const QString &text);
    void activationToken(uint id, const QString &token);
    void closed(uint id, uint reason);

private:
    //! One conversation's notification. One request is under way at a time, so that none is shown twice.
    struct Entry
    {
        uint id = 0; //!< the server's number, 0 if it is not there
        bool underWay = false, withdrawn = false;
        std::optional<shell::Notification> next; //!< waits for the answer, or for the capabilities
    };

    void askCapabilities();
    void capabilitiesKnown(const QStringList &capabilities);
    void forgetServer();
    void send(const shell::Notification &notification);
    void answered(data::ConversationId conversation, uint id);
    void close(uint id);
    [[nodiscard]] QStringList actionsFor(data::ConversationId conversation) const;
    [[nodiscard]] std::optional<data::ConversationId> conversationOf(uint id) const;

    std::optional<QStringList> m_capabilities;
    bool m_asking = false;
    quint32 m_server = 0; //!< which one in a row: what an earlier one answers late is not for this one
    QHash<data::ConversationId, Entry> m_entries;
};

} // namespace app
