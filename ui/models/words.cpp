// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

QString clockTime(const QTime &time)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s).remove(u".ss"_s); // some locales' short form has seconds
    return locale.toString(time, format);
}

QString listTime(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return {};
    const QLocale locale;
    const QDateTime local = when.toLocalTime();
    const QDate day = local.date(), today = now.toLocalTime().date();
    const qint64 ago = day.daysTo(today);
    if (ago <= 0)
        return clockTime(local.time());
    if (ago == 1)
        return QCoreApplication::translate("models::Words", "yesterday");
    if (ago < 7)
        return locale.toString(day, u"ddd"_s);
    //: A date in the list of chats without the year, in Qt's notation (d: day, MMM: short month).
    const QString sameYear = QCoreApplication::translate("models::Words", "d MMM");
    //: A date in the list of chats with the year, in Qt's notation.
    const QString otherYear = QCoreApplication::translate("models::Words", "d MMM yyyy");
    return locale.toString(day, day.year() == today.year() ? sameYear : otherYear);
}

Presence presenceOf(data::Availability availability)
{
    switch (availability) {
    case data::Availability::Chat:
    case data::Availability::Online: return Presence::Online;
    case data::Availability::Away:
    case data::Availability::ExtendedAway: return Presence::Away;
    case data::Availability::DoNotDisturb: return Presence::Busy;
    case data::Availability::Offline: break;
    }
    return Presence::Offline;
}

QString folded(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    plain.replace(u'ß', "ss"_L1); // folds to two letters, which Qt does not do
    return plain;
}

bool isAction(QStringView body)
{
    return body.startsWith(u"/me ");
}

QString actionText(const QString &body, const QString &name)
{
    return isAction(body) ? u"* "_s + name + body.sliced(3) : body;
}

QString greetingName(const Jid &address)
{
    QString name = (address.local().isEmpty() ? address.domain() : address.local()).toString();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace models
