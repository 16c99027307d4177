// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/account.h"
#include "store/database.h"

namespace store
{

//! The accounts, without secrets.
class AccountStore final
{
public:
    explicit AccountStore(Database &database) : m_database(&database) { }

    //! Every account, in the order they were added.
    [[nodiscard]] Task<Result<QList<data::Account>>> all() const;
    //! Keeps a new account and answers it with its id; condition::Constraint if its address is known.
    [[nodiscard]] Task<Result<data::Account>> insert(data::Account account);
    //! Changes everything but `rosterVersion`, which belongs to ContactStore and commits with the contacts it describes.
    [[nodiscard]] Task<Result<void>> update(data::Account account);
    //! Removes the account and all that hangs on it: contacts, chats, messages, settings, stream.
    [[nodiscard]] Task<Result<void>> remove(data::AccountId account);

private:
    Database *m_database;
};

} // namespace store
