// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QList>

#include <optional>

namespace models
{

//! Somebody who waits for an answer of ours: a stranger who wrote, or who asks to be a contact, or both.
struct Request
{
    data::AccountId account;
    Jid address; //!< bare
    std::optional<data::ContactRequest> asks;
    data::ConversationId chat; //!< what they wrote; 0: nothing
};

//! Of all accounts; those who ask before those who only wrote, in the order they came. Who is blocked waits for nothing.
[[nodiscard]] QList<Request> requests(im::Messenger &messenger);

} // namespace models
