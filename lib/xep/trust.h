// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"

namespace session
{
class Session;
}

namespace xep
{

//! Who may learn that we are here. im/ implements it over the roster.
class Trust
{
public:
    Trust() = default;
    Trust(const Trust &) = delete;
    Trust &operator=(const Trust &) = delete;
    virtual ~Trust() = default;

    //! Whether `peer`, a bare address, sees our presence anyway: a contact with subscription "from" or "both" who is not blocked.
    [[nodiscard]] virtual bool mayKnowUs(const Jid &peer) const = 0;
};

//! What a person lets others see of what they do: receipts, "has read", "is typing".
enum class Sharing { Off, Contacts };

//! Whether a request of `from` may be answered: our server, our own account, or somebody who may know that we are here.
[[nodiscard]] bool mayAsk(const session::Session &session, const Trust &trust, const Jid &from);

} // namespace xep
