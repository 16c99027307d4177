// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app
{

static QString tr(const char *text) { return QCoreApplication::translate("app::Profile", text); }

static Result<QString> privateFolder(const QString &path)
{
    static constexpr auto Mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QFileInfo info(path);
    const bool made = QDir().mkpath(path) && QFile::setPermissions(path, Mine);
    if (!made || !info.isWritable())
        return fail(ErrorKind::Storage, tr("Palique cannot write in the folder %1. Check its permissions, or choose another with --profile.").arg(path));
    return QDir(path).canonicalPath();
}

Result<Profile> Profile::open(const QString &folder)
{
    Profile profile;
    const bool usual = folder.isEmpty();
    const auto base = [&](QStandardPaths::StandardLocation place, const QString &name) {
        return usual ? QStandardPaths::writableLocation(place) : QDir(folder).absoluteFilePath(name);
    };
    for (const auto &[field, place, name] : {
             std::tuple{&Profile::data, QStandardPaths::AppDataLocation, u"data"_s},
             std::tuple{&Profile::cache, QStandardPaths::CacheLocation, u"cache"_s},
             std::tuple{&Profile::settings, QStandardPaths::AppConfigLocation, u"settings"_s},
         }) {
        if (!usual) {
            if (const auto top = privateFolder(folder); !top)
                return std::unexpected(top.error());
        }
        const auto path = privateFolder(base(place, name));
        if (!path)
            return std::unexpected(path.error());
        profile.*field = *path;
    }
    if (!usual)
        profile.name = QString::fromLatin1(QCryptographicHash::hash(QDir(folder).canonicalPath().toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
    return profile;
}

} // namespace app
