// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/accounts.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
class PasswordField;
}

namespace views
{

//! What one account's connection does, over the list: nothing while all is well. Counts down to the next attempt,
//! takes a password that was refused or is missing, and shows a certificate that needs a person.
class ConnectionBanner final : public QWidget
{
    Q_OBJECT

public:
    ConnectionBanner(im::Accounts &accounts, im::Account &account, Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] data::AccountId accountId() const { return m_id; }
    //! Says it anew, as when there is a second account now.
    void follow();

private:
    void buildPassword();
    void present(int kind, const QString &text, const QStringList &actions = {});
    void showConnecting();
    void showWaiting(const im::Status &status);
    void showAttention(const im::Status &status);
    void askPassword(const QString &text);
    void submitPassword();
    void showCertificate();
    void act();

    enum class Action { None, TryNow, GoOnline, Certificate };

    im::Accounts &m_accounts;
    im::Account &m_account;
    const data::AccountId m_id;
    Clock &m_clock;
    widgets::Banner *m_banner;
    QWidget *m_passwordRow = nullptr;
    widgets::PasswordField *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QPointer<QWidget> m_certificate;
    Action m_action = Action::None;
    bool m_passwordNeeded = false;
    Timer m_timer; // the countdown's next second, or the grace before "Connecting…"
};

} // namespace views
