// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/request.h"
#include "store/database.h"

namespace store
{

//! Contact requests that wait for an answer, one a sender (RFC 6121 3.1.3).
class RequestStore final
{
public:
    explicit RequestStore(Database &database) : m_database(&database) { }

    //! Oldest first.
    [[nodiscard]] Task<Result<QList<data::ContactRequest>>> all(data::AccountId account) const;
    //! Keeps a request; a second one of the same sender changes the text but not the time. Text past 1,000 characters is cut.
    [[nodiscard]] Task<Result<void>> put(data::ContactRequest request);
    [[nodiscard]] Task<Result<void>> remove(data::AccountId account, Jid from);

private:
    Database *m_database;
};

} // namespace store
