// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace app
{

StartFile::StartFile(const QString &folder, QString logFile) : m_path(folder + u"/start.ini"_s), m_logFile(std::move(logFile))
{
}

QString StartFile::language() const
{
    const QString kept = QSettings(m_path, QSettings::IniFormat).value("language"_L1).toString();
    return languages().contains(kept) ? kept : QString();
}

Result<void> StartFile::setLanguage(const QString &language)
{
    QSettings file(m_path, QSettings::IniFormat);
    if (language.isEmpty())
        file.remove("language"_L1);
    else
        file.setValue("language"_L1, language);
    file.sync();
    if (file.status() != QSettings::NoError)
        return fail(ErrorKind::Storage, QCoreApplication::translate("app::StartFile", "The file %1 cannot be written.").arg(m_path));
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

} // namespace app
