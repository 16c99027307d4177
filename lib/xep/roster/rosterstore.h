// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xep
{

//! What remembers the roster between starts; im/ implements it.
class RosterStore
{
public:
    RosterStore() = default;
    RosterStore(const RosterStore &) = delete;
    RosterStore &operator=(const RosterStore &) = delete;
    virtual ~RosterStore() = default;

    //! The version of the roster that is kept (RFC 6121 2.6); null if none is.
    [[nodiscard]] virtual QString version() const = 0;
};

} // namespace xep
