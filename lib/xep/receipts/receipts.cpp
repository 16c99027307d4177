// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/receipts/receipts.h"

#include "xep/text.h"

namespace xep
{

using Source = session::Incoming::Source;
using stanza::MessageType;

ReceiptsModule::ReceiptsModule(session::Session &session, const Trust &trust, QObject *parent) : Module(session, parent), m_trust(trust)
{
    keep(session.addFeature(ns::Receipts));
    keep(session.onMessage(session::Stage::Amend, [this](session::Incoming &incoming) { return amend(incoming); }));
}

void ReceiptsModule::decorate(stanza::Message &message) const
{
    const bool toOne = message.type == MessageType::Chat || message.type == MessageType::Normal;
    if (toOne && !message.id.isEmpty() && !message.body.isEmpty())
        message.add(ReceiptRequest{});
}

session::Verdict ReceiptsModule::amend(session::Incoming &incoming)
{
    const stanza::Message &message = incoming.message;
    if (message.type == MessageType::Error || message.type == MessageType::GroupChat || message.from.bare() == session().account())
        return session::Verdict::Continue;
    if (const auto receipt = message.payload<Receipt>(); receipt && isUsableId(receipt->id))
        Q_EMIT delivered(message.from.bare(), receipt->id, incoming.handled);
    if (wantsAnswer(incoming)) {
        stanza::Message answer;
        answer.id = stanza::newId();
        answer.type = message.type;
        answer.to = message.from;
        answer.add(Receipt{message.id});
        session().send(answer);
    }
    return session::Verdict::Continue;
}

bool ReceiptsModule::wantsAnswer(const session::Incoming &incoming) const
{
    const stanza::Message &message = incoming.message;
    // Only when it arrives here for the first time, not for copies and what was fetched (5.5; XEP-0280 12.5), and never for
    // a receipt, lest two clients confirm each other for ever (5.4).
    return m_sharing == Sharing::Contacts && incoming.source == Source::Live && (message.type == MessageType::Chat || message.type == MessageType::Normal)
        && message.has(ReceiptRequest::Tag) && !message.has(Receipt::Tag) && isUsableId(message.id) && m_trust.mayKnowUs(message.from.bare());
}

} // namespace xep
