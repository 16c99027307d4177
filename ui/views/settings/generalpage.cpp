// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/generalpage.h"

#include "views/parts.h"
#include "views/settings/autostart.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace views
{

using Switch = models::Preferences::Switch;
using State = models::Preferences::State;

GeneralPage::GeneralPage(models::Preferences &preferences, Autostart &autostart, TrayPlace tray, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_autostart(autostart), m_place(tray),
      m_start(new QCheckBox(tr("Start with the session, minimised"), this)),
      m_tray(new QCheckBox(tr("Keep running in the tray when the window is closed"), this)), m_banner(new widgets::Banner(this))
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
