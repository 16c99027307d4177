// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sasl
{

//! Where the sentences of this folder are translated: `Words::tr("…")`.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Sasl)
};

} // namespace sasl
