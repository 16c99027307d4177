// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>
#include <QVariant>

#include <type_traits>

// How values of ours look as values of SQLite: integers, text, bytes. Absent times and ids are NULL; text never is.
namespace store
{

[[nodiscard]] inline QVariant toSql(const QString &text) { return text.isNull() ? QVariant(QString(QLatin1StringView(""))) : QVariant(text); }
[[nodiscard]] inline QVariant toSql(const QByteArray &bytes) { return bytes.isNull() ? QVariant(QByteArray("", 0)) : QVariant(bytes); }
[[nodiscard]] inline QVariant toSql(const Jid &jid) { return toSql(jid.toString()); }
[[nodiscard]] inline QVariant toSql(const QDateTime &time) { return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>()); }
[[nodiscard]] QVariant toSql(const QStringList &list); //!< a JSON array, "" for none

template <typename Tag>
[[nodiscard]] QVariant toSql(data::RowId<Tag> id)
{
    return id ? QVariant(id.value) : QVariant(QMetaType::fromType<qint64>());
}

template <typename T>
    requires(std::is_integral_v<T> || std::is_enum_v<T>)
[[nodiscard]] QVariant toSql(T value)
{
    return QVariant(static_cast<qint64>(value));
}

inline void fromSql(const QVariant &value, QString &text) { text = value.toString(); }
inline void fromSql(const QVariant &value, QByteArray &bytes) { bytes = value.toByteArray(); }
inline void fromSql(const QVariant &value, bool &flag) { flag = value.toLongLong() != 0; }
inline void fromSql(const QVariant &value, QDateTime &time)
{
    time = value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}
void fromSql(const QVariant &value, Jid &jid); //!< empty if it is no address
void fromSql(const QVariant &value, QStringList &list);

template <typename Tag>
void fromSql(const QVariant &value, data::RowId<Tag> &id)
{
    id.value = value.toLongLong();
}

template <typename T>
    requires((std::is_integral_v<T> && !std::is_same_v<T, bool>) || std::is_enum_v<T>)
void fromSql(const QVariant &value, T &number)
{
    number = static_cast<T>(value.toLongLong());
}

} // namespace store
