// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/correction/correction.h"

#include "xep/text.h"

namespace xep
{

CorrectionModule::CorrectionModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    keep(session.addFeature(ns::Correction));
    keep(session.onMessage(session::Stage::Amend, &CorrectionModule::amend));
}

void CorrectionModule::decorate(stanza::Message &message, const QString &id)
{
    message.add(Replace{id});
}

session::Verdict CorrectionModule::amend(session::Incoming &incoming)
{
    const stanza::Message &message = incoming.message;
    if (message.type == stanza::MessageType::Error || message.body.isEmpty())
        return session::Verdict::Continue;
    // One that names itself would wait for ever.
    if (const auto replace = message.payload<Replace>(); replace && isUsableId(replace->id) && replace->id != message.id)
        incoming.replaces = replace->id;
    return session::Verdict::Continue;
}

} // namespace xep
