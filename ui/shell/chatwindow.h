// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"
#include "models/pictures.h"
#include "models/preferences.h"

#include <QMainWindow>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
class QSplitter;
QT_END_NAMESPACE

namespace views
{
class ConversationPage;
class DetailsPane;
class Dialogs;
}

namespace widgets
{
class Speller;
}

namespace shell
{

class Actions;

//! One chat in a window of its own, with its details beside it if one wants. Closing it deletes it; the draft is kept.
class ChatWindow final : public QMainWindow
{
    Q_OBJECT

public:
    //! All of them outlive it.
    struct Means
    {
        im::Messenger &messenger;
        models::Preferences &preferences;
        Clock &clock;
        views::Dialogs &dialogs;
        models::Pictures &pictures;
        widgets::Speller &speller;
        Actions &actions; //!< the main window's: some are this one's too, and others lend their keys
    };

    ChatWindow(const Means &means, data::ConversationId id);
    ~ChatWindow() override;

    [[nodiscard]] data::ConversationId chat() const { return m_id; }
    //! Whether somebody has it before their eyes.
    [[nodiscard]] bool isLookedAt() const { return isVisible() && isActiveWindow(); }
    //! Brings it to the front.
    void raiseChat();
    //! Keeps the draft and the size.
    void keep();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectViews();
    void borrow(QAction *action, std::function<void()> act);
    void follow();
    void toggleDetails();
    void makeRoom(int details);
    void leave();
    void askToBlock(const Jid &address);

    Means m_means;
    data::ConversationId m_id;
    QSplitter *m_panes;
    views::ConversationPage *m_conversation;
    views::DetailsPane *m_details;
    int m_room = 0; //!< how much wider the window is for the details
};

} // namespace shell
