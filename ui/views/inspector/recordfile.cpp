// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/recordfile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace views
{

Result<void> writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return fail(ErrorKind::Storage, QCoreApplication::translate("views::InspectorWindow", "The file cannot be written: %1").arg(file.errorString()));
    return {};
}

} // namespace views
