// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/notificationspage.h"

#include "views/parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace views
{

using Switch = models::Preferences::Switch;
using State = models::Preferences::State;

NotificationsPage::NotificationsPage(models::Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_preferences(preferences)
{
    setObjectName("notificationsPage"_L1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 24, 4);
    column->addWidget(makeLabel(tr("Notifications"), style::TextRole::Heading, this));
    column->addSpacing(12);
    addSwitch(column, Switch::Quiet, tr("No notifications for now"),
        tr("Your status “Do not disturb” silences them too. A single chat is muted from its menu in the list."), "quiet"_L1);
    addSwitch(column, Switch::MessageText, tr("Show the text of messages in notifications"), tr("Otherwise only who wrote, and how many messages."), "messageText"_L1);
    m_whenLocked = addSwitch(column, Switch::HideTextWhenLocked, tr("Hide the text while the screen is locked"), {}, "hideTextWhenLocked"_L1);
    addSwitch(column, Switch::Sound, tr("Play a sound"), tr("Which one, and how loud, is the desktop's choice."), "sound"_L1);
    column->addStretch(1);
    connect(&preferences, &models::Preferences::changed, this, &NotificationsPage::follow);
    follow();
}

QCheckBox *NotificationsPage::addSwitch(QBoxLayout *column, Switch which, const QString &text, const QString &note, QLatin1StringView objectName)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(objectName);
    box->setAccessibleName(text);
    box->setAccessibleDescription(note);
    column->addWidget(box);
    if (!note.isEmpty())
        column->addWidget(makeCheckNote(note, this));
    column->addSpacing(10);
    m_switches.append({which, box});
    connect(box, &QCheckBox::clicked, this, [this, which](bool on) { m_preferences.set(which, on ? State::On : State::Off); });
    return box;
}

void NotificationsPage::follow()
{
    for (const auto &[which, box] : m_switches)
        box->setChecked(m_preferences.isOn(which));
    m_whenLocked->setEnabled(m_preferences.isOn(Switch::MessageText));
}

} // namespace views
