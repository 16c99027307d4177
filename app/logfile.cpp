// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"

#include <QDateTime>

#include <atomic>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{

std::atomic<LogFile *> current = nullptr;

QLatin1StringView nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return "?"_L1;
}

} // namespace

LogFile::LogFile(const QString &folder) : m_file(folder + u"/palique.log"_s)
{
    open();
    current = this;
    m_former = qInstallMessageHandler(&LogFile::handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_former);
    const QMutexLocker lock(&m_mutex);
    current = nullptr;
}

void LogFile::open()
{
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void LogFile::handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    LogFile *log = current;
    if (!log)
        return;
    log->write(type, context, text);
    if (log->m_former)
        log->m_former(type, context, text);
}

void LogFile::write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString when = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    // One line each, whatever is in it: a text of the network cannot make up lines of its own.
    QString line = text.left(LongestLine);
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    const QMutexLocker lock(&m_mutex);
    if (!m_file.isOpen())
        return;
    if (m_file.size() > MaxBytes) {
        m_file.close();
        const QString older = m_file.fileName() + u".1"_s;
        QFile::remove(older);
        QFile::rename(m_file.fileName(), older);
        open();
    }
    m_file.write(u"%1 %2 %3: %4\n"_s.arg(when, nameOf(type), QLatin1StringView(context.category ? context.category : ""), line).toUtf8());
}

} // namespace app
