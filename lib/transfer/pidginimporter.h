// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/filesimporter.h"

#include <QHash>
#include <QSet>

namespace transfer
{

//! Pidgin's folder `logs/jabber`: a folder an account, in it one a contact, in it a file a talk (transfer::pidgin).
class PidginImporter final : public FilesImporter
{
public:
    explicit PidginImporter(QString folder) : m_folder(std::move(folder)) { }

    [[nodiscard]] static bool knows(const QString &folder);

protected:
    [[nodiscard]] QStringList files() const override;
    [[nodiscard]] bool read(const QString &path, qint64 &offset, ForeignPage &page) override;

private:
    [[nodiscard]] const QSet<QString> &ownNames(const QString &accountFolder);

    const QString m_folder;
    QHash<QString, QSet<QString>> m_ownNames; //!< by the account's folder
};

} // namespace transfer
