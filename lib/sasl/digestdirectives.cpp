// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/digestdirectives.h"

namespace
{

constexpr qsizetype MaxLength = 2'048;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

//! Reads one after the other what the grammar has; `at` never leaves the text.
class Cursor final
{
public:
    explicit Cursor(const QByteArray &text) : m_text(text) { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void skipSeparators()
    {
        while (!atEnd() && (isSpace(m_text[m_at]) || m_text[m_at] == ','))
            ++m_at;
    }
    void skipSpaces()
    {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }
    [[nodiscard]] QByteArray token()
    {
        const qsizetype start = m_at;
        while (!atEnd() && !isSpace(m_text[m_at]) && !QByteArrayView(",=\"").contains(m_text[m_at]))
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }
    //! After an opening quotation mark, up to the closing one.
    [[nodiscard]] std::optional<QByteArray> quotation()
    {
        QByteArray value;
        while (!atEnd()) {
            char c = m_text[m_at++];
            if (c == '"')
                return value;
            if (c == '\\') {
                if (atEnd())
                    return std::nullopt;
                c = m_text[m_at++];
            }
            value += c;
        }
        return std::nullopt;
    }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
};

} // namespace

namespace sasl
{

std::optional<DigestDirectives> DigestDirectives::parse(const QByteArray &text)
{
    if (text.size() > MaxLength)
        return std::nullopt;
    DigestDirectives directives;
    Cursor cursor(text);
    for (cursor.skipSeparators(); !cursor.atEnd(); cursor.skipSeparators()) {
        const QByteArray name = cursor.token().toLower();
        cursor.skipSpaces();
        if (name.isEmpty() || !cursor.take('='))
            return std::nullopt;
        cursor.skipSpaces();
        const auto value = cursor.take('"') ? cursor.quotation() : std::optional(cursor.token());
        if (!value)
            return std::nullopt;
        directives.m_items << std::pair(name, *value);
        cursor.skipSpaces();
        if (!cursor.atEnd() && !cursor.take(','))
            return std::nullopt;
    }
    return directives;
}

QList<QByteArray> DigestDirectives::all(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const auto &[key, value] : m_items)
        if (key == name)
            values << value;
    return values;
}

std::optional<QByteArray> DigestDirectives::only(QByteArrayView name) const
{
    const QList<QByteArray> values = all(name);
    return values.size() == 1 ? std::optional(values.first()) : std::nullopt;
}

QByteArray DigestDirectives::quoted(QByteArray value)
{
    return '"' + value.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

} // namespace sasl
