// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/systemresolver.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QDnsLookup>
#include <QHostInfo>

#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace net
{

namespace
{

Error dnsError(const QString &detail)
{
    return {ErrorKind::Network, {}, QCoreApplication::translate("net::Resolver", "The name service does not answer rightly (%1).").arg(detail)};
}

Error dnsTimeout()
{
    return {ErrorKind::Timeout, {}, QCoreApplication::translate("net::Resolver", "The name service does not answer.")};
}

//! One question to the name server with its deadline; forgets itself when it is answered.
class Query final : public QObject
{
public:
    using Done = std::function<void(const Result<const QDnsLookup *> &)>;

    Query(QDnsLookup::Type type, const QString &name, const SystemResolver::Nameserver &nameserver, Clock &clock, QObject *parent, Done done)
        : QObject(parent)
        , m_done(std::move(done))
        , m_lookup(new QDnsLookup(type, name))
    {
        if (!nameserver.address.isNull())
            m_lookup->setNameserver(nameserver.address, nameserver.port);
        connect(m_lookup.get(), &QDnsLookup::finished, this, &Query::onFinished);
        m_deadline = clock.after(SystemResolver::Deadline, [this] { answer(fail(dnsTimeout())); });
        m_lookup->lookup();
    }

    ~Query() override
    {
        if (!m_lookup)
            return;
        m_lookup->disconnect(this);
        m_lookup->abort();
    }

private:
    void onFinished()
    {
        switch (m_lookup->error()) {
        case QDnsLookup::NoError:
        case QDnsLookup::NotFoundError:
            return answer(m_lookup.get());
        case QDnsLookup::TimeoutError:
            return answer(fail(dnsTimeout()));
        default:
            return answer(fail(dnsError(m_lookup->errorString())));
        }
    }

    void answer(const Result<const QDnsLookup *> &result)
    {
        m_deadline.reset();
        if (const auto done = std::exchange(m_done, nullptr)) {
            deleteLater();
            done(result);
        }
    }

    // The lookup may be in the middle of its own signal when we die.
    struct Later
    {
        void operator()(QObject *object) const { object->deleteLater(); }
    };

    Done m_done;
    std::unique_ptr<QDnsLookup, Later> m_lookup;
    Timer m_deadline;
};

//! Both families of one host; whoever answers first waits a little for the other.
class AddressQuery final : public QObject
{
public:
    AddressQuery(const QString &host, const SystemResolver::Nameserver &nameserver, Clock &clock, QObject *parent)
        : QObject(parent)
        , m_clock(clock)
    {
        const std::array types{QDnsLookup::AAAA, QDnsLookup::A};
        for (const auto type : types) {
            new Query(type, host, nameserver, clock, this, [this](const Result<const QDnsLookup *> &result) { take(result); });
        }
    }

    [[nodiscard]] Task<Result<QList<QHostAddress>>> task() const { return m_promise.task(); }

private:
    void take(const Result<const QDnsLookup *> &result)
    {
        ++m_answers;
        if (result) {
            const auto records = (*result)->hostAddressRecords();
            for (const QDnsHostAddressRecord &record : records)
                m_addresses << record.value();
        } else {
            m_error = result.error();
        }
        if (m_answers == 2)
            return finish();
        if (!m_addresses.isEmpty())
            m_patience = m_clock.after(SystemResolver::Patience, [this] { finish(); });
    }

    void finish()
    {
        m_patience.reset();
        deleteLater();
        if (m_addresses.isEmpty() && m_error)
            return m_promise.finish(fail(*m_error));
        m_promise.finish(m_addresses);
    }

    Clock &m_clock;
    Promise<Result<QList<QHostAddress>>> m_promise;
    QList<QHostAddress> m_addresses;
    std::optional<Error> m_error;
    int m_answers = 0;
    Timer m_patience;
};

//! The host as the system sees it, /etc/hosts and local names included.
class HostInfoQuery final : public QObject
{
public:
    HostInfoQuery(const QString &host, Clock &clock, QObject *parent)
        : QObject(parent)
    {
        m_deadline = clock.after(SystemResolver::Deadline, [this] { finish(fail(dnsTimeout())); });
        m_id = QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) {
            if (info.error() == QHostInfo::UnknownError)
                return finish(fail(dnsError(info.errorString())));
            finish(info.addresses());
        });
    }

    ~HostInfoQuery() override { QHostInfo::abortHostLookup(m_id); }

    [[nodiscard]] Task<Result<QList<QHostAddress>>> task() const { return m_promise.task(); }

private:
    void finish(Result<QList<QHostAddress>> result)
    {
        m_deadline.reset();
        deleteLater();
        m_promise.finish(std::move(result));
    }

    Promise<Result<QList<QHostAddress>>> m_promise;
    Timer m_deadline;
    int m_id = -1;
};

}

SystemResolver::SystemResolver(Clock &clock, QObject *parent)
    : SystemResolver(clock, Nameserver{}, parent)
{
}

SystemResolver::SystemResolver(Clock &clock, Nameserver nameserver, QObject *parent)
    : Resolver(parent)
    , m_clock(clock)
    , m_nameserver(std::move(nameserver))
{
}

SystemResolver::~SystemResolver() = default;

Task<Result<QList<SrvRecord>>> SystemResolver::srv(QString service)
{
    const Promise<Result<QList<SrvRecord>>> promise;
    new Query(QDnsLookup::SRV, service, m_nameserver, m_clock, this, [promise](const Result<const QDnsLookup *> &result) {
        if (!result)
            return promise.finish(fail(result.error()));
        QList<SrvRecord> records;
        const auto answers = (*result)->serviceRecords();
        for (const QDnsServiceRecord &answer : answers)
            records << SrvRecord{answer.target().isEmpty() ? u"."_s : answer.target(), answer.port(), answer.priority(), answer.weight()};
        promise.finish(records);
    });
    return promise.task();
}

Task<Result<QList<QHostAddress>>> SystemResolver::addresses(QString host)
{
    using Answer = Task<Result<QList<QHostAddress>>>;
    if (const QHostAddress literal(host); !literal.isNull())
        return Answer::ready(QList{literal});
    if (m_nameserver.address.isNull())
        return (new HostInfoQuery(host, m_clock, this))->task();
    return (new AddressQuery(host, m_nameserver, m_clock, this))->task();
}

}
