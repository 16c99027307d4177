// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportfile.h"

#include "store/errors.h"

#include <QCoreApplication>
#include <QDir>

namespace transfer
{

static QString tr(const char *text) { return QCoreApplication::translate("transfer::Export", text); }

ExportFile::ExportFile(QString path, std::unique_ptr<ExportWriter> writer) : m_file(std::move(path)), m_writer(std::move(writer)) { }

Result<void> ExportFile::begin(const QDateTime &now)
{
    if (!m_file.open(QIODevice::WriteOnly) || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failed();
    return write(m_writer->begin(now));
}

Result<void> ExportFile::add(const QList<data::Message> &messages)
{
    for (const data::Message &message : messages) {
        if (const auto done = write(m_writer->message(message)); !done)
            return done;
    }
    return {};
}

Result<void> ExportFile::finish()
{
    if (const auto done = write(m_writer->end()); !done)
        return done;
    return m_file.commit() ? Result<void>() : failed();
}

Result<void> ExportFile::write(const QByteArray &bytes)
{
    return m_file.write(bytes) == bytes.size() ? Result<void>() : failed();
}

std::unexpected<Error> ExportFile::failed() const
{
    const QString where = QDir::toNativeSeparators(m_file.fileName());
    switch (m_file.error()) {
    case QFileDevice::ResourceError:
        return fail(store::storageError(store::condition::DiskFull, tr("There is no room left for “%1”. Free some space, or choose another disk.").arg(where)));
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError:
        return fail(store::storageError(store::condition::ReadOnly, tr("Palique may not write “%1”. Choose another folder.").arg(where)));
    default:
        return fail(store::storageError(store::condition::Other, tr("The file “%1” cannot be written: %2").arg(where, m_file.errorString())));
    }
}

} // namespace transfer
