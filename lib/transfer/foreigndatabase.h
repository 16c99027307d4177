// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QTemporaryDir>

namespace transfer
{

//! Somebody else's SQLite file, which is not touched: it is read in place, or as a copy while its program keeps a write-ahead log.
class ForeignDatabase final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ForeignDatabase>> open(const QString &path);
    //! A connection for this thread.
    [[nodiscard]] Result<std::unique_ptr<store::Connection>> connect() const;

private:
    ForeignDatabase() = default;

    QString m_path;
    std::unique_ptr<QTemporaryDir> m_copy;
};

//! Whether there is such a table, or such a column in it.
[[nodiscard]] bool hasTable(store::Connection &connection, const QString &name);
[[nodiscard]] bool hasColumn(store::Connection &connection, const QString &table, const QString &name);

} // namespace transfer
