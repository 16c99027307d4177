// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"
#include "models/chatlistmodel.h"
#include "models/joinedrows.h"
#include "models/messagehits.h"
#include "models/mutes.h"
#include "models/preferences.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace widgets
{
class ChatListView;
class SearchField;
}

namespace views
{

class ConnectionBanner;
class OverlayNote;

//! The left pane: menu and search, filters, what the connections do, the chats, and "New chat".
class ChatsPane final : public QWidget
{
    Q_OBJECT

public:
    ChatsPane(im::Messenger &messenger, models::Preferences &preferences, models::Mutes &mutes, Clock &clock, QWidget *parent = nullptr);
    ~ChatsPane() override;

    //! They outlive it; without them there are initials.
    void setPictures(models::Pictures &pictures);

    //! The menu behind the button "Menu".
    void setMenu(QMenu *menu);
    //! Shows which chat is open; 0: none.
    void setCurrent(data::ConversationId id);
    //! Shows that the requests are open.
    void setRequestsCurrent();
    //! The chat a step of 1 or -1 away from the open one, 0 if there is none.
    [[nodiscard]] data::ConversationId neighbour(int step) const;
    [[nodiscard]] const models::ChatListModel &chats() const { return *m_model; }

    [[nodiscard]] QWidget *searchField() const;
    [[nodiscard]] QPushButton *newChatButton() const { return m_newChat; }
    void focusSearch();
    void focusList();

Q_SIGNALS:
    void chatOpened(data::ConversationId id);
    void windowRequested(data::ConversationId id); //!< the chat in a window of its own
    void exportRequested(data::ConversationId id);
    void messageOpened(const data::SearchHit &hit, const data::SearchQuery &query); //!< found by this
    void requestsOpened();
    void newChatRequested();
    void failed(const Error &error);
    void left(); //!< Esc: the focus goes back to the conversation

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHeader(QBoxLayout *column);
    void buildFilters(QBoxLayout *column);
    void buildList(QBoxLayout *column);
    void followAccounts();
    void followRows();
    void openRow(const QModelIndex &index);
    void openMenuFor(const QModelIndex &index, const QPoint &at);
    void select();
    void search(const QString &text);

    im::Messenger &m_messenger;
    models::Preferences &m_preferences;
    models::Mutes &m_mutes;
    Clock &m_clock;
    models::ChatListModel *m_model;
    models::MessageHits *m_hits;
    models::JoinedRows *m_rows; //!< the chats, and the messages found below them
    QPushButton *m_newChat = nullptr;
    QToolButton *m_menu = nullptr, *m_all = nullptr, *m_unread = nullptr;
    widgets::SearchField *m_search = nullptr;
    QBoxLayout *m_banners = nullptr;
    QList<ConnectionBanner *> m_connections;
    widgets::ChatListView *m_list = nullptr;
    OverlayNote *m_nothing = nullptr;
    data::ConversationId m_current;
    bool m_requestsCurrent = false;
};

} // namespace views
