// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/pidginlog.h"

#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using data::Direction;

namespace transfer::pidgin
{

namespace
{

//! A pattern that "\%time" in it makes one for a time, perhaps with a date as the language writes it.
QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(QString(text).replace(u"%time"_s, u"\\((?<date>[\\d./-]+ )?(?<h>\\d{1,2}):(?<m>\\d\\d):(?<s>\\d\\d)(?<half> ?[AaPp]\\.?[Mm]\\.?)?\\)"_s),
        QRegularExpression::DotMatchesEverythingOption);
}

//! "12.04.2015", "04/12/15", "2015-04-12": the reading nearest to the day of the log.
QDate dateOf(const QString &text, QDate near)
{
    static const QRegularExpression separators(u"[./-]"_s);
    const QStringList parts = text.trimmed().split(separators, Qt::SkipEmptyParts);
    if (parts.size() != 3)
        return near;
    const std::array<int, 3> n{parts[0].toInt(), parts[1].toInt(), parts[2].toInt()};
    const auto year = [](int y) { return y < 100 ? 2000 + y : y; };
    QDate best;
    for (const QDate &date : {QDate(year(n[0]), n[1], n[2]), QDate(year(n[2]), n[1], n[0]), QDate(year(n[2]), n[0], n[1])}) {
        if (date.isValid() && (!best.isValid() || std::abs(date.daysTo(near)) < std::abs(best.daysTo(near))))
            best = date;
    }
    return best.isValid() ? best : near;
}

QTime timeOf(const QRegularExpressionMatch &match)
{
    int hour = match.captured(u"h"_s).toInt();
    const QString half = match.captured(u"half"_s).trimmed().toLower();
    if (half.startsWith(u'p') && hour < 12)
        hour += 12;
    else if (half.startsWith(u'a') && hour == 12)
        hour = 0;
    return {hour, match.captured(u"m"_s).toInt(), match.captured(u"s"_s).toInt()};
}

//! Times alone go on through midnight.
class Clockwork final
{
public:
    explicit Clockwork(const QDateTime &start) : m_last(start) { }

    QDateTime at(const QRegularExpressionMatch &match)
    {
        constexpr qint64 Disorder = 3600; // what comes late is no new day
        QDateTime time = m_last;
        time.setTime(timeOf(match));
        if (const QString date = match.captured(u"date"_s); !date.isEmpty()) {
            time.setDate(dateOf(date, m_last.date()));
            return time.toUTC(); // of something older, which tells nothing of what follows
        }
        if (time.secsTo(m_last) > Disorder)
            time = time.addDays(1);
        m_last = std::max(m_last, time);
        return time.toUTC();
    }

private:
    QDateTime m_last;
};

QString entityOf(const QString &name)
{
    static const QHash<QString, QString> known{{u"lt"_s, u"<"_s}, {u"gt"_s, u">"_s}, {u"amp"_s, u"&"_s}, {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"nbsp"_s, u" "_s}};
    if (!name.startsWith(u'#'))
        return known.value(name, u"&%1;"_s.arg(name));
    const bool hex = name.startsWith("#x"_L1, Qt::CaseInsensitive);
    const char32_t code = hex ? name.mid(2).toUInt(nullptr, 16) : name.mid(1).toUInt();
    return code == 0 || code > 0x10FFFF ? QString(QChar::ReplacementCharacter) : QString::fromUcs4(&code, 1);
}

//! What a browser would show of it.
QString plain(QString html)
{
    static const QRegularExpression breaks(u"<br\\s*/?>\\n?"_s, QRegularExpression::CaseInsensitiveOption), tags(u"<[^>]*>"_s), entities(u"&(#?\\w{1,8});"_s);
    html.replace(breaks, u"\n"_s).remove(tags);
    QString result;
    qsizetype from = 0;
    for (auto it = entities.globalMatch(html); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(html).sliced(from, match.capturedStart() - from);
        result += entityOf(match.captured(1));
        from = match.capturedEnd();
    }
    result += QStringView(html).sliced(from);
    return result.trimmed();
}

//! What is said is over: once, or escaped tags would go too.
void finish(Log &log, bool isHtml, bool &within)
{
    if (std::exchange(within, false))
        log.lines.last().body = isHtml ? plain(log.lines.last().body) : log.lines.last().body.trimmed();
}

bool isName(const QString &name, const Jid &address)
{
    return name.compare(address.toString(), Qt::CaseInsensitive) == 0 || name.compare(address.local(), Qt::CaseInsensitive) == 0;
}

std::optional<Direction> directionOf(const QString &name, const Parties &parties)
{
    const QString bare = name.section(u'/', 0, 0);
    if (isName(bare, parties.contact))
        return Direction::Received;
    if (isName(bare, parties.account) || parties.ownNames.contains(name))
        return Direction::Sent;
    return std::nullopt;
}

} // namespace

QDateTime startOf(const QString &fileName)
{
    static const QRegularExpression name(u"^(\\d{4}-\\d\\d-\\d\\d\\.\\d{6})(?:([+-])(\\d\\d)(\\d\\d))?.*\\.(?:html|txt)$"_s);
    const auto match = name.match(fileName);
    QDateTime start = QDateTime::fromString(match.captured(1), u"yyyy-MM-dd.HHmmss"_s);
    if (!match.captured(2).isEmpty()) {
        const int seconds = match.captured(3).toInt() * 3600 + match.captured(4).toInt() * 60;
        start.setTimeZone(QTimeZone::fromSecondsAheadOfUtc(match.captured(2) == u"-"_s ? -seconds : seconds));
    }
    return start;
}

Log parse(const QString &text, const QDateTime &start)
{
    // Ours is blue, theirs is red; "***" is an action. Older logs have <font> where newer have <span>.
    static const QRegularExpression html = pattern(u"^<(?:span style|font color)=\"(?:color: )?#(?<colour>16569E|A82F2F|062585)\">"
                                                   "<(?:span style=\"font-size: smaller\"|font size=\"2\")>%time</(?:span|font)> <b>(?<name>.*?):?</b></(?:span|font)> ?(?<body>.*)$"_s);
    static const QRegularExpression htmlOther = pattern(u"^<(?:span|font) [^>]*>(?:<(?:span|font) [^>]*>)?%time"_s);
    static const QRegularExpression txt = pattern(u"^%time (?<name>.{1,200}?): (?<body>.*)$"_s);
    static const QRegularExpression txtOther = pattern(u"^%time"_s);
    const bool isHtml = text.startsWith("<"_L1);
    Log log;
    Clockwork clock(start);
    bool within = false;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 1; i < lines.size(); ++i) { // the first is a title
        const QString line = lines[i].endsWith(u'\r') ? lines[i].chopped(1) : lines[i];
        if (const auto match = (isHtml ? html : txt).match(line); match.hasMatch()) {
            finish(log, isHtml, within);
            Line one{clock.at(match), isHtml ? plain(match.captured(u"name"_s)) : match.captured(u"name"_s), {}, match.captured(u"body"_s)};
            const QString colour = isHtml ? match.captured(u"colour"_s) : QString();
            if (colour == "16569E"_L1 || colour == "A82F2F"_L1)
                one.direction = colour == "16569E"_L1 ? Direction::Sent : Direction::Received;
            if (one.name.startsWith("***"_L1)) {
                one.name.remove(0, 3);
                one.body.prepend("/me "_L1);
            }
            log.lines << std::move(one);
            within = true;
        } else if ((isHtml ? htmlOther : txtOther).match(line).hasMatch() || line.startsWith("</body>"_L1)) {
            finish(log, isHtml, within);
        } else if (within) {
            log.lines.last().body += u'\n' + line;
        } else if (!line.trimmed().isEmpty()) {
            ++log.damaged;
        }
    }
    finish(log, isHtml, within);
    return log;
}

void tellApart(QList<Line> &lines, const Parties &parties)
{
    QHash<QString, Direction> known;
    QStringList unknown;
    for (const Line &line : std::as_const(lines)) {
        const auto direction = line.direction ? line.direction : directionOf(line.name, parties);
        if (direction)
            known.insert(line.name, *direction);
        else if (!unknown.contains(line.name))
            unknown << line.name;
    }
    unknown.removeIf([&known](const QString &name) { return known.contains(name); });
    // Of two, who is not the one is the other.
    if (unknown.size() == 1 && known.size() == 1)
        known.insert(unknown.first(), *known.begin() == Direction::Sent ? Direction::Received : Direction::Sent);
    for (Line &line : lines) {
        if (const auto it = known.constFind(line.name); !line.direction && it != known.cend())
            line.direction = *it;
    }
}

QString unescapedName(const QString &fileName)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(fileName.toUtf8()));
}

} // namespace transfer::pidgin
