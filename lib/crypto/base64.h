// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace crypto
{

//! What RFC 4648 4 base64 stands for, or nothing if there is a foreign character, wrong padding or a bit set beyond the end.
[[nodiscard]] std::optional<QByteArray> fromBase64(QByteArrayView text);

} // namespace crypto
