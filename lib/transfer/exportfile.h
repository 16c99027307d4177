// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/exportwriter.h"

#include <QSaveFile>

namespace transfer
{

//! An export on its way to the disk, for any thread, one at a time. Destroyed before finish(), it leaves nothing behind.
//! Only its owner may read the file. Errors are ErrorKind::Storage.
class ExportFile final
{
public:
    ExportFile(QString path, std::unique_ptr<ExportWriter> writer);

    [[nodiscard]] Result<void> begin(const QDateTime &now);
    [[nodiscard]] Result<void> beginChat(const ExportedChat &chat) { return write(m_writer->beginChat(chat)); }
    [[nodiscard]] Result<void> add(const QList<data::Message> &messages);
    [[nodiscard]] Result<void> endChat() { return write(m_writer->endChat()); }
    //! The whole file takes its name.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> write(const QByteArray &bytes);
    [[nodiscard]] std::unexpected<Error> failed() const;

    QSaveFile m_file;
    std::unique_ptr<ExportWriter> m_writer;
};

} // namespace transfer
