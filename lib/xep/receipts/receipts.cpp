// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/receipts/receipts.h"

#include "xep/hints/hints.h"
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
    // Only when it arrives here for the first time, and not for copies of what another device of ours gets (5.5; XEP-0280 12.5).
    if (incoming.source == Source::Live && mayAnswer(message))
        confirm(message.from, message.type, message.id);
    else if (incoming.source == Source::Archive && mayAnswer(message))
        m_archived.insert({message.from, message.id}, message.type);
    return session::Verdict::Continue;
}

void ReceiptsModule::confirmMissed(const QList<std::pair<Jid, QString>> &news)
{
    const auto archived = std::exchange(m_archived, {});
    for (const auto &[from, id] : news) {
        if (const auto asked = archived.constFind({from, id}); asked != archived.cend())
            confirm(from, *asked, id);
    }
}

void ReceiptsModule::confirm(const Jid &to, MessageType type, const QString &id)
{
    stanza::Message answer;
    answer.id = stanza::newId();
    answer.type = type;
    answer.to = to;
    answer.add(Receipt{id});
    // Who is away must hear of it later, and it has no body that would make a server keep it.
    answer.add(StoreHint{});
    session().sendLasting(answer);
}

bool ReceiptsModule::mayAnswer(const stanza::Message &message) const
{
    // Never for a receipt, lest two clients confirm each other for ever (5.4).
    return m_sharing == Sharing::Contacts && (message.type == MessageType::Chat || message.type == MessageType::Normal)
        && message.has(ReceiptRequest::Tag) && !message.has(Receipt::Tag) && isUsableId(message.id) && m_trust.mayKnowUs(message.from.bare());
}

} // namespace xep
