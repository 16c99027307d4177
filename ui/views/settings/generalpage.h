// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
}

namespace views
{

class Autostart;
class StartChoices;

//! How the program starts and in which language, what closing its window means, and where its log is.
class GeneralPage final : public QWidget
{
    Q_OBJECT

public:
    //! Whether the desktop has a tray to stay in.
    enum class TrayPlace { Missing, There };

    GeneralPage(models::Preferences &preferences, Autostart &autostart, StartChoices &start, TrayPlace tray, QWidget *parent = nullptr);

private:
    void buildStart(QBoxLayout *column);
    void buildTray(QBoxLayout *column, TrayPlace tray);
    void buildLanguage(QBoxLayout *column);
    void buildLog(QBoxLayout *column);
    void setLanguage();
    void setAutostart();
    void follow();

    models::Preferences &m_preferences;
    Autostart &m_autostart;
    StartChoices &m_choices;
    const TrayPlace m_place;
    QCheckBox *m_start, *m_tray;
    QComboBox *m_language;
    QLabel *m_languageNote;
    widgets::Banner *m_banner;
};

} // namespace views
