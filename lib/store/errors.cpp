// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/errors.h"

#include <QCoreApplication>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("store::Database", text);
}

// Primary result codes (sqlite.org/rescode.html); the bits above the lowest eight say more, for the log.
enum Code {
    Busy = 5,
    LockedTable = 6,
    NoMemory = 7,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    TooBig = 18,
    ConstraintBroken = 19,
    Mismatch = 20,
    NotADatabase = 26,
};

} // namespace

Error storageError(QLatin1StringView condition, QString text)
{
    return {ErrorKind::Storage, QString(condition), std::move(text)};
}

Error storageError(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    switch (isNumber ? code & 0xff : 0) {
    case Full:
        return storageError(condition::DiskFull, tr("The disk is full. Free some space, then try again."));
    case ReadOnlyFile:
        return storageError(condition::ReadOnly, tr("Palique may not write to its own folder."));
    case Busy:
    case LockedTable:
        return storageError(condition::Locked, tr("Another program is using Palique's stored messages."));
    case Corrupt:
    case NotADatabase:
        return storageError(condition::Damaged, tr("The stored messages are damaged."));
    case ConstraintBroken:
    case TooBig:
    case Mismatch:
        return storageError(condition::Constraint, tr("This cannot be stored as it is."));
    case InputOutput:
        return storageError(condition::Other, tr("The disk did not read or write as it should."));
    case CannotOpen:
        return storageError(condition::Other, tr("Palique's stored messages cannot be opened."));
    case NoMemory:
        return storageError(condition::Other, tr("There is not enough memory."));
    default:
        return storageError(condition::Other, tr("Palique's store failed unexpectedly."));
    }
}

Error notFound()
{
    return storageError(condition::NotFound, tr("This is no longer stored."));
}

bool isRowError(const Error &error)
{
    if (error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Protocol)
        return true;
    return error.kind == ErrorKind::Storage && (error.condition == condition::Constraint || error.condition == condition::NotFound);
}

} // namespace store
