// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace sasl
{

//! The comma-separated directives of DIGEST-MD5 (RFC 2831 7.1): lower-case name and unquoted value, in their order.
class DigestDirectives final
{
public:
    //! Nothing if the text breaks the grammar: an open quotation, a missing "=", more than 2048 bytes (RFC 2831 2.1.1).
    [[nodiscard]] static std::optional<DigestDirectives> parse(const QByteArray &text);

    [[nodiscard]] QList<QByteArray> all(QByteArrayView name) const;
    //! The value that may be there once at most; empty optional if it is not there exactly once.
    [[nodiscard]] std::optional<QByteArray> only(QByteArrayView name) const;

    //! A value between quotation marks, with quotation marks and backslashes escaped.
    [[nodiscard]] static QByteArray quoted(QByteArray value);

private:
    QList<std::pair<QByteArray, QByteArray>> m_items;
};

} // namespace sasl
