// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/values.h"

#include "base/log.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store
{

QVariant toSql(const QStringList &list)
{
    if (list.isEmpty())
        return toSql(QString());
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

void fromSql(const QVariant &value, QStringList &list)
{
    list.clear();
    const QString text = value.toString();
    if (text.isEmpty())
        return;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &item : array)
        list << item.toString();
}

void fromSql(const QVariant &value, Jid &jid)
{
    const QString text = value.toString();
    if (text.isEmpty()) {
        jid = Jid();
        return;
    }
    const auto parsed = Jid::parse(text);
    if (!parsed)
        qCWarning(logStore) << "a stored address is none any more";
    jid = parsed.value_or(Jid());
}

} // namespace store
