// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

namespace data
{

//! A row id of one table; ids of different tables do not mix. 0 means "not stored yet".
template <typename Tag>
struct RowId
{
    qint64 value = 0;

    [[nodiscard]] explicit operator bool() const { return value != 0; }
    friend bool operator==(RowId, RowId) = default;
    friend auto operator<=>(RowId, RowId) = default;
    friend size_t qHash(RowId id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using AccountId = RowId<struct AccountTag>;
using ConversationId = RowId<struct ConversationTag>;
using MessageId = RowId<struct MessageTag>;
using ContactId = RowId<struct ContactTag>;

} // namespace data

Q_DECLARE_METATYPE(data::AccountId)
Q_DECLARE_METATYPE(data::ConversationId)
Q_DECLARE_METATYPE(data::MessageId)
