// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/transfer.h"

#include <QPointer>
#include <QStringList>

namespace fake
{

//! A run that ends when the test says so.
class Job final : public im::Job
{
    Q_OBJECT

public:
    [[nodiscard]] Task<Result<data::TransferOutcome>> run() override { return m_promise.task(); }
    void finish(Result<data::TransferOutcome> outcome) { m_promise.finish(std::move(outcome)); }

private:
    Promise<Result<data::TransferOutcome>> m_promise;
};

//! Notes what is asked and answers what the test wants.
class Transfer final : public im::Transfer
{
    Q_OBJECT

public:
    [[nodiscard]] QString exportName(const QList<data::ConversationId> &chats, data::ExportFormat format) const override;
    [[nodiscard]] std::unique_ptr<im::Job> exportChats(QList<data::ConversationId> chats, data::ExportFormat format, QString path) override;
    [[nodiscard]] std::unique_ptr<im::Job> backUp(QString path) override { return begin(QStringLiteral("back up ") + path); }
    [[nodiscard]] Task<Result<data::BackupInfo>> inspectBackup(QString path) override;
    [[nodiscard]] std::unique_ptr<im::Job> restore(QString path) override { return begin(QStringLiteral("restore ") + path); }
    [[nodiscard]] Task<Result<QList<data::ForeignStore>>> findStores() override { return Task<Result<QList<data::ForeignStore>>>::ready(found); }
    [[nodiscard]] Task<Result<data::ForeignStore>> lookAt(QString path) override;
    [[nodiscard]] std::unique_ptr<im::Job> importStore(data::ForeignStore store, data::AccountId account) override;

    QStringList calls; //!< "export html 1 /path", "back up /path", "look /path", …
    QPointer<Job> job; //!< the last one begun
    Result<data::BackupInfo> backup;
    QList<data::ForeignStore> found;
    Result<data::ForeignStore> chosen;

private:
    [[nodiscard]] std::unique_ptr<im::Job> begin(const QString &call);
};

} // namespace fake
