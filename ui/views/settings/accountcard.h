// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
class QLabel;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
class Collapsible;
class PasswordField;
}

namespace views
{

class AdvancedFields;
class Dialogs;

//! One account in the settings: whether it is used, its password, how its server is reached, and the way to remove it.
class AccountCard final : public QWidget
{
    Q_OBJECT

public:
    AccountCard(im::Accounts &accounts, im::Account &account, Dialogs &dialogs, QWidget *parent = nullptr);

Q_SIGNALS:
    void profileRequested();

private:
    void buildHead(QBoxLayout *column);
    void buildPassword(QBoxLayout *column);
    void buildConnection(QBoxLayout *column);
    void buildBlocked(QBoxLayout *column);
    void buildRemove(QBoxLayout *column);
    void follow();
    void followBlocked();
    void unblock(const Jid &address);
    void setEnabledAccount(Qt::CheckState state);
    void savePassword();
    void saveConnection();
    void change(data::Account settings, const QString &done);
    void remove();

    im::Accounts &m_accounts;
    im::Account &m_account;
    Dialogs &m_dialogs;
    QLabel *m_state = nullptr;
    QCheckBox *m_enabled = nullptr, *m_keep = nullptr, *m_plain = nullptr;
    widgets::PasswordField *m_password = nullptr;
    widgets::Collapsible *m_passwordFold = nullptr, *m_connectionFold = nullptr, *m_blockedFold = nullptr;
    AdvancedFields *m_advanced = nullptr;
    widgets::Banner *m_notice = nullptr;
    QWidget *m_removeRow = nullptr;
    QBoxLayout *m_blocked = nullptr;
    bool m_removing = false;
};

} // namespace views
