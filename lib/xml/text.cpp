// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/text.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace xml
{

std::optional<bool> Text<bool>::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed == u"true" || trimmed == u"1")
        return true;
    if (trimmed == u"false" || trimmed == u"0")
        return false;
    return std::nullopt;
}

QString Text<bool>::format(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

namespace
{

std::optional<int> digits(QStringView text, qsizetype at, qsizetype count)
{
    if (text.size() < at + count)
        return std::nullopt;
    int value = 0;
    for (const QChar c : text.mid(at, count)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + c.digitValue();
    }
    return value;
}

//! "Z", "+hh:mm" or "-hh:mm" in seconds.
std::optional<int> zone(QStringView text)
{
    if (text == u"Z" || text == u"z")
        return 0;
    if (text.size() != 6 || text[3] != u':' || (text[0] != u'+' && text[0] != u'-'))
        return std::nullopt;
    const auto hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59)
        return std::nullopt;
    const int seconds = *hours * 3600 + *minutes * 60;
    return text[0] == u'-' ? -seconds : seconds;
}

} // namespace

std::optional<QDateTime> Text<QDateTime>::parse(QStringView text)
{
    const QStringView s = text.trimmed();
    const auto year = digits(s, 0, 4), month = digits(s, 5, 2), day = digits(s, 8, 2);
    const auto hour = digits(s, 11, 2), minute = digits(s, 14, 2);
    auto second = digits(s, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || s[4] != u'-' || s[7] != u'-' || s[10] != u'T' || s[13] != u':' || s[16] != u':')
        return std::nullopt;
    qsizetype at = 19;
    int milliseconds = 0;
    if (at < s.size() && s[at] == u'.') {
        const qsizetype start = ++at;
        int scale = 100;
        while (at < s.size() && s[at] >= u'0' && s[at] <= u'9') {
            milliseconds += s[at++].digitValue() * scale;
            scale /= 10;
        }
        if (at == start)
            return std::nullopt;
    }
    const auto offset = zone(s.mid(at));
    if (*second == 60) // a leap second is the last moment before
        second = 59;
    const QDate date(*year, *month, *day);
    const QTime time(*hour, *minute, *second, milliseconds);
    if (!offset || !date.isValid() || !time.isValid() || *year < 1970)
        return std::nullopt;
    constexpr qint64 MsADay = 86'400'000, EpochDay = 2'440'588; // Julian day of 1970-01-01
    const auto utc = QDateTime::fromMSecsSinceEpoch((date.toJulianDay() - EpochDay) * MsADay + time.msecsSinceStartOfDay() - *offset * 1000LL, QTimeZone::UTC);
    const int utcYear = utc.date().year(); // a zone may lead out of the years that can be written
    return utcYear >= 1970 && utcYear <= 9999 ? std::optional(utc) : std::nullopt;
}

QString Text<QDateTime>::format(const QDateTime &value)
{
    const QDateTime utc = value.toUTC();
    return utc.toString(utc.time().msec() == 0 ? u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s : u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

std::optional<QByteArray> Text<QByteArray>::parse(QStringView text)
{
    QByteArray ascii;
    ascii.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (c.unicode() > 0x7f)
            return std::nullopt;
        ascii += char(c.unicode());
    }
    auto result = QByteArray::fromBase64Encoding(ascii, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

QString Text<QByteArray>::format(const QByteArray &value)
{
    return QString::fromLatin1(value.toBase64());
}

} // namespace xml
