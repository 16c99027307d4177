// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "data/transfer.h"
#include "store/migrations.h"

// Backups of `palique.db`. A backup is an SQLite database itself, with ApplicationId in its header and a table `backup`
// (key, value) besides the schema. It holds no secret, since the store has none, and nothing that belongs to one machine:
// neither the state of a stream nor the name a device goes by. These functions block: they are for a thread of their own.
namespace store
{

//! `PRAGMA application_id` of a backup: "Pali".
inline constexpr qint64 BackupApplicationId = 0x50616c69;

//! Copies the store in `folder`, in use or not, as it is at this moment; a file of that name is replaced when the new one is whole.
[[nodiscard]] Result<void> writeBackup(const QString &folder, const QString &path, const QDateTime &now);

//! Checks all of a backup and tells what is in it. ErrorKind::Invalid if it is none, condition::Damaged, condition::NewerSchema.
[[nodiscard]] Result<data::BackupInfo> checkBackup(const QString &path, std::span<const Migration> migrations = mainMigrations());

//! Checks a backup and makes a store of its contents beside the one in `folder`.
//!
//! What was on its way when the backup was made has failed then, with a word why: it may have gone since, so a person decides.
[[nodiscard]] Result<data::BackupInfo> prepareRestore(const QString &path, const QString &folder, std::span<const Migration> migrations = mainMigrations());
//! What was prepared waits for the next opening of the folder: it takes the store's place, and that gets a name of its own
//! (Opened::setAside). Does not block.
[[nodiscard]] Result<void> stageRestore(const QString &folder);

//! The file that is prepared, which without stageRestore() is nothing, and the one that waits.
[[nodiscard]] QString preparedRestore(const QString &folder);
[[nodiscard]] QString stagedRestore(const QString &folder);

} // namespace store
