// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"

namespace views
{

//! Tells the messenger what happens in the composer: Writing at the first character, Paused after 5 s of rest, Stopped when it
//! is empty, sent or left.
class TypingNotifier final
{
public:
    TypingNotifier(im::Messenger &messenger, Clock &clock);
    ~TypingNotifier();

    //! Another chat is in front; the former one is told Stopped. 0: none.
    void setConversation(data::ConversationId id);
    //! A person changed the text.
    enum class Text { Blank, Some };
    void edited(Text text);
    //! The message went; that says by itself that nobody writes any more.
    void sent();

private:
    void set(im::Messenger::Typing typing);

    im::Messenger &m_messenger;
    Clock &m_clock;
    data::ConversationId m_id;
    im::Messenger::Typing m_typing = im::Messenger::Typing::Stopped;
    Timer m_rest;
};

} // namespace views
