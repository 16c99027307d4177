// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace views
{

//! Writes a file that only its owner may read; an old one is replaced when the new one is whole.
[[nodiscard]] Result<void> writePrivately(const QString &path, const QByteArray &bytes);

} // namespace views
