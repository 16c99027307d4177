// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

// What goes out of the store into files, and comes in from them.
namespace data
{

enum class ExportFormat { Text, Html, Json };

//! Whose history can be read.
enum class ForeignProgram { Gajim, Dino, Psi, Pidgin };

//! What another program keeps in one place.
struct ForeignStore
{
    ForeignProgram program = ForeignProgram::Gajim;
    QString path; //!< a file or a folder
    QList<Jid> accounts; //!< whose history it is; empty: the program does not say
    int chats = 0;
    qint64 messages = 0;
    qint64 groups = 0; //!< messages of groups, which are left out
    qint64 damaged = 0; //!< lines that make no sense

    friend bool operator==(const ForeignStore &, const ForeignStore &) = default;
};

//! What a backup says of itself.
struct BackupInfo
{
    QDateTime made; //!< UTC
    QString program; //!< the version that made it
    int format = 0; //!< of the schema
    QStringList accounts;
    int chats = 0;
    qint64 messages = 0;

    friend bool operator==(const BackupInfo &, const BackupInfo &) = default;
};

//! What came of an export, a backup or an import.
struct TransferOutcome
{
    int chats = 0;
    qint64 messages = 0; //!< written, or new here
    qint64 known = 0; //!< were here already
    qint64 groups = 0; //!< messages of groups, which were left out
    qint64 damaged = 0; //!< lines that made no sense
    QString setAside; //!< what a restored backup took the place of, or empty

    friend bool operator==(const TransferOutcome &, const TransferOutcome &) = default;
};

} // namespace data
