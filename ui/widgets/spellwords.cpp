// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spellwords.h"

#include <QChar>

namespace widgets {

namespace {

constexpr int LongestWord = 60; // UTF-16 units: longer ones are no words
constexpr QChar Typographic(0x2019);

char32_t at(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[i + 1]);
    return c.unicode();
}

int width(char32_t c)
{
    return c > 0xffff ? 2 : 1;
}

//! Of scripts whose words are not told apart by spaces there is no word to look up.
bool isSpaceless(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

bool isWordPart(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == u'_';
}

bool isApostrophe(char32_t c)
{
    return c == u'\'' || c == Typographic.unicode();
}

//! A piece between spaces that is no prose as a whole.
bool isForeign(QStringView piece)
{
    if (piece.contains(u'@') || piece.contains(u"://") || piece.startsWith(u"www.", Qt::CaseInsensitive) || piece.startsWith(u'/') || piece.startsWith(u'~') || piece.contains(u'\\'))
        return true;
    if (piece.startsWith(u"xmpp:", Qt::CaseInsensitive) || piece.startsWith(u"mailto:", Qt::CaseInsensitive))
        return true;
    for (qsizetype i = 1; i + 1 < piece.size(); ++i) { // a name of a file or a server
        if (piece[i] == u'.' && piece[i - 1].isLetterOrNumber() && piece[i + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

//! The end of :name: or of its beginning, if one begins at `i`; else `i`.
qsizetype afterEmojiName(QStringView piece, qsizetype i)
{
    if (piece[i] != u':' || (i > 0 && piece[i - 1].isLetterOrNumber()))
        return i;
    qsizetype end = i + 1;
    while (end < piece.size() && (piece[end].isLetterOrNumber() || piece[end] == u'_' || piece[end] == u'+' || piece[end] == u'-'))
        ++end;
    return end == i + 1 ? i : end;
}

void wordsOf(QStringView piece, qsizetype offset, QList<SpellWord> &words)
{
    for (qsizetype i = 0; i < piece.size();) {
        if (const qsizetype after = afterEmojiName(piece, i); after > i) {
            i = after;
            continue;
        }
        if (!isWordPart(at(piece, i))) {
            i += width(at(piece, i));
            continue;
        }
        const qsizetype start = i;
        bool plain = true;
        while (i < piece.size()) {
            const char32_t c = at(piece, i);
            const bool inner = isApostrophe(c) && i > start && i + 1 < piece.size() && QChar::isLetter(at(piece, i + 1));
            if (!isWordPart(c) && !inner)
                break;
            plain = plain && (inner || ((QChar::isLetter(c) || QChar::isMark(c)) && !isSpaceless(c)));
            i += width(c);
        }
        const qsizetype length = i - start;
        if (plain && length > 1 && length <= LongestWord)
            words.append({int(offset + start), int(length)});
    }
}

}

QList<SpellWord> spellWords(QStringView line, CodeBlock &block)
{
    QList<SpellWord> words;
    const bool fence = line.startsWith(u"```");
    if (block == CodeBlock::Inside || fence) {
        if (fence)
            block = block == CodeBlock::Inside ? CodeBlock::Outside : CodeBlock::Inside;
        return words;
    }
    if (line.startsWith(u'>')) // somebody else's
        return words;
    for (qsizetype i = 0; i < line.size();) {
        if (line[i].isSpace()) {
            ++i;
            continue;
        }
        if (line[i] == u'`') {
            if (const qsizetype end = line.indexOf(u'`', i + 1); end > 0) {
                i = end + 1;
                continue;
            }
        }
        qsizetype end = i + 1;
        while (end < line.size() && !line[end].isSpace() && line[end] != u'`')
            ++end;
        if (const QStringView piece = line.sliced(i, end - i); !isForeign(piece))
            wordsOf(piece, i, words);
        i = end;
    }
    return words;
}

}
