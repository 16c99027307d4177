// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/actions.h"

#include "style/icons.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace shell
{

Actions::Actions(im::Messenger &messenger, QWidget *window)
    : QObject(window), newChat(make(tr("New chat"), "actionNewChat"_L1, {QKeySequence(u"Ctrl+N"_s)})),
      palette(make(tr("Find anything"), "actionPalette"_L1, {QKeySequence(u"Ctrl+K"_s)})),
      search(make(tr("Search all chats"), "actionSearch"_L1, {QKeySequence(u"Ctrl+Shift+F"_s)})),
      searchChat(make(tr("Search in this chat"), "actionSearchChat"_L1, {QKeySequence(u"Ctrl+F"_s)})),
      nextHit(make(tr("Next hit"), "actionNextHit"_L1, {QKeySequence(u"F3"_s)})),
      previousHit(make(tr("Previous hit"), "actionPreviousHit"_L1, {QKeySequence(u"Shift+F3"_s)})),
      details(make(tr("Details"), "actionDetails"_L1, {QKeySequence(u"Ctrl+I"_s)})),
      addAccount(make(tr("Add account"), "actionAddAccount"_L1)),
      settings(make(tr("Settings"), "actionSettings"_L1, {QKeySequence(u"Ctrl+,"_s)})),
      inspector(make(tr("Inspector"), "actionInspector"_L1, {QKeySequence(u"Ctrl+Shift+X"_s)})), about(make(tr("About Palique"), "actionAbout"_L1)),
      quit(make(tr("Quit"), "actionQuit"_L1, {QKeySequence(u"Ctrl+Q"_s)})),
      nextPane(make(tr("Next part of the window"), "actionNextPane"_L1, {QKeySequence(u"F6"_s)})),
      previousPane(make(tr("Previous part of the window"), "actionPreviousPane"_L1, {QKeySequence(u"Shift+F6"_s)})),
      nextChat(make(tr("Next chat"), "actionNextChat"_L1, {QKeySequence(u"Ctrl+Tab"_s), QKeySequence(u"Ctrl+PgDown"_s)})),
      previousChat(make(tr("Previous chat"), "actionPreviousChat"_L1, {QKeySequence(u"Ctrl+Shift+Tab"_s), QKeySequence(u"Ctrl+PgUp"_s)})),
      closeChat(make(tr("Leave this chat"), "actionCloseChat"_L1, {QKeySequence(u"Ctrl+W"_s)})),
      newWindow(make(tr("Open in a new window"), "actionNewWindow"_L1, {QKeySequence(u"Ctrl+Shift+O"_s)})),
      exportChat(make(tr("Export this chat…"), "actionExportChat"_L1)), files(make(tr("Back up, export, import…"), "actionFiles"_L1)),
      zoomIn(make(tr("Larger text"), "actionZoomIn"_L1, {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)})),
      zoomOut(make(tr("Smaller text"), "actionZoomOut"_L1, {QKeySequence(u"Ctrl+-"_s)})),
      zoomReset(make(tr("Usual text"), "actionZoomReset"_L1, {QKeySequence(u"Ctrl+0"_s)})), available(make(tr("Available"), "actionAvailable"_L1)),
      away(make(tr("Away"), "actionAway"_L1)), busy(make(tr("Do not disturb"), "actionBusy"_L1)), offline(make(tr("Offline"), "actionOffline"_L1)),
      statusText(make(tr("Status text…"), "actionStatusText"_L1)), profile(make(tr("My profile…"), "actionProfile"_L1)), m_messenger(messenger), m_window(window)
{
    window->addActions(findChildren<QAction *>(Qt::FindDirectChildrenOnly));
    setIcons();
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    settings->setMenuRole(QAction::PreferencesRole);
    buildStatus();
    buildMenu();
}

QAction *Actions::make(const QString &text, QLatin1StringView objectName, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    return action;
}

//! In a menu or not, each has one: the palette shows it.
void Actions::setIcons()
{
    const std::pair<style::Icon, QList<QAction *>> icons[] = {{style::Icon::Plus, {newChat}}, {style::Icon::Search, {palette, search, searchChat}}, {style::Icon::ChevronUp, {nextHit}}, {style::Icon::ChevronDown, {previousHit}},
        {style::Icon::Info, {details, about}}, {style::Icon::PersonAdd, {addAccount}}, {style::Icon::Settings, {settings}},
        {style::Icon::Inspector, {inspector}}, {style::Icon::SignOut, {quit}}, {style::Icon::ChevronRight, {nextPane, previousPane}},
        {style::Icon::Chat, {nextChat, previousChat}}, {style::Icon::Close, {closeChat}}, {style::Icon::Window, {newWindow}}, {style::Icon::File, {exportChat}}, {style::Icon::Archive, {files}}, {style::Icon::Eye, {zoomIn, zoomOut, zoomReset}},
        {style::Icon::Person, {available, away, busy, offline, profile}}, {style::Icon::Edit, {statusText}}};
    for (const auto &[icon, actions] : icons) {
        for (QAction *action : actions)
            action->setIcon(style::icon(icon));
    }
}

QList<QAction *> Actions::all() const
{
    return {newChat, palette, search, searchChat, nextHit, previousHit, details, nextChat, previousChat, closeChat, newWindow, exportChat, nextPane, previousPane, zoomIn, zoomOut, zoomReset, available, away, busy,
        offline, statusText, profile, addAccount, settings, files, inspector, about, quit};
}

QList<QAction *> Actions::common() const
{
    return {newChat, details, statusText, profile, addAccount, settings, inspector};
}

void Actions::buildStatus()
{
    m_status = new QMenu(tr("Your status"), m_window);
    m_status->setObjectName("statusMenu"_L1);
    m_status->menuAction()->setIcon(style::icon(style::Icon::Person));
    m_group = new QActionGroup(this);
    for (QAction *action : {available, away, busy, offline}) {
        action->setCheckable(true);
        action->setToolTip(tr("Your status: %1").arg(action->text()));
        action->setIconVisibleInMenu(false);
        m_group->addAction(action);
        m_status->addAction(action);
    }
    statusText->setIconVisibleInMenu(false);
    m_status->addSeparator();
    m_status->addAction(statusText);
    m_status->addAction(profile);
    connect(m_status, &QMenu::aboutToShow, this, &Actions::followStatus);
    connect(available, &QAction::triggered, this, [this] { setPresence(data::Availability::Online); });
    connect(away, &QAction::triggered, this, [this] { setPresence(data::Availability::Away); });
    connect(busy, &QAction::triggered, this, [this] { setPresence(data::Availability::DoNotDisturb); });
    connect(offline, &QAction::triggered, this, &Actions::setOffline);
}

void Actions::buildMenu()
{
    m_menu = new QMenu(m_window);
    m_menu->setObjectName("mainMenu"_L1);
    m_menu->addAction(newChat);
    m_menu->addAction(palette);
    m_menu->addMenu(m_status);
    m_menu->addSeparator();
    m_menu->addAction(addAccount);
    m_menu->addAction(settings);
    m_menu->addSeparator();
    m_help = new QMenu(tr("Help"), m_window);
    m_help->setObjectName("helpMenu"_L1);
    m_help->menuAction()->setIcon(style::icon(style::Icon::Info));
    m_help->addAction(inspector);
    m_help->addAction(about);
    m_menu->addMenu(m_help);
    m_menu->addAction(quit);
}

//! Shows what the first account in use says of us.
void Actions::followStatus()
{
    QAction *shown = offline;
    for (const im::Account *account : m_messenger.accounts().all()) {
        if (!account->settings().enabled || account->status().state == im::Status::State::Offline)
            continue;
        const QString &show = account->settings().show;
        shown = show == "dnd"_L1 ? busy : show == "away"_L1 || show == "xa"_L1 ? away : available;
        break;
    }
    shown->setChecked(true);
}

void Actions::setPresence(data::Availability availability)
{
    for (im::Account *account : m_messenger.accounts().all()) {
        if (!account->settings().enabled)
            continue;
        account->setPresence(availability, account->settings().status);
        if (account->status().state == im::Status::State::Offline)
            account->goOnline();
    }
}

void Actions::setOffline()
{
    for (im::Account *account : m_messenger.accounts().all())
        account->goOffline();
}

} // namespace shell
