// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/resolver.h"

namespace net
{

//! The system's resolver, or one name server given by address and port. Each question has a deadline of 10 s.
class SystemResolver final : public Resolver
{
    Q_OBJECT

public:
    //! A name server to ask instead of the system's; a null address means the system's.
    struct Nameserver
    {
        QHostAddress address;
        quint16 port = 53;
    };

    static constexpr std::chrono::milliseconds Deadline{10'000};
    //! How long one address family waits for the other once it has an answer (RFC 8305 3 says 50 ms for a cached one).
    static constexpr std::chrono::milliseconds Patience{300};

    explicit SystemResolver(Clock &clock, QObject *parent = nullptr);
    SystemResolver(Clock &clock, Nameserver nameserver, QObject *parent = nullptr);
    ~SystemResolver() override;

    [[nodiscard]] Task<Result<QList<SrvRecord>>> srv(QString service) override;
    [[nodiscard]] Task<Result<QList<QHostAddress>>> addresses(QString host) override;

private:
    Clock &m_clock;
    Nameserver m_nameserver;
};

}
