// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/background.h"

#include "shell/mainwindow.h"
#include "shell/trayicon.h"
#include "style/icons.h"

#include <QEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace shell
{

using Switch = models::Preferences::Switch;
using State = models::Preferences::State;

Background::Background(MainWindow &window, models::Preferences &preferences, Tray &tray, Notifier &notifier, QObject *parent)
    : QObject(parent), m_window(window), m_preferences(preferences), m_tray(tray), m_notifier(notifier), m_menu(std::make_unique<QMenu>())
{
    buildMenu();
    window.installEventFilter(this);
    connect(&window, &MainWindow::unreadTotalChanged, this, &Background::followUnread);
    connect(&tray, &Tray::clicked, this, &Background::toggle);
    connect(&tray, &Tray::appeared, this, &Background::followTray);
    followUnread(window.unreadTotal());
}

Background::~Background() = default;

void Background::buildMenu()
{
    m_menu->setObjectName("trayMenu"_L1);
    m_toggle = m_menu->addAction(QString());
    m_toggle->setObjectName("trayToggle"_L1);
    connect(m_toggle, &QAction::triggered, this, [this] {
        if (m_window.isVisible() && !m_window.isMinimized())
            m_window.hide();
        else
            Q_EMIT raiseRequested();
    });
    m_menu->addSeparator();
    // A menu of its own with the window's actions: a menu that a tray shows is no window's any more.
    const Actions &actions = m_window.actions();
    QMenu *status = m_menu->addMenu(style::icon(style::Icon::Person), tr("Your status"));
    status->setObjectName("trayStatus"_L1);
    status->addActions({actions.available, actions.away, actions.busy, actions.offline});
    connect(status, &QMenu::aboutToShow, &m_window.actions(), &Actions::followStatus);
    QAction *quiet = m_menu->addAction(tr("No notifications for now"));
    quiet->setObjectName("trayQuiet"_L1);
    quiet->setCheckable(true);
    connect(quiet, &QAction::triggered, this, [this](bool on) { m_preferences.set(Switch::Quiet, on ? State::On : State::Off); });
    connect(&m_preferences, &models::Preferences::changed, quiet, [this, quiet] { quiet->setChecked(m_preferences.isOn(Switch::Quiet)); });
    m_menu->addSeparator();
    m_menu->addAction(actions.quit);
    followWindow();
}

void Background::followWindow()
{
    m_toggle->setText(m_window.isVisible() && !m_window.isMinimized() ? tr("Hide Palique") : tr("Show Palique"));
}

void Background::followUnread(int unread)
{
    m_tray.setIcon(trayIcon(unread), unread > 0 ? tr("Palique: %n unread messages", nullptr, unread) : u"Palique"_s);
}

//! A window in front goes, any other comes to the front.
void Background::toggle()
{
    if (m_window.isVisible() && !m_window.isMinimized() && m_window.isActiveWindow())
        m_window.hide();
    else
        Q_EMIT raiseRequested();
}

void Background::startShown()
{
    m_tray.show(m_menu.get());
    m_window.show();
}

void Background::startMinimized()
{
    m_tray.show(m_menu.get());
    if (m_tray.isAvailable())
        return;
    // With the session's start the panel may come later than we do.
    m_waitsForTray = true;
    m_window.showMinimized();
}

void Background::followTray()
{
    if (std::exchange(m_waitsForTray, false) && m_window.isMinimized())
        m_window.hide();
}

bool Background::staysWhenClosed()
{
    if (!m_preferences.isOn(Switch::KeepInTray) || !m_tray.isAvailable())
        return false;
    if (!m_preferences.isOn(Switch::ToldOfTray)) {
        m_preferences.set(Switch::ToldOfTray, State::On);
        m_notifier.show({{}, tr("Palique is still running"), tr("Messages keep coming in. Click its icon in the tray to see the window again; “Quit” is in its menu."), Notification::Sound::None});
    }
    return true;
}

bool Background::eventFilter(QObject *object, QEvent *event)
{
    const bool ours = object == &m_window;
    if (ours && (event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::WindowStateChange))
        QMetaObject::invokeMethod(this, &Background::followWindow, Qt::QueuedConnection);
    return QObject::eventFilter(object, event);
}

} // namespace shell
