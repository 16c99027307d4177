// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emojitable.h"

#include "style/style.h"

#include <QFile>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
enum Column { Text, Tones, English, Spanish, Short, EnglishWords, SpanishWords, Columns };
constexpr QChar Selector(0xfe0f);

//! Without case and accents, so that "corazon" finds "Corazón".
QString folded(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return plain;
}

//! Letters, figures, plus and minus; anything else sets words apart by one `gap`.
QString joined(const QString &text, QChar gap)
{
    QString out;
    for (const QChar c : folded(text)) {
        if (c.isLetterOrNumber() || c == u'+' || (c == u'-' && out.isEmpty()))
            out += c;
        else if (!out.isEmpty() && !out.endsWith(gap))
            out += gap;
    }
    return out.endsWith(gap) ? out.chopped(1) : out;
}

QString searchable(const QStringList &texts)
{
    QString out;
    for (const QString &text : texts)
        out += u' ' + joined(text, u' ');
    return out;
}

bool isTone(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text[at] == QChar(0xd83c) && text[at + 1].unicode() >= 0xdffb && text[at + 1].unicode() <= 0xdfff;
}

qsizetype firstLength(const QString &text)
{
    return text[0].isHighSurrogate() && text.size() > 1 ? 2 : 1;
}

//! How well `slug` begins as asked, 0 best; -1 not at all.
int rank(const QString &slug, const QString &part)
{
    if (slug == part)
        return 0;
    if (slug.startsWith(part))
        return 1;
    return slug.contains(u'_' + part) ? 3 : -1;
}
}

EmojiTable::EmojiTable()
{
    QFile file(u":/palique/emoji.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    m_all.reserve(lines.size());
    for (const QString &line : lines) {
        if (line.startsWith(u'@'))
            ++m_categories;
        else if (!line.startsWith(u'#'))
            readLine(line);
    }
}

void EmojiTable::readLine(const QString &line)
{
    const QStringList columns = line.split(u'\t');
    if (columns.size() != Columns || columns[Text].isEmpty())
        return;
    Emoji emoji;
    emoji.text = columns[Text];
    emoji.tones = !columns[Tones].isEmpty();
    emoji.english = columns[English];
    emoji.spanish = columns[Spanish];
    emoji.shortNames = columns[Short].split(u',', Qt::SkipEmptyParts);
    emoji.category = m_categories - 1;
    emoji.names = searchable(QStringList{emoji.english, emoji.spanish} + emoji.shortNames);
    emoji.words = searchable({columns[EnglishWords], columns[SpanishWords]});
    for (const QString &name : emoji.shortNames + QStringList{emoji.english, emoji.spanish}) {
        if (const QString slug = joined(name, u'_'); !emoji.slugs.contains(slug))
            emoji.slugs << slug;
    }
    m_byText.insert(QString(emoji.text).remove(Selector), m_all.size());
    m_all << emoji;
}

QList<const Emoji *> EmojiTable::inCategory(int category) const
{
    QList<const Emoji *> out;
    for (const Emoji &emoji : m_all) {
        if (emoji.category == category)
            out << &emoji;
    }
    return out;
}

QList<const Emoji *> EmojiTable::search(const QString &words, int most) const
{
    QStringList parts = joined(words, u' ').split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    const QString slug = parts.join(u'_');
    for (QString &part : parts)
        part.prepend(u' '); // at the beginning of a word
    std::array<QList<const Emoji *>, 3> ranks; // the name begins so, has such a word, only has to do with it
    for (const Emoji &emoji : m_all) {
        const auto within = [&parts](const QString &text) {
            return std::ranges::all_of(parts, [&text](const QString &part) { return text.contains(part); });
        };
        if (std::ranges::any_of(emoji.slugs, [&slug](const QString &name) { return name.startsWith(slug); }))
            ranks[0] << &emoji;
        else if (within(emoji.names))
            ranks[1] << &emoji;
        else if (within(emoji.names + emoji.words))
            ranks[2] << &emoji;
    }
    QList<const Emoji *> out;
    for (const auto &list : ranks)
        out << list.first(std::min<qsizetype>(list.size(), most - out.size()));
    return out;
}

QList<EmojiTable::Completion> EmojiTable::complete(const QString &part, int most) const
{
    const QString wanted = joined(part, u'_');
    if (wanted.isEmpty())
        return {};
    std::array<QList<Completion>, 4> ranks;
    for (const Emoji &emoji : m_all) {
        int best = -1;
        QString name;
        for (const QString &slug : emoji.slugs) {
            const int found = rank(slug, wanted);
            if (found >= 0 && (best < 0 || found < best)) {
                best = found;
                name = slug;
            }
        }
        if (best == 1 && !emoji.shortNames.contains(name))
            best = 2; // short names are what people know
        if (best >= 0)
            ranks[size_t(best)] << Completion{&emoji, name};
    }
    QList<Completion> out;
    for (const auto &list : ranks)
        out << list.first(std::min<qsizetype>(list.size(), most - out.size()));
    return out;
}

const Emoji *EmojiTable::named(const QString &name) const
{
    const QString wanted = joined(name, u'_');
    const QList<Completion> first = complete(wanted, 1);
    return !first.isEmpty() && first[0].name == wanted ? first[0].emoji : nullptr;
}

const Emoji *EmojiTable::find(const QString &text) const
{
    QString plain = text;
    plain.remove(Selector);
    for (qsizetype at = 0; at < plain.size(); ++at) {
        if (isTone(plain, at))
            plain.remove(at, 2);
    }
    const auto found = m_byText.constFind(plain);
    return found == m_byText.cend() ? nullptr : &m_all[*found];
}

QString toned(const Emoji &emoji, SkinTone tone)
{
    if (!emoji.tones || tone == SkinTone::None)
        return emoji.text;
    const qsizetype first = firstLength(emoji.text);
    QString rest = emoji.text.sliced(first);
    if (rest.startsWith(Selector))
        rest.remove(0, 1); // the tone takes its place
    const char32_t point = 0x1f3fb + char32_t(tone) - 1;
    return emoji.text.first(first) + QString::fromUcs4(&point, 1) + rest;
}

QString nameOf(const Emoji &emoji)
{
    return QLocale().language() == QLocale::Spanish ? emoji.spanish : emoji.english;
}

QFont emojiFont(double pixels)
{
    QFont font = style::fonts().base;
    font.setFamilies(QStringList{u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s} + font.families());
    font.setPixelSize(std::max(6, qRound(pixels)));
    return font;
}

QIcon emojiIcon(const QString &emoji)
{
    QIcon icon;
    const int side = style::metrics().icon;
    for (const double ratio : {1.0, 2.0, 3.0}) {
        QPixmap pixmap(QSize(side, side) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setFont(emojiFont(side * 0.85));
        painter.setPen(style::palette().text); // for those that are not in colour
        painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter | Qt::TextSingleLine, emoji);
        painter.end();
        icon.addPixmap(pixmap);
        icon.addPixmap(pixmap, QIcon::Selected); // without the tint of a selection
    }
    return icon;
}

}
