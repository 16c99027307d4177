// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/account.h"
#include "im/accounts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace widgets
{
class PasswordField;
}

namespace views
{

class Dialogs;

//! How a server is reached and what is allowed: what nobody needs who has an ordinary account.
class AdvancedFields final : public QWidget
{
    Q_OBJECT

public:
    //! A passphrase is only asked for where it is handed on.
    enum class Passphrase { Asked, NotAsked };

    AdvancedFields(Dialogs &dialogs, Passphrase passphrase, QWidget *parent = nullptr);

    void setAccount(const data::Account &account);
    //! Fills in what the fields say.
    void apply(im::SignInForm &form) const;
    void apply(data::Account &account) const;

private:
    void buildHost(QBoxLayout *column);
    void buildCertificate(QBoxLayout *column, Passphrase passphrase);
    void chooseCertificate();

    Dialogs &m_dialogs;
    QLineEdit *m_host, *m_port, *m_certificate;
    widgets::PasswordField *m_passphrase = nullptr;
    QComboBox *m_connection;
    QCheckBox *m_digest;
};

} // namespace views
