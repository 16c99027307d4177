// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringList>

namespace stream
{

//! Something an attempt met on its way, for whoever asks what happened: what it is about, and its facts as they came.
struct Note
{
    //! In brackets the facts, in their order.
    enum class Topic {
        Lookup, //!< the server is looked for (domain)
        Found, //!< a place it may be at, best first (authority, "direct" or "starttls", source)
        Connecting, //!< (address, authority, source, number, of how many)
        Unreachable, //!< (authority, technical reason)
        Connected, //!< (authority, "direct" or "starttls")
        Secured, //!< (protocol, cipher, "resumed" or empty, "authority" or "pinned")
        Certificate, //!< of the server, leaf first (subject, issuer, valid from, valid until, SHA-256)
        Mechanism, //!< the chosen way to sign in (its name and why)
        PassedOver, //!< one that was not chosen (its name and why)
        Redirected, //!< to another host (host)
        Remark, //!< (words)
        Opened, //!< a new session (full address)
        Resumed, //!< the old session (full address)
        Failed, //!< the attempt (what happened, what can be done)
        Ended, //!< the stream, later (what happened, what can be done)
    };

    Topic topic = Topic::Remark;
    QStringList facts;

    //! One line for a log.
    [[nodiscard]] QString english() const;

    friend bool operator==(const Note &, const Note &) = default;
};

} // namespace stream

Q_DECLARE_METATYPE(stream::Note)
