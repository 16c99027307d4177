// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"
#include "shell/notifier.h"
#include "shell/tray.h"

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace shell
{

class MainWindow;

//! The program without its window: the icon in the tray and its menu, hiding there instead of leaving, and starting there.
class Background final : public QObject
{
    Q_OBJECT

public:
    Background(MainWindow &window, models::Preferences &preferences, Tray &tray, Notifier &notifier, QObject *parent = nullptr);
    ~Background() override;

    //! Puts the icon in the tray and shows the window.
    void startShown();
    //! The same with the window hidden in the tray, or minimised where there is none.
    void startMinimized();
    //! A person closes the window: whether the program stays, which it says the first time.
    [[nodiscard]] bool staysWhenClosed();

Q_SIGNALS:
    void raiseRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void buildMenu();
    void followWindow();
    void followUnread(int unread);
    void followTray();
    void toggle();

    MainWindow &m_window;
    models::Preferences &m_preferences;
    Tray &m_tray;
    Notifier &m_notifier;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_toggle = nullptr;
    bool m_waitsForTray = false;
};

} // namespace shell
