// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/chatstates/chatstates.h"

namespace xep
{

using Source = session::Incoming::Source;
using stanza::MessageType;

std::optional<ChatState> chatStateOf(const stanza::Message &message)
{
    std::optional<ChatState> found;
    for (const xml::Element &child : message.element().children()) {
        if (child.ns() != ns::ChatStates)
            continue;
        if (found)
            return std::nullopt;
        found = xml::Text<ChatState>::parse(child.name());
        if (!found)
            return std::nullopt;
    }
    return found;
}

void addChatState(stanza::Message &message, ChatState state)
{
    const QString name = xml::Text<ChatState>::format(state);
    message.addEmpty({name, ns::ChatStates});
}

ChatStatesModule::ChatStatesModule(session::Session &session, const Trust &trust, QObject *parent) : Module(session, parent), m_trust(trust)
{
    keep(session.addFeature(ns::ChatStates));
    keep(session.onMessage(session::Stage::Amend, [this](session::Incoming &incoming) { return amend(incoming); }));
    connect(&session, &session::Session::ended, this, &ChatStatesModule::clear);
}

ChatStatesModule::Peer *ChatStatesModule::peer(const Jid &address)
{
    const Jid bare = address.bare();
    const auto it = m_peers.find(bare);
    if (it != m_peers.end())
        return &it->second;
    return qsizetype(m_peers.size()) < MaxPeers ? &m_peers[bare] : nullptr;
}

bool ChatStatesModule::isTyping(const Jid &peer) const
{
    const auto it = m_peers.find(peer.bare());
    return it != m_peers.end() && it->second.typing;
}

// Ours

void ChatStatesModule::decorate(stanza::Message &message)
{
    if (m_sharing == Sharing::Off || message.type != MessageType::Chat || message.body.isEmpty())
        return;
    Peer *const to = peer(message.to);
    if (!to || to->support == Support::No)
        return;
    to->told = ChatState::Active;
    addChatState(message, ChatState::Active);
}

void ChatStatesModule::set(const Jid &address, ChatState state)
{
    Peer *const to = peer(address);
    if (!to || m_sharing == Sharing::Off || address.bare() == session().account() || to->support != Support::Yes)
        return;
    if (!to->wrote && !m_trust.mayKnowUs(address.bare()))
        return;
    // A chat starts as active, and no state is said twice in a row (4, 5.3); who has not typed cannot pause.
    const ChatState told = to->told.value_or(ChatState::Active);
    if (state == told || (state == ChatState::Paused && told != ChatState::Composing))
        return;
    // A standalone notification holds nothing else, so no hint either (5.5).
    stanza::Message message;
    message.id = stanza::newId();
    message.type = MessageType::Chat;
    message.to = address.bare();
    addChatState(message, state);
    if (session().send(message))
        to->told = state;
}

// Theirs

session::Verdict ChatStatesModule::amend(session::Incoming &incoming)
{
    const stanza::Message &message = incoming.message;
    const bool now = !incoming.delayed && (incoming.source == Source::Live || incoming.source == Source::CarbonReceived);
    if (now && message.type == MessageType::Chat && message.from.bare() != session().account())
        receive(message.from.bare(), chatStateOf(message), !message.body.isEmpty());
    return session::Verdict::Continue;
}

void ChatStatesModule::receive(const Jid &from, std::optional<ChatState> state, bool hasWords)
{
    if (!state && !hasWords)
        return; // a receipt, or something else that says nothing about typing
    Peer *const peer = this->peer(from);
    if (!peer)
        return;
    peer->wrote = peer->wrote || hasWords;
    peer->support = state ? Support::Yes : Support::No;
    if (state == ChatState::Composing && !hasWords)
        startTyping(from, *peer);
    else
        stopTyping(from, *peer);
}

void ChatStatesModule::startTyping(const Jid &from, Peer &peer)
{
    const bool news = !peer.typing;
    if (news) {
        const auto now = session().clock().monotonic();
        if (peer.changes == 0 || now - peer.windowStart >= Window) {
            peer.windowStart = now;
            peer.changes = 0;
        }
        if (peer.changes >= MaxChanges)
            return;
        ++peer.changes;
    }
    peer.typing = session().clock().after(TypingEnds, [this, from] {
        if (const auto it = m_peers.find(from); it != m_peers.end())
            stopTyping(from, it->second);
    });
    if (news)
        Q_EMIT typingChanged(from, true);
}

void ChatStatesModule::stopTyping(const Jid &from, Peer &peer)
{
    if (!std::exchange(peer.typing, nullptr))
        return;
    Q_EMIT typingChanged(from, false);
}

void ChatStatesModule::clear()
{
    const auto all = std::exchange(m_peers, {});
    for (const auto &[address, peer] : all) {
        if (peer.typing)
            Q_EMIT typingChanged(address, false);
    }
}

} // namespace xep
