// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/plaintext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace transfer
{

namespace
{

//! Embeddings, overrides, isolates and marks (UAX #9 2).
bool turnsDirection(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x061C;
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QString withoutHalves(QString text)
{
    if (!text.isValidUtf16())
        text = QString::fromUtf8(text.toUtf8());
    return text.replace(QChar(0xFFFE), QChar::ReplacementCharacter).replace(QChar(0xFFFF), QChar::ReplacementCharacter);
}

} // namespace

QString oneLine(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (!turnsDirection(c))
            result += isControl(c) ? QChar(u' ') : c;
    }
    return result.simplified();
}

QStringList linesOf(const QString &text)
{
    static const QRegularExpression breaks(u"\\r\\n|[\\n\\r\\x{0B}\\x{0C}\\x{85}\\x{2028}\\x{2029}]"_s);
    QStringList lines = text.split(breaks);
    for (QString &line : lines) {
        for (QChar &c : line) {
            if (isControl(c) && c != u'\t')
                c = QChar::ReplacementCharacter;
        }
    }
    return lines;
}

QString storable(QString text)
{
    return withoutHalves(std::move(text)).replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

QString fileNameOf(const QString &name)
{
    static const QRegularExpression bad(u"[/\\\\:*?\"<>|]"_s);
    QString result = oneLine(withoutHalves(name)).replace(bad, u"_"_s).left(80);
    if (!result.isEmpty() && result.back().isHighSurrogate())
        result.chop(1);
    while (result.startsWith(u'.') || result.startsWith(u' '))
        result.remove(0, 1);
    return result.isEmpty() ? u"chat"_s : result.trimmed();
}

} // namespace transfer
