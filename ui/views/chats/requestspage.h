// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace views
{

//! People who ask to see our presence, with their words, to accept or decline; of all accounts.
class RequestsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestsPage(im::Accounts &accounts, QWidget *parent = nullptr);

    //! In a narrow window a button leads back to the list.
    [[nodiscard]] QToolButton *backButton() const { return m_back; }
    void focusFirst();

Q_SIGNALS:
    void emptied(); //!< the last one was answered
    void accepted(data::AccountId account, const Jid &address);
    void blockRequested(data::AccountId account, const Jid &address); //!< a question comes first

private:
    void follow(im::Account *account);
    void rebuild();
    [[nodiscard]] QWidget *makeCard(im::Account *account, const data::ContactRequest &request);

    im::Accounts &m_accounts;
    QToolButton *m_back;
    QWidget *m_page;
    QBoxLayout *m_cards;
    bool m_hasSome = false;
};

} // namespace views
