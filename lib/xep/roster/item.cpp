// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/roster/item.h"

#include "xep/text.h"

namespace xep
{

void RosterItem::normalise()
{
    jid = jid.bare();
    if (name)
        name = bounded(name->trimmed(), MaxText);
    if (name && name->isEmpty())
        name.reset();
    QStringList unique;
    for (const QString &group : std::as_const(groups)) {
        const QString kept = bounded(group.trimmed(), MaxText);
        if (!kept.isEmpty() && !unique.contains(kept))
            unique << kept;
        if (unique.size() == MaxGroups)
            break;
    }
    groups = std::move(unique);
}

} // namespace xep
