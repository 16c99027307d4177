// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QDateTime>

namespace data
{

//! Somebody asks to see our presence; kept until answered (RFC 6121 3.1.3).
struct ContactRequest
{
    AccountId account;
    Jid from; //!< bare
    QString text; //!< their words, at most 1,000 characters
    QDateTime when;

    friend bool operator==(const ContactRequest &, const ContactRequest &) = default;
};

} // namespace data
