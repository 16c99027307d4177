// SPDX-License-Identifier: GPL-3.0-or-later
// SRV records of anybody's domain: one a line, as "xmpps 10 5 5223 target". Anything else on a line is an error of the name service.
#include "fuzz.h"
#include "net/candidates.h"
#include "net/domainname.h"

using namespace Qt::StringLiterals;

namespace
{

class LineResolver final : public net::Resolver
{
public:
    explicit LineResolver(const QString &text)
    {
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList words = line.split(u' ');
            auto &records = words.first() == u"xmpps" ? m_direct : m_plain;
            if (words.size() == 5 && records)
                *records << net::SrvRecord{words[4], words[3].toUShort(), words[1].toUShort(), words[2].toUShort()};
            else
                records = fail(ErrorKind::Network, line);
        }
    }

    [[nodiscard]] Task<Result<QList<net::SrvRecord>>> srv(QString service) override
    {
        return Task<Result<QList<net::SrvRecord>>>::ready(service.startsWith(u"_xmpps-client"_s) ? m_direct : m_plain);
    }
    [[nodiscard]] Task<Result<QList<QHostAddress>>> addresses(QString) override { return Task<Result<QList<QHostAddress>>>::ready(QList<QHostAddress>()); }

private:
    Result<QList<net::SrvRecord>> m_direct, m_plain;
};

void checkFound(const QList<net::Endpoint> &endpoints)
{
    fuzz::require(!endpoints.isEmpty() && endpoints.size() <= net::ServerFinder::MaxEndpoints, "there are some, and not too many");
    for (qsizetype i = 0; i < endpoints.size(); ++i) {
        const net::Endpoint &endpoint = endpoints[i];
        fuzz::require(net::isHostName(endpoint.host) && endpoint.port != 0, "each can be asked for");
        const bool again = std::any_of(endpoints.begin(), endpoints.begin() + i, [&](const net::Endpoint &other) {
            return other.host == endpoint.host && other.port == endpoint.port && other.security == endpoint.security;
        });
        fuzz::require(!again, "none is there twice");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    LineResolver resolver(fuzz::text(data, size));
    QRandomGenerator random(1);
    net::ServerFinder finder(resolver, &random);
    int answers = 0;
    QObject::connect(&finder, &net::ServerFinder::found, &finder, [&answers](const QList<net::Endpoint> &endpoints) {
        ++answers;
        checkFound(endpoints);
    });
    QObject::connect(&finder, &net::ServerFinder::failed, &finder, [&answers](const net::Failure &failure) {
        ++answers;
        (void)failure.text();
        (void)failure.advice();
    });
    finder.find({.domain = u"example.org"_s});
    for (int turn = 0; turn < 4; ++turn)
        fuzz::settle();
    fuzz::require(answers == 1, "there is one answer");
    return 0;
}
