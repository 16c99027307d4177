// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <expected>

//! A value or the reason there is none.
template <typename T>
using Result = std::expected<T, Error>;

//! The unhappy half of a Result: `return fail(ErrorKind::Invalid, tr("…"));`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, QString text, QString condition = {})
{
    return std::unexpected(Error{kind, std::move(condition), std::move(text)});
}

[[nodiscard]] inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected(std::move(error));
}
