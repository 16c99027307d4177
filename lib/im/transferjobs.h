// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/livetransfer.h"
#include "store/importstore.h"
#include "store/messagestore.h"
#include "transfer/exportwriter.h"
#include "transfer/importer.h"

#include <QHash>
#include <QSet>

// The long runs of LiveTransfer. Files are read and written on threads of their own, the store in pages.
namespace transfer
{
class ExportFile;
}

namespace im
{

class ExportJob final : public Job
{
    Q_OBJECT

public:
    struct Chat
    {
        data::ConversationId id;
        transfer::ExportedChat about;
    };

    ExportJob(store::Database &database, QList<Chat> chats, data::ExportFormat format, QString path, QDateTime now);
    [[nodiscard]] Task<Result<data::TransferOutcome>> run() override;

private:
    [[nodiscard]] Task<Result<qint64>> writeChat(Chat chat);

    store::MessageStore m_messages;
    const QList<Chat> m_chats;
    const QDateTime m_now;
    std::shared_ptr<transfer::ExportFile> m_file;
    qint64 m_done = 0, m_total = 0;
};

class BackupJob final : public Job
{
    Q_OBJECT

public:
    BackupJob(QString folder, QString path, QDateTime now);
    [[nodiscard]] Task<Result<data::TransferOutcome>> run() override;

private:
    const QString m_folder, m_path;
    const QDateTime m_now;
};

class RestoreJob final : public Job
{
    Q_OBJECT

public:
    RestoreJob(LiveTransfer &transfer, QString folder, QString path);
    [[nodiscard]] Task<Result<data::TransferOutcome>> run() override;

private:
    LiveTransfer &m_transfer;
    const QString m_folder, m_path;
};

class ImportJob final : public Job
{
    Q_OBJECT

public:
    //! Whose messages go where: accounts by their address, and the one for all others.
    struct Target
    {
        QHash<Jid, data::AccountId> accounts;
        data::AccountId other;
        Jid otherAddress;
    };

    ImportJob(store::Database &database, const data::ForeignStore &foreign, Target target, std::function<void(const store::Changes &)> apply);
    [[nodiscard]] Task<Result<data::TransferOutcome>> run() override;

private:
    [[nodiscard]] store::IncomingMessage incoming(transfer::ForeignMessage message) const;

    store::ImportStore m_store;
    const std::shared_ptr<transfer::Importer> m_importer;
    const Target m_target;
    const std::function<void(const store::Changes &)> m_apply;
};

} // namespace im
