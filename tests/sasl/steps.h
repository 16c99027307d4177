// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"

//! Shorthands for reading a sasl::Step in a test.
namespace steps
{

//! The bytes to send, or "<none>" for no initial response, "<failed: condition text>", "<derive>", "<pending>".
inline QByteArray sent(const sasl::Step &step)
{
    if (const auto *respond = std::get_if<sasl::Respond>(&step))
        return respond->data.value_or("<none>");
    if (const auto *failed = std::get_if<sasl::Failed>(&step))
        return "<failed: " + failed->error.condition.toUtf8() + ' ' + failed->error.text.toUtf8() + '>';
    return std::holds_alternative<sasl::Derive>(step) ? "<derive>" : "<pending>";
}

inline std::optional<Error> error(const sasl::Step &step)
{
    const auto *failed = std::get_if<sasl::Failed>(&step);
    return failed ? std::optional(failed->error) : std::nullopt;
}

//! Does what a driver does with Derive, on this thread; other steps pass through.
inline sasl::Step derived(sasl::Mechanism &mechanism, sasl::Step step)
{
    const auto *derive = std::get_if<sasl::Derive>(&step);
    return derive ? mechanism.provide(derive->request.run().value()) : step;
}

} // namespace steps
