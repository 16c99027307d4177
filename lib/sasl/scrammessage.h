// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace sasl
{

inline constexpr int MinIterations = 1'000; //!< RFC 5802 asks for 4096; fewer than this is an attack or no protection
inline constexpr int MaxIterations = 10'000'000; //!< about ten seconds on a worker; more is an attack on our processor

//! The server's first message in SCRAM (RFC 5802 7), checked against our nonce and our limits.
struct ServerFirst
{
    QByteArray nonce; //!< ours and the server's
    QByteArray salt; //!< decoded
    int iterations = 0;
    std::optional<QByteArray> advertised; //!< `h`, base64: what the server says it offered (XEP-0474)
    std::optional<QByteArray> tlsVersion; //!< `t`, hexadecimal (XEP-0515)

    [[nodiscard]] static Result<ServerFirst> parse(const QByteArray &message, const QByteArray &ownNonce);
};

//! The server's signature out of its final message, decoded; its `e=` as an Error.
[[nodiscard]] Result<QByteArray> parseServerFinal(const QByteArray &message);

//! A name as SCRAM writes it: "=" and "," escaped (RFC 5802 5.1).
[[nodiscard]] QByteArray escapeScramName(const QString &name);

} // namespace sasl
