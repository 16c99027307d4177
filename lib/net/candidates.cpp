// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/candidates.h"

#include "base/log.h"
#include "net/domainname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net
{

namespace
{

//! One of the two questions.
struct Question
{
    QLatin1StringView service;
    Endpoint::Security security;
};

constexpr std::array Questions{
    Question{"_xmpps-client"_L1, Endpoint::Security::DirectTls},
    Question{"_xmpp-client"_L1, Endpoint::Security::StartTls},
};

constexpr quint16 StartTlsPort = 5222;
constexpr quint16 DirectTlsPort = 5223;
// Records looked at per answer; an honest domain has a handful.
constexpr qsizetype MaxRecords = 2000;

bool isUsual(quint16 port, Endpoint::Security security)
{
    return security == Endpoint::Security::DirectTls ? port == DirectTlsPort || port == 443 : port == StartTlsPort;
}

//! Both ways to one host, the likelier one first; a person who set neither port nor security gets the usual port of each.
QList<Endpoint> byHand(const QString &host, quint16 port, ServerFinder::Security security)
{
    const auto make = [&](Endpoint::Security way) {
        const quint16 usual = way == Endpoint::Security::DirectTls ? DirectTlsPort : StartTlsPort;
        return Endpoint{host, port ? port : usual, way, u"set by hand"_s, 0, 0};
    };
    const Endpoint plain = make(Endpoint::Security::StartTls);
    const Endpoint direct = make(Endpoint::Security::DirectTls);
    if (security == ServerFinder::Security::StartTls)
        return {plain};
    if (security == ServerFinder::Security::DirectTls)
        return {direct};
    return port && isUsual(port, Endpoint::Security::DirectTls) ? QList{direct, plain} : QList{plain, direct};
}

//! The endpoints in their order without repetition, at most as many as anybody will wait for.
QList<Endpoint> trimmed(const QList<Endpoint> &endpoints)
{
    QList<Endpoint> kept;
    for (const Endpoint &endpoint : endpoints) {
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const Endpoint &other) {
            return other.host == endpoint.host && other.port == endpoint.port && other.security == endpoint.security;
        });
        if (!known)
            kept << endpoint;
        if (kept.size() == ServerFinder::MaxEndpoints)
            break;
    }
    return kept;
}

//! Takes one of the records that are left, as RFC 2782 says: a running sum of weights against a random number.
Endpoint takeByWeight(QList<Endpoint> &left, QRandomGenerator &random)
{
    qint64 sum = 0;
    for (const Endpoint &endpoint : left)
        sum += endpoint.weight;
    qint64 chosen = random.bounded(sum + 1);
    for (qsizetype i = 0; i < left.size(); ++i) {
        chosen -= left.at(i).weight;
        if (chosen <= 0)
            return left.takeAt(i);
    }
    return left.takeLast();
}

}

QList<Endpoint> orderedByRfc2782(QList<Endpoint> endpoints, QRandomGenerator &random)
{
    // Shuffled first: among zero weights the order is free, and thus fair. Then "those with weight 0 are placed at the beginning".
    std::shuffle(endpoints.begin(), endpoints.end(), random);
    std::stable_sort(endpoints.begin(), endpoints.end(), [](const Endpoint &a, const Endpoint &b) {
        return std::tuple(a.priority, a.weight != 0) < std::tuple(b.priority, b.weight != 0);
    });
    QList<Endpoint> ordered;
    for (auto group = endpoints.cbegin(); group != endpoints.cend();) {
        const auto end = std::find_if(group, endpoints.cend(), [&](const Endpoint &e) { return e.priority != group->priority; });
        QList<Endpoint> left(group, end);
        while (!left.isEmpty())
            ordered << takeByWeight(left, random);
        group = end;
    }
    return ordered;
}

ServerFinder::ServerFinder(Resolver &resolver, QRandomGenerator *random, QObject *parent)
    : QObject(parent)
    , m_resolver(resolver)
    , m_random(random)
{
}

void ServerFinder::find(const Request &request)
{
    cancel();
    m_search = std::make_unique<QObject>();
    const bool manual = !request.host.trimmed().isEmpty() || request.port != 0;
    const QString wanted = request.host.trimmed().isEmpty() ? request.domain : request.host.trimmed();
    const auto literal = ipLiteral(wanted);
    const QString host = literal ? literal->toString() : aceDomain(wanted);
    setState(State::Asking);
    if (!literal && !isHostName(host))
        return later([this, wanted] { giveUp(Failure::Kind::Dns, u"\"%1\" is not a host name"_s.arg(wanted.left(300))); });
    if (manual)
        return later([this, found = byHand(host, request.port, request.security)] { finish(found); });
    if (literal)
        return later([this, host] { finish({Endpoint{host, StartTlsPort, Endpoint::Security::StartTls, u"fallback"_s, 0, 0}}); });
    later([this, host] {
        ask(0, host);
        ask(1, host);
    });
}

void ServerFinder::cancel()
{
    m_search.reset();
    m_answers = {};
    setState(State::Idle);
}

void ServerFinder::ask(int which, const QString &aceDomain)
{
    if (!m_search)
        return;
    const QString service = u"%1._tcp.%2"_s.arg(Questions[which].service, aceDomain);
    m_resolver.srv(service).then(m_search.get(), [this, which, service, aceDomain](const Result<QList<SrvRecord>> &result) {
        Answer &answer = m_answers[which];
        answer.arrived = true;
        if (result) {
            answer.records = result->first(std::min(result->size(), MaxRecords));
            qCDebug(logNet) << service << "has" << result->size() << "records";
        } else {
            answer.error = result.error().text;
            qCDebug(logNet) << service << result.error();
        }
        if (m_answers[0].arrived && m_answers[1].arrived)
            conclude(aceDomain);
    });
}

void ServerFinder::conclude(const QString &aceDomain)
{
    QList<Endpoint> usable;
    bool anyRecord = false, anyError = false, onlyRefusals = true;
    for (size_t i = 0; i < Questions.size(); ++i) {
        anyError |= !m_answers[i].error.isEmpty();
        for (const SrvRecord &record : std::as_const(m_answers[i].records)) {
            anyRecord = true;
            const bool refusal = record.target == "."_L1 || record.target.isEmpty();
            onlyRefusals &= refusal;
            const QString host = net::aceDomain(record.target);
            if (refusal || record.port == 0 || !isHostName(host))
                continue;
            usable << Endpoint{host, record.port, Questions[i].security, Questions[i].service + " SRV"_L1, record.priority, record.weight};
        }
    }
    if (!usable.isEmpty())
        return finish(trimmed(orderedByRfc2782(usable, *m_random)));
    // RFC 6120 3.2.1 (9): the fallback is for a domain without an answer, never for one that answered.
    if (!anyRecord)
        return finish({Endpoint{aceDomain, StartTlsPort, Endpoint::Security::StartTls, u"fallback"_s, 0, 0}});
    if (!onlyRefusals)
        return giveUp(Failure::Kind::Dns, u"no SRV record of %1 makes sense"_s.arg(aceDomain));
    if (anyError)
        return giveUp(Failure::Kind::Dns, m_answers[0].error + m_answers[1].error);
    giveUp(Failure::Kind::NoService, u"the SRV target of %1 is \".\""_s.arg(aceDomain));
}

void ServerFinder::finish(const QList<Endpoint> &endpoints)
{
    m_search.reset();
    setState(State::Found);
    Q_EMIT found(endpoints);
}

void ServerFinder::giveUp(Failure::Kind kind, const QString &detail)
{
    m_search.reset();
    setState(State::Failed);
    Failure failure;
    failure.kind = kind;
    failure.detail = detail;
    Q_EMIT failed(failure);
}

void ServerFinder::later(std::function<void()> f)
{
    QMetaObject::invokeMethod(m_search.get(), std::move(f), Qt::QueuedConnection);
}

void ServerFinder::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

}
