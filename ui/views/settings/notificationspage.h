// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"

#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
QT_END_NAMESPACE

namespace views
{

//! What the desktop is told of messages: whether, how much of them, and with which noise.
class NotificationsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit NotificationsPage(models::Preferences &preferences, QWidget *parent = nullptr);

private:
    QCheckBox *addSwitch(QBoxLayout *column, models::Preferences::Switch which, const QString &text, const QString &note, QLatin1StringView objectName);
    void follow();

    models::Preferences &m_preferences;
    QList<std::pair<models::Preferences::Switch, QCheckBox *>> m_switches;
    QCheckBox *m_whenLocked = nullptr;
};

} // namespace views
