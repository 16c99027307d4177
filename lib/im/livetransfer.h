// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/transfer.h"
#include "store/changes.h"
#include "store/database.h"

#include <functional>

namespace im
{

class Account;
class Messenger;

//! Transfers on the real store.
class LiveTransfer final : public Transfer
{
    Q_OBJECT

public:
    //! What the messenger does for a transfer.
    struct Hooks
    {
        std::function<void(const store::Changes &)> apply; //!< shows what came in
        std::function<Task<Result<void>>()> leave; //!< lets all accounts go
        std::function<Task<Result<void>>()> enter; //!< brings back those of the store
    };

    LiveTransfer(store::Database &database, Clock &clock, Messenger &messenger, Hooks hooks, QObject *parent = nullptr);

    //! Where other programs are looked for; the person's home folder by itself.
    void setHome(QString folder) { m_home = std::move(folder); }

    [[nodiscard]] QString exportName(const QList<data::ConversationId> &chats, data::ExportFormat format) const override;
    [[nodiscard]] std::unique_ptr<Job> exportChats(QList<data::ConversationId> chats, data::ExportFormat format, QString path) override;
    [[nodiscard]] std::unique_ptr<Job> backUp(QString path) override;
    [[nodiscard]] Task<Result<data::BackupInfo>> inspectBackup(QString path) override;
    [[nodiscard]] std::unique_ptr<Job> restore(QString path) override;
    [[nodiscard]] Task<Result<QList<data::ForeignStore>>> findStores() override;
    [[nodiscard]] Task<Result<data::ForeignStore>> lookAt(QString path) override;
    [[nodiscard]] std::unique_ptr<Job> importStore(data::ForeignStore store, data::AccountId account) override;

    //! For RestoreJob: a backup lies ready, and takes the store's place.
    [[nodiscard]] Task<Result<QString>> swap();

private:
    [[nodiscard]] const Account *accountOf(const data::Conversation &chat) const;

    store::Database &m_database;
    Clock &m_clock;
    Messenger &m_messenger;
    Hooks m_hooks;
    QString m_home;
};

} // namespace im
