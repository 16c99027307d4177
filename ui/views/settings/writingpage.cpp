// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/writingpage.h"

#include "views/parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHash>
#include <QLabel>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views
{

using Switch = models::Preferences::Switch;
using State = models::Preferences::State;

namespace
{

QStringList chosenOrUsual(const models::Preferences &preferences, const widgets::Speller &speller)
{
    if (const auto chosen = preferences.writingLanguages())
        return *chosen;
    return widgets::usualDictionaries(speller.installed(), QStringList{QLocale().name()} + QLocale::system().uiLanguages());
}

//! A language in its own words.
QString nameOf(const QString &dictionary)
{
    const QLocale locale(dictionary);
    QString name = locale.language() == QLocale::C ? QString() : locale.nativeLanguageName();
    if (name.isEmpty())
        return dictionary;
    name[0] = name[0].toUpper();
    return name;
}

//! The same for each, with its country where several are called so.
QHash<QString, QString> namesOf(const QStringList &dictionaries)
{
    QHash<QString, QString> names;
    QHash<QString, int> called;
    for (const QString &dictionary : dictionaries)
        ++called[nameOf(dictionary)];
    for (const QString &dictionary : dictionaries) {
        const QString name = nameOf(dictionary);
        const QString country = called.value(name) > 1 && dictionary.contains(u'_') ? QLocale(dictionary).nativeTerritoryName() : QString();
        names.insert(dictionary, country.isEmpty() ? name : u"%1 (%2)"_s.arg(name, country));
    }
    return names;
}

} // namespace

QStringList spellingLanguages(const models::Preferences &preferences, const widgets::Speller &speller)
{
    return preferences.isLoaded() && preferences.isOn(Switch::Spelling) ? chosenOrUsual(preferences, speller) : QStringList();
}

WritingPage::WritingPage(models::Preferences &preferences, const widgets::Speller &speller, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_speller(speller), m_check(new QCheckBox(tr("Check spelling"), this)),
      m_title(makeLabel(tr("Languages you write in"), style::TextRole::Small, this)), m_nothing(makeLabel({}, style::TextRole::Muted, this))
{
    setObjectName("writingPage"_L1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 24, 4);
    column->addWidget(makeLabel(tr("Writing"), style::TextRole::Heading, this));
    column->addSpacing(12);
    m_check->setObjectName("checkSpelling"_L1);
    m_check->setAccessibleName(m_check->text());
    column->addWidget(m_check);
    column->addWidget(makeCheckNote(tr("Words that none of the languages knows are underlined. Everything stays on this computer."), this));
    column->addSpacing(12);
    column->addWidget(m_title);
    buildLanguages(column);
    m_nothing->setObjectName("noDictionaries"_L1);
    m_nothing->setText(tr("There are no dictionaries on this computer. Install the package of your language, for example %1, and start Palique again.")
                           .arg(u"hunspell-"_s + QLocale().name().section(u'_', 0, 0)));
    m_nothing->setVisible(m_languages.isEmpty());
    m_title->setVisible(!m_languages.isEmpty());
    column->addWidget(m_nothing);
    column->addStretch(1);
    connect(m_check, &QCheckBox::clicked, this, [this](bool on) { m_preferences.set(Switch::Spelling, on ? State::On : State::Off); });
    connect(&preferences, &models::Preferences::changed, this, &WritingPage::follow);
    follow();
}

void WritingPage::buildLanguages(QBoxLayout *column)
{
    const QHash<QString, QString> names = namesOf(m_speller.installed());
    for (const QString &dictionary : m_speller.installed()) {
        auto *box = new QCheckBox(names.value(dictionary), this);
        box->setObjectName(u"language_"_s + dictionary);
        box->setAccessibleName(box->text());
        connect(box, &QCheckBox::clicked, this, &WritingPage::choose);
        m_languages.append({dictionary, box});
    }
    std::ranges::sort(m_languages, [](const auto &a, const auto &b) { return a.second->text().localeAwareCompare(b.second->text()) < 0; });
    QWidget *last = m_check;
    for (const auto &[dictionary, box] : std::as_const(m_languages)) {
        column->addWidget(box);
        setTabOrder(last, box);
        last = box;
    }
}

void WritingPage::follow()
{
    const bool on = m_preferences.isOn(Switch::Spelling);
    m_check->setChecked(on);
    m_check->setEnabled(!m_languages.isEmpty());
    m_title->setEnabled(on);
    const QStringList chosen = chosenOrUsual(m_preferences, m_speller);
    for (const auto &[dictionary, box] : std::as_const(m_languages)) {
        box->setChecked(chosen.contains(dictionary));
        box->setEnabled(on);
    }
}

void WritingPage::choose()
{
    QStringList chosen;
    for (const auto &[dictionary, box] : std::as_const(m_languages)) {
        if (box->isChecked())
            chosen << dictionary;
    }
    m_preferences.setWritingLanguages(chosen);
}

} // namespace views
