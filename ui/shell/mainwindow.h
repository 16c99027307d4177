// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"
#include "models/mutes.h"
#include "models/pictures.h"
#include "models/preferences.h"
#include "shell/actions.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace views
{
class ChatsPane;
class ConversationPage;
class DetailsPane;
class Dialogs;
class Palette;
class RequestsPage;
class Shortcuts;
class WelcomePage;
}

namespace widgets
{
class Banner;
class EmptyState;
class Speller;
}

namespace shell
{

class Panes;

//! The window "Palique": the welcome page while there is no account, else chats, conversation and details.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(im::Messenger &messenger, models::Preferences &preferences, models::Mutes &mutes, Clock &clock, views::Dialogs &dialogs);
    ~MainWindow() override;

    //! The account of the open chat.
    [[nodiscard]] std::optional<data::AccountId> currentAccount() const;
    //! They outlive it; without them there are initials.
    void setPictures(models::Pictures &pictures);
    //! It outlives it too; without one nothing that is written is checked.
    void setSpeller(widgets::Speller &speller);

    [[nodiscard]] Actions &actions() { return *m_actions; }
    [[nodiscard]] views::Shortcuts &shortcuts() { return *m_shortcuts; }
    void openChat(data::ConversationId id);
    void openRequests();
    //! Nothing is open: the page that greets.
    void openHome();
    [[nodiscard]] data::ConversationId currentChat() const;
    //! What the window's chats have unread, muted ones left out.
    [[nodiscard]] int unreadTotal() const;
    //! A notice over everything that a person can close.
    void complain(const Error &error);
    //! Sizes and folds as they were left.
    void restoreLayout();
    //! Keeps sizes, folds and the draft.
    void keep();

Q_SIGNALS:
    void signInRequested();
    void newChatRequested();
    void chatWindowRequested(data::ConversationId id); //!< the chat in a window of its own
    void exportRequested(data::ConversationId id);
    void restoreRequested();
    void unreadTotalChanged(int unread);
    void closing(); //!< a person closed it, so it hides

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildHome();
    void connectActions();
    void connectViews(views::Dialogs &dialogs);
    void followAccounts();
    void followHome();
    void followUnread(int unread);
    void followNarrow(bool narrow);
    void back();
    void toggleDetails();
    void walkPanes(int step);
    void walkChats(int step);
    void followCurrent();
    void leaveChat();
    [[nodiscard]] bool isStranger(data::ConversationId id) const;
    void followShortcuts();
    void openPalette();
    void openMessage(const data::SearchHit &hit, const data::SearchQuery &query);
    void openPerson(data::AccountId account, const Jid &address);
    void shareAddress();

    im::Messenger &m_messenger;
    models::Preferences &m_preferences;
    Actions *m_actions;
    views::Shortcuts *m_shortcuts;
    QStackedWidget *m_pages, *m_middle;
    views::WelcomePage *m_welcome;
    views::ChatsPane *m_chats;
    views::ConversationPage *m_conversation;
    views::RequestsPage *m_requests;
    views::DetailsPane *m_details;
    widgets::EmptyState *m_home;
    widgets::Banner *m_trouble;
    Panes *m_panes;
    views::Palette *m_palette = nullptr; // made when it is first wanted
};

} // namespace shell
