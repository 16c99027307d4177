// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace widgets
{
class Collapsible;
class PasswordField;
}

namespace views
{

class AdvancedFields;
class Dialogs;

//! The fields one fills in to sign in; what is wrong with the address stands below it.
class SignInForm final : public QWidget
{
    Q_OBJECT

public:
    SignInForm(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent = nullptr);

    void setAddress(const QString &address);
    //! What is filled in; nothing if the address makes no sense, which is then said and the field focused.
    [[nodiscard]] std::optional<im::SignInForm> read();
    //! Goes to where the next thing is to be typed.
    void focusFirst();
    void focusPassword();

Q_SIGNALS:
    void submitted(); //!< Enter in a field

private:
    void buildAddress();
    void buildKeep(const im::Accounts &accounts);
    void checkAddressField();
    void say(const QString &text, const QString &suggestion);

    QLineEdit *m_address;
    QLabel *m_addressNote;
    QPushButton *m_suggestion;
    widgets::PasswordField *m_password;
    QCheckBox *m_keep;
    widgets::Collapsible *m_fold;
    AdvancedFields *m_advanced;
};

} // namespace views
