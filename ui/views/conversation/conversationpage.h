// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"
#include "models/messagelistmodel.h"
#include "models/pictures.h"
#include "models/preferences.h"
#include "views/conversation/editing.h"
#include "views/conversation/typingnotifier.h"

#include <QPointer>
#include <QWidget>

namespace widgets
{
class Banner;
class MessageView;
class Speller;
}

namespace views
{

class ChatSearch;
class Composer;
class ConversationHeader;
class OverlayNote;
class StrangerBar;

//! One conversation: header, messages, composer. Marks read what is seen, keeps the draft, loads older messages.
class ConversationPage final : public QWidget
{
    Q_OBJECT

public:
    ConversationPage(im::Messenger &messenger, models::Preferences &preferences, Clock &clock, QWidget *parent = nullptr);
    ~ConversationPage() override;

    //! They outlive it; without them there are initials.
    void setPictures(models::Pictures &pictures);
    //! 0: nothing is open.
    void open(data::ConversationId id);
    [[nodiscard]] data::ConversationId current() const { return m_id; }
    [[nodiscard]] ConversationHeader *header() const { return m_header; }
    [[nodiscard]] widgets::MessageView *messages() const { return m_view; }

    //! What is written is checked with it; it outlives the page.
    void setSpeller(widgets::Speller &speller);

    void focusComposer();
    void focusMessages();
    //! The bar that searches in this chat.
    [[nodiscard]] ChatSearch *search() const { return m_search; }
    //! Keeps what is written as the draft, as before the program ends.
    void keepDraft();
    //! Shows what went wrong over the composer.
    void complain(const Error &error);

Q_SIGNALS:
    void left(); //!< Esc in the composer
    void linkActivated(const QUrl &url);
    void blockRequested(data::AccountId account, const Jid &address); //!< a question comes first

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectAll();
    void connectTimeline();
    void close();
    void followAccount();
    void followPerson();
    void followTyping();
    void followBlocked();
    void followStranger();
    void unblock();
    void settleAfterLoad();
    void followEmptiness();
    void editedText();
    void send();
    void retry(const QString &id);
    void markRead();
    void editLast();
    void showMenu(const QString &id, const QPoint &at);
    void showInfo(const data::Message &message);
    void adoptDraft();
    [[nodiscard]] QString draft() const;
    [[nodiscard]] im::Account *account() const;

    im::Messenger &m_messenger;
    models::Preferences &m_preferences;
    Clock &m_clock;
    models::Pictures *m_pictures = nullptr;
    TypingNotifier m_typing;
    ConversationHeader *m_header;
    widgets::Banner *m_trouble, *m_blocked;
    StrangerBar *m_stranger;
    widgets::MessageView *m_view;
    ChatSearch *m_search;
    OverlayNote *m_nothing;
    Composer *m_composer;
    Editing m_editing;

    data::ConversationId m_id;
    data::Conversation m_chat;
    std::unique_ptr<im::Timeline> m_timeline;
    std::unique_ptr<models::MessageListModel> m_model;
    data::MessageId m_marked;
    QPointer<im::Account> m_followed;
    Timer m_draftTimer;
    QString m_kept; //!< the draft as it was when this page and the store last agreed
    bool m_typed = false; //!< somebody writes here since this window is the one in use
};

} // namespace views
