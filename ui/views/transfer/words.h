// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/transfer.h"

namespace views
{

//! What people know it as.
[[nodiscard]] QString programName(data::ForeignProgram program);
//! "12 chats, 3,456 messages".
[[nodiscard]] QString countWords(int chats, qint64 messages);
//! What came of an import, sentence by sentence: what is new, was known, made no sense, was left out.
[[nodiscard]] QString importWords(const data::TransferOutcome &outcome);

} // namespace views
