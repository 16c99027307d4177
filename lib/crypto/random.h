// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crypto
{

//! `count` bytes from the operating system's generator, fit for keys and nonces.
[[nodiscard]] QByteArray randomBytes(qsizetype count);

} // namespace crypto
