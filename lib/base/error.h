// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! What went wrong, closed: code branches on this, never on a text.
enum class ErrorKind {
    Cancelled, //!< nobody waits for the answer any more, or its producer went away
    Disconnected, //!< the stream ended before the answer came
    Timeout, //!< a deadline passed
    Network, //!< name resolution or a socket failed
    Tls, //!< the connection could not be made secure
    Auth, //!< the server refused the credentials, or could not prove its own
    Stanza, //!< the other side answered with a stanza error; `condition` says which (RFC 6120 8.3.3)
    Protocol, //!< the other side broke the rules
    Storage, //!< the database or the disk refused
    Policy, //!< we refused, to keep the person safe
    Invalid, //!< a value from the person or a file makes no sense
    Unsupported, //!< the other side cannot do this
};

//! An error as a value: a closed kind, the wire's condition if there is one, and a sentence for people.
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    QString condition; //!< the defined condition's element name (RFC 6120 8.3.3, 4.9.3, 6.5), or empty
    QString text; //!< translated, one sentence, may be shown as it is

    [[nodiscard]] static Error cancelled();
    [[nodiscard]] static Error disconnected();
    [[nodiscard]] static Error timeout();
    [[nodiscard]] static Error protocol(QString text);
    [[nodiscard]] static Error invalid(QString text);

    friend bool operator==(const Error &, const Error &) = default;
};

QDebug operator<<(QDebug debug, const Error &error);
