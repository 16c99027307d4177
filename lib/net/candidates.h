// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/endpoint.h"
#include "net/failure.h"
#include "net/resolver.h"

#include <QRandomGenerator>

#include <array>
#include <functional>
#include <memory>

namespace net
{

//! Finds out where the server of a domain may be reached, best place first.
//!
//! SRV records of _xmpps-client and _xmpp-client are asked for together and mixed (XEP-0368 2), in the order of RFC 2782;
//! without any the domain itself on port 5222 (RFC 6120 3.2.2). Names none twice, and at most 20.
class ServerFinder final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Asking, Found, Failed };
    Q_ENUM(State)

    //! What a person may set by hand.
    enum class Security { Automatic, StartTls, DirectTls };

    //! Whose server to find. A host or port set by hand needs no SRV.
    struct Request
    {
        QString domain; //!< the XMPP domain: a name (U- or A-labels) or an IP literal, IPv6 with or without brackets
        QString host = {}; //!< empty: by DNS
        quint16 port = 0; //!< 0: by DNS, or the usual one
        Security security = Security::Automatic;
    };

    static constexpr qsizetype MaxEndpoints = 20;

    explicit ServerFinder(Resolver &resolver, QRandomGenerator *random = QRandomGenerator::global(), QObject *parent = nullptr);

    //! Starts; a search under way is forgotten. The answer never comes from within this call.
    void find(const Request &request);
    //! Forgets the search; no signal follows.
    void cancel();
    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(net::ServerFinder::State state);
    void found(const QList<net::Endpoint> &endpoints);
    //! Kind::Dns or Kind::NoService.
    void failed(const net::Failure &failure);

private:
    //! What became of one of the two questions.
    struct Answer
    {
        QList<SrvRecord> records;
        QString error; //!< set if nobody knows
        bool arrived = false;
    };

    void ask(int which, const QString &aceDomain);
    void conclude(const QString &aceDomain);
    void finish(const QList<Endpoint> &endpoints);
    void giveUp(Failure::Kind kind, const QString &detail);
    void later(std::function<void()> f);
    void setState(State state);

    Resolver &m_resolver;
    QRandomGenerator *m_random;
    std::unique_ptr<QObject> m_search; //!< context of the current search; its death forgets all answers
    std::array<Answer, 2> m_answers;
    State m_state = State::Idle;
};

//! The order in which RFC 2782 tries records: by priority, and at random by weight among equals.
[[nodiscard]] QList<Endpoint> orderedByRfc2782(QList<Endpoint> endpoints, QRandomGenerator &random);

}

Q_DECLARE_METATYPE(net::Endpoint)
