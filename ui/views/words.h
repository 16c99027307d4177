// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/contact.h"
#include "im/status.h"

#include <QString>

namespace views
{

//! The five steps' names, in their order.
[[nodiscard]] QStringList stepNames();
//! What happens in a step, "Finding the server…".
[[nodiscard]] QString stepWords(im::Step step);
//! The step an attempt is at, or failed in; nothing before and after.
[[nodiscard]] std::optional<im::Step> currentStep(const im::Status &status);
//! "online", "away", "do not disturb", "offline".
[[nodiscard]] QString availabilityWords(data::Availability availability);
//! One line for a header: availability, and the status text if there is one.
[[nodiscard]] QString presenceWords(const data::PresenceSummary &presence);
//! The same with when they were last active, if they are not now and that is known.
[[nodiscard]] QString presenceWords(const data::PresenceSummary &presence, const QDateTime &now);
//! How a connection stands in a word or two, for a list of accounts.
[[nodiscard]] QString statusWords(const im::Status &status);
//! A line's trouble and advice as one text.
[[nodiscard]] QString troubleWords(const im::Trouble &trouble);

} // namespace views
