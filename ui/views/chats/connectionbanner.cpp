// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/connectionbanner.h"

#include "views/chats/certificatedialog.h"
#include "views/parts.h"
#include "views/words.h"
#include "widgets/banner.h"
#include "widgets/fields.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views
{

namespace
{
// Most connections are there before anybody could read that they are being made.
constexpr auto Grace = 700ms;
}

ConnectionBanner::ConnectionBanner(im::Accounts &accounts, im::Account &account, Clock &clock, QWidget *parent)
    : QWidget(parent), m_accounts(accounts), m_account(account), m_id(account.id()), m_clock(clock), m_banner(new widgets::Banner(this))
{
    setObjectName("connectionBanner"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_banner);
    buildPassword();
    connect(m_banner, &widgets::Banner::actionTriggered, this, &ConnectionBanner::act);
    connect(&account, &im::Account::statusChanged, this, &ConnectionBanner::follow);
    connect(&account, &im::Account::passwordNeeded, this, [this] {
        m_passwordNeeded = true;
        follow();
    });
    hide();
    follow();
}

void ConnectionBanner::buildPassword()
{
    m_passwordRow = new QWidget(this);
    m_passwordRow->setObjectName("passwordRow"_L1);
    m_password = new widgets::PasswordField(m_passwordRow);
    m_password->setObjectName("bannerPassword"_L1);
    m_password->setPlaceholderText(tr("Password"));
    QPushButton *signIn = makeButton(tr("Sign in"), style::ButtonRole::Primary, "bannerSignIn"_L1, m_passwordRow);
    m_keep = new QCheckBox(tr("Keep me signed in"), m_passwordRow);
    m_keep->setObjectName("bannerKeep"_L1);
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setChecked(m_accounts.hasKeyring() && m_account.settings().keepSignedIn);
    m_keep->setVisible(m_accounts.hasKeyring());
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_password, 1);
    row->addWidget(signIn);
    auto *column = new QVBoxLayout(m_passwordRow);
    setSpacing(column, 0, 4);
    column->addLayout(row);
    column->addWidget(m_keep);
    layout()->addWidget(m_passwordRow);
    connect(m_password, &QLineEdit::returnPressed, this, &ConnectionBanner::submitPassword);
    connect(signIn, &QPushButton::clicked, this, &ConnectionBanner::submitPassword);
}

void ConnectionBanner::present(int kind, const QString &text, const QStringList &actions)
{
    // With several accounts it must be clear whose trouble this is.
    const bool several = m_accounts.all().size() > 1;
    m_banner->present(widgets::Banner::Kind(kind), several ? QString(m_account.address().toString() + u": "_s + text) : text, actions);
    show();
}

void ConnectionBanner::follow()
{
    m_timer.reset();
    m_action = Action::None;
    const im::Status &status = m_account.status();
    if (status.state == im::Status::State::Online || status.state == im::Status::State::Connecting)
        m_passwordNeeded = false;
    m_passwordRow->setVisible(false);
    switch (status.state) {
    case im::Status::State::Online:
        m_certificate.clear();
        return hide();
    case im::Status::State::Connecting:
        if (isVisible())
            return showConnecting();
        m_timer = m_clock.after(Grace, [this] { showConnecting(); });
        return;
    case im::Status::State::Waiting: return showWaiting(status);
    case im::Status::State::NeedsAttention: return showAttention(status);
    case im::Status::State::Offline: break;
    }
    if (m_passwordNeeded)
        return askPassword(tr("Type your password to go online."));
    if (!m_account.settings().enabled)
        return hide();
    m_action = Action::GoOnline;
    present(int(widgets::Banner::Kind::Info), tr("You are offline."), {tr("Go online")});
}

void ConnectionBanner::showConnecting()
{
    const auto step = currentStep(m_account.status());
    present(int(widgets::Banner::Kind::Busy), step ? stepWords(*step) : tr("Connecting…"));
}

void ConnectionBanner::showWaiting(const im::Status &status)
{
    if (m_passwordNeeded)
        return askPassword(tr("Type your password to go online."));
    const QString what = status.trouble ? status.trouble->text : tr("The connection is gone.");
    QString when = tr("Palique goes on as soon as there is a network.");
    if (status.retryAt.isValid()) {
        const qint64 seconds = std::max<qint64>(0, (m_clock.now().msecsTo(status.retryAt) + 999) / 1000);
        when = seconds < 90 ? tr("Trying again in %1 s.").arg(seconds) : tr("Trying again in %n minutes.", nullptr, int((seconds + 59) / 60));
        if (seconds > 0)
            m_timer = m_clock.after(1s, [this] { follow(); });
    }
    m_action = Action::TryNow;
    present(int(widgets::Banner::Kind::Warning), what + u' ' + when, {tr("Try now")});
}

void ConnectionBanner::showAttention(const im::Status &status)
{
    const im::Trouble trouble = status.trouble ? *status.trouble : im::Trouble();
    switch (trouble.kind) {
    case im::Trouble::Kind::Password: return askPassword(troubleWords(trouble));
    case im::Trouble::Kind::Certificate:
        m_action = Action::Certificate;
        return present(int(widgets::Banner::Kind::Error), trouble.text, {tr("Show certificate")});
    case im::Trouble::Kind::SignedInElsewhere:
        m_action = Action::GoOnline;
        return present(int(widgets::Banner::Kind::Warning), troubleWords(trouble), {tr("Sign in here")});
    default: break;
    }
    m_action = Action::TryNow;
    present(int(widgets::Banner::Kind::Error), trouble.text.isEmpty() ? tr("Signing in does not work.") : troubleWords(trouble), {tr("Try now")});
}

void ConnectionBanner::askPassword(const QString &text)
{
    present(int(widgets::Banner::Kind::Error), text.isEmpty() ? tr("The password was not accepted.") : text);
    m_passwordRow->setVisible(true);
}

void ConnectionBanner::submitPassword()
{
    if (m_password->text().isEmpty())
        return m_password->setFocus(Qt::OtherFocusReason);
    const Secret password(m_password->text());
    m_password->clear();
    m_passwordNeeded = false;
    m_account.setPassword(password, m_keep->isChecked() ? im::Account::Keep::Keyring : im::Account::Keep::Session);
}

void ConnectionBanner::showCertificate()
{
    const auto &trouble = m_account.status().trouble;
    if (!trouble || !trouble->certificate)
        return;
    auto *dialog = new CertificateDialog(*trouble->certificate, window());
    connect(dialog, &CertificateDialog::trusted, this, [this] { m_account.trustCertificate(); });
    dialog->show();
    m_certificate = dialog;
}

void ConnectionBanner::act()
{
    switch (m_action) {
    case Action::TryNow: return m_account.tryNow();
    case Action::GoOnline: return m_account.goOnline();
    case Action::Certificate: return showCertificate();
    case Action::None: break;
    }
}

} // namespace views
