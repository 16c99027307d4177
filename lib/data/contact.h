// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QDateTime>
#include <QStringList>

namespace data
{

//! Who sees whose presence (RFC 6121 2.1.2.5). Request is ours to see them.
enum class Subscription { None, To, From, Both };

//! A person in the account's list.
struct Contact
{
    AccountId account;
    Jid address; //!< bare
    QString name; //!< chosen by us; may be empty
    QStringList groups;
    Subscription subscription = Subscription::None;
    bool requested = false; //!< we asked to see their presence and wait (ask='subscribe')

    //! The name to show: ours, else the local part, else the domain.
    [[nodiscard]] QString displayName() const
    {
        if (!name.isEmpty())
            return name;
        return address.local().isEmpty() ? address.domain().toString() : address.local().toString();
    }

    friend bool operator==(const Contact &, const Contact &) = default;
};

//! Availability, ordered from the most to the least reachable (RFC 6121 4.7.2.1).
enum class Availability { Chat, Online, Away, ExtendedAway, DoNotDisturb, Offline };

//! What the devices of one contact say together: the best device's availability and text.
struct PresenceSummary
{
    Availability availability = Availability::Offline;
    QString status;
    int devices = 0;
    QDateTime lastActive = {}; //!< UTC: when somebody used the best device last, or left; invalid: now, or not known

    friend bool operator==(const PresenceSummary &, const PresenceSummary &) = default;
};

} // namespace data
