// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/trust.h"

namespace ns
{
inline constexpr QStringView ChatStates = u"http://jabber.org/protocol/chatstates";
}

namespace xep
{

//! XEP-0085 3. On the wire the state is an element's name.
enum class ChatState { Active, Composing, Paused, Inactive, Gone };

} // namespace xep

template <>
inline constexpr std::array<xml::NameOf<xep::ChatState>, 5> xml::names<xep::ChatState> = {{
    {xep::ChatState::Active, u"active"},
    {xep::ChatState::Composing, u"composing"},
    {xep::ChatState::Paused, u"paused"},
    {xep::ChatState::Inactive, u"inactive"},
    {xep::ChatState::Gone, u"gone"},
}};

namespace xep
{

//! The state a message carries: nothing if it has none, an unknown one, or more than one (5.5).
[[nodiscard]] std::optional<ChatState> chatStateOf(const stanza::Message &message);
//! Adds a state to a message of ours.
void addChatState(stanza::Message &message, ChatState state);

//! Who is typing, theirs and ours, in chats between two (XEP-0085).
//!
//! Ours goes only to a contact, or to somebody who wrote to us in this session, and only if they show that they know what it
//! is: our messages say "active" until they answer without a state (5.1).
class ChatStatesModule final : public session::Module
{
    Q_OBJECT

public:
    //! Without another word nobody types longer than this.
    static constexpr std::chrono::milliseconds TypingEnds{60'000};
    //! Nobody begins to type more often than this within Window; what is more is a flood.
    static constexpr int MaxChanges = 20;
    static constexpr std::chrono::milliseconds Window{10'000};
    //! People whose state we follow at once.
    static constexpr qsizetype MaxPeers = 1000;

    ChatStatesModule(session::Session &session, const Trust &trust, QObject *parent = nullptr);

    //! Whether others see what we do; Contacts at first.
    void setSharing(Sharing sharing) { m_sharing = sharing; }
    //! Adds "active" to a message with words, unless they are known not to understand.
    void decorate(stanza::Message &message);
    //! We begin to type, pause, look elsewhere or come back. Sends it if they may and want to know, and it is news.
    void set(const Jid &peer, ChatState state);

    [[nodiscard]] bool isTyping(const Jid &peer) const;

Q_SIGNALS:
    void typingChanged(const Jid &peer, bool typing);

private:
    enum class Support { Unknown, Yes, No };
    struct Peer
    {
        Support support = Support::Unknown;
        bool wrote = false; //!< something with words, in this session
        std::optional<ChatState> told; //!< our last state they know
        Timer typing; //!< while they type
        int changes = 0;
        std::chrono::milliseconds windowStart{0};
    };

    [[nodiscard]] session::Verdict amend(session::Incoming &incoming);
    void receive(const Jid &from, std::optional<ChatState> state, bool hasWords);
    void startTyping(const Jid &from, Peer &peer);
    void stopTyping(const Jid &from, Peer &peer);
    [[nodiscard]] Peer *peer(const Jid &address);
    void clear();

    const Trust &m_trust;
    Sharing m_sharing = Sharing::Contacts;
    std::map<Jid, Peer> m_peers;
};

} // namespace xep
