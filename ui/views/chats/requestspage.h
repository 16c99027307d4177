// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/requests.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace views
{

class RequestCard;

//! Strangers who wrote and people who ask to see our presence, with their words, to let in or not; of all accounts.
class RequestsPage final : public QWidget
{
    Q_OBJECT

public:
    RequestsPage(im::Messenger &messenger, Clock &clock, QWidget *parent = nullptr);

    //! In a narrow window a button leads back to the list.
    [[nodiscard]] QToolButton *backButton() const { return m_back; }
    void focusFirst();

Q_SIGNALS:
    void emptied(); //!< the last one was answered
    void accepted(data::AccountId account, const Jid &address);
    void chatOpened(data::ConversationId id); //!< to read it; nobody is let in by that
    void blockRequested(data::AccountId account, const Jid &address); //!< a question comes first

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow(im::Account *account);
    void followChat(data::ConversationId id);
    void rebuildSoon();
    void rebuild();
    void fill();
    [[nodiscard]] RequestCard *makeCard(const models::Request &request);
    void focusAgain(const models::Request &request, const QString &button);

    im::Messenger &m_messenger;
    Clock &m_clock;
    QToolButton *m_back;
    QWidget *m_page;
    QBoxLayout *m_layout;
    QList<QPointer<RequestCard>> m_cards;
    bool m_stale = false, m_waits = false, m_hasSome = false;
};

} // namespace views
