// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"
#include "models/preferences.h"
#include "style/icons.h"
#include "views/settings/generalpage.h"

#include <QDialog>

namespace widgets
{
class Speller;
}

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QButtonGroup;
class QStackedWidget;
QT_END_NAMESPACE

namespace views
{

class Dialogs;
class Shortcuts;

//! The window "Settings": sections at the side, each with its page.
class SettingsWindow final : public QDialog
{
    Q_OBJECT

public:
    enum class Section { Accounts, Notifications, Appearance, Writing, Shortcuts, Data, General };

    //! What the desktop and the program around offer that the settings show.
    struct Surroundings
    {
        Autostart &autostart;
        StartChoices &start;
        views::Shortcuts &shortcuts;
        widgets::Speller &speller;
        GeneralPage::TrayPlace tray = GeneralPage::TrayPlace::Missing;
    };

    SettingsWindow(im::Messenger &messenger, models::Preferences &preferences, Dialogs &dialogs, const Surroundings &surroundings, QWidget *parent = nullptr);

    void show(Section section);

Q_SIGNALS:
    void addAccountRequested();
    void profileRequested(data::AccountId account);
    void exportRequested(); //!< of everything
    void restoreRequested();
    void importRequested();

private:
    void addPage(const QString &name, style::Icon icon, QLatin1StringView objectName, QWidget *page);

    QButtonGroup *m_sections;
    QBoxLayout *m_column;
    QStackedWidget *m_pages;
};

} // namespace views
