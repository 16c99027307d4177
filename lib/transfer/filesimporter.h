// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importer.h"

#include <QStringList>

namespace transfer
{

//! What importers of many text files share: which file is next, and how far they are.
class FilesImporter : public Importer
{
public:
    [[nodiscard]] Result<ForeignPage> next() final;

protected:
    //! The files to read, in order.
    [[nodiscard]] virtual QStringList files() const = 0;
    //! Reads from `offset` of a file, which it moves on, until the page is full; answers whether the file is at its end.
    [[nodiscard]] virtual bool read(const QString &path, qint64 &offset, ForeignPage &page) = 0;
    static void add(ForeignPage &page, ForeignMessage message);

private:
    bool m_listed = false;
    QStringList m_files;
    qsizetype m_at = 0;
    qint64 m_offset = 0;
};

} // namespace transfer
