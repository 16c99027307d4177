// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLatin1StringView>

class QSqlError;

//! What `Error::condition` holds for ErrorKind::Storage, so that code need not read words.
namespace store::condition
{

inline constexpr QLatin1StringView DiskFull{"disk-full"};
inline constexpr QLatin1StringView ReadOnly{"read-only"};
inline constexpr QLatin1StringView Locked{"locked"}; //!< another start of Palique, or another program, holds it
inline constexpr QLatin1StringView Damaged{"damaged"};
inline constexpr QLatin1StringView NewerSchema{"newer-schema"};
inline constexpr QLatin1StringView Constraint{"constraint"}; //!< one row breaks a rule of the schema
inline constexpr QLatin1StringView NotFound{"not-found"}; //!< the row that was to be changed is not there
inline constexpr QLatin1StringView NotOpen{"not-open"};
inline constexpr QLatin1StringView Other{"other"};
inline constexpr QLatin1StringView Restored{"restored"}; //!< Message::errorCondition of what was on its way when a backup was made

} // namespace store::condition

namespace store
{

//! SQLite's error in words for people; the engine's own words go to the log.
[[nodiscard]] Error storageError(const QSqlError &error);
//! An ErrorKind::Storage of our own.
[[nodiscard]] Error storageError(QLatin1StringView condition, QString text);
//! The row that was to be changed is gone.
[[nodiscard]] Error notFound();

//! Whether an error costs one row only: the transaction around it goes on.
[[nodiscard]] bool isRowError(const Error &error);

} // namespace store
