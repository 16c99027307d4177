// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/contact.h"
#include "store/database.h"

namespace store
{

//! The contact list of each account and its version (RFC 6121 2.6), which always commit together.
class ContactStore final
{
public:
    explicit ContactStore(Database &database) : m_database(&database) { }

    [[nodiscard]] Task<Result<QList<data::Contact>>> all(data::AccountId account) const;
    //! The list as the server gave it. A null `version` means the server keeps none. An address twice: the last wins.
    [[nodiscard]] Task<Result<void>> replaceAll(data::AccountId account, QList<data::Contact> contacts, QString version);
    //! One pushed change; a null `version` leaves the one we have.
    [[nodiscard]] Task<Result<void>> upsert(data::Contact contact, QString version);
    //! Removing one that is not there is fine.
    [[nodiscard]] Task<Result<void>> remove(data::AccountId account, Jid address, QString version);

private:
    Database *m_database;
};

} // namespace store
