// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/search.h"

namespace data
{

//! Text as a search compares it: without case and without accents.
[[nodiscard]] QString foldedText(QStringView text);

//! Whether the text has letters or digits of which a search index makes words.
[[nodiscard]] bool hasWords(QStringView text);

//! Whether the text is of a script that puts no spaces between words, so that what is looked for may be within a run of letters.
[[nodiscard]] bool isUnspaced(QStringView text);

//! Whether a term is looked for as a piece of text, because no index of words has it: pictures, signs, scripts without spaces.
[[nodiscard]] inline bool isPiece(const SearchTerm &term)
{
    return isUnspaced(term.text) || !hasWords(term.text);
}

//! A stretch of a text, in UTF-16 units.
struct TextSpan
{
    int start = 0, length = 0;

    friend bool operator==(TextSpan, TextSpan) = default;
};

//! Finds the terms of a query in texts, as the index of the store does, to show them there.
class WordFinder final
{
public:
    explicit WordFinder(const QList<SearchTerm> &terms = {});

    [[nodiscard]] bool isEmpty() const { return m_phrases.isEmpty() && m_pieces.isEmpty(); }
    //! Where the terms are in the text, in order, none over another; whole words. At most `limit` of them.
    [[nodiscard]] QList<TextSpan> find(QStringView text, int limit = 1000) const;
    //! Whether every term that is a piece of text occurs.
    [[nodiscard]] bool hasPieces(QStringView text) const;
    //! One line of the text around what is found first.
    [[nodiscard]] QString snippet(QStringView text) const;

private:
    struct Phrase
    {
        QStringList words;
        bool prefix = false;
    };
    QList<Phrase> m_phrases;
    QStringList m_pieces;
};

} // namespace data
