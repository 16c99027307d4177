// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/systemresolver.h"

#include "support/dnsserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! SystemResolver against a name server of our own.
class TestResolver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void srvRecords();
    void noSuchName();
    void noSuchRecord();
    void failure_data();
    void failure();
    void rootTarget();
    void thousandRecords();
    void silenceEndsByTheClock();
    void bothFamilies();
    void aDeadFamilyIsNotWaitedFor();
    void oneFamilyFails();
    void aliasLoopHasNoAddress();
    void nonsense();
    void literal();
    void systemHosts();
    void aDyingResolverAnswers();

private:
    using Srv = Result<QList<net::SrvRecord>>;
    using Addresses = Result<QList<QHostAddress>>;

    [[nodiscard]] std::optional<Srv> srv(const QString &name);
    [[nodiscard]] std::optional<Addresses> addresses(const QString &name);

    std::unique_ptr<DnsServer> m_server;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<net::SystemResolver> m_resolver;
};

void TestResolver::init()
{
    m_server = std::make_unique<DnsServer>();
    QVERIFY(m_server->listen());
    m_clock = std::make_unique<ManualClock>();
    m_resolver = std::make_unique<net::SystemResolver>(*m_clock, net::SystemResolver::Nameserver{m_server->address(), m_server->port()});
}

void TestResolver::cleanup()
{
    m_resolver.reset();
    m_server.reset();
    QCOMPARE(m_clock->waiting(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

std::optional<TestResolver::Srv> TestResolver::srv(const QString &name)
{
    std::optional<Srv> answer;
    m_resolver->srv(name).then(this, [&](const Srv &result) { answer = result; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer;
}

std::optional<TestResolver::Addresses> TestResolver::addresses(const QString &name)
{
    std::optional<Addresses> answer;
    m_resolver->addresses(name).then(this, [&](const Addresses &result) { answer = result; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer;
}

void TestResolver::srvRecords()
{
    m_server->addSrv(u"_xmpp-client._tcp.example.org"_s, u"a.example.org"_s, 5222, 10, 20);
    m_server->addSrv(u"_xmpp-client._tcp.example.org"_s, u"b.example.org"_s, 15222, 30, 0);
    const auto answer = srv(u"_xmpp-client._tcp.example.org"_s);
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->size(), 2);
    QVERIFY((*answer)->contains(net::SrvRecord{u"a.example.org"_s, 5222, 10, 20}));
    QVERIFY((*answer)->contains(net::SrvRecord{u"b.example.org"_s, 15222, 30, 0}));
}

void TestResolver::noSuchName()
{
    const auto answer = srv(u"_xmpp-client._tcp.nowhere.example"_s);
    QVERIFY(answer && *answer);
    QVERIFY((*answer)->isEmpty());
}

void TestResolver::noSuchRecord()
{
    m_server->addAddress(u"example.org"_s, u"192.0.2.1"_s);
    const auto answer = srv(u"example.org"_s);
    QVERIFY(answer && *answer);
    QVERIFY((*answer)->isEmpty());
}

void TestResolver::failure_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("SERVFAIL") << int(DnsServer::ServerFailure);
    QTest::newRow("REFUSED") << int(DnsServer::Refused);
    QTest::newRow("FORMERR") << int(DnsServer::FormatError);
}

void TestResolver::failure()
{
    QFETCH(const int, code);
    m_server->failWith(u"_xmpp-client._tcp.broken.example"_s, DnsServer::Rcode(code));
    const auto answer = srv(u"_xmpp-client._tcp.broken.example"_s);
    QVERIFY(answer && !*answer);
    QVERIFY(answer->error().kind == ErrorKind::Network);
    QVERIFY(!answer->error().text.isEmpty());
}

void TestResolver::rootTarget()
{
    m_server->addSrv(u"_xmpp-client._tcp.example.org"_s, u"."_s, 0);
    const auto answer = srv(u"_xmpp-client._tcp.example.org"_s);
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->size(), 1);
    QCOMPARE((*answer)->constFirst().target, u"."_s);
}

void TestResolver::thousandRecords()
{
    for (int i = 0; i < 1000; ++i)
        m_server->addSrv(u"_xmpp-client._tcp.example.org"_s, u"h%1.example.org"_s.arg(i), quint16(1000 + i));
    const auto answer = srv(u"_xmpp-client._tcp.example.org"_s);
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->size(), 1000);
}

void TestResolver::silenceEndsByTheClock()
{
    m_server->beSilent(u"_xmpp-client._tcp.dead.example"_s);
    std::optional<Srv> answer;
    m_resolver->srv(u"_xmpp-client._tcp.dead.example"_s).then(this, [&](const Srv &result) { answer = result; });
    QTRY_VERIFY(!m_server->asked().isEmpty());
    m_clock->advance(net::SystemResolver::Deadline - 1ms);
    QVERIFY(!answer);
    m_clock->advance(1ms);
    QVERIFY(answer && !*answer);
    QVERIFY(answer->error().kind == ErrorKind::Timeout);
}

void TestResolver::bothFamilies()
{
    m_server->addAddress(u"host.example"_s, u"192.0.2.1"_s);
    m_server->addAddress(u"host.example"_s, u"2001:db8::1"_s);
    const auto answer = addresses(u"host.example"_s);
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->size(), 2);
    QVERIFY((*answer)->contains(QHostAddress(u"192.0.2.1"_s)));
    QVERIFY((*answer)->contains(QHostAddress(u"2001:db8::1"_s)));
}

void TestResolver::aDeadFamilyIsNotWaitedFor()
{
    m_server->addAddress(u"host.example"_s, u"192.0.2.1"_s);
    m_server->beSilent(u"host.example"_s, DnsServer::Aaaa);
    std::optional<Addresses> answer;
    m_resolver->addresses(u"host.example"_s).then(this, [&](const Addresses &result) { answer = result; });
    // Two deadlines; a third timer is the patience after the first answer, which then has only one deadline beside it.
    QTRY_COMPARE(m_server->asked().size(), 2);
    QTRY_VERIFY([&] {
        m_clock->advance(net::SystemResolver::Patience);
        return answer.has_value();
    }());
    QVERIFY(m_clock->monotonic() < net::SystemResolver::Deadline);
    QVERIFY(*answer);
    QCOMPARE(**answer, QList{QHostAddress(u"192.0.2.1"_s)});
}

void TestResolver::oneFamilyFails()
{
    m_server->addAddress(u"ok.example"_s, u"2001:db8::1"_s);
    const auto some = addresses(u"ok.example"_s);
    QVERIFY(some && *some);
    QCOMPARE(**some, QList{QHostAddress(u"2001:db8::1"_s)});
    m_server->failWith(u"bad.example"_s, DnsServer::ServerFailure);
    const auto none = addresses(u"bad.example"_s);
    QVERIFY(none && !*none);
    QVERIFY(none->error().kind == ErrorKind::Network);
}

void TestResolver::aliasLoopHasNoAddress()
{
    m_server->addCname(u"loop.example"_s, u"pool.example"_s);
    m_server->addCname(u"pool.example"_s, u"loop.example"_s);
    const auto answer = addresses(u"loop.example"_s);
    QVERIFY(answer && *answer);
    QVERIFY((*answer)->isEmpty());
}

void TestResolver::nonsense()
{
    m_server->talkNonsense(u"_xmpp-client._tcp.mad.example"_s);
    std::optional<Srv> answer;
    m_resolver->srv(u"_xmpp-client._tcp.mad.example"_s).then(this, [&](const Srv &result) { answer = result; });
    QTRY_VERIFY(!m_server->asked().isEmpty());
    // The C library may wait for a better answer: then our own deadline ends it.
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 500);
    m_clock->advance(net::SystemResolver::Deadline);
    QVERIFY(answer && !*answer);
}

void TestResolver::literal()
{
    const auto answer = addresses(u"2001:db8::7"_s);
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, QList{QHostAddress(u"2001:db8::7"_s)});
    QVERIFY(m_server->asked().isEmpty());
}

void TestResolver::systemHosts()
{
    m_resolver = std::make_unique<net::SystemResolver>(*m_clock);
    const auto answer = addresses(u"localhost"_s);
    QVERIFY(answer && *answer);
    QVERIFY(!(*answer)->isEmpty());
    for (const QHostAddress &address : **answer)
        QVERIFY(address.isLoopback());
}

void TestResolver::aDyingResolverAnswers()
{
    m_server->beSilent(u"a.example"_s);
    std::optional<Srv> records;
    std::optional<Addresses> found;
    m_resolver->srv(u"a.example"_s).then(this, [&](const Srv &result) { records = result; });
    m_resolver->addresses(u"a.example"_s).then(this, [&](const Addresses &result) { found = result; });
    m_resolver.reset();
    QVERIFY(records && !*records && records->error().kind == ErrorKind::Cancelled);
    QVERIFY(found && !*found && found->error().kind == ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
