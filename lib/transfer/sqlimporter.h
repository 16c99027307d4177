// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/foreigndatabase.h"
#include "transfer/importer.h"

namespace transfer
{

//! Gajim's `logs.db` (before and since 2.0), Dino's `dino.db` and Psi+'s `history.db`: one query each, one reading for all.
class SqlImporter final : public Importer
{
public:
    SqlImporter(data::ForeignProgram program, QString path) : m_program(program), m_path(std::move(path)) { }

    //! Whose database it is, by its tables.
    [[nodiscard]] static std::optional<data::ForeignProgram> programOf(const QString &path);

    [[nodiscard]] Result<ForeignPage> next() override;

private:
    [[nodiscard]] Result<void> open();

    const data::ForeignProgram m_program;
    const QString m_path;
    std::unique_ptr<ForeignDatabase> m_database;
    QString m_sql; //!< rows after a key, see sqlOf()
    qint64 m_after = 0, m_done = 0, m_total = 0;
};

} // namespace transfer
