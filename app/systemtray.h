// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "shell/tray.h"

#include <QPointer>
#include <QSystemTrayIcon>

#include <memory>

namespace app
{

//! Our icon in the desktop's tray: as a StatusNotifierItem where somebody shows these, else the way of old trays.
class SystemTray final : public shell::Tray
{
    Q_OBJECT

public:
    //! `patience`: how long to wait for a panel that comes up after us, before asking for an old tray.
    SystemTray(Clock &clock, std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~SystemTray() override;

    [[nodiscard]] bool isAvailable() const override;
    void show(QMenu *menu) override;
    void setIcon(const QIcon &icon, const QString &words) override;

private Q_SLOTS:
    void hostRegistered();

private:
    void place();
    void placeLate();

    Clock &m_clock;
    const std::chrono::milliseconds m_patience;
    QPointer<QMenu> m_menu;
    QIcon m_look;
    QString m_words;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    bool m_overBus = false; //!< the icon is a StatusNotifierItem
    Timer m_timer;
};

} // namespace app
