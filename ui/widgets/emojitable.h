// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QIcon>
#include <QList>
#include <QStringList>

namespace widgets {

//! The skin tones an emoji of people may have, in Unicode's order (UTS #51 §2.4).
enum class SkinTone { None, Light, MediumLight, Medium, MediumDark, Dark };

//! One emoji and what it is called.
struct Emoji
{
    QString text;
    QString english, spanish; //!< names
    QStringList shortNames;   //!< "tada"
    bool tones = false;       //!< comes in all skin tones
    int category = 0;
    QString names, words;     //!< for searching: folded, each word behind a space
    QStringList slugs;        //!< for completing: short names and names as one folded word, "party_popper"
};

//! The emoji there are, in Unicode's order, read once from resources/emoji.txt.
class EmojiTable final
{
public:
    //! A name that begins as asked for, and whose it is.
    struct Completion
    {
        const Emoji *emoji = nullptr;
        QString name;
    };

    EmojiTable();

    [[nodiscard]] const QList<Emoji> &all() const { return m_all; }
    [[nodiscard]] int categoryCount() const { return m_categories; }
    [[nodiscard]] QList<const Emoji *> inCategory(int category) const;
    //! Those whose names, short names or further words, English or Spanish, begin with each of `words`; best ones first.
    [[nodiscard]] QList<const Emoji *> search(const QString &words, int most) const;
    //! Names with `part` at the beginning of them or of one of their words; best ones first, each emoji once.
    [[nodiscard]] QList<Completion> complete(const QString &part, int most) const;
    //! The one with exactly this short name or name, null if there is none.
    [[nodiscard]] const Emoji *named(const QString &name) const;
    //! The one of this text, whatever its skin tone, null if it is none.
    [[nodiscard]] const Emoji *find(const QString &text) const;

private:
    void readLine(const QString &line);

    QList<Emoji> m_all;
    QHash<QString, qsizetype> m_byText;
    int m_categories = 0;
};

//! The emoji in a skin tone if it has one.
[[nodiscard]] QString toned(const Emoji &emoji, SkinTone tone);
//! Its name in the locale's language: Spanish, else English.
[[nodiscard]] QString nameOf(const Emoji &emoji);
//! A font that shows emoji in colour where there is one, `pixels` high.
[[nodiscard]] QFont emojiFont(double pixels);
//! The emoji as an icon of the usual size.
[[nodiscard]] QIcon emojiIcon(const QString &emoji);

}
