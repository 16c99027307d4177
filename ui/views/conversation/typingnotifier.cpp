// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/typingnotifier.h"

using namespace std::chrono_literals;

namespace views
{

using Typing = im::Messenger::Typing;

TypingNotifier::TypingNotifier(im::Messenger &messenger, Clock &clock)
    : m_messenger(messenger), m_clock(clock)
{
}

TypingNotifier::~TypingNotifier() = default;

void TypingNotifier::setConversation(data::ConversationId id)
{
    set(Typing::Stopped);
    m_id = id;
}

void TypingNotifier::edited(Text text)
{
    if (text == Text::Blank)
        return set(Typing::Stopped);
    set(Typing::Writing);
    m_rest = m_clock.after(5s, [this] { set(Typing::Paused); });
}

void TypingNotifier::sent()
{
    m_rest.reset();
    m_typing = Typing::Stopped;
}

void TypingNotifier::set(Typing typing)
{
    m_rest.reset();
    if (typing == m_typing || !m_id)
        return;
    m_typing = typing;
    m_messenger.setTyping(m_id, typing);
}

} // namespace views
