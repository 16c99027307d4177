// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/search.h"

namespace data
{

//! How the parts of a query are written, folded (see foldedText()): `from:` and so on, in one language or several.
struct SearchForms
{
    QStringList from, in, has, before, after; //!< without the colon
    QStringList me; //!< as in `from:me`
    QStringList link; //!< as in `has:link`

    [[nodiscard]] static SearchForms english();
    friend bool operator==(const SearchForms &, const SearchForms &) = default;
};

//! Reads what somebody typed: words, "phrases", and `from:ana from:me in:name in:"a name" has:link before:2026-03-01 after:2026-03`.
//!
//! Days may be whole months or years: before one is before it begins, after one includes it. After `in:` and `from:` a name of `names` is taken
//! though it is of several words. What makes no sense as an operator is text. The last word may be unfinished unless a space follows it.
//! Any text will do; of a very long one the beginning counts.
[[nodiscard]] SearchQuery parseSearch(QStringView text, const SearchForms &forms, const QStringList &names = {});

} // namespace data
