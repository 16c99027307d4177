// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "net/fakes.h"
#include "session/connection.h"
#include "stream/tcpframing.h"
#include "stream/xmppserver.h"

#include <QSignalSpy>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::Connection;
using Stage = XmppServer::Stage;
using State = Connection::State;

namespace
{

//! Hands out a factory's connections; the connection owns this, the test the factory.
class Borrowed final : public net::TransportFactory
{
public:
    explicit Borrowed(net::TransportFactory &factory) : m_factory(factory) { }
    [[nodiscard]] std::unique_ptr<net::Transport> connectTo(const net::Endpoint &endpoint, const QHostAddress &address) override { return m_factory.connectTo(endpoint, address); }

private:
    net::TransportFactory &m_factory;
};

//! An account's connection, with the whole world in hand.
struct Bench
{
    Bench()
    {
        resolver.hosts[u"example.org"_s] = QList{QHostAddress(QHostAddress::LocalHost)};
        factory.arrange = [this](ScriptedTransport &t) {
            most = std::max(most, alive());
            server.serve(t);
        };
        session::ConnectionSettings settings;
        settings.where.domain = u"example.org"_s;
        settings.negotiation = Dialogue::romeo();
        connection.setSettings(settings);
        QObject::connect(&connection, &Connection::stateChanged, &connection, [this] { states += "OCNWA"[int(connection.state())]; });
        QObject::connect(&session, &session::Session::interrupted, &connection, [this] { states += 'i'; });
        QObject::connect(&session, &session::Session::ended, &connection, [this] { states += 'e'; });
    }
    [[nodiscard]] session::Environment environment()
    {
        return {clock, resolver, network, [this](const net::TlsSettings &tls) {
            wanted << tls;
            return std::make_unique<Borrowed>(factory);
        }, {}};
    }
    //! Connections that are there at this moment.
    [[nodiscard]] qsizetype alive() const
    {
        return std::ranges::count_if(factory.made, [](const QPointer<ScriptedTransport> &t) { return t && !t->over && !t->closing; });
    }
    void settle()
    {
        for (int i = 0; i < 80; ++i) {
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    void goOnline()
    {
        connection.start();
        settle();
        states.clear();
    }
    [[nodiscard]] ScriptedTransport &line() { return *factory.made.last(); }
    [[nodiscard]] QByteArray told() { return std::exchange(states, {}); }

    ManualClock clock;
    FakeResolver resolver;
    ScriptedFactory factory;
    XmppServer server;
    net::ManualNetworkMonitor network;
    session::Session session{*Jid::parse(u"romeo@example.org"), clock};
    QList<net::TlsSettings> wanted;
    Connection connection{environment(), session};
    QByteArray states; //!< Off, Connecting, oNline, Waiting, Attention; i: interrupted, e: ended
    qsizetype most = 0;
};

QByteArray streamError(const QByteArray &condition)
{
    return "<stream:error><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>";
}

void wake(Bench &b, const QString &how)
{
    if (how == u"woke up") {
        b.connection.wokeUp();
    } else if (how == u"another network") {
        b.network.changeNetwork();
    } else {
        b.network.set(net::ManualNetworkMonitor::Reach::Offline);
        b.network.set(net::ManualNetworkMonitor::Reach::Online);
    }
}

} // namespace

//! Staying online: attempts one at a time, pauses, wake-ups, and an end at any moment.
class TestConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void online()
    {
        Bench b;
        QCOMPARE(b.connection.state(), State::Off);
        QSignalSpy signedIn(&b.connection, &Connection::signedIn);
        b.connection.start();
        b.settle();
        QCOMPARE(b.told(), "CN");
        QCOMPARE(signedIn.size(), 1);
        QVERIFY(b.session.isOnline());
        QVERIFY(!b.connection.failure());
        QCOMPARE(b.connection.settings().experience, session::Experience::Proven);
        QCOMPARE(b.connection.settings().negotiation.policy.proven, u"SCRAM-SHA-1"_s);
        b.connection.start();
        b.settle();
        QCOMPARE(b.told(), "");
        // One timer is the keep-alive, one says that the trouble before is over.
        b.clock.advance(1min);
        QCOMPARE(b.clock.waiting(), 1);
    }

    void traceIsMasked()
    {
        Bench b;
        b.goOnline();
        QByteArray all;
        for (const session::TraceEntry &entry : b.connection.traces().last()->entries())
            all += entry.text + '\n';
        QVERIFY2(all.contains("mechanism='SCRAM-SHA-1'>•••</auth>"), all.constData());
        QVERIFY(all.contains("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>•••</challenge>"));
        QVERIFY(all.contains("<jid>romeo@example.org/r</jid>"));
        QVERIFY(all.contains("session opened as romeo@example.org/r"));
        for (const QByteArray &secret : {QByteArray("n,,n=romeo").toBase64().first(10), QByteArray("v=").toBase64().first(2) + "Q"})
            QVERIFY2(!all.contains(secret), all.constData());
    }

    //! Who listens hears everything, secrets too; when nobody does, nothing is told and nothing written out.
    void listening()
    {
        Bench b;
        QByteArray heard;
        int began = 0;
        connect(&b.connection, &Connection::passed, this, [&heard](const session::TraceEntry &entry) { heard += entry.text + '\n'; });
        connect(&b.connection, &Connection::attemptBegan, this, [&began] { ++began; });
        b.goOnline();
        QCOMPARE(heard, "");
        QCOMPARE(began, 0);
        {
            const session::Handle listening = b.connection.listen();
            {
                const session::Handle another = b.connection.listen();
            }
            b.line().say("<message from='juliet@example.org/x'><body>hello</body></message>");
            b.session.sendRaw("<message to='juliet@example.org'/>");
            b.settle();
            QVERIFY2(heard.contains("<body>hello</body>") && heard.contains("<message to='juliet@example.org'/>"), heard.constData());
            b.line().end();
            b.settle();
            QVERIFY2(heard.contains("ended: "), heard.constData());
            b.connection.tryNow();
            b.settle();
            QCOMPARE(b.connection.state(), State::Online);
            QCOMPARE(began, 1);
            QVERIFY2(heard.contains(QByteArray("n,,n=romeo").toBase64().first(10)), heard.constData());
            QVERIFY(heard.contains("signing in with SCRAM-SHA-1"));
            QVERIFY(heard.contains("session opened as romeo@example.org/r"));
        }
        heard.clear();
        b.line().say("<message from='juliet@example.org/x'><body>more</body></message>");
        b.session.sendRaw("<message to='juliet@example.org'/>");
        b.settle();
        QCOMPARE(heard, "");
    }

    // Pauses

    void backoff()
    {
        Bench b;
        b.server.handshake = [](ScriptedTransport &t) { t.end(net::Failure::Kind::Tls); };
        b.connection.start();
        b.settle();
        QCOMPARE(b.told(), "CW");
        QVERIFY(b.connection.failure());
        QList<qint64> pauses;
        for (int i = 0; i < 12; ++i) {
            const qint64 pause = b.clock.now().msecsTo(b.connection.retryAt());
            pauses << pause;
            b.clock.advance(std::chrono::milliseconds(pause - 1));
            b.settle();
            QCOMPARE(b.connection.state(), State::Waiting);
            b.clock.advance(1ms);
            b.settle();
            QCOMPARE(b.told(), "CW");
        }
        QVERIFY(pauses.first() >= 1000 && pauses.first() <= 2000);
        QVERIFY(pauses.last() >= 150'000 && pauses.last() <= 300'000);
        QCOMPARE(b.most, 1);
        QCOMPARE(b.clock.waiting(), 1);
        QCOMPARE(b.connection.traces().size(), 2);
    }

    //! After half a minute online the trouble before is forgotten.
    void calm()
    {
        Bench b;
        b.server.silentAt = Stage::Connect;
        b.connection.start();
        for (int i = 0; i < 5; ++i) {
            b.settle();
            b.clock.advance(10min);
        }
        b.server.silentAt = Stage::All;
        b.connection.tryNow();
        b.settle();
        QCOMPARE(b.connection.state(), State::Online);
        b.clock.advance(30s);
        b.line().end();
        b.settle();
        QVERIFY(b.clock.now().msecsTo(b.connection.retryAt()) <= 2000);
    }

    void restlessIsNotCalm()
    {
        Bench b;
        for (int i = 0; i < 8; ++i) {
            i == 0 ? b.connection.start() : b.clock.advance(std::chrono::milliseconds(b.clock.now().msecsTo(b.connection.retryAt())));
            b.settle();
            QCOMPARE(b.connection.state(), State::Online);
            b.line().end();
            b.settle();
        }
        QVERIFY(b.clock.now().msecsTo(b.connection.retryAt()) > 60'000);
    }

    void tryNow()
    {
        Bench b;
        b.server.silentAt = Stage::Connect;
        b.connection.start();
        b.settle();
        b.clock.advance(11s);
        b.settle();
        QCOMPARE(b.told(), "CW");
        b.server.silentAt = Stage::All;
        b.connection.tryNow();
        b.connection.tryNow();
        b.settle();
        QCOMPARE(b.told(), "CN");
        QCOMPARE(b.most, 1);
        QVERIFY(!b.connection.retryAt().isValid());
    }

    // The network

    void wakesUpWhileWaiting_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"woke up", "another network", "network came back"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void wakesUpWhileWaiting()
    {
        QFETCH(const QString, how);
        Bench b;
        b.server.handshake = [](ScriptedTransport &t) { t.end(net::Failure::Kind::Tls); };
        b.connection.start();
        for (int i = 0; i < 10; ++i) {
            b.settle();
            b.clock.advance(5min);
        }
        b.settle();
        QCOMPARE(b.connection.state(), State::Waiting);
        (void)b.told();
        wake(b, how);
        b.settle();
        QCOMPARE(b.told(), "CW");
        // And the pauses begin anew.
        QVERIFY(b.clock.now().msecsTo(b.connection.retryAt()) <= 2000);
        QCOMPARE(b.most, 1);
    }

    void wakesUpWhileConnecting_data() { wakesUpWhileWaiting_data(); }

    //! While connecting: whatever was under way is old; a new attempt, and only one.
    void wakesUpWhileConnecting()
    {
        QFETCH(const QString, how);
        Bench b;
        b.server.silentAt = Stage::Features;
        b.connection.start();
        b.settle();
        QCOMPARE(b.alive(), 1);
        b.server.silentAt = Stage::All;
        wake(b, how);
        wake(b, how);
        b.settle();
        QCOMPARE(b.connection.state(), State::Online);
        QCOMPARE(b.most, 1);
    }

    //! While online: the link is asked, with little patience (R3).
    void wakesUpWhileOnline()
    {
        Bench b;
        b.goOnline();
        b.line().written.clear();
        b.connection.wokeUp();
        QCOMPARE(b.line().written, "<r xmlns='urn:xmpp:sm:3'/>");
        b.clock.advance(Connection::ProbePatience - 1ms);
        QCOMPARE(b.connection.state(), State::Online);
        b.clock.advance(1ms);
        QCOMPARE(b.told(), "iW");
        b.clock.advance(2s);
        b.settle();
        QCOMPARE(b.connection.state(), State::Online);
    }

    void wakesUpAlive()
    {
        Bench b;
        b.goOnline();
        b.connection.wokeUp();
        b.line().say("<a xmlns='urn:xmpp:sm:3' h='0'/>");
        b.clock.advance(1min);
        QCOMPARE(b.told(), "");
    }

    void wakesUpWhileOff()
    {
        Bench b;
        b.connection.wokeUp();
        b.network.changeNetwork();
        b.settle();
        QCOMPARE(b.told(), "");
        QVERIFY(b.factory.made.isEmpty());
    }

    // What the server says

    void conflictStaysOff()
    {
        Bench b;
        b.goOnline();
        b.line().say(streamError("conflict"));
        b.settle();
        QCOMPARE(b.told(), "eA");
        QCOMPARE(b.connection.failure()->condition, u"conflict"_s);
        b.network.changeNetwork();
        b.connection.wokeUp();
        b.clock.advance(1h);
        b.settle();
        QCOMPARE(b.told(), "");
        QCOMPARE(b.clock.waiting(), 0);
        // Only the person brings it back.
        b.connection.start();
        b.settle();
        QCOMPARE(b.connection.state(), State::Online);
    }

    void shutdownComesBack()
    {
        Bench b;
        b.goOnline();
        b.line().say(streamError("system-shutdown"));
        b.settle();
        QCOMPARE(b.told(), "iW");
        b.clock.advance(2s);
        b.settle();
        // It could not be resumed by this server, so a new session follows.
        QCOMPARE(b.told(), "CeN");
    }

    //! The line breaks and the session goes on, with what was under way.
    void resumes()
    {
        Bench b;
        b.server.resumes = true;
        b.goOnline();
        b.session.sendRaw("<message id='1'/>", 1);
        b.line().end();
        b.settle();
        b.clock.advance(2s);
        b.settle();
        QCOMPARE(b.told(), "iWCN");
        QVERIFY(b.line().written.endsWith("<message id='1'/>"));
        QVERIFY(!b.connection.failure());
    }

    void wrongPasswordAsks()
    {
        Bench b;
        auto settings = b.connection.settings();
        settings.negotiation.credentials.password = Secret(u"wrong"_s);
        b.connection.setSettings(settings);
        b.connection.start();
        b.settle();
        QCOMPARE(b.told(), "CA");
        QCOMPARE(b.connection.failure()->condition, u"not-authorized"_s);
        b.clock.advance(1h);
        b.connection.wokeUp();
        b.settle();
        QCOMPARE(b.told(), "");
        settings.negotiation.credentials.password = Secret(u"secret"_s);
        b.connection.setSettings(settings);
        b.connection.tryNow();
        b.settle();
        QCOMPARE(b.told(), "CN");
    }

    //! A captive portal must not make anybody trust anything.
    void badCertificateOnReturnIsQuiet()
    {
        Bench b;
        b.goOnline();
        b.server.handshake = [](ScriptedTransport &t) {
            net::CertificateVerdict verdict;
            verdict.problems = {net::CertificateVerdict::Problem::UnknownIssuer};
            t.end(net::Failure::Kind::Certificate, verdict);
        };
        b.line().end();
        b.settle();
        b.clock.advance(2s);
        b.settle();
        QCOMPARE(b.told(), "iWCW");
    }

    // Stop

    void stopInAnyState_data()
    {
        QTest::addColumn<int>("turns");
        for (int turns = 0; turns < 40; turns += 3)
            QTest::addRow("after %d turns", turns) << turns;
    }

    void stopInAnyState()
    {
        QFETCH(const int, turns);
        Bench b;
        b.connection.start();
        for (int i = 0; i < turns; ++i) {
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::sendPostedEvents();
        }
        b.connection.stop();
        QCOMPARE(b.connection.state(), State::Off);
        b.settle();
        b.clock.advance(10min);
        b.settle();
        QCOMPARE(b.connection.state(), State::Off);
        QVERIFY(!b.session.isOnline());
        QCOMPARE(b.alive(), 0);
        QCOMPARE(b.clock.waiting(), 0);
    }

    void stopWhileWaiting()
    {
        Bench b;
        b.goOnline();
        b.line().end();
        b.settle();
        QCOMPARE(b.told(), "iW");
        b.connection.stop();
        QCOMPARE(b.told(), "eO");
        b.clock.advance(10min);
        b.settle();
        QCOMPARE(b.told(), "");
        QCOMPARE(b.clock.waiting(), 0);
    }

    void stopInOrder()
    {
        Bench b;
        b.goOnline();
        b.line().written.clear();
        b.connection.stop();
        QVERIFY(b.line().written.startsWith("<presence type='unavailable'/>"));
        QVERIFY(b.line().written.endsWith("</stream:stream>"));
        b.line().say("</stream:stream>");
        b.settle();
        QCOMPARE(b.told(), "Oe");
        QCOMPARE(b.clock.waiting(), 0);
    }

    //! The goodbye of the old stream comes while the new one is being made, and is nobody's failure.
    void startWhileClosing()
    {
        Bench b;
        b.goOnline();
        auto &old = b.line();
        b.connection.stop();
        b.connection.start();
        QCOMPARE(b.connection.state(), State::Connecting);
        old.say("</stream:stream>");
        QCOMPARE(b.connection.state(), State::Connecting);
        b.settle();
        QCOMPARE(b.connection.state(), State::Online);
        QVERIFY(b.session.isOnline());
    }

    //! Whoever hears of a change may change their mind.
    void stopInItsOwnSignals()
    {
        for (int nth = 1; nth < 20; ++nth) {
            Bench b;
            int count = 0;
            const auto perhaps = [&] {
                if (++count == nth)
                    b.connection.stop();
            };
            connect(&b.connection, &Connection::stateChanged, this, perhaps);
            connect(&b.connection, &Connection::phaseChanged, this, perhaps);
            connect(&b.connection, &Connection::signedIn, this, perhaps);
            connect(&b.session, &session::Session::started, this, perhaps);
            b.connection.start();
            b.settle();
            b.clock.advance(stream::TcpFraming::CloseWait);
            b.settle();
            if (count < nth) {
                QCOMPARE(b.connection.state(), State::Online);
                return;
            }
            QCOMPARE(b.connection.state(), State::Off);
            QVERIFY(!b.session.isOnline());
            QCOMPARE(b.alive(), 0);
            QCOMPARE(b.clock.waiting(), 0);
        }
        QFAIL("it never got through");
    }

    void restartInItsOwnSignals()
    {
        Bench b;
        bool once = true;
        connect(&b.connection, &Connection::signedIn, this, [&] {
            if (std::exchange(once, false)) {
                b.connection.stop();
                b.connection.start();
            }
        });
        b.connection.start();
        b.settle();
        QCOMPARE(b.connection.state(), State::Online);
        QVERIFY(b.session.isOnline());
        QCOMPARE(b.alive(), 1);
    }

    void destroyed()
    {
        Bench b;
        auto connection = std::make_unique<Connection>(b.environment(), b.session);
        connection->setSettings(b.connection.settings());
        connection->start();
        for (int i = 0; i < 20; ++i)
            QCoreApplication::sendPostedEvents();
        connection.reset();
        b.settle();
        QCOMPARE(b.clock.waiting(), 0);
        QCOMPARE(b.alive(), 0);
    }

    //! A token's count never comes twice, whatever becomes of an attempt.
    void tokenCountGoesUp()
    {
        Bench b;
        auto settings = b.connection.settings();
        settings.negotiation.credentials.token = sasl::Token{u"HT-SHA-256-NONE"_s, Secret(u"t"_s), b.clock.now().addDays(1), 3};
        b.connection.setSettings(settings);
        b.server.silentAt = Stage::Header;
        QList<quint32> used;
        QObject::connect(&b.connection, &Connection::tokenUsed, &b.connection, [&used](quint32 count) { used << count; });
        b.connection.start();
        b.settle();
        b.connection.wokeUp();
        b.settle();
        // Two for each stream, however it ends.
        QCOMPARE(used, (QList<quint32>{6, 9}));
        QCOMPARE(b.connection.settings().negotiation.credentials.token->count, 9u);
    }

    void settingsReachTheSocket()
    {
        Bench b;
        auto settings = b.connection.settings();
        settings.pin = net::Pin{u"example.org"_s, QByteArray(32, 'p')};
        b.connection.setSettings(settings);
        b.goOnline();
        QCOMPARE(b.wanted.size(), 1);
        QCOMPARE(b.wanted.first().domain, u"example.org"_s);
        QCOMPARE(b.wanted.first().pin, settings.pin);
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
