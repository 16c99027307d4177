// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QMutex>
#include <QString>

namespace app
{

//! What the program says of itself, kept in a file that only its person can read, for when something went wrong. It never holds a
//! password or what somebody wrote: nothing that logs may say those. At most two files of 1 MB; as long as it lives it also says
//! everything where it was said before.
class LogFile final
{
public:
    static constexpr qint64 MaxBytes = 1'000'000;
    static constexpr qsizetype LongestLine = 2000;

    //! Writes to `palique.log` in the folder; if it cannot, everything goes on without. One at a time.
    explicit LogFile(const QString &folder);
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;
    ~LogFile();

    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void write(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void open();

    QMutex m_mutex;
    QFile m_file;
    QtMessageHandler m_former = nullptr;
};

} // namespace app
