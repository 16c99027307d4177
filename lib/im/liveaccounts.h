// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"
#include "im/keyring.h"
#include "session/connection.h"
#include "store/accountstore.h"

#include <memory>
#include <vector>

namespace im
{

class LiveAccount;

//! What every account is made with; all of it outlives them.
struct Means
{
    store::Database &database;
    Keyring &keyring;
    session::Environment environment;
};

//! The accounts of a profile, on real sessions and the store.
class LiveAccounts final : public Accounts
{
    Q_OBJECT

public:
    explicit LiveAccounts(Means means, QObject *parent = nullptr);
    ~LiveAccounts() override;

    //! Brings back the stored accounts and signs the enabled ones in.
    [[nodiscard]] Task<Result<void>> load();
    //! Lets all of them go; they stay stored, with their secrets.
    void unload();

    [[nodiscard]] QList<Account *> all() const override;
    [[nodiscard]] Account *byId(data::AccountId id) const override;
    [[nodiscard]] LiveAccount *live(data::AccountId id) const;
    [[nodiscard]] std::unique_ptr<SignInAttempt> signIn(SignInForm form) override;
    [[nodiscard]] Task<Result<void>> remove(data::AccountId id) override;
    [[nodiscard]] bool hasKeyring() const override { return m_means.keyring.isAvailable(); }

    // For LiveSignIn.

    [[nodiscard]] store::AccountStore &store() { return m_store; }
    [[nodiscard]] std::unique_ptr<LiveAccount> make(const data::Account &settings);
    //! Lists an account that signed in.
    Account *keep(std::unique_ptr<LiveAccount> account);
    //! Forgets an account that did not.
    void discard(std::unique_ptr<LiveAccount> account);
    //! Stored rows of an address that never signed in.
    [[nodiscard]] QList<data::Account> unfinished(const Jid &address) const;

Q_SIGNALS:
    void trouble(const Error &error);
    //! An account is about to be listed: the messenger hooks itself in.
    void adopting(im::LiveAccount *account);

private:
    Means m_means;
    store::AccountStore m_store;
    std::vector<std::unique_ptr<LiveAccount>> m_accounts;
    QList<data::Account> m_unfinished;
};

} // namespace im
