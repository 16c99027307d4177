// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/message.h"
#include "store/connection.h"

#include <optional>

// Messages that change what another one says (XEP-0308), for everything that runs on a store's thread.
namespace store
{

//! The message that `correction.replaces` means: of the same conversation, direction and author (XEP-0308 5). A correction that
//! is named leads to what it corrects.
[[nodiscard]] Result<std::optional<data::MessageId>> findCorrected(Connection &connection, const data::Message &correction);
//! Makes the rows that wait for this message its corrections; answers which.
[[nodiscard]] Result<QList<data::MessageId>> adoptCorrections(Connection &connection, const data::Message &message);
//! Gives a message the text of its newest correction, whatever the order they came in; answers it.
[[nodiscard]] Result<QString> applyCorrections(Connection &connection, data::MessageId message);

} // namespace store
