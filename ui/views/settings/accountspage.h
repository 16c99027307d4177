// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

namespace views
{

class Dialogs;

//! All accounts, each with its card, and the way to one more.
class AccountsPage final : public QWidget
{
    Q_OBJECT

public:
    AccountsPage(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void profileRequested(data::AccountId account);

private:
    void rebuild();

    im::Accounts &m_accounts;
    Dialogs &m_dialogs;
    QBoxLayout *m_cards;
};

} // namespace views
