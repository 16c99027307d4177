// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/tcptransport.h"
#include "stream/signin.h"
#include "support/testserver.h"

#include <QSslConfiguration>

#include <memory>
#include <optional>

//! Says that every host is on loopback, so that a server can be met under its own name.
class LoopbackResolver final : public net::Resolver
{
public:
    [[nodiscard]] Task<Result<QList<net::SrvRecord>>> srv(QString) override { return Task<Result<QList<net::SrvRecord>>>::ready(QList<net::SrvRecord>()); }
    [[nodiscard]] Task<Result<QList<QHostAddress>>> addresses(QString) override
    {
        return Task<Result<QList<QHostAddress>>>::ready(QList{QHostAddress(QHostAddress::LocalHost)});
    }
};

//! One sign-in at a real server over real sockets, told in values.
class Attempt
{
public:
    enum class Way { StartTls, DirectTls };

    //! Whom to be where; what is not set is as a person's first sign-in has it.
    Attempt(const support::TestServer &server, const QString &address, Way way = Way::DirectTls);

    //! Tries; false if it failed, and `failure` says why.
    [[nodiscard]] bool run();
    //! Ends the session that run() opened, without a word: the server may keep it to be resumed.
    void cut() { framing.reset(); }
    //! Ends it in order.
    void close();

    //! The password of the account, or a wrong one.
    void password(const QString &text) { settings.credentials.password = Secret(text); }

    stream::NegotiationSettings settings;
    net::TlsSettings tls;
    net::ServerFinder::Request where;

    std::optional<stream::Failure> failure;
    stream::Negotiated result;
    net::TlsInfo info;
    Secret ticket;
    std::unique_ptr<stream::Framing> framing;
    QList<int> phases;
    QByteArray trace; //!< what was said, one line each, "C: " and "S: "
    bool tokenRejected = false;
    int roundTrips = 0; //!< of the stream: how often something was said and something else heard after it
    static constexpr int Underneath = 2; //!< TCP's and TLS 1.3's own

private:
    LoopbackResolver m_resolver;
    SystemClock m_clock;
    sasl::KeyCache m_keys;
};

//! The fixture's server; ends the program if it is not there.
[[nodiscard]] support::TestServer testServer(QStringView name);
