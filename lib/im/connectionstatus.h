// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/status.h"
#include "session/connection.h"

namespace im
{

//! Whether what a person waits for after the sign-in is there.
enum class Chats { Loading, Loaded };

//! A connection's state in the words and steps a person sees.
[[nodiscard]] Status statusOf(const session::Connection &connection, Chats chats);
//! A failure in words.
[[nodiscard]] Trouble troubleOf(const stream::Failure &failure, session::Experience experience);

} // namespace im
