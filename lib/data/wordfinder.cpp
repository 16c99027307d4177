// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/wordfinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace data
{

namespace
{

constexpr qsizetype Lead = 40, Longest = 200; // characters of a snippet before what is found, and in all
constexpr qsizetype Reach = 200'000; // nobody reads on

//! A word of a text and where it is there.
struct Word
{
    QString folded;
    int start = 0, end = 0;
};

//! The code point at a place, and how many units it has.
std::pair<char32_t, int> pointAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text[at + 1]), 2};
    return {c.unicode(), 1};
}

bool isMark(char32_t c)
{
    return c > 0x7f && (QChar::category(c) == QChar::Mark_NonSpacing || QChar::category(c) == QChar::Mark_SpacingCombining);
}

//! What SQLite's unicode61 takes for a part of a word.
bool isWordPart(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

void appendFolded(QString *folded, char32_t c)
{
    if (c < 0x80) {
        folded->append(QChar(char16_t(c)).toLower());
        return;
    }
    const QString parts = QString(QStringView(QChar::fromUcs4(c))).normalized(QString::NormalizationForm_D);
    for (const char32_t part : parts.toUcs4()) {
        if (!isMark(part))
            folded->append(QChar::fromUcs4(QChar::toCaseFolded(part)));
    }
}

//! Calls `f(Word)` for each word in turn until that answers false.
template <typename F>
void forEachWord(QStringView text, F f)
{
    Word word;
    for (qsizetype at = 0; at < text.size();) {
        const auto [c, units] = pointAt(text, at);
        const bool inside = isWordPart(c);
        if (inside && word.folded.isEmpty())
            word.start = int(at);
        at += units;
        if (inside || (isMark(c) && !word.folded.isEmpty())) {
            appendFolded(&word.folded, c);
            word.end = int(at);
        } else if (!word.folded.isEmpty()) {
            if (!f(word))
                return;
            word.folded.clear();
        }
    }
    if (!word.folded.isEmpty())
        f(word);
}

bool isUnspacedPoint(char32_t c)
{
    return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) || (c >= 0x3040 && c <= 0x30ff)
        || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0x20000 && c <= 0x3ffff);
}

template <typename F>
bool anyPoint(QStringView text, F f)
{
    for (qsizetype at = 0; at < text.size();) {
        const auto [c, units] = pointAt(text, at);
        if (f(c))
            return true;
        at += units;
    }
    return false;
}

} // namespace

QString foldedText(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const auto [c, units] = pointAt(text, at);
        if (!isMark(c))
            appendFolded(&folded, c);
        at += units;
    }
    return folded;
}

bool hasWords(QStringView text)
{
    return anyPoint(text, isWordPart);
}

bool isUnspaced(QStringView text)
{
    return anyPoint(text, isUnspacedPoint);
}

WordFinder::WordFinder(const QList<SearchTerm> &terms)
{
    for (const SearchTerm &term : terms) {
        if (isPiece(term)) {
            m_pieces << term.text;
            continue;
        }
        Phrase phrase{{}, term.prefix};
        forEachWord(term.text, [&phrase](const Word &word) {
            phrase.words << word.folded;
            return true;
        });
        m_phrases << phrase;
    }
}

QList<TextSpan> WordFinder::find(QStringView text, int limit) const
{
    text = text.first(std::min(text.size(), Reach));
    QList<TextSpan> spans;
    for (const QString &piece : m_pieces) {
        for (qsizetype at = text.indexOf(piece, 0, Qt::CaseInsensitive); at >= 0 && spans.size() < limit; at = text.indexOf(piece, at + piece.size(), Qt::CaseInsensitive))
            spans << TextSpan{int(at), int(piece.size())};
    }
    QList<QList<TextSpan>> begun(m_phrases.size()); // the words of a phrase that were there so far
    forEachWord(text, [&](const Word &word) {
        for (qsizetype i = 0; i < m_phrases.size(); ++i) {
            const Phrase &phrase = m_phrases[i];
            const auto fits = [&](qsizetype n) {
                const bool last = n + 1 == phrase.words.size();
                return last && phrase.prefix ? word.folded.startsWith(phrase.words[n]) : word.folded == phrase.words[n];
            };
            QList<TextSpan> &so = begun[i];
            if (!fits(so.size()))
                so.clear();
            if (!fits(so.size()))
                continue;
            so << TextSpan{word.start, word.end - word.start};
            if (so.size() == phrase.words.size())
                spans += std::exchange(so, {});
        }
        return spans.size() < limit;
    });
    std::ranges::sort(spans, {}, [](TextSpan span) { return std::pair(span.start, -span.length); });
    QList<TextSpan> apart;
    for (const TextSpan span : std::as_const(spans)) {
        if (apart.isEmpty() || span.start >= apart.last().start + apart.last().length)
            apart << span;
    }
    return apart.first(std::min<qsizetype>(apart.size(), limit));
}

bool WordFinder::hasPieces(QStringView text) const
{
    return std::ranges::all_of(m_pieces, [&](const QString &piece) { return text.contains(piece, Qt::CaseInsensitive); });
}

QString WordFinder::snippet(QStringView text) const
{
    const auto spans = find(text, 1);
    qsizetype start = spans.isEmpty() ? 0 : std::max<qsizetype>(0, spans.first().start - Lead);
    // Not within a word, if there is a space before what is found.
    if (const qsizetype space = start > 0 ? text.indexOf(u' ', start) : -1; space >= 0 && space < spans.first().start)
        start = space + 1;
    if (start > 0 && start < text.size() && text[start].isLowSurrogate())
        --start;
    qsizetype end = std::min(text.size(), start + Longest);
    if (end < text.size() && end > start && text[end - 1].isHighSurrogate())
        --end;
    const QString line = text.mid(start, end - start).toString().simplified();
    return (start > 0 ? u"…"_s : QString()) + line + (end < text.size() ? u"…"_s : QString());
}

} // namespace data
