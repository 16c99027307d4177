// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QAction>
#include <QObject>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace shell
{

//! Everything one can do from a menu or the keyboard, each with its name, icon and shortcut, and the menu they are in.
class Actions final : public QObject
{
    Q_OBJECT

public:
    Actions(im::Messenger &messenger, QWidget *window);

    QAction *newChat, *palette, *search, *searchChat, *nextHit, *previousHit, *details, *addAccount, *settings, *inspector, *about, *quit;
    QAction *nextPane, *previousPane, *nextChat, *previousChat, *closeChat, *newWindow, *exportChat, *files;
    QAction *zoomIn, *zoomOut, *zoomReset;
    QAction *available, *away, *busy, *offline, *statusText, *profile;

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    //! Every action, in the order people read them in; the tooltip is the name one has outside its menu.
    [[nodiscard]] QList<QAction *> all() const;
    //! What people do most.
    [[nodiscard]] QList<QAction *> common() const;
    //! Checks what we say of ourselves at this moment; every menu that shows it asks before it opens.
    void followStatus();

private:
    [[nodiscard]] QAction *make(const QString &text, QLatin1StringView objectName, const QList<QKeySequence> &keys = {});
    void setIcons();
    void buildStatus();
    void buildMenu();
    void setPresence(data::Availability availability);
    void setOffline();

    im::Messenger &m_messenger;
    QWidget *m_window;
    QMenu *m_menu = nullptr, *m_status = nullptr, *m_help = nullptr;
    QActionGroup *m_group = nullptr;
};

} // namespace shell
