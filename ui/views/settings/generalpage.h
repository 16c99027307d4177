// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
}

namespace views
{

class Autostart;

//! How the program starts, and what closing its window means.
class GeneralPage final : public QWidget
{
    Q_OBJECT

public:
    //! Whether the desktop has a tray to stay in.
    enum class TrayPlace { Missing, There };

    GeneralPage(models::Preferences &preferences, Autostart &autostart, TrayPlace tray, QWidget *parent = nullptr);

private:
    void buildStart(QBoxLayout *column);
    void buildTray(QBoxLayout *column, TrayPlace tray);
    void setAutostart();
    void follow();

    models::Preferences &m_preferences;
    Autostart &m_autostart;
    const TrayPlace m_place;
    QCheckBox *m_start, *m_tray;
    widgets::Banner *m_banner;
};

} // namespace views
