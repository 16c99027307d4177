// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/contact.h"
#include "models/roles.h"

#include <QDateTime>
#include <QString>

namespace models
{

//! A time of the day as the locale writes it, to the minute: "14:02", "2:02 PM".
[[nodiscard]] QString clockTime(const QTime &time);

//! A moment in a list, as short as it can be told: "14:02", "yesterday", "Mon", "3 May", "3 May 2024". Local time.
[[nodiscard]] QString listTime(const QDateTime &when, const QDateTime &now);

//! The dot for what a contact's devices say.
[[nodiscard]] Presence presenceOf(data::Availability availability);

//! Text as a search compares it: without case and without accents.
[[nodiscard]] QString folded(const QString &text);

//! Whether a message tells what its author does, as "/me waves" (XEP-0245 §2).
[[nodiscard]] bool isAction(QStringView body);

//! "* Ana waves" for Ana's "/me waves"; any other message as it is.
[[nodiscard]] QString actionText(const QString &body, const QString &name);

//! The name an account's owner is greeted by: the part before the "@", beginning with a capital.
[[nodiscard]] QString greetingName(const Jid &address);

} // namespace models
