// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/liveaccounts.h"

#include "im/liveaccount.h"
#include "im/signinattempt.h"

#include <algorithm>

namespace im
{

LiveAccounts::LiveAccounts(Means means, QObject *parent) : Accounts(parent), m_means(std::move(means)), m_store(m_means.database)
{
}

LiveAccounts::~LiveAccounts() = default;

Task<Result<void>> LiveAccounts::load()
{
    const auto stored = co_await m_store.all().boundTo(this);
    if (!stored)
        co_return std::unexpected(stored.error());
    for (const data::Account &settings : *stored) {
        if (!settings.verifiedBefore)
            m_unfinished << settings;
        else
            keep(make(settings));
    }
    Q_EMIT loaded();
    for (const auto &account : m_accounts) {
        if (account->settings().enabled)
            account->goOnline();
    }
    co_return Result<void>();
}

void LiveAccounts::unload()
{
    m_unfinished.clear();
    for (auto &account : std::exchange(m_accounts, {})) {
        LiveAccount *gone = account.release();
        disconnect(gone, nullptr, this, nullptr); // what it had in hand is of no use to anybody
        Q_EMIT removed(gone);
        gone->deleteLater();
    }
}

QList<Account *> LiveAccounts::all() const
{
    QList<Account *> result;
    for (const auto &account : m_accounts)
        result << account.get();
    return result;
}

LiveAccount *LiveAccounts::live(data::AccountId id) const
{
    const auto it = std::ranges::find_if(m_accounts, [id](const auto &account) { return account->id() == id; });
    return it == m_accounts.end() ? nullptr : it->get();
}

Account *LiveAccounts::byId(data::AccountId id) const
{
    return live(id);
}

std::unique_ptr<SignInAttempt> LiveAccounts::signIn(SignInForm form)
{
    return std::make_unique<LiveSignIn>(*this, std::move(form));
}

std::unique_ptr<LiveAccount> LiveAccounts::make(const data::Account &settings)
{
    return std::make_unique<LiveAccount>(m_means, settings);
}

Account *LiveAccounts::keep(std::unique_ptr<LiveAccount> account)
{
    LiveAccount *kept = account.get();
    m_accounts.push_back(std::move(account));
    connect(kept, &LiveAccount::trouble, this, &LiveAccounts::trouble);
    Q_EMIT adopting(kept);
    Q_EMIT added(kept);
    return kept;
}

void LiveAccounts::discard(std::unique_ptr<LiveAccount> account)
{
    account->goOffline();
    m_store.remove(account->id()).detach();
    account.release()->deleteLater();
}

QList<data::Account> LiveAccounts::unfinished(const Jid &address) const
{
    QList<data::Account> result;
    std::ranges::copy_if(m_unfinished, std::back_inserter(result), [&address](const data::Account &a) { return a.address == address; });
    return result;
}

Task<Result<void>> LiveAccounts::remove(data::AccountId id)
{
    const auto it = std::ranges::find_if(m_accounts, [id](const auto &account) { return account->id() == id; });
    if (it == m_accounts.end())
        co_return fail(ErrorKind::Invalid, tr("There is no such account."));
    LiveAccount *account = it->release();
    m_accounts.erase(it);
    account->goOffline();
    Q_EMIT removed(account);
    const auto forgotten = co_await account->forgetSecrets().boundTo(this);
    account->deleteLater();
    const auto gone = co_await m_store.remove(id).boundTo(this);
    if (!gone)
        co_return gone;
    co_return forgotten;
}

} // namespace im
