// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/trust.h"

#include "session/session.h"

namespace xep
{

bool mayAsk(const session::Session &session, const Trust &trust, const Jid &from)
{
    const Jid &account = session.account();
    if (from.isEmpty() || from.bare() == account || from == account.domainJid())
        return true;
    return trust.mayKnowUs(from.bare());
}

} // namespace xep
