// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/failure.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace stream
{

//! The visible steps of a sign-in, in their order (also the phases that have a deadline each).
enum class Phase { FindServer, Connect, Secure, SignIn, Open };

//! Why a stream could not be had or ended: closed kinds, which the reconnect policy reads, and words for people.
struct Failure
{
    enum class Kind {
        Network, //!< finding, connecting, TLS without a verdict: `net` says more
        Certificate, //!< `net->verdict` says what is wrong with it
        Timeout, //!< `phase` took too long
        Auth, //!< the server refused the credentials; `condition` is RFC 6120 6.5's
        Bind, //!< signed in, but no session was to be had
        Stream, //!< a stream error; `condition` is RFC 6120 4.9.3's
        Policy, //!< we refused for safety: no encryption, only weak sign-in
        Protocol, //!< the server broke the rules
        Closed, //!< the server or the network ended the stream without a word
        Stopped, //!< we ended it
    };

    Kind kind = Kind::Closed;
    Phase phase = Phase::Connect;
    QString condition;
    QString text; //!< the other side's words or the technical reason; may be empty
    std::optional<net::Failure> net;
    QString otherHost; //!< with see-other-host (RFC 6120 4.9.3.19): "host[:port]"

    [[nodiscard]] static Failure of(Kind kind, QString condition, QString text = {});
    [[nodiscard]] static Failure network(const net::Failure &failure, Phase phase);
    [[nodiscard]] static Failure timeout(Phase phase);
    [[nodiscard]] static Failure fromError(const Error &error);

    //! What happened, in a sentence or two.
    [[nodiscard]] QString sentence() const;
    //! What the person may do about it, or empty.
    [[nodiscard]] QString advice() const;
    [[nodiscard]] Error error() const;
};

QDebug operator<<(QDebug debug, const Failure &failure);

} // namespace stream

Q_DECLARE_METATYPE(stream::Failure)
Q_DECLARE_METATYPE(stream::Phase)
