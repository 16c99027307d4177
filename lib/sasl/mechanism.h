// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "crypto/hash.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>
#include <variant>

namespace sasl
{

//! A key made from a password, and what it was made with.
struct KdfResult
{
    crypto::Hash hash = crypto::Hash::Sha1;
    QByteArray salt;
    int iterations = 0;
    Secret saltedPassword;
};

//! The heavy part of SCRAM, to be done on a worker. A value that may go to another thread.
struct KdfRequest
{
    crypto::Hash hash = crypto::Hash::Sha1;
    Secret password; //!< prepared
    QByteArray salt;
    int iterations = 0;

    //! Derives the key, about 1 µs an iteration; ErrorKind::Cancelled once `stop` asks.
    [[nodiscard]] Result<KdfResult> run(const std::stop_token &stop = {}) const;
};

//! Send this. Nothing, which only start() gives, is not the empty response: it means no initial response at all.
struct Respond
{
    std::optional<QByteArray> data;
};

//! Run this (KeyCache may know the result) and hand it to provide().
struct Derive
{
    KdfRequest request;
};

//! Wait: `Mechanism::later` will be called with the step.
struct Pending
{
};

//! Abort; the person is told why.
struct Failed
{
    Error error;
};

using Step = std::variant<Respond, Derive, Pending, Failed>;

//! One SASL exchange, client side (RFC 4422): bytes in, steps out, base64 and XML left to the caller. Used once.
class Mechanism
{
public:
    Mechanism() = default;
    Mechanism(const Mechanism &) = delete;
    Mechanism &operator=(const Mechanism &) = delete;
    virtual ~Mechanism() = default;

    //! As the server listed it: "SCRAM-SHA-256-PLUS".
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual Step start() = 0;
    [[nodiscard]] virtual Step respond(const QByteArray &challenge) = 0;
    //! The answer to Derive.
    [[nodiscard]] virtual Step provide(const KdfResult &key);
    //! The server said success, with this additional data or none. An error means it did not prove itself: the stream must end.
    [[nodiscard]] virtual Result<void> finish(const QByteArray &additionalData) = 0;
    //! What the inspector tells about this exchange: which protection was there, which was not.
    [[nodiscard]] virtual QStringList notes() const { return {}; }

    //! Called with the step that follows Pending, on the thread that called start(); set before start().
    std::function<void(Step)> later;
};

} // namespace sasl
