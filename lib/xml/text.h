// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <array>
#include <concepts>
#include <optional>
#include <utility>

namespace xml
{

//! The wire names of an enum: specialise as `template <> inline constexpr std::array xml::names<E> = {std::pair{E::A, u"a"}, …};`
//! with QStringView as the second type. An unknown name is an error, never a default.
template <typename E>
inline constexpr std::nullptr_t names = nullptr;

template <typename E>
using NameOf = std::pair<E, QStringView>;

//! How one value is written as text and read back; reading fails rather than guesses.
template <typename T>
struct Text;

template <>
struct Text<QString>
{
    static std::optional<QString> parse(QStringView text) { return text.toString(); }
    static QString format(const QString &value) { return value; }
};

template <>
struct Text<bool>
{
    //! xs:boolean
    static std::optional<bool> parse(QStringView text);
    static QString format(bool value);
};

template <std::integral T>
struct Text<T>
{
    static std::optional<T> parse(QStringView text)
    {
        bool fine = false;
        const QStringView trimmed = text.trimmed();
        if constexpr (std::is_signed_v<T>) {
            const qlonglong value = trimmed.toLongLong(&fine);
            return fine && std::in_range<T>(value) ? std::optional(T(value)) : std::nullopt;
        } else {
            const qulonglong value = trimmed.toULongLong(&fine);
            return fine && !trimmed.startsWith(u'-') && std::in_range<T>(value) ? std::optional(T(value)) : std::nullopt;
        }
    }
    static QString format(T value) { return QString::number(value); }
};

template <>
struct Text<Jid>
{
    static std::optional<Jid> parse(QStringView text) { return Jid::parse(text); }
    static QString format(const Jid &value) { return value.toString(); }
};

//! XEP-0082 DateTime: years 1970 to 9999, a zone is required, fractions beyond milliseconds are cut.
template <>
struct Text<QDateTime>
{
    static std::optional<QDateTime> parse(QStringView text);
    static QString format(const QDateTime &value);
};

//! Base64 (RFC 4648 4); white space is allowed between, anything else is an error.
template <>
struct Text<QByteArray>
{
    static std::optional<QByteArray> parse(QStringView text);
    static QString format(const QByteArray &value);
};

template <typename E>
    requires std::is_enum_v<E>
struct Text<E>
{
    static std::optional<E> parse(QStringView text)
    {
        for (const auto &[value, name] : names<E>) {
            if (name == text)
                return value;
        }
        return std::nullopt;
    }
    static QString format(E wanted)
    {
        for (const auto &[value, name] : names<E>) {
            if (value == wanted)
                return name.toString();
        }
        Q_UNREACHABLE_RETURN({});
    }
};

} // namespace xml
