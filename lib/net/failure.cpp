// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/failure.h"

using namespace Qt::StringLiterals;

namespace net
{

QString Failure::text() const
{
    switch (kind) {
    case Kind::Dns:
        return tr("The server's address could not be found.");
    case Kind::NoService:
        return tr("This domain says that it has no chat service.");
    case Kind::Refused:
        return tr("The server does not accept connections.");
    case Kind::Unreachable:
        return tr("The server cannot be reached from here.");
    case Kind::Timeout:
        return tr("The server did not answer in time.");
    case Kind::Tls:
        return tr("A secure connection to the server could not be made.");
    case Kind::Certificate:
        return verdict && !verdict->sentences().isEmpty() ? verdict->sentences().join(u' ')
                                                          : tr("The server could not prove who it is.");
    case Kind::Closed:
        return tr("The server ended the connection.");
    case Kind::Proxy:
        return tr("The proxy did not let the connection through.");
    }
    return {};
}

QString Failure::advice() const
{
    switch (kind) {
    case Kind::Dns:
        return tr("Check the part of the address after the @, and your internet connection.");
    case Kind::NoService:
        return tr("Check the part of the address after the @, or ask the people who run the domain.");
    case Kind::Refused:
        return tr("It may be down for the moment; if you have set its host or port by hand, check them.");
    case Kind::Unreachable:
        return tr("Check your internet connection.");
    case Kind::Timeout:
        return tr("Try again later, or from another network: this one may block the connection.");
    case Kind::Tls:
        return tr("The server may be too old or set up wrongly; tell the people who run it.");
    case Kind::Certificate:
        return tr("Do not go on unless the people who run the server confirm its fingerprint.");
    case Kind::Closed:
        return tr("Try again in a while.");
    case Kind::Proxy:
        return tr("Check the proxy in the settings of this account.");
    }
    return {};
}

static ErrorKind errorKind(Failure::Kind kind)
{
    switch (kind) {
    case Failure::Kind::Timeout:
        return ErrorKind::Timeout;
    case Failure::Kind::Tls:
    case Failure::Kind::Certificate:
        return ErrorKind::Tls;
    default:
        return ErrorKind::Network;
    }
}

Error Failure::error() const
{
    return {errorKind(kind), {}, text()};
}

QDebug operator<<(QDebug debug, const Failure &failure)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "Failure(" << int(failure.kind) << ", " << failure.detail;
    for (const Failure::Attempt &attempt : failure.attempts)
        debug << "; " << attempt.endpoint.authority() << ": " << int(attempt.kind) << ' ' << attempt.detail;
    debug << ')';
    return debug;
}

}
