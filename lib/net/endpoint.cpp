// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/endpoint.h"

using namespace Qt::StringLiterals;

namespace net
{

QString Endpoint::authority() const
{
    return host.contains(u':') ? u"[%1]:%2"_s.arg(host).arg(port) : u"%1:%2"_s.arg(host).arg(port);
}

QDebug operator<<(QDebug debug, const Endpoint &endpoint)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "Endpoint(" << endpoint.authority()
                              << (endpoint.security == Endpoint::Security::DirectTls ? " direct TLS, " : " STARTTLS, ") << endpoint.source
                              << ", " << endpoint.priority << ", " << endpoint.weight << ')';
    return debug;
}

}
