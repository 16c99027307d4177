// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
class StepLine;
}

namespace views
{

class CertificatePanel;
class Dialogs;
class SignInForm;

//! The window "Sign in": the form, the five steps as they light up, and what went wrong in words.
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    SignInDialog(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent = nullptr);
    ~SignInDialog() override;

    void setAddress(const QString &address);

Q_SIGNALS:
    void signedIn(im::Account *account);
    //! A person wants to know what happened in an attempt that failed.
    void explanationRequested(im::SignInAttempt *attempt);

public Q_SLOTS:
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void start();
    void cancelAttempt();
    void follow();
    void showTrouble(const im::Trouble &trouble);
    void settle();
    void fitHeight();

    im::Accounts &m_accounts;
    std::unique_ptr<im::SignInAttempt> m_attempt;
    SignInForm *m_form;
    widgets::StepLine *m_steps;
    widgets::Banner *m_trouble;
    CertificatePanel *m_certificate;
    QPushButton *m_signIn, *m_cancel, *m_explain;
    QScrollArea *m_scroll;
    bool m_connecting = false;
};

} // namespace views
