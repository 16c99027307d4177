// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettematch.h"

#include "models/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

namespace
{
// Names come from others: no more of one than this is searched.
constexpr qsizetype LongestText = 300;

QString cut(const QString &text, qsizetype most)
{
    QString part = text.left(most);
    if (!part.isEmpty() && part.back().isHighSurrogate())
        part.chop(1);
    return part;
}

bool isWordCharacter(QStringView text, qsizetype at)
{
    if (text[at].isLowSurrogate() && at > 0 && text[at - 1].isHighSurrogate())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(text[at - 1], text[at]));
    return text[at].isLetterOrNumber();
}

//! Whether `word` is in `text` where a word of it begins.
bool beginsAWord(QStringView text, QStringView word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !isWordCharacter(text, at - 1))
            return true;
    }
    return false;
}

Match matchWord(const PaletteText &text, QStringView word)
{
    if (!text.all().contains(word))
        return Match::None; // most texts end here
    if (beginsAWord(text.title(), word))
        return Match::Title;
    return beginsAWord(text.second(), word) ? Match::Words : Match::Inside;
}
}

QString searchable(const QString &text)
{
    QString plain = folded(text);
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Format || c.category() == QChar::Mark_Enclosing; });
    return plain.simplified();
}

PaletteText::PaletteText(const QString &title, const QString &second)
{
    m_text = searchable(cut(title, LongestText));
    m_titleEnd = m_text.size();
    m_text += u'\n' + searchable(cut(second, LongestText));
}

PaletteQuery::PaletteQuery(const QString &typed)
    : m_typed(cut(typed, LongestQuery).trimmed()), m_whole(searchable(m_typed)), m_words(m_whole.split(u' ', Qt::SkipEmptyParts))
{
    m_words.resize(std::min(m_words.size(), MostWords));
}

Match PaletteQuery::match(const PaletteText &text) const
{
    Match least = Match::Prefix;
    for (const QString &word : m_words) {
        least = std::min(least, matchWord(text, word));
        if (least == Match::None)
            return Match::None;
    }
    return text.title().startsWith(m_whole) || text.second() == m_whole ? Match::Prefix : least;
}

} // namespace models
