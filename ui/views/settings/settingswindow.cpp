// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settingswindow.h"

#include "style/style.h"
#include "views/parts.h"
#include "views/settings/accountspage.h"
#include "views/settings/appearancepage.h"
#include "views/settings/datapage.h"
#include "views/settings/notificationspage.h"
#include "views/settings/shortcutspage.h"
#include "views/settings/writingpage.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views
{

SettingsWindow::SettingsWindow(im::Messenger &messenger, models::Preferences &preferences, Dialogs &dialogs, const Surroundings &surroundings, QWidget *parent)
    : QDialog(parent), m_sections(new QButtonGroup(this)), m_column(new QVBoxLayout), m_pages(new QStackedWidget(this))
{
    setObjectName("settingsWindow"_L1);
    setWindowTitle(tr("Settings"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setSpacing(m_column, 12, 4);
    auto *accounts = new AccountsPage(messenger.accounts(), dialogs);
    addPage(tr("Accounts"), style::Icon::Person, "sectionAccounts"_L1, accounts);
    addPage(tr("Notifications"), style::Icon::Bell, "sectionNotifications"_L1, new NotificationsPage(preferences));
    addPage(tr("Appearance"), style::Icon::Eye, "sectionAppearance"_L1, new AppearancePage(preferences));
    addPage(tr("Writing"), style::Icon::Edit, "sectionWriting"_L1, new WritingPage(preferences, surroundings.speller));
    addPage(tr("Shortcuts"), style::Icon::Key, "sectionShortcuts"_L1, new ShortcutsPage(surroundings.shortcuts));
    auto *files = new DataPage(messenger.transfer(), dialogs);
    addPage(tr("Data"), style::Icon::Archive, "sectionData"_L1, files);
    addPage(tr("General"), style::Icon::Settings, "sectionGeneral"_L1, new GeneralPage(preferences, surroundings.autostart, surroundings.start, surroundings.tray));
    m_column->addStretch(1);
    auto *row = new QHBoxLayout(this);
    setSpacing(row, 0, 0);
    row->addLayout(m_column);
    row->addWidget(makeSeparator(Qt::Vertical, this));
    row->addWidget(m_pages, 1);
    connect(m_sections, &QButtonGroup::idClicked, m_pages, &QStackedWidget::setCurrentIndex);
    connect(accounts, &AccountsPage::addRequested, this, &SettingsWindow::addAccountRequested);
    connect(accounts, &AccountsPage::profileRequested, this, &SettingsWindow::profileRequested);
    connect(files, &DataPage::exportRequested, this, &SettingsWindow::exportRequested);
    connect(files, &DataPage::restoreRequested, this, &SettingsWindow::restoreRequested);
    connect(files, &DataPage::importRequested, this, &SettingsWindow::importRequested);
    resize(760, 600);
}

void SettingsWindow::addPage(const QString &name, style::Icon icon, QLatin1StringView objectName, QWidget *page)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setText(name);
    button->setAccessibleName(name);
    button->setIcon(style::icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumWidth(int(150 * style::metrics().scale));
    m_sections->addButton(button, m_pages->count());
    m_column->addWidget(button);
    auto *scroll = new QScrollArea(m_pages);
    scroll->setObjectName("settingsScroll"_L1);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    m_pages->addWidget(scroll);
}

void SettingsWindow::show(Section section)
{
    m_sections->button(int(section))->setChecked(true);
    m_pages->setCurrentIndex(int(section));
    QDialog::show();
    raise();
    activateWindow();
}

} // namespace views
