// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/fakedesktop.h"
#include "shell/mainwindow.h"
#include "shell/shell.h"
#include "support/fakemessenger/fakemessenger.h"

#include <functional>
#include <memory>

namespace fake
{

//! The windows over a fake messenger, with a clock of its own that stands at twenty past two this afternoon.
class Stage final
{
public:
    Stage();
    ~Stage();

    //! Eva's account with the people she talks with.
    void populate();
    //! Her second account.
    void addWork();
    //! The windows appear.
    void start(shell::Shell::Start how = shell::Shell::Start::Shown);
    [[nodiscard]] shell::Desktop desktop() { return {notifier, tray, lock, autostart, choices, speller}; }
    //! Lets everything happen that waits for the event loop.
    void settle();
    //! A moment today, or some days ago.
    [[nodiscard]] QDateTime at(int hour, int minute, int daysAgo = 0) const;
    void open(data::ConversationId id);
    [[nodiscard]] QWidget *dialog(QLatin1StringView objectName) const;
    template <typename T>
    [[nodiscard]] T *find(QLatin1StringView objectName) const
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *found = window->objectName() == objectName ? qobject_cast<T *>(window) : window->findChild<T *>(objectName))
                return found;
        }
        return nullptr;
    }

    Messenger messenger;
    ManualClock clock;
    Dialogs dialogs;
    Notifier notifier;
    Tray tray;
    ScreenLock lock;
    Autostart autostart;
    StartChoices choices;
    Speller speller;
    std::unique_ptr<shell::Shell> shell;
    Account *eva = nullptr, *work = nullptr;
    data::ConversationId ana, leo, noor, mother;

private:
    data::ConversationId person(const QString &address, const QString &name, data::Availability availability, const QString &status);
    void talkWithAna();
    void talkWithOthers();
};

//! One picture: what it is called and how to get there; the answer is the window to look at.
struct Scene
{
    QString name;
    std::function<QWidget *(Stage &)> play;
};

[[nodiscard]] QList<Scene> scenes();
[[nodiscard]] QList<Scene> writingScenes(); //!< a part of them
[[nodiscard]] QList<Scene> peopleScenes(); //!< a part of them
[[nodiscard]] QList<Scene> paletteScenes(); //!< another
[[nodiscard]] QList<Scene> searchScenes(); //!< and another
[[nodiscard]] QList<Scene> transferScenes(); //!< and another

} // namespace fake
