// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/signinattempt.h"

#include "im/liveaccount.h"
#include "store/errors.h"

#include <QUuid>

namespace im
{

LiveSignIn::LiveSignIn(LiveAccounts &accounts, SignInForm form) : m_accounts(accounts)
{
    m_status.state = Status::State::Connecting;
    m_status.steps[0] = StepState::Active;
    begin(std::move(form)).detach();
}

LiveSignIn::~LiveSignIn()
{
    if (!m_account || m_done)
        return;
    m_account->disconnect(this); // going offline is news to nobody any more
    m_accounts.discard(std::move(m_account));
}

Task<Result<void>> LiveSignIn::begin(SignInForm form)
{
    data::Account account;
    account.address = form.address.bare();
    account.enabled = false;
    account.keepSignedIn = form.keepSignedIn;
    account.host = form.host;
    account.port = form.port;
    account.connection = form.connection;
    account.allowDigestMd5 = form.allowDigestMd5;
    account.clientCertificate = form.clientCertificate;
    account.userAgentId = QUuid::createUuid().toString(QUuid::WithoutBraces);

    // What an attempt that was cut off by a crash left behind is no account.
    for (const data::Account &old : m_accounts.unfinished(account.address))
        (void)co_await m_accounts.store().remove(old.id).boundTo(this);
    const auto stored = co_await m_accounts.store().insert(account).boundTo(this);
    if (!stored) {
        const bool known = stored.error().condition == store::condition::Constraint;
        refuse(known ? tr("%1 is signed in here already.").arg(account.address.toString()) : stored.error().text, Trouble::Kind::Safety);
        co_return std::unexpected(stored.error());
    }
    m_account = m_accounts.make(*stored);
    m_account->setCertificatePassphrase(form.certificatePassphrase);
    m_account->usePassword(form.password, form.keepSignedIn ? Credentials::Memory::Keyring : Credentials::Memory::Session);
    connect(m_account.get(), &Account::statusChanged, this, &LiveSignIn::follow);
    m_account->goOnline();
    follow();
    co_return Result<void>();
}

void LiveSignIn::refuse(const QString &text, Trouble::Kind kind)
{
    m_status = {};
    m_status.state = Status::State::NeedsAttention;
    m_status.steps[0] = StepState::Failed;
    m_status.trouble = Trouble{kind, text, {}, {}};
    Q_EMIT statusChanged();
}

void LiveSignIn::trustCertificate()
{
    if (m_account)
        m_account->trustCertificate();
}

std::unique_ptr<Inspection> LiveSignIn::inspect()
{
    return m_account ? m_account->inspect() : nullptr;
}

void LiveSignIn::follow()
{
    if (m_done)
        return;
    m_status = m_account->status();
    if (m_status.state == Status::State::Waiting) {
        // Nobody waits in a dialog for a second attempt: it says what failed, and the person decides.
        m_account->goOffline();
        m_status.state = Status::State::NeedsAttention;
    } else if (m_status.state == Status::State::Offline) {
        return;
    }
    Q_EMIT statusChanged();
    if (m_status.state == Status::State::Online)
        succeed();
}

void LiveSignIn::succeed()
{
    m_done = true;
    m_account->disconnect(this);
    m_account->setEnabled(LiveAccount::Enabled::Yes);
    Account *account = m_accounts.keep(std::move(m_account));
    Q_EMIT succeeded(account);
}

} // namespace im
