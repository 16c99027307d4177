// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/generalpage.h"

#include "views/parts.h"
#include "views/settings/autostart.h"
#include "views/settings/startchoices.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace views
{

using Switch = models::Preferences::Switch;
using State = models::Preferences::State;

GeneralPage::GeneralPage(models::Preferences &preferences, Autostart &autostart, StartChoices &start, TrayPlace tray, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_autostart(autostart), m_choices(start), m_place(tray),
      m_start(new QCheckBox(tr("Start with the session, minimised"), this)),
      m_tray(new QCheckBox(tr("Keep running in the tray when the window is closed"), this)), m_language(new QComboBox(this)),
      m_languageNote(makeLabel({}, style::TextRole::SmallMuted, this)), m_banner(new widgets::Banner(this))
{
    setObjectName("generalPage"_L1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 24, 4);
    column->addWidget(makeLabel(tr("Starting and closing"), style::TextRole::Heading, this));
    column->addSpacing(12);
    m_banner->setObjectName("generalTrouble"_L1);
    m_banner->setClosable(true);
    m_banner->hide();
    column->addWidget(m_banner);
    buildStart(column);
    buildTray(column, tray);
    buildLanguage(column);
    buildLog(column);
    column->addStretch(1);
    connect(&preferences, &models::Preferences::changed, this, &GeneralPage::follow);
    follow();
}

void GeneralPage::buildStart(QBoxLayout *column)
{
    m_start->setObjectName("autostart"_L1);
    m_start->setAccessibleName(m_start->text());
    column->addWidget(m_start);
    column->addWidget(makeCheckNote(tr("Messages come in from the beginning, and the window stays out of the way."), this));
    column->addSpacing(10);
    connect(m_start, &QCheckBox::clicked, this, &GeneralPage::setAutostart);
}

void GeneralPage::buildTray(QBoxLayout *column, TrayPlace tray)
{
    m_tray->setObjectName("keepInTray"_L1);
    m_tray->setAccessibleName(m_tray->text());
    m_tray->setEnabled(tray == TrayPlace::There);
    const QString note = tray == TrayPlace::There ? tr("“Quit” in the menu always ends Palique.") : tr("This desktop has no tray at the moment, so closing the window ends Palique.");
    m_tray->setAccessibleDescription(note);
    column->addWidget(m_tray);
    QLabel *words = makeCheckNote(note, this);
    words->setObjectName("trayNote"_L1);
    column->addWidget(words);
    connect(m_tray, &QCheckBox::clicked, this, [this](bool on) { m_preferences.set(Switch::KeepInTray, on ? State::On : State::Off); });
}

void GeneralPage::buildLanguage(QBoxLayout *column)
{
    m_language->setObjectName("language"_L1);
    m_language->addItem(tr("The system's"), QString());
    for (const QString &code : StartChoices::languages()) {
        QString name = QLocale(code).nativeLanguageName();
        name[0] = name[0].toUpper();
        m_language->addItem(name, code);
    }
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_choices.language())));
    m_languageNote->setObjectName("languageNote"_L1);
    m_languageNote->hide();
    column->addSpacing(16);
    column->addWidget(makeLabel(tr("Language"), style::TextRole::Heading, this));
    column->addSpacing(8);
    column->addWidget(makeFieldName(tr("Language of the windows"), m_language, this));
    column->addWidget(m_language, 0, Qt::AlignLeading);
    column->addWidget(m_languageNote);
    connect(m_language, &QComboBox::activated, this, &GeneralPage::setLanguage);
}

void GeneralPage::setLanguage()
{
    const auto done = m_choices.setLanguage(m_language->currentData().toString());
    if (!done) {
        m_language->setCurrentIndex(std::max(0, m_language->findData(m_choices.language())));
        return m_banner->present(widgets::Banner::Kind::Error, done.error().text);
    }
    m_languageNote->setText(tr("Palique speaks it from the next start on."));
    m_languageNote->show();
}

void GeneralPage::buildLog(QBoxLayout *column)
{
    const QString path = m_choices.logFile();
    if (path.isEmpty())
        return;
    column->addSpacing(16);
    column->addWidget(makeLabel(tr("When something goes wrong"), style::TextRole::Heading, this));
    column->addSpacing(8);
    column->addWidget(makeLabel(tr("Palique notes what it does in a file on this computer, without passwords and without what people write."), style::TextRole::Muted, this));
    QLabel *place = makeValue(QDir::toNativeSeparators(path), style::TextRole::Small, this);
    place->setObjectName("logPath"_L1);
    column->addWidget(place);
    QPushButton *open = makeButton(tr("Open the folder"), style::ButtonRole::Secondary, "openLog"_L1, this);
    connect(open, &QPushButton::clicked, this, [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    column->addSpacing(4);
    column->addWidget(open, 0, Qt::AlignLeading);
}

void GeneralPage::setAutostart()
{
    const auto done = m_autostart.set(m_start->isChecked() ? Autostart::State::On : Autostart::State::Off);
    if (!done)
        m_banner->present(widgets::Banner::Kind::Error, done.error().text);
    follow();
}

void GeneralPage::follow()
{
    m_start->setChecked(m_autostart.state() == Autostart::State::On);
    m_tray->setChecked(m_place == TrayPlace::There && m_preferences.isOn(Switch::KeepInTray));
}

} // namespace views
