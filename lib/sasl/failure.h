// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace sasl
{

//! What a <failure/> condition (RFC 6120 6.5, XEP-0388 2.6.2) means, for people, with the server's own words, cleaned and cut, if it sent any.
[[nodiscard]] QString failureText(QStringView condition, const QString &serverText);

//! The same as an ErrorKind::Auth with the condition.
[[nodiscard]] Error failure(QStringView condition, const QString &serverText);

//! What a SCRAM `e=` value (RFC 5802 7) means; the condition is the value.
[[nodiscard]] Error scramFailure(const QByteArray &value);

} // namespace sasl
