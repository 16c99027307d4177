// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace models
{

//! How well a text answers what was typed, from not at all to best.
enum class Match {
    None,
    Inside, //!< every word is somewhere in it
    Words, //!< every word begins a word of the title or of the second line
    Title, //!< every word begins a word of the title
    Prefix, //!< the title begins with all that was typed, or the second line is exactly that
};

//! A title and a second line as they are searched: folded once, when they are made.
class PaletteText final
{
public:
    PaletteText() = default;
    PaletteText(const QString &title, const QString &second);

    [[nodiscard]] QStringView title() const { return QStringView(m_text).first(m_titleEnd); }
    [[nodiscard]] QStringView second() const { return QStringView(m_text).sliced(std::min(m_titleEnd + 1, m_text.size())); }
    [[nodiscard]] QStringView all() const { return m_text; }

private:
    QString m_text; // both, with a line break between
    qsizetype m_titleEnd = 0;
};

//! What a person typed: words in any order, without case and accents. All beyond LongestQuery is cut.
class PaletteQuery final
{
public:
    static constexpr qsizetype LongestQuery = 200, MostWords = 12;

    PaletteQuery() = default;
    explicit PaletteQuery(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    //! What was typed, cut and trimmed but not folded: what an address is read from.
    [[nodiscard]] const QString &typed() const { return m_typed; }
    [[nodiscard]] Match match(const PaletteText &text) const;

private:
    QString m_typed, m_whole;
    QStringList m_words;
};

//! Folded as a search compares, with what is invisible left out and every space alike.
[[nodiscard]] QString searchable(const QString &text);

} // namespace models
