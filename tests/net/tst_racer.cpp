// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/racer.h"

#include "fakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = net::Failure::Kind;
using Phase = net::RaceProgress::Phase;

//! The walk over endpoints and the race over addresses, without a network and without waiting.
class TestRacer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void interleaving();
    void firstConnects();
    void deadSixFourAfterTheStagger();
    void failureStartsTheNextAtOnce();
    void endpointDeadline();
    void deadlineCountsTheNameToo();
    void allDead();
    void noCandidates();
    void nextAfterTls();
    void aBadCertificateEndsTheWalk();
    void losersAreAborted();
    void stopIsSilent();
    void stopFromWithinASignal();
    void restartFromWithinFailed();
    void tooManyAddresses();
    void destroyedInItsSignal();

private:
    [[nodiscard]] static net::Endpoint endpoint(const QString &host) { return {host, 5222, net::Endpoint::Security::StartTls, u"test"_s}; }
    void answer(const QString &host, const QStringList &addresses);
    void settle() { QCoreApplication::processEvents(); }

    std::unique_ptr<FakeResolver> m_resolver;
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<net::ConnectionRacer> m_racer;
    std::unique_ptr<QSignalSpy> m_won, m_failed, m_progress;
};

void TestRacer::init()
{
    m_resolver = std::make_unique<FakeResolver>();
    m_factory = std::make_unique<FakeFactory>();
    m_clock = std::make_unique<ManualClock>();
    m_racer = std::make_unique<net::ConnectionRacer>(*m_resolver, *m_factory, *m_clock);
    m_won = std::make_unique<QSignalSpy>(m_racer.get(), &net::ConnectionRacer::won);
    m_failed = std::make_unique<QSignalSpy>(m_racer.get(), &net::ConnectionRacer::failed);
    m_progress = std::make_unique<QSignalSpy>(m_racer.get(), &net::ConnectionRacer::progress);
}

void TestRacer::cleanup()
{
    m_racer.reset();
    QCOMPARE(m_clock->waiting(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (const auto &transport : std::as_const(m_factory->made))
        QVERIFY(transport.isNull());
}

void TestRacer::answer(const QString &host, const QStringList &addresses)
{
    QList<QHostAddress> list;
    for (const QString &address : addresses)
        list << QHostAddress(address);
    m_resolver->hosts[host] = list;
}

void TestRacer::interleaving()
{
    const QHostAddress a(u"192.0.2.1"_s), b(u"192.0.2.2"_s), c(u"192.0.2.3"_s), x(u"2001:db8::1"_s), y(u"2001:db8::2"_s);
    QCOMPARE(net::interleaved({a, b, c, x, y, a}), (QList{x, a, y, b, c}));
    QCOMPARE(net::interleaved({a}), (QList{a}));
    QVERIFY(net::interleaved({}).isEmpty());
}

void TestRacer::firstConnects()
{
    answer(u"h"_s, {u"192.0.2.1"_s});
    m_racer->start({endpoint(u"h"_s)});
    QVERIFY(m_progress->isEmpty());
    settle();
    QCOMPARE(m_factory->tried, QStringList{u"192.0.2.1"_s});
    Q_EMIT m_factory->made[0]->connected();
    QCOMPARE(m_won->size(), 1);
    QVERIFY(!m_racer->running());
    const auto transport = m_racer->take();
    QCOMPARE(transport.get(), m_factory->made[0].get());
    QVERIFY(!m_racer->take());
    QList<Phase> phases;
    for (const auto &arguments : std::as_const(*m_progress))
        phases << arguments[0].value<net::RaceProgress>().phase;
    QCOMPARE(phases, (QList{Phase::Resolving, Phase::Connecting, Phase::Connected}));
}

void TestRacer::deadSixFourAfterTheStagger()
{
    answer(u"h"_s, {u"192.0.2.1"_s, u"2001:db8::1"_s});
    m_racer->start({endpoint(u"h"_s)});
    settle();
    QCOMPARE(m_factory->tried, QStringList{u"2001:db8::1"_s});
    m_clock->advance(249ms);
    QCOMPARE(m_factory->tried.size(), 1);
    m_clock->advance(1ms);
    QCOMPARE(m_factory->tried, (QStringList{u"2001:db8::1"_s, u"192.0.2.1"_s}));
    Q_EMIT m_factory->made[1]->connected();
    QCOMPARE(m_won->size(), 1);
    QCOMPARE(m_racer->take()->peerAddress(), QHostAddress(u"192.0.2.1"_s));
    QVERIFY(m_factory->made[0]->aborted);
}

void TestRacer::failureStartsTheNextAtOnce()
{
    answer(u"h"_s, {u"192.0.2.1"_s, u"2001:db8::1"_s});
    m_racer->start({endpoint(u"h"_s)});
    settle();
    m_factory->made[0]->failWith(Kind::Unreachable);
    QCOMPARE(m_factory->tried.size(), 2);
    QCOMPARE(m_clock->monotonic(), 0ms);
    // Both of the first and of the second: one endpoint, one attempt, the more telling reason.
    m_factory->made[1]->failWith(Kind::Refused);
    settle();
    QCOMPARE(m_failed->size(), 1);
    const auto failure = m_failed->at(0)[0].value<net::Failure>();
    QVERIFY(failure.kind == Kind::Refused);
    QCOMPARE(failure.attempts.size(), 1);
}

void TestRacer::endpointDeadline()
{
    answer(u"a"_s, {u"192.0.2.1"_s});
    answer(u"b"_s, {u"192.0.2.2"_s});
    m_racer->start({endpoint(u"a"_s), endpoint(u"b"_s)});
    settle();
    m_clock->advance(net::ConnectionRacer::Deadline - 1ms);
    QCOMPARE(m_factory->tried.size(), 1);
    m_clock->advance(1ms);
    settle();
    QCOMPARE(m_factory->tried, (QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s}));
    Q_EMIT m_factory->made[1]->connected();
    QCOMPARE(m_won->size(), 1);
    QCOMPARE(m_won->at(0)[0].value<net::Endpoint>().host, u"b"_s);
}

void TestRacer::deadlineCountsTheNameToo()
{
    m_resolver->held << u"slow"_s;
    answer(u"b"_s, {u"192.0.2.2"_s});
    m_racer->start({endpoint(u"slow"_s), endpoint(u"b"_s)});
    settle();
    m_clock->advance(net::ConnectionRacer::Deadline);
    settle();
    QCOMPARE(m_factory->tried, QStringList{u"192.0.2.2"_s});
    // The late answer belongs to nobody.
    m_resolver->pending[u"slow"_s].finish(QList{QHostAddress(u"192.0.2.9"_s)});
    settle();
    QCOMPARE(m_factory->tried.size(), 1);
}

void TestRacer::allDead()
{
    answer(u"refusing"_s, {u"192.0.2.1"_s});
    answer(u"nameless"_s, {});
    m_resolver->hosts[u"broken"_s] = fail(ErrorKind::Network, u"no name service"_s);
    m_racer->start({endpoint(u"nameless"_s), endpoint(u"broken"_s), endpoint(u"refusing"_s)});
    settle();
    QTRY_COMPARE(m_factory->made.size(), 1);
    m_factory->made[0]->failWith(Kind::Refused);
    settle();
    QCOMPARE(m_failed->size(), 1);
    QVERIFY(!m_racer->running());
    const auto failure = m_failed->at(0)[0].value<net::Failure>();
    QVERIFY(failure.kind == Kind::Refused);
    QCOMPARE(failure.attempts.size(), 3);
    QCOMPARE(failure.attempts[0].endpoint.host, u"nameless"_s);
    QVERIFY(failure.attempts[0].kind == Kind::Dns);
    QCOMPARE(failure.attempts[0].detail, u"nameless has no address"_s);
    QCOMPARE(failure.attempts[1].detail, u"no name service"_s);
    QCOMPARE(failure.attempts[2].detail, u"as told"_s);
    QVERIFY(failure.error().kind == ErrorKind::Network);
}

void TestRacer::noCandidates()
{
    m_racer->start({});
    QVERIFY(m_failed->isEmpty());
    settle();
    QCOMPARE(m_failed->size(), 1);
    QVERIFY(m_failed->at(0)[0].value<net::Failure>().kind == Kind::Dns);
}

static net::Failure failureOf(Kind kind)
{
    net::Failure failure;
    failure.kind = kind;
    failure.detail = u"from the owner"_s;
    return failure;
}

void TestRacer::nextAfterTls()
{
    answer(u"a"_s, {u"192.0.2.1"_s});
    answer(u"b"_s, {u"192.0.2.2"_s});
    m_racer->start({endpoint(u"a"_s), endpoint(u"b"_s)});
    settle();
    Q_EMIT m_factory->made[0]->connected();
    auto transport = m_racer->take();
    m_racer->next(failureOf(Kind::Tls));
    settle();
    QCOMPARE(m_factory->tried, (QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s}));
    Q_EMIT m_factory->made[1]->connected();
    QCOMPARE(m_won->size(), 2);
    transport = m_racer->take();
    m_racer->next(failureOf(Kind::Tls));
    settle();
    QCOMPARE(m_failed->size(), 1);
    const auto failure = m_failed->at(0)[0].value<net::Failure>();
    QVERIFY(failure.kind == Kind::Tls);
    QCOMPARE(failure.attempts.size(), 2);
    // There is nothing after the end.
    m_racer->next(failureOf(Kind::Tls));
    settle();
    QCOMPARE(m_failed->size(), 1);
}

void TestRacer::aBadCertificateEndsTheWalk()
{
    answer(u"a"_s, {u"192.0.2.1"_s});
    answer(u"b"_s, {u"192.0.2.2"_s});
    m_racer->start({endpoint(u"a"_s), endpoint(u"b"_s)});
    settle();
    Q_EMIT m_factory->made[0]->connected();
    const auto transport = m_racer->take();
    auto why = failureOf(Kind::Certificate);
    why.verdict = net::CertificateVerdict{};
    why.verdict->problems << net::CertificateVerdict::Problem::WrongName;
    m_racer->next(why);
    settle();
    QCOMPARE(m_factory->tried.size(), 1);
    QCOMPARE(m_failed->size(), 1);
    const auto failure = m_failed->at(0)[0].value<net::Failure>();
    QVERIFY(failure.kind == Kind::Certificate);
    QVERIFY(failure.verdict && failure.verdict->problems == why.verdict->problems);
    QVERIFY(failure.error().kind == ErrorKind::Tls);
}

void TestRacer::losersAreAborted()
{
    answer(u"h"_s, {u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.3"_s});
    m_racer->start({endpoint(u"h"_s)});
    settle();
    m_clock->advance(500ms);
    QCOMPARE(m_factory->made.size(), 3);
    Q_EMIT m_factory->made[1]->connected();
    QVERIFY(m_factory->made[0]->aborted && m_factory->made[2]->aborted && !m_factory->made[1]->aborted);
    // One that connects all the same comes too late.
    Q_EMIT m_factory->made[0]->connected();
    QCOMPARE(m_won->size(), 1);
    m_racer->stop();
}

void TestRacer::stopIsSilent()
{
    answer(u"h"_s, {u"192.0.2.1"_s});
    m_racer->start({endpoint(u"h"_s)});
    settle();
    const auto reports = m_progress->size();
    m_racer->stop();
    QVERIFY(m_factory->made[0]->aborted);
    m_clock->advance(1min);
    settle();
    QCOMPARE(m_progress->size(), reports);
    QVERIFY(m_won->isEmpty() && m_failed->isEmpty() && !m_racer->running());
}

void TestRacer::stopFromWithinASignal()
{
    answer(u"h"_s, {u"192.0.2.1"_s, u"192.0.2.2"_s});
    for (const Phase when : {Phase::Resolving, Phase::Connecting, Phase::Failed}) {
        m_progress->clear();
        const auto connection = connect(m_racer.get(), &net::ConnectionRacer::progress, this, [&](const net::RaceProgress &progress) {
            if (progress.phase == when)
                m_racer->stop();
        });
        m_racer->start({endpoint(u"h"_s), endpoint(u"h"_s)});
        settle();
        if (when == Phase::Failed)
            m_factory->made.constLast()->failWith(Kind::Refused);
        settle();
        const auto reports = m_progress->size();
        m_clock->advance(1min);
        settle();
        QCOMPARE(m_progress->size(), reports);
        QVERIFY(!m_racer->running());
        disconnect(connection);
    }
    QVERIFY(m_won->isEmpty() && m_failed->isEmpty());
}

void TestRacer::restartFromWithinFailed()
{
    answer(u"b"_s, {u"192.0.2.2"_s});
    connect(m_racer.get(), &net::ConnectionRacer::failed, this, [this] { m_racer->start({endpoint(u"b"_s)}); });
    m_racer->start({endpoint(u"nameless"_s)});
    QTRY_COMPARE(m_factory->tried, QStringList{u"192.0.2.2"_s});
    Q_EMIT m_factory->made[0]->connected();
    QCOMPARE(m_won->size(), 1);
}

void TestRacer::tooManyAddresses()
{
    QStringList many;
    for (int i = 0; i < 200; ++i)
        many << u"192.0.2.%1"_s.arg(i);
    answer(u"h"_s, many);
    m_racer->start({endpoint(u"h"_s)});
    settle();
    m_clock->advance(net::ConnectionRacer::Deadline - 1ms);
    QCOMPARE(m_factory->tried.size(), net::ConnectionRacer::MaxAddresses);
}

void TestRacer::destroyedInItsSignal()
{
    answer(u"h"_s, {u"192.0.2.1"_s});
    connect(m_racer.get(), &net::ConnectionRacer::won, this, [this] { m_racer.release()->deleteLater(); });
    m_racer->start({endpoint(u"h"_s)});
    settle();
    Q_EMIT m_factory->made[0]->connected();
    settle();
    QVERIFY(!m_racer);
    QCOMPARE(m_won->size(), 1);
}

QTEST_GUILESS_MAIN(TestRacer)
#include "tst_racer.moc"
