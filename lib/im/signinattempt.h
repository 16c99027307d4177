// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/liveaccounts.h"

namespace im
{

//! A sign-in from the dialog over a real account that is not listed yet: it is stored switched off, and switched on when it worked.
class LiveSignIn final : public SignInAttempt
{
    Q_OBJECT

public:
    LiveSignIn(LiveAccounts &accounts, SignInForm form);
    ~LiveSignIn() override;

    [[nodiscard]] const Status &status() const override { return m_status; }
    void trustCertificate() override;
    [[nodiscard]] std::unique_ptr<Inspection> inspect() override;

private:
    [[nodiscard]] Task<Result<void>> begin(SignInForm form);
    void refuse(const QString &text, Trouble::Kind kind);
    void follow();
    void succeed();

    LiveAccounts &m_accounts;
    std::unique_ptr<LiveAccount> m_account;
    Status m_status;
    bool m_done = false;
};

} // namespace im
