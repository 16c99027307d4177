// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/conversation.h"
#include "data/transfer.h"

#include <QObject>

#include <memory>

namespace im
{

//! Something long that a person waits for. Destroying it stops it, and no half file is left behind.
class Job : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Does it; to be called once.
    [[nodiscard]] virtual Task<Result<data::TransferOutcome>> run() = 0;

Q_SIGNALS:
    void progressed(qint64 done, qint64 total); //!< in units of its own
};

//! Chats into files and out of files: exports, backups, other programs' history.
class Transfer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! A name to propose for an export of these chats, or of all if there are none, with its suffix and without a folder.
    [[nodiscard]] virtual QString exportName(const QList<data::ConversationId> &chats, data::ExportFormat format) const = 0;
    //! Writes these chats, or all, into one file.
    [[nodiscard]] virtual std::unique_ptr<Job> exportChats(QList<data::ConversationId> chats, data::ExportFormat format, QString path) = 0;

    //! Writes everything but passwords into one file, and reads it again.
    [[nodiscard]] virtual std::unique_ptr<Job> backUp(QString path) = 0;
    //! What a backup holds; why it cannot be restored, if it cannot.
    [[nodiscard]] virtual Task<Result<data::BackupInfo>> inspectBackup(QString path) = 0;
    //! Puts a backup in the place of everything here, which is kept in a file of its own (TransferOutcome::setAside). Every account
    //! goes away, and those of the backup come; from then on it cannot be stopped.
    [[nodiscard]] virtual std::unique_ptr<Job> restore(QString path) = 0;

    //! Looks where other programs keep their history, and at all of it.
    [[nodiscard]] virtual Task<Result<QList<data::ForeignStore>>> findStores() = 0;
    //! Looks at a file or folder a person chose.
    [[nodiscard]] virtual Task<Result<data::ForeignStore>> lookAt(QString path) = 0;
    //! Takes in what is not here yet. `account` gets what belongs to no account here. Stopped, what came in stays.
    [[nodiscard]] virtual std::unique_ptr<Job> importStore(data::ForeignStore store, data::AccountId account) = 0;

Q_SIGNALS:
    //! A backup took the place of everything; its accounts are there.
    void restored();
};

} // namespace im
