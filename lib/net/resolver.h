// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

namespace net
{

//! One SRV record (RFC 2782); a target of "." says that the service is decidedly not offered.
struct SrvRecord
{
    QString target; //!< without the final dot, "." for the root
    quint16 port = 0;
    quint16 priority = 0;
    quint16 weight = 0;

    friend bool operator==(const SrvRecord &, const SrvRecord &) = default;
};

//! Asks the Domain Name System. "There is no such record" is an empty list; an Error{Network} or Error{Timeout} means that nobody knows.
class Resolver : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The SRV records of a service, like "_xmpp-client._tcp.example.org" in A-labels, in no particular order.
    [[nodiscard]] virtual Task<Result<QList<SrvRecord>>> srv(QString service) = 0;
    //! The addresses of a host, of both families, in no particular order; a literal answers itself.
    [[nodiscard]] virtual Task<Result<QList<QHostAddress>>> addresses(QString host) = 0;
};

}
