// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/messagelistmodel.h"
#include "models/searchfeed.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace widgets
{
class MessageView;
class SearchField;
}

namespace views
{

//! The bar that searches in one chat: a field, "3 of 17", one hit back and one on. The newest hit is the first; each is scrolled to and set off in
//! the messages, wherever in the history it is.
class ChatSearch final : public QWidget
{
    Q_OBJECT

public:
    //! They outlive it.
    ChatSearch(im::Messenger &messenger, Clock &clock, widgets::MessageView &view, QWidget *parent);

    //! Which chat is open; null: none, and the bar closes.
    void follow(data::ConversationId id, im::Timeline *timeline, models::MessageListModel *model);
    //! Shows the bar with the focus in it.
    void begin();
    //! The next older hit; opens the bar if there is none.
    void next();
    //! The next newer hit.
    void previous();
    //! Hides the bar, and nothing is set off any more.
    void end();
    //! Goes to a message that was found elsewhere, and sets it off for a while.
    void reveal(data::MessageId id, const data::SearchQuery &query);
    //! Whether the way to a message is not done yet.
    [[nodiscard]] bool isOnItsWay() const { return m_target.has_value(); }

Q_SIGNALS:
    void left(); //!< Esc: the focus goes back to where it was
    void failed(const Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void followHits();
    void step(int by);
    void goTo(data::MessageId id);
    void arrive(data::MessageId id);
    void clearMarks();
    void tell();
    [[nodiscard]] QString position() const;

    Clock &m_clock;
    widgets::MessageView &m_view;
    models::SearchFeed m_feed;
    widgets::SearchField *m_field;
    QLabel *m_position;
    QToolButton *m_previous, *m_next, *m_close;
    data::ConversationId m_chat;
    QPointer<im::Timeline> m_timeline;
    QPointer<models::MessageListModel> m_model;
    qsizetype m_hit = -1; //!< of the feed's
    std::optional<data::MessageId> m_target;
    QPointer<QWidget> m_former; //!< had the focus before
    Timer m_fade;
};

} // namespace views
