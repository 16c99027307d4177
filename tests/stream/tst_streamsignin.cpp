// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "net/fakes.h"
#include "stream/signin.h"
#include "xmppserver.h"

#include <QSignalSpy>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Stage = XmppServer::Stage;
using Kind = stream::Failure::Kind;

namespace
{

const QList<QHostAddress> Loopback{QHostAddress(QHostAddress::LocalHost)};

//! One attempt with everything around it in hand.
struct Attempt
{
    Attempt()
    {
        where.domain = u"example.org"_s;
        resolver.hosts[u"example.org"_s] = Loopback;
        factory.arrange = [this](ScriptedTransport &t) {
            const auto own = servers.value(t.endpoint.authority());
            (own ? *own : server).serve(t);
        };
    }
    ~Attempt() { signIn.reset(); }

    void start(stream::NegotiationSettings settings = Dialogue::romeo())
    {
        signIn = std::make_unique<stream::SignIn>(stream::SignIn::Means{resolver, factory, clock, keys}, where, std::move(settings));
        QObject::connect(signIn.get(), &stream::SignIn::phaseChanged, signIn.get(), [this](stream::Phase phase) { phases += QByteArray::number(int(phase)); });
        QObject::connect(signIn.get(), &stream::SignIn::finished, signIn.get(), [this] { ++finished; });
        QObject::connect(signIn.get(), &stream::SignIn::failed, signIn.get(), [this](const stream::Failure &why) { failures << why; });
        QObject::connect(signIn.get(), &stream::SignIn::noted, signIn.get(), [this](const stream::Note &note) { notes << note.english(); });
        QObject::connect(signIn.get(), &stream::SignIn::announced, signIn.get(), [this](const QByteArray &features) { announced << features; });
        signIn->start();
    }
    //! Lets everything happen that needs no time.
    void settle()
    {
        for (int i = 0; i < 60; ++i) {
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    //! Two candidates, direct TLS and then STARTTLS, or the other way round.
    void twoCandidates(const QString &first = u"_xmpps-client"_s, const QString &second = u"_xmpp-client"_s)
    {
        resolver.srvs[first + u"._tcp.example.org"_s] = QList<net::SrvRecord>{{u"one.example.org"_s, 1, 1, 0}};
        if (first == second)
            resolver.srvs[first + u"._tcp.example.org"_s] = QList<net::SrvRecord>{{u"one.example.org"_s, 1, 1, 0}, {u"two.example.org"_s, 2, 2, 0}};
        else
            resolver.srvs[second + u"._tcp.example.org"_s] = QList<net::SrvRecord>{{u"two.example.org"_s, 2, 2, 0}};
        resolver.hosts[u"one.example.org"_s] = resolver.hosts[u"two.example.org"_s] = Loopback;
    }

    ManualClock clock;
    FakeResolver resolver;
    ScriptedFactory factory;
    sasl::KeyCache keys;
    net::ServerFinder::Request where;
    XmppServer server;
    QHash<QString, XmppServer *> servers; //!< by "host:port"
    std::unique_ptr<stream::SignIn> signIn;
    QByteArray phases;
    QStringList notes;
    QByteArrayList announced;
    int finished = 0;
    QList<stream::Failure> failures;
};

QByteArray seeOther(const QByteArray &host)
{
    return "<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>" + host + "</see-other-host></stream:error></stream:stream>";
}

} // namespace

//! The whole way to a session over scripted connections: phases, deadlines, candidates, redirections, and an end at any moment.
class TestSignIn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startTls()
    {
        Attempt a;
        a.start();
        a.settle();
        QCOMPARE(a.finished, 1);
        QCOMPARE(a.phases, "01234");
        QVERIFY(!a.server.sawPlaintextAddress);
        QCOMPARE(a.signIn->result().bound.toString(), u"romeo@example.org/r"_s);
        QCOMPARE(a.signIn->result().management->id, u"sm-1"_s);
        const auto framing = a.signIn->takeFraming();
        QVERIFY(framing && framing->isEncrypted());
        a.signIn.reset();
        a.settle();
        QVERIFY(!a.factory.made.first()->aborted);
        QCOMPARE(a.clock.waiting(), 0);
    }

    void directTls()
    {
        Attempt a;
        a.twoCandidates();
        a.start();
        a.settle();
        QCOMPARE(a.finished, 1);
        QCOMPARE(a.phases, "01234");
        QCOMPARE(a.factory.tried, QStringList{u"one.example.org:1"_s});
        QCOMPARE(a.signIn->endpoint().authority(), u"one.example.org:1"_s);
    }

    void wrongPassword()
    {
        Attempt a;
        auto settings = Dialogue::romeo();
        settings.credentials.password = Secret(u"wrong"_s);
        a.start(settings);
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().kind, Kind::Auth);
        QCOMPARE(a.failures.first().phase, stream::Phase::SignIn);
        QCOMPARE(a.clock.waiting(), 0);
        QVERIFY(!a.factory.made.first());
    }

    //! The key of a password is derived once.
    void keysAreKept()
    {
        Attempt a;
        a.start();
        a.settle();
        QCOMPARE(a.keys.size(), 1);
        a.start();
        for (int i = 0; i < 60; ++i) // without waiting for workers
            QCoreApplication::sendPostedEvents();
        QCOMPARE(a.finished, 2);
    }

    void deadlines_data()
    {
        QTest::addColumn<int>("silentAt");
        QTest::addColumn<bool>("direct");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("phase");
        QTest::newRow("TCP") << int(Stage::Connect) << false << 10 << int(stream::Phase::Connect);
        QTest::newRow("header before TLS") << int(Stage::Header) << false << 15 << int(stream::Phase::Secure);
        QTest::newRow("proceed") << int(Stage::StartTls) << false << 15 << int(stream::Phase::Secure);
        QTest::newRow("handshake") << int(Stage::Handshake) << false << 15 << int(stream::Phase::Secure);
        QTest::newRow("handshake of direct TLS") << int(Stage::Handshake) << true << 15 << int(stream::Phase::Secure);
        QTest::newRow("header in direct TLS") << int(Stage::Header) << true << 30 << int(stream::Phase::SignIn);
        QTest::newRow("features") << int(Stage::Features) << false << 30 << int(stream::Phase::SignIn);
        QTest::newRow("challenge") << int(Stage::Auth) << false << 30 << int(stream::Phase::SignIn);
        QTest::newRow("success") << int(Stage::Challenge) << true << 30 << int(stream::Phase::SignIn);
        QTest::newRow("binding") << int(Stage::Bind) << false << 20 << int(stream::Phase::Open);
        QTest::newRow("management") << int(Stage::Enable) << false << 20 << int(stream::Phase::Open);
    }

    //! No phase without a deadline, and none fires early.
    void deadlines()
    {
        QFETCH(const int, silentAt);
        QFETCH(const bool, direct);
        QFETCH(const int, seconds);
        QFETCH(const int, phase);
        Attempt a;
        a.server.silentAt = Stage(silentAt);
        if (direct)
            a.where.security = net::ServerFinder::Security::DirectTls;
        if (direct)
            a.where.port = 5223;
        a.start();
        a.settle();
        a.clock.advance(std::chrono::seconds(seconds) - 1ms);
        a.settle();
        QVERIFY(a.failures.isEmpty());
        QCOMPARE(int(a.signIn->phase()), phase);
        a.clock.advance(1ms);
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        const stream::Failure &why = a.failures.first();
        QVERIFY(why.kind == Kind::Timeout || (why.net && why.net->kind == net::Failure::Kind::Timeout));
        QVERIFY(!why.sentence().isEmpty() && !why.advice().isEmpty());
        QCOMPARE(a.clock.waiting(), 0);
        a.clock.advance(10min);
        a.settle();
        QCOMPARE(a.failures.size(), 1);
    }

    void nobodyKnowsWhere()
    {
        Attempt a;
        a.resolver.hosts.clear();
        a.start();
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().kind, Kind::Network);
        QCOMPARE(a.failures.first().net->kind, net::Failure::Kind::Dns);
        QCOMPARE(a.clock.waiting(), 0);
    }

    void nameServiceIsSilent()
    {
        Attempt a;
        a.resolver.held << u"example.org"_s;
        a.start();
        a.settle();
        a.clock.advance(10s);
        a.settle();
        QCOMPARE(a.failures.size(), 1);
    }

    // Candidates

    void candidateThatFails_data()
    {
        QTest::addColumn<bool>("direct");
        QTest::addColumn<QString>("how");
        for (const bool direct : {true, false}) {
            for (const char *how : {"tls", "silent", "closes", "http", "garbage in TLS", "hangs up in TLS"})
                QTest::addRow("%s, %s", direct ? "direct" : "STARTTLS", how) << direct << QString::fromLatin1(how);
        }
    }

    //! TCP worked, but no XMPP server is there that we can talk to safely: the next one is tried.
    void candidateThatFails()
    {
        QFETCH(const bool, direct);
        QFETCH(const QString, how);
        Attempt a;
        if (direct)
            a.twoCandidates(u"_xmpps-client"_s, u"_xmpp-client"_s);
        else
            a.twoCandidates(u"_xmpp-client"_s, u"_xmpp-client"_s);
        XmppServer bad;
        a.servers[u"one.example.org:1"_s] = &bad;
        if (how == u"tls")
            bad.handshake = [](ScriptedTransport &t) { t.end(net::Failure::Kind::Tls); };
        else if (how == u"silent")
            bad.silentAt = direct ? Stage::Handshake : Stage::Header;
        else if (how == u"closes")
            bad.handshake = [](ScriptedTransport &t) { t.end(net::Failure::Kind::Closed); };
        else if (how == u"http")
            bad.insteadOfHeader = "HTTP/1.1 400 Bad Request\r\n\r\n";
        else if (how == u"garbage in TLS")
            bad.handshake = [&bad](ScriptedTransport &t) { bad.insteadOfHeader = "<html><body>no</body></html>"; t.secured(); };
        else
            bad.handshake = [&bad](ScriptedTransport &t) { bad.silentAt = Stage::Header; t.secured(); t.end(); };
        a.start();
        a.settle();
        if (how == u"silent") {
            QVERIFY(a.factory.tried.size() == 1);
            a.clock.advance(15s);
            a.settle();
        }
        QVERIFY2(a.failures.isEmpty(), qPrintable(a.failures.isEmpty() ? QString() : a.failures.first().sentence()));
        QCOMPARE(a.finished, 1);
        QCOMPARE(a.factory.tried, (QStringList{u"one.example.org:1"_s, u"two.example.org:2"_s}));
    }

    void badCertificateStopsTheWalk_data()
    {
        QTest::addColumn<bool>("direct");
        QTest::newRow("direct TLS") << true;
        QTest::newRow("STARTTLS") << false;
    }

    void badCertificateStopsTheWalk()
    {
        QFETCH(const bool, direct);
        Attempt a;
        const QString service = direct ? u"_xmpps-client"_s : u"_xmpp-client"_s;
        a.twoCandidates(service, service);
        a.server.handshake = [](ScriptedTransport &t) {
            net::CertificateVerdict verdict;
            verdict.problems = {net::CertificateVerdict::Problem::Expired};
            t.end(net::Failure::Kind::Certificate, verdict);
        };
        a.start();
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().kind, Kind::Certificate);
        QCOMPARE(a.failures.first().phase, stream::Phase::Secure);
        QVERIFY(a.failures.first().net->verdict);
        QCOMPARE(a.factory.tried.size(), 1);
        QCOMPARE(a.clock.waiting(), 0);
    }

    //! Stripped STARTTLS stops too: somebody may be on the way.
    void strippedStopsTheWalk()
    {
        Attempt a;
        a.twoCandidates(u"_xmpp-client"_s, u"_xmpp-client"_s);
        a.server.insteadOfHeader = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
                                   "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms></stream:features>";
        a.start();
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().kind, Kind::Policy);
        QCOMPARE(a.factory.tried.size(), 1);
    }

    void allCandidatesFail()
    {
        Attempt a;
        a.twoCandidates();
        a.server.handshake = [](ScriptedTransport &t) { t.end(net::Failure::Kind::Tls); };
        a.start();
        a.settle();
        QCOMPARE(a.factory.tried.size(), 2);
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().kind, Kind::Network);
        QCOMPARE(a.failures.first().net->kind, net::Failure::Kind::Tls);
        QCOMPARE(a.failures.first().net->attempts.size(), 2);
    }

    //! After the sign-in began, an end is an end: the account is there, and another candidate is the same server.
    void endAfterSignInBegan()
    {
        Attempt a;
        a.twoCandidates();
        a.server.insteadOfFeatures = "</stream:stream>";
        a.start();
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().kind, Kind::Closed);
        QCOMPARE(a.failures.first().phase, stream::Phase::SignIn);
        QCOMPARE(a.factory.tried.size(), 1);
    }

    //! Whoever breaks off a sign-in that did not wait for the features is waited for next time (XEP-0509).
    void unwelcomePipelining()
    {
        Attempt a;
        a.twoCandidates();
        a.server.insteadOfHeader = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='1' version='1.0'>"
                                   "<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>";
        auto settings = Dialogue::romeo();
        settings.knownFeatures = "<features xmlns='http://etherx.jabber.org/streams'><authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-1</mechanism>"
                                 "</authentication><config-version xmlns='urn:xmpp:iap:0' value='a'/></features>";
        a.start(settings);
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().condition, u"policy-violation"_s);
        QCOMPARE(a.announced, QByteArrayList{QByteArray()});
    }

    // see-other-host

    void redirected_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QString>("authority");
        QTest::newRow("a name") << QByteArray("other.example.org") << u"other.example.org:5222"_s;
        QTest::newRow("a name and a port") << QByteArray("other.example.org:9222") << u"other.example.org:9222"_s;
        QTest::newRow("IPv6") << QByteArray("[2001:db8::9]") << u"[2001:db8::9]:5222"_s;
        QTest::newRow("IPv6 and a port") << QByteArray("[2001:db8::9]:9222") << u"[2001:db8::9]:9222"_s;
        QTest::newRow("IPv6 without brackets") << QByteArray("2001:db8::9") << u"[2001:db8::9]:5222"_s;
        QTest::newRow("IPv4") << QByteArray("192.0.2.1:1") << u"192.0.2.1:1"_s;
    }

    //! The word of a server that proved itself is followed, once; TLS there is checked against our domain as ever.
    void redirected()
    {
        QFETCH(const QByteArray, host);
        QFETCH(const QString, authority);
        Attempt a;
        XmppServer old;
        old.insteadOfFeatures = seeOther(host);
        a.servers[u"example.org:5222"_s] = &old;
        a.resolver.hosts[u"other.example.org"_s] = a.resolver.hosts[u"192.0.2.1"_s] = a.resolver.hosts[u"2001:db8::9"_s] = Loopback;
        a.start();
        a.settle();
        QCOMPARE(a.factory.tried.value(1), authority);
        QCOMPARE(a.finished, 1);
        QVERIFY(a.notes.join(u' ').contains(u"another host"));
        QCOMPARE(a.clock.waiting(), 0);
    }

    void redirectedBeforeTls()
    {
        Attempt a;
        a.server.insteadOfHeader = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>" + seeOther("evil.example");
        a.start();
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().condition, u"see-other-host"_s);
        QCOMPARE(a.factory.tried.size(), 1);
    }

    void redirectedForEver()
    {
        Attempt a;
        a.server.insteadOfFeatures = seeOther("example.org:5222");
        a.start();
        a.settle();
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.failures.first().condition, u"see-other-host"_s);
        QCOMPARE(a.server.connections, 1 + stream::SignIn::MaxRedirects);
        QCOMPARE(a.clock.waiting(), 0);
    }

    void redirectedNowhere_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no host") << QByteArray(":5222");
        QTest::newRow("spaces") << QByteArray("a b c");
        QTest::newRow("markup") << QByteArray("&lt;x&gt;");
        QTest::newRow("a book") << QByteArray(100'000, 'x');
    }

    void redirectedNowhere()
    {
        QFETCH(const QByteArray, host);
        Attempt a;
        a.server.insteadOfFeatures = seeOther(host);
        a.start();
        a.settle();
        QCOMPARE(a.failures.size(), 1);
        QCOMPARE(a.clock.waiting(), 0);
    }

    // The end at any moment

    void destroyedAfterAnyTurn()
    {
        // One turn of the event loop more each time, until it is through.
        for (int turns = 0; turns < 200; ++turns) {
            Attempt a;
            a.start();
            for (int i = 0; i < turns; ++i) {
                QThreadPool::globalInstance()->waitForDone();
                QCoreApplication::sendPostedEvents();
            }
            const bool through = a.finished > 0;
            a.signIn.reset();
            a.settle();
            QCOMPARE(a.clock.waiting(), 0);
            for (const auto &transport : std::as_const(a.factory.made))
                QVERIFY(!transport);
            if (through)
                return;
        }
        QFAIL("it never finished");
    }

    void destroyedInAnySignal_data()
    {
        QTest::addColumn<bool>("direct");
        QTest::newRow("direct TLS") << true;
        QTest::newRow("STARTTLS") << false;
    }

    void destroyedInAnySignal()
    {
        QFETCH(const bool, direct);
        // In the first phase it tells of, in the second …; the same with notes, and with failures.
        for (int nth = 1; nth < 40; ++nth) {
            Attempt a;
            if (direct)
                a.twoCandidates();
            int count = 0;
            bool done = false;
            const auto perhaps = [&] {
                if (++count == nth) {
                    done = true;
                    a.signIn.reset();
                }
            };
            a.signIn = std::make_unique<stream::SignIn>(stream::SignIn::Means{a.resolver, a.factory, a.clock, a.keys}, a.where, Dialogue::romeo());
            connect(a.signIn.get(), &stream::SignIn::phaseChanged, this, perhaps);
            connect(a.signIn.get(), &stream::SignIn::noted, this, perhaps);
            connect(a.signIn.get(), &stream::SignIn::received, this, perhaps);
            connect(a.signIn.get(), &stream::SignIn::finished, this, [&] { done = true; a.signIn.reset(); });
            a.signIn->start();
            a.settle();
            QVERIFY(done);
            QCOMPARE(a.clock.waiting(), 0);
            for (const auto &transport : std::as_const(a.factory.made))
                QVERIFY(!transport);
            if (count < nth)
                return;
        }
        QFAIL("it never finished");
    }

    void destroyedWhenItFails()
    {
        Attempt a;
        a.server.handshake = [](ScriptedTransport &t) { t.end(net::Failure::Kind::Certificate, net::CertificateVerdict()); };
        a.signIn = std::make_unique<stream::SignIn>(stream::SignIn::Means{a.resolver, a.factory, a.clock, a.keys}, a.where, Dialogue::romeo());
        connect(a.signIn.get(), &stream::SignIn::failed, this, [&] { a.signIn.reset(); });
        a.signIn->start();
        a.settle();
        QVERIFY(!a.signIn);
        QCOMPARE(a.clock.waiting(), 0);
    }

    //! A key that takes long does not keep the attempt alive, nor reach another one.
    void destroyedWhileAKeyIsMade()
    {
        Attempt a;
        a.start();
        for (int i = 0; i < 40; ++i)
            QCoreApplication::sendPostedEvents();
        a.signIn.reset();
        a.settle();
        QCOMPARE(a.finished, 0);
        QCOMPARE(a.clock.waiting(), 0);
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_streamsignin.moc"
