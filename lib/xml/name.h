// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace xml
{

//! An expanded name: local part and namespace. Views, so normally made of literals.
struct Name
{
    QStringView local, ns;

    friend constexpr bool operator==(const Name &a, const Name &b) { return a.local == b.local && a.ns == b.ns; }
};

} // namespace xml
