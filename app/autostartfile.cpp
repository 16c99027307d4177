// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostartfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app
{

static QString tr(const char *text) { return QCoreApplication::translate("app::AutostartFile", text); }

AutostartFile::AutostartFile(const QString &config, QString program, const QString &profile, const QString &name)
    : m_program(std::move(program)), m_arguments(u" --minimized"_s)
{
    if (!profile.isEmpty())
        m_arguments += u" --profile "_s + quoted(profile);
    // A second profile has a file beside the first one's.
    const QString folder = config + u"/autostart/"_s;
    m_paths = {folder + u"palique.desktop"_s, folder + u"palique-%1.desktop"_s.arg(name.isEmpty() ? u"main"_s : name)};
}

QString AutostartFile::quoted(const QString &argument)
{
    QString text;
    for (const QChar c : argument) {
        if (c == u'%')
            text += u'%'; // else a field code
        else if (u"\"`$\\"_s.contains(c))
            text += u'\\';
        text += c;
    }
    // The value of a key is a string with escapes of its own, which are undone first.
    return u'"' + text.replace(u"\\"_s, u"\\\\"_s).replace(u"\n"_s, u"\\n"_s) + u'"';
}

QString AutostartFile::ownProgram()
{
    const QString own = QCoreApplication::applicationFilePath(), name = QFileInfo(own).fileName();
    const QString found = QStandardPaths::findExecutable(name);
    const bool same = !found.isEmpty() && QFileInfo(found).canonicalFilePath() == QFileInfo(own).canonicalFilePath();
    return same ? name : quoted(own);
}

AutostartFile::Entry AutostartFile::read(const QString &path) const
{
    Entry entry;
    QFile file(path);
    entry.exists = file.exists();
    if (!file.open(QIODevice::ReadOnly))
        return entry;
    const QStringList lines = QString::fromUtf8(file.read(64 * 1024)).split(u'\n');
    bool inside = false;
    for (const QString &line : lines) {
        const QString key = line.section(u'=', 0, 0).trimmed(), value = line.section(u'=', 1).trimmed();
        if (line.startsWith(u'['))
            inside = line.trimmed() == "[Desktop Entry]"_L1;
        else if (inside && key == "Exec"_L1)
            entry.isOurs = value.endsWith(m_arguments);
        else if (inside && ((key == "Hidden"_L1 && value == "true"_L1) || (key == "X-GNOME-Autostart-enabled"_L1 && value == "false"_L1)))
            entry.isOff = true;
    }
    return entry;
}

views::Autostart::State AutostartFile::state() const
{
    for (const QString &path : m_paths) {
        if (const Entry entry = read(path); entry.isOurs && !entry.isOff)
            return State::On;
    }
    return State::Off;
}

Result<void> AutostartFile::set(State state)
{
    if (state == State::Off)
        return remove();
    for (const QString &path : m_paths) {
        if (read(path).isOurs)
            return write(path);
    }
    return write(m_paths.at(read(m_paths.first()).exists ? 1 : 0));
}

Result<void> AutostartFile::remove() const
{
    for (const QString &path : m_paths) {
        if (read(path).isOurs && !QFile::remove(path))
            return fail(ErrorKind::Storage, tr("The file %1 cannot be removed.").arg(path));
    }
    return {};
}

Result<void> AutostartFile::write(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray bytes = (u"[Desktop Entry]\nType=Application\nName=Palique\nIcon=palique\nExec="_s + m_program + m_arguments + u"\nTerminal=false\n"_s).toUtf8();
    const bool written = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return fail(ErrorKind::Storage, tr("The file %1 cannot be written.").arg(path));
    return {};
}

} // namespace app
