// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/pidginimporter.h"

#include "transfer/pidginlog.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace transfer
{

namespace
{

constexpr qint64 LargestFile = 50'000'000;

QFileInfoList foldersIn(const QString &folder)
{
    return QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
}

QFileInfoList logsIn(const QString &folder)
{
    QFileInfoList logs = QDir(folder).entryInfoList({u"*.html"_s, u"*.txt"_s}, QDir::Files, QDir::Name);
    logs.removeIf([](const QFileInfo &file) { return !pidgin::startOf(file.fileName()).isValid(); });
    return logs;
}

Jid addressOf(const QString &folder)
{
    return Jid::parse(pidgin::unescapedName(QFileInfo(folder).fileName())).value_or(Jid()).bare();
}

std::optional<pidgin::Log> parsedFile(const QString &path)
{
    QFile file(path);
    if (file.size() > LargestFile || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return pidgin::parse(QString::fromUtf8(file.readAll()), pidgin::startOf(QFileInfo(path).fileName()));
}

} // namespace

bool PidginImporter::knows(const QString &folder)
{
    for (const QFileInfo &account : foldersIn(folder)) {
        if (addressOf(account.filePath()).local().isEmpty())
            continue;
        for (const QFileInfo &contact : foldersIn(account.filePath())) {
            if (!logsIn(contact.filePath()).isEmpty())
                return true;
        }
    }
    return false;
}

QStringList PidginImporter::files() const
{
    QStringList paths;
    for (const QFileInfo &account : foldersIn(m_folder)) {
        for (const QFileInfo &contact : foldersIn(account.filePath())) {
            if (contact.fileName() == ".system"_L1)
                continue; // who came and went
            for (const QFileInfo &log : logsIn(contact.filePath()))
                paths << log.filePath();
        }
    }
    return paths;
}

//! Plain logs tell names alone: one that talks with several contacts is the person's own.
const QSet<QString> &PidginImporter::ownNames(const QString &accountFolder)
{
    const auto known = m_ownNames.constFind(accountFolder);
    if (known != m_ownNames.cend())
        return *known;
    QHash<QString, QSet<QString>> contactsOf;
    for (const QFileInfo &contact : foldersIn(accountFolder)) {
        if (contact.fileName().endsWith(".chat"_L1))
            continue;
        for (const QFileInfo &file : logsIn(contact.filePath())) {
            const auto log = file.suffix() == "txt"_L1 ? parsedFile(file.filePath()) : std::nullopt;
            for (const pidgin::Line &line : log ? log->lines : QList<pidgin::Line>())
                contactsOf[line.name] << contact.fileName();
        }
    }
    QSet<QString> &own = m_ownNames[accountFolder];
    for (const auto &[name, contacts] : contactsOf.asKeyValueRange()) {
        if (contacts.size() > 1)
            own << name;
    }
    return own;
}

bool PidginImporter::read(const QString &path, qint64 &, ForeignPage &page)
{
    const QString contactFolder = QFileInfo(path).path(), accountFolder = QFileInfo(contactFolder).path();
    auto log = parsedFile(path);
    if (!log) {
        ++page.damaged;
        return true;
    }
    page.damaged += log->damaged;
    if (contactFolder.endsWith(".chat"_L1)) {
        page.groups += log->lines.size();
        return true;
    }
    pidgin::Parties parties{addressOf(accountFolder), addressOf(contactFolder), {}};
    if (path.endsWith(".txt"_L1))
        parties.ownNames = ownNames(accountFolder);
    pidgin::tellApart(log->lines, parties);
    for (pidgin::Line &line : log->lines) {
        if (!line.direction)
            ++page.damaged; // nobody knows who said it
        else
            add(page, {parties.account, parties.contact, *line.direction, std::move(line.body), line.time, {}, {}});
    }
    return true;
}

} // namespace transfer
