// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/speller.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString languageOf(const QString &name)
{
    return name.section(u'_', 0, 0);
}

//! The one of this country, the one that names none, the one of the language's first country, or any of the language.
QString dictionaryFor(const QStringList &installed, const QString &wanted)
{
    const QString language = languageOf(wanted);
    for (const QString &name : {wanted, language, QLocale(language).name()}) {
        if (installed.contains(name))
            return name;
    }
    for (const QString &name : installed) {
        if (languageOf(name) == language)
            return name;
    }
    return {};
}

}

QStringList usualDictionaries(const QStringList &installed, const QStringList &wanted)
{
    QStringList chosen, done;
    for (QString name : wanted) {
        name.replace(u'-', u'_');
        const QString language = languageOf(name);
        if (language.isEmpty() || done.contains(language))
            continue;
        done << language; // whoever reads Spanish two ways writes it one way
        if (const QString found = dictionaryFor(installed, name); !found.isEmpty())
            chosen << found;
    }
    return chosen;
}

}
