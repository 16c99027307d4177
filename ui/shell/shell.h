// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"
#include "models/mutes.h"
#include "models/pictures.h"
#include "models/preferences.h"
#include "shell/desktop.h"
#include "views/dialogs.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace views
{
class InspectorWindow;
class NewChatDialog;
class SettingsWindow;
class SignInDialog;
}

namespace shell
{

class Background;
class ChatWindows;
class MainWindow;
class Notices;

//! All windows of one profile: which there are, what opens what, and what is told to the desktop.
class Shell final : public QObject
{
    Q_OBJECT

public:
    //! How the first window comes up: Minimized is hidden in the tray where there is one.
    enum class Start { Shown, Minimized };

    Shell(im::Messenger &messenger, Clock &clock, views::Dialogs &dialogs, const Desktop &desktop, QObject *parent = nullptr);
    ~Shell() override;

    //! Shows the window as soon as the accounts and the person's choices are known.
    void start(Start how = Start::Shown);
    //! Brings the window to the front, as a second start asks for.
    void raise();
    //! Does what an address says: "xmpp:ana@example.org" opens the chat, or offers to add the contact. What is no address is ignored.
    void openUri(const QString &uri);
    //! Keeps drafts and sizes; to be called before the messenger goes away.
    void keep();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] models::Preferences &preferences() { return *m_preferences; }

Q_SIGNALS:
    void quitRequested();

private:
    void connectWindow();
    void connectMessenger();
    void appear();
    void applyPreferences();
    void notify(data::ConversationId id, const data::Message &message);
    void quit();
    void showSignIn();
    void showNewChat(const QString &address);
    void showSettings();
    void showExport(const QList<data::ConversationId> &chats);
    void showRestore();
    void showImport();
    views::InspectorWindow &showInspector();
    void showAbout();
    void showStatusText();
    void showProfile(data::AccountId account);
    void openAddress(const Jid &address);

    im::Messenger &m_messenger;
    Clock &m_clock;
    views::Dialogs &m_dialogs;
    Desktop m_desktop;
    std::unique_ptr<models::Preferences> m_preferences;
    std::unique_ptr<models::Mutes> m_mutes;
    std::unique_ptr<models::Pictures> m_pictures;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ChatWindows> m_chatWindows;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<Notices> m_notices;
    QPointer<views::SignInDialog> m_signIn;
    QPointer<views::SettingsWindow> m_settings;
    QPointer<views::InspectorWindow> m_inspector;
    QPointer<views::NewChatDialog> m_newChat;
    Start m_start = Start::Shown;
    bool m_accountsKnown = false, m_started = false, m_appeared = false;
    QString m_uri; // waits for the accounts
    Timer m_patience;
};

} // namespace shell
