// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/desktop.h"
#include "support/fakespeller.h"
#include "views/dialogs.h"

#include <QMenu>
#include <QUrl>

namespace fake
{

//! Answers what a dialog would ask.
class Dialogs final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override
    {
        if (file.isEmpty())
            return Task<Result<QString>>::ready(fail(Error::cancelled()));
        return Task<Result<QString>>::ready(file);
    }
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *, QString) override { return chooseFile(nullptr, {}, {}); }
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *, QString, QString, QString) override { return chooseFile(nullptr, {}, {}); }
    [[nodiscard]] Task<Result<int>> ask(QWidget *, QString title, QString, QStringList answers) override
    {
        questions << title + u'|' + answers.join(u'|');
        return answer < 0 ? Task<Result<int>>::ready(fail(Error::cancelled())) : Task<Result<int>>::ready(answer);
    }
    void openLink(const QUrl &url) override { links << url; }

    QString file;
    int answer = -1; //!< to the next question; -1: none
    QStringList questions;
    QList<QUrl> links;
};

//! Keeps what would be notified.
class Notifier final : public shell::Notifier
{
    Q_OBJECT

public:
    void show(const shell::Notification &notification) override { shown << notification; }
    void withdraw(data::ConversationId conversation) override { withdrawn << conversation; }

    QList<shell::Notification> shown;
    QList<data::ConversationId> withdrawn;
};

//! A tray that a test takes away and brings back.
class Tray final : public shell::Tray
{
    Q_OBJECT

public:
    [[nodiscard]] bool isAvailable() const override { return available; }
    void show(QMenu *shown) override { menu = shown; }
    void setIcon(const QIcon &shown, const QString &said) override
    {
        icon = shown;
        words = said;
    }
    [[nodiscard]] QAction *action(QLatin1StringView objectName) const { return menu ? menu->findChild<QAction *>(objectName) : nullptr; }

    bool available = true;
    QPointer<QMenu> menu;
    QIcon icon;
    QString words;
};

class ScreenLock final : public shell::ScreenLock
{
    Q_OBJECT

public:
    [[nodiscard]] bool isLocked() const override { return m_locked; }
    void setLocked(bool locked)
    {
        m_locked = locked;
        Q_EMIT lockedChanged(locked);
    }

private:
    bool m_locked = false;
};

class Autostart final : public views::Autostart
{
public:
    [[nodiscard]] State state() const override { return kept; }
    [[nodiscard]] Result<void> set(State state) override
    {
        if (!refusal.isEmpty())
            return fail(ErrorKind::Storage, refusal);
        kept = state;
        return {};
    }

    State kept = State::Off;
    QString refusal;
};

//! Keeps the choices of the next start in memory.
class StartChoices final : public views::StartChoices
{
public:
    [[nodiscard]] QString language() const override { return kept; }
    [[nodiscard]] Result<void> setLanguage(const QString &language) override
    {
        kept = language;
        return {};
    }
    [[nodiscard]] QString logFile() const override { return QStringLiteral("/home/eva/.cache/palique/palique.log"); }

    QString kept;
};

} // namespace fake
