// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/account.h"

#include <QList>

#include <memory>

namespace im
{

//! What a person fills in to sign in.
struct SignInForm
{
    Jid address; //!< bare; only a domain signs in without a name (RFC 4505)
    Secret password;
    bool keepSignedIn = true;
    QString host; //!< empty: found by DNS
    quint16 port = 0;
    data::ConnectionKind connection = data::ConnectionKind::Automatic;
    bool allowDigestMd5 = false;
    QString clientCertificate; //!< path of a PEM or PKCS#12 file, or empty
    Secret certificatePassphrase;
};

//! One sign-in from the dialog: shows its steps, and becomes an account only when it worked. Destroying it cancels.
class SignInAttempt : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The state is Connecting, NeedsAttention (it failed; `trouble` says why) or Online.
    [[nodiscard]] virtual const Status &status() const = 0;
    //! After trouble with a certificate: trust exactly this one and go on.
    virtual void trustCertificate() = 0;
    //! What the attempt said and heard, explained; null if it said nothing yet.
    [[nodiscard]] virtual std::unique_ptr<Inspection> inspect() = 0;

Q_SIGNALS:
    void statusChanged();
    //! The account exists from now on, is in Accounts and online.
    void succeeded(im::Account *account);
};

//! All accounts of this profile.
class Accounts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! In the order they were added.
    [[nodiscard]] virtual QList<Account *> all() const = 0;
    [[nodiscard]] virtual Account *byId(data::AccountId id) const = 0;
    //! Starts signing in. Fails at once, as a status, for an account that exists already.
    [[nodiscard]] virtual std::unique_ptr<SignInAttempt> signIn(SignInForm form) = 0;
    //! Signs out and forgets the account with all its chats, its password and its tokens.
    [[nodiscard]] virtual Task<Result<void>> remove(data::AccountId id) = 0;
    //! Whether the system keeps passwords for us; without, people are asked at each start.
    [[nodiscard]] virtual bool hasKeyring() const = 0;

Q_SIGNALS:
    void added(im::Account *account);
    //! Already out of all(); still alive until control returns to the event loop.
    void removed(im::Account *account);
    //! The stored accounts are there (also when there are none).
    void loaded();
};

} // namespace im
