// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/psiimporter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace transfer
{

namespace
{

//! "ana_at_example.org": every other character than letters, digits and dots is "%2D".
Jid addressOf(const QString &path)
{
    QString name = QFileInfo(path).completeBaseName();
    name.replace(u"_at_"_s, u"@"_s);
    return Jid::parse(QString::fromUtf8(QByteArray::fromPercentEncoding(name.toUtf8()))).value_or(Jid());
}

QString unescaped(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const QChar code = text[++i];
        result += code == u'n' ? QChar(u'\n') : code == u'p' ? QChar(u'|') : code;
    }
    return result;
}

enum class Line { Message, Other, Damaged };

//! Reads "|time|kind|direction|flags|" and what the flags say stands before the text.
Line parse(const QString &line, ForeignMessage &message)
{
    QList<QStringView> fields = QStringView(line).split(u'|');
    if (fields.size() < 6 || !fields[0].isEmpty() || fields[4].size() < 2)
        return Line::Damaged;
    bool isNumber = false;
    const int kind = fields[2].toInt(&isNumber), extra = QString(fields[4][1] == u'-' ? QChar(u'0') : fields[4][1]).toInt(nullptr, 16);
    if (!isNumber || (fields[3] != u"to"_s && fields[3] != u"from"_s))
        return Line::Damaged;
    if (kind != 0 && kind != 1)
        return Line::Other; // requests, errors, headlines
    const qsizetype text = 5 + (extra & 1 ? 1 : 0) + (extra & 2 ? 2 : 0); // a subject; a link with its title
    if (fields.size() <= text)
        return Line::Damaged;
    message.time = QDateTime::fromString(fields[1].toString(), Qt::ISODate).toUTC();
    message.direction = fields[3] == u"to"_s ? data::Direction::Sent : data::Direction::Received;
    message.body = unescaped(fields[text]);
    if (extra & 2 && !message.body.contains(fields[text - 2]))
        message.body += u'\n' + unescaped(fields[text - 2]);
    return message.body.trimmed().isEmpty() ? Line::Other : Line::Message;
}

} // namespace

QStringList PsiImporter::files() const
{
    QStringList paths;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({u"*.history"_s}, QDir::Files, QDir::Name))
        paths << file.filePath();
    return paths;
}

bool PsiImporter::read(const QString &path, qint64 &offset, ForeignPage &page)
{
    const Jid contact = addressOf(path);
    QFile file(path);
    if (contact.isEmpty() || !file.open(QIODevice::ReadOnly) || !file.seek(offset)) {
        ++page.damaged;
        return true;
    }
    while (page.messages.size() < PageSize) {
        QByteArray line = file.readLine(4 * LongestText);
        if (line.isEmpty())
            return true;
        offset = file.pos();
        if (line.endsWith('\n'))
            line.chop(1);
        if (line.endsWith('\r'))
            line.chop(1);
        ForeignMessage message;
        message.contact = contact;
        const Line kind = line.isEmpty() ? Line::Other : parse(QString::fromUtf8(line), message);
        if (kind == Line::Message)
            add(page, std::move(message));
        else if (kind == Line::Damaged)
            ++page.damaged;
    }
    return false;
}

} // namespace transfer
