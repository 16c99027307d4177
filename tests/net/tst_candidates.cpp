// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/candidates.h"

#include "fakes.h"
#include "net/systemresolver.h"
#include "support/dnsserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Finder = net::ServerFinder;
using Way = net::Endpoint::Security;

//! Where the server of a domain is looked for, and in which order.
class TestCandidates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noSrvFallsBack();
    void srvErrorsFallBack();
    void mixedByPriority();
    void oneErrorOneAnswer();
    void decidedlyNothing_data();
    void decidedlyNothing();
    void refusedAndUnknown();
    void refusedDirectButStartTls();
    void nonsenseIsSkipped();
    void onlyNonsense();
    void atMostTwenty();
    void noneTwice();
    void idn();
    void literals_data();
    void literals();
    void byHand_data();
    void byHand();
    void badNames_data();
    void badNames();
    void weightsShareTheLoad();
    void zeroWeightsComeSeldom();
    void zeroWeightsAloneAreFair();
    void cancelled();
    void throughRealDns();

private:
    struct Outcome
    {
        QList<net::Endpoint> endpoints;
        std::optional<net::Failure> failure;
        bool early = false; //!< a signal came from within find()
    };

    [[nodiscard]] Outcome find(const Finder::Request &request);

    FakeResolver m_resolver;
    QRandomGenerator m_random{42};
};

static const QString Direct = u"_xmpps-client._tcp.example.org"_s;
static const QString Plain = u"_xmpp-client._tcp.example.org"_s;

void TestCandidates::init()
{
    m_resolver.srvs.clear();
    m_resolver.asked.clear();
}

TestCandidates::Outcome TestCandidates::find(const Finder::Request &request)
{
    Finder finder(m_resolver, &m_random);
    Outcome outcome;
    bool done = false;
    connect(&finder, &Finder::found, this, [&](const QList<net::Endpoint> &endpoints) {
        outcome.endpoints = endpoints;
        done = true;
    });
    connect(&finder, &Finder::failed, this, [&](const net::Failure &failure) {
        outcome.failure = failure;
        done = true;
    });
    finder.find(request);
    outcome.early = done;
    (void)QTest::qWaitFor([&] { return done; });
    return outcome;
}

static FakeResolver::Srv network()
{
    return fail(ErrorKind::Network, u"broken"_s);
}

void TestCandidates::noSrvFallsBack()
{
    const auto outcome = find({u"example.org"_s});
    QVERIFY(!outcome.early);
    QCOMPARE(outcome.endpoints, (QList{net::Endpoint{u"example.org"_s, 5222, Way::StartTls, u"fallback"_s}}));
    QCOMPARE(m_resolver.asked, (QStringList{Direct, Plain}));
}

void TestCandidates::srvErrorsFallBack()
{
    m_resolver.srvs = {{Direct, network()}, {Plain, network()}};
    const auto outcome = find({u"example.org"_s});
    QCOMPARE(outcome.endpoints.size(), 1);
    QCOMPARE(outcome.endpoints[0].source, u"fallback"_s);
}

void TestCandidates::mixedByPriority()
{
    using R = QList<net::SrvRecord>;
    m_resolver.srvs[Direct] = R{{u"d1.example.org"_s, 443, 5, 0}, {u"d2.example.org"_s, 5223, 20, 0}};
    m_resolver.srvs[Plain] = R{{u"p1.example.org"_s, 5222, 10, 0}, {u"p0.example.org"_s, 5222, 1, 0}};
    const auto outcome = find({u"example.org"_s});
    QCOMPARE(outcome.endpoints.size(), 4);
    QCOMPARE(outcome.endpoints[0], (net::Endpoint{u"p0.example.org"_s, 5222, Way::StartTls, u"_xmpp-client SRV"_s, 1, 0}));
    QCOMPARE(outcome.endpoints[1], (net::Endpoint{u"d1.example.org"_s, 443, Way::DirectTls, u"_xmpps-client SRV"_s, 5, 0}));
    QCOMPARE(outcome.endpoints[2].host, u"p1.example.org"_s);
    QCOMPARE(outcome.endpoints[3].host, u"d2.example.org"_s);
}

void TestCandidates::oneErrorOneAnswer()
{
    m_resolver.srvs[Direct] = network();
    m_resolver.srvs[Plain] = QList<net::SrvRecord>{{u"p.example.org"_s, 5222, 0, 0}};
    const auto outcome = find({u"example.org"_s});
    QCOMPARE(outcome.endpoints.size(), 1);
    QCOMPARE(outcome.endpoints[0].host, u"p.example.org"_s);
}

void TestCandidates::decidedlyNothing_data()
{
    QTest::addColumn<bool>("direct");
    QTest::addColumn<bool>("plain");
    QTest::newRow("both") << true << true;
    QTest::newRow("direct only, the other empty") << true << false;
    QTest::newRow("plain only, the other empty") << false << true;
}

void TestCandidates::decidedlyNothing()
{
    QFETCH(const bool, direct);
    QFETCH(const bool, plain);
    const QList<net::SrvRecord> root{{u"."_s, 0, 0, 0}};
    if (direct)
        m_resolver.srvs[Direct] = root;
    if (plain)
        m_resolver.srvs[Plain] = root;
    const auto outcome = find({u"example.org"_s});
    QVERIFY(outcome.failure);
    QVERIFY(outcome.failure->kind == net::Failure::Kind::NoService);
    QVERIFY(!outcome.failure->text().isEmpty() && !outcome.failure->advice().isEmpty());
    QVERIFY(outcome.endpoints.isEmpty());
}

void TestCandidates::refusedAndUnknown()
{
    m_resolver.srvs[Direct] = QList<net::SrvRecord>{{u"."_s, 0, 0, 0}};
    m_resolver.srvs[Plain] = network();
    const auto outcome = find({u"example.org"_s});
    QVERIFY(outcome.failure);
    QVERIFY(outcome.failure->kind == net::Failure::Kind::Dns);
}

void TestCandidates::refusedDirectButStartTls()
{
    m_resolver.srvs[Direct] = QList<net::SrvRecord>{{u"."_s, 0, 0, 0}};
    m_resolver.srvs[Plain] = QList<net::SrvRecord>{{u"p.example.org"_s, 5222, 0, 0}};
    const auto outcome = find({u"example.org"_s});
    QCOMPARE(outcome.endpoints.size(), 1);
    QVERIFY(outcome.endpoints[0].security == Way::StartTls);
}

void TestCandidates::nonsenseIsSkipped()
{
    m_resolver.srvs[Plain] = QList<net::SrvRecord>{{u"zero.example.org"_s, 0, 0, 0}, {u"127.0.0.1"_s, 5222, 0, 0}, {u"::1"_s, 5222, 0, 0},
        {u"a b.example.org"_s, 5222, 0, 0}, {QString(64, u'a') + u".org"_s, 5222, 0, 0}, {u"good.example.org"_s, 5222, 9, 0}};
    const auto outcome = find({u"example.org"_s});
    QCOMPARE(outcome.endpoints.size(), 1);
    QCOMPARE(outcome.endpoints[0].host, u"good.example.org"_s);
}

void TestCandidates::onlyNonsense()
{
    m_resolver.srvs[Plain] = QList<net::SrvRecord>{{u"zero.example.org"_s, 0, 0, 0}};
    const auto outcome = find({u"example.org"_s});
    QVERIFY(outcome.failure);
    QVERIFY(outcome.failure->kind == net::Failure::Kind::Dns);
}

void TestCandidates::atMostTwenty()
{
    QList<net::SrvRecord> records;
    for (int i = 0; i < 1000; ++i)
        records << net::SrvRecord{u"h%1.example.org"_s.arg(i), 5222, quint16(1000 - i), 65535};
    m_resolver.srvs[Plain] = records;
    const auto outcome = find({u"example.org"_s});
    QCOMPARE(outcome.endpoints.size(), Finder::MaxEndpoints);
    QCOMPARE(outcome.endpoints[0].host, u"h999.example.org"_s);
    QCOMPARE(outcome.endpoints[19].host, u"h980.example.org"_s);
}

void TestCandidates::noneTwice()
{
    m_resolver.srvs[Plain] = QList<net::SrvRecord>(50, net::SrvRecord{u"h.example.org"_s, 5222, 0, 0});
    QCOMPARE(find({u"example.org"_s}).endpoints.size(), 1);
}

void TestCandidates::idn()
{
    const auto outcome = find({u"m\u00fcller.example"_s});
    QCOMPARE(outcome.endpoints.size(), 1);
    QCOMPARE(outcome.endpoints[0].host, u"xn--mller-kva.example"_s);
    QVERIFY(m_resolver.asked.contains(u"_xmpp-client._tcp.xn--mller-kva.example"_s));
}

void TestCandidates::literals_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("host");
    QTest::newRow("v4") << u"192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("v6 in brackets") << u"[2001:db8::1]"_s << u"2001:db8::1"_s;
    QTest::newRow("v6") << u"::1"_s << u"::1"_s;
}

void TestCandidates::literals()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, host);
    const auto outcome = find({domain});
    QCOMPARE(outcome.endpoints, (QList{net::Endpoint{host, 5222, Way::StartTls, u"fallback"_s}}));
    QVERIFY(m_resolver.asked.isEmpty());
}

void TestCandidates::byHand_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("security");
    QTest::addColumn<QStringList>("expected");
    const int automatic = int(Finder::Security::Automatic), start = int(Finder::Security::StartTls), direct = int(Finder::Security::DirectTls);
    QTest::newRow("host") << u"h.example"_s << 0 << automatic << QStringList{u"h.example:5222 s"_s, u"h.example:5223 d"_s};
    QTest::newRow("5222") << u"h.example"_s << 5222 << automatic << QStringList{u"h.example:5222 s"_s, u"h.example:5222 d"_s};
    QTest::newRow("odd port") << u"h.example"_s << 15000 << automatic << QStringList{u"h.example:15000 s"_s, u"h.example:15000 d"_s};
    QTest::newRow("5223") << u"h.example"_s << 5223 << automatic << QStringList{u"h.example:5223 d"_s, u"h.example:5223 s"_s};
    QTest::newRow("443") << u"h.example"_s << 443 << automatic << QStringList{u"h.example:443 d"_s, u"h.example:443 s"_s};
    QTest::newRow("starttls on 443") << u"h.example"_s << 443 << start << QStringList{u"h.example:443 s"_s};
    QTest::newRow("direct") << u"h.example"_s << 0 << direct << QStringList{u"h.example:5223 d"_s};
    QTest::newRow("port alone") << QString() << 15222 << start << QStringList{u"example.org:15222 s"_s};
    QTest::newRow("literal") << u"[::1]"_s << 15222 << start << QStringList{u"[::1]:15222 s"_s};
    QTest::newRow("spaces, IDN") << u" m\u00fcller.example "_s << 0 << start << QStringList{u"xn--mller-kva.example:5222 s"_s};
}

void TestCandidates::byHand()
{
    QFETCH(const QString, host);
    QFETCH(const int, port);
    QFETCH(const int, security);
    QFETCH(const QStringList, expected);
    const auto outcome = find({u"example.org"_s, host, quint16(port), Finder::Security(security)});
    QStringList got;
    for (const net::Endpoint &endpoint : outcome.endpoints) {
        got << endpoint.authority() + (endpoint.security == Way::DirectTls ? u" d"_s : u" s"_s);
        QCOMPARE(endpoint.source, u"set by hand"_s);
    }
    QCOMPARE(got, expected);
    QVERIFY(m_resolver.asked.isEmpty());
}

void TestCandidates::badNames_data()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("empty") << QString();
    QTest::newRow("space") << u"a b"_s;
    QTest::newRow("dots") << u"a..b"_s;
    QTest::newRow("long label") << QString(64, u'a') + u".org"_s;
    QTest::newRow("long") << QString(u"abcdefg."_s).repeated(40) + u"org"_s;
    QTest::newRow("slash") << u"a/b"_s;
    QTest::newRow("control") << u"a\nb"_s;
}

void TestCandidates::badNames()
{
    QFETCH(const QString, domain);
    const auto outcome = find({domain});
    QVERIFY(!outcome.early);
    QVERIFY(outcome.failure);
    QVERIFY(outcome.failure->kind == net::Failure::Kind::Dns);
    QVERIFY(m_resolver.asked.isEmpty());
}

void TestCandidates::weightsShareTheLoad()
{
    const QList<net::Endpoint> endpoints{{u"a"_s, 1, Way::StartTls, {}, 0, 10}, {u"b"_s, 1, Way::StartTls, {}, 0, 30}, {u"c"_s, 1, Way::StartTls, {}, 0, 60}};
    QHash<QString, int> first;
    constexpr int Runs = 20'000;
    for (int i = 0; i < Runs; ++i) {
        const auto ordered = net::orderedByRfc2782(endpoints, m_random);
        QCOMPARE(ordered.size(), 3);
        ++first[ordered.constFirst().host];
    }
    // The first in the running sum gains one part of 101; 0.02 is six deviations.
    QVERIFY(qAbs(first[u"a"_s] / double(Runs) - 0.10) < 0.02);
    QVERIFY(qAbs(first[u"b"_s] / double(Runs) - 0.30) < 0.02);
    QVERIFY(qAbs(first[u"c"_s] / double(Runs) - 0.60) < 0.02);
}

void TestCandidates::zeroWeightsComeSeldom()
{
    const QList<net::Endpoint> endpoints{{u"zero"_s, 1, Way::StartTls, {}, 0, 0}, {u"big"_s, 1, Way::StartTls, {}, 0, 99}};
    int zeroFirst = 0;
    for (int i = 0; i < 10'000; ++i)
        zeroFirst += net::orderedByRfc2782(endpoints, m_random).constFirst().host == u"zero"_s;
    QVERIFY2(zeroFirst > 20 && zeroFirst < 250, qPrintable(QString::number(zeroFirst)));
}

void TestCandidates::zeroWeightsAloneAreFair()
{
    const QList<net::Endpoint> endpoints{{u"a"_s, 1, Way::StartTls, {}, 0, 0}, {u"b"_s, 1, Way::StartTls, {}, 0, 0}};
    int first = 0;
    for (int i = 0; i < 10'000; ++i)
        first += net::orderedByRfc2782(endpoints, m_random).constFirst().host == u"a"_s;
    QVERIFY2(first > 4700 && first < 5300, qPrintable(QString::number(first)));
}

void TestCandidates::cancelled()
{
    Finder finder(m_resolver, &m_random);
    QSignalSpy found(&finder, &Finder::found), failed(&finder, &Finder::failed);
    finder.find({u"example.org"_s});
    QVERIFY(finder.state() == Finder::State::Asking);
    finder.cancel();
    QCoreApplication::processEvents();
    QVERIFY(finder.state() == Finder::State::Idle);
    QVERIFY(found.isEmpty() && failed.isEmpty());
    // A new search forgets the old one.
    finder.find({u"a.example"_s});
    finder.find({u"b.example"_s});
    QTRY_COMPARE(found.size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][0].value<QList<net::Endpoint>>().constFirst().host, u"b.example"_s);
}

void TestCandidates::throughRealDns()
{
    DnsServer server;
    QVERIFY(server.listen());
    server.addSrv(Direct, u"d.example.org"_s, 443, 5, 1);
    for (int i = 0; i < 1000; ++i)
        server.addSrv(Plain, u"h%1.example.org"_s.arg(i), i % 2 ? 5222 : 0, quint16(10 + i));
    SystemClock clock;
    net::SystemResolver resolver(clock, {server.address(), server.port()});
    Finder finder(resolver, &m_random);
    QSignalSpy found(&finder, &Finder::found);
    finder.find({u"example.org"_s});
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, 20'000);
    const auto endpoints = found[0][0].value<QList<net::Endpoint>>();
    QCOMPARE(endpoints.size(), Finder::MaxEndpoints);
    QCOMPARE(endpoints[0].authority(), u"d.example.org:443"_s);
    QCOMPARE(endpoints[1].authority(), u"h1.example.org:5222"_s);
    QCOMPARE(endpoints[2].authority(), u"h3.example.org:5222"_s);
}

QTEST_GUILESS_MAIN(TestCandidates)
#include "tst_candidates.moc"
