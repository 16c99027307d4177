// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/filesimporter.h"

namespace transfer
{

//! Psi's folder `history`: a file a contact, "ana_at_example.org.history", a line a message,
//! "|2010-09-12T15:35:05|1|to|N---|text": local time, kind, direction, flags. Whose account it was no file says.
class PsiImporter final : public FilesImporter
{
public:
    explicit PsiImporter(QString folder) : m_folder(std::move(folder)) { }

protected:
    [[nodiscard]] QStringList files() const override;
    [[nodiscard]] bool read(const QString &path, qint64 &offset, ForeignPage &page) override;

private:
    const QString m_folder;
};

} // namespace transfer
