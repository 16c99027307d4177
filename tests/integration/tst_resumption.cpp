// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "crypto/runtime.h"
#include "proxy.h"
#include "session/connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::Connection;
using session::Session;

namespace
{

//! Somebody who stays online through a line that may break.
class Person final
{
public:
    Person(const support::TestServer &server, const QString &address) : proxy(server.host, server.tls), session(*Jid::parse(address), m_clock),
        connection({m_clock, m_resolver, m_network, [](const net::TlsSettings &tls) { return std::make_unique<net::TcpTransportFactory>(tls); }, trust(server)}, session)
    {
        session::ConnectionSettings settings;
        const Attempt like(server, address);
        settings.negotiation = like.settings;
        settings.negotiation.requestToken = true;
        settings.where = like.where;
        settings.where.port = proxy.serverPort();
        connection.setSettings(settings);
        m_hook = session.onMessage(session::Stage::Store, [this](session::Incoming &incoming) {
            if (!incoming.message.body.isEmpty())
                received << incoming.message.body;
            if (keepTokens)
                tokens.push_back(incoming.handled);
            return session::Verdict::Stop;
        });
        QObject::connect(&session, &Session::started, &session, [this] {
            ++started;
            session.send(stanza::Presence());
        });
        QObject::connect(&session, &Session::resumed, &session, [this] { ++resumed; });
        QObject::connect(&session, &Session::acknowledged, &session, [this](const QList<qint64> &tags) { acknowledged += tags; });
        QObject::connect(&session, &Session::lost, &session, [this](const QList<qint64> &tags) { lost += tags; });
    }

    [[nodiscard]] bool goOnline()
    {
        connection.start();
        return waitOnline();
    }
    [[nodiscard]] bool waitOnline()
    {
        return QTest::qWaitFor([this] { return connection.state() == Connection::State::Online; }, 60'000);
    }
    //! The line breaks, and is whole again for the next attempt.
    void breakLine()
    {
        proxy.cut();
        proxy.up = proxy.down = Proxy::Fate::Pass;
    }
    void say(Person &to, int number)
    {
        stanza::Message message;
        message.type = stanza::MessageType::Chat;
        message.id = stanza::newId();
        message.to = to.session.bound();
        message.body = QString::number(number);
        said << message.body;
        session.send(message, number);
    }

    Proxy proxy;
    QStringList said, received;
    QList<qint64> acknowledged, lost;
    std::vector<session::Handled> tokens;
    bool keepTokens = false;
    int started = 0, resumed = 0;

private:
    static net::TrustStore trust(const support::TestServer &server)
    {
        return {net::TrustStore::readPem(server.ca).value_or(QList<QSslCertificate>()), net::TrustStore::Roots::ExtraOnly};
    }

    SystemClock m_clock;
    LoopbackResolver m_resolver;
    net::ManualNetworkMonitor m_network;

public:
    Session session;
    Connection connection;

private:
    session::Handle m_hook;
};

//! The numbers of what was said, each as often as it was, sorted.
QList<int> inNumbers(const QStringList &texts)
{
    QList<int> numbers;
    for (const QString &text : texts)
        numbers << text.toInt();
    std::ranges::sort(numbers);
    return numbers;
}

QList<qint64> upTo(int last)
{
    QList<qint64> numbers;
    for (int i = 1; i <= last; ++i)
        numbers << i;
    return numbers;
}

} // namespace

//! Two people talk while their lines break: everything arrives once and in order (XEP-0198).
class TestResumption final : public QObject
{
    Q_OBJECT

    static void servers()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("domain");
        QTest::newRow("prosody") << u"prosody"_s << u"rsa.test"_s;
        QTest::newRow("ejabberd") << u"ejabberd"_s << u"ejabberd.test"_s;
    }

private Q_SLOTS:
    void sendersLineBreaks_data() { servers(); }

    //! What we wrote and the server never got goes again; what it got and did not acknowledge does not.
    void sendersLineBreaks()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, domain);
        const auto real = testServer(server);
        Person alice(real, u"dave@"_s + domain), bob(real, u"erin@"_s + domain);
        QVERIFY(alice.goOnline() && bob.goOnline());
        int number = 0;
        for (int i = 0; i < 10; ++i)
            alice.say(bob, ++number);
        QTRY_COMPARE(bob.received, alice.said);
        // These reach the server, but its word does not reach us.
        alice.proxy.down = Proxy::Fate::Vanish;
        for (int i = 0; i < 10; ++i)
            alice.say(bob, ++number);
        QTRY_COMPARE(bob.received, alice.said);
        // These do not even leave.
        alice.proxy.up = Proxy::Fate::Vanish;
        for (int i = 0; i < 10; ++i)
            alice.say(bob, ++number);
        QTest::qWait(50);
        alice.breakLine();
        QTRY_VERIFY(alice.connection.state() != Connection::State::Online);
        QVERIFY(alice.waitOnline());
        QCOMPARE(alice.resumed, 1);
        alice.say(bob, ++number);
        QTRY_COMPARE(bob.received, alice.said);
        QTRY_COMPARE(alice.acknowledged, upTo(number));
        QCOMPARE(alice.started, 1);
        QVERIFY(alice.lost.isEmpty());
        alice.connection.stop();
        bob.connection.stop();
        QTRY_VERIFY(!alice.session.hasStream() && !bob.session.hasStream());
    }

    void receiversLineBreaks_data() { servers(); }

    //! What was sent to us and not committed comes again, and the counts agree afterwards.
    void receiversLineBreaks()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, domain);
        const auto real = testServer(server);
        Person alice(real, u"dave@"_s + domain), bob(real, u"erin@"_s + domain);
        QVERIFY(alice.goOnline() && bob.goOnline());
        int number = 0;
        for (int i = 0; i < 5; ++i)
            alice.say(bob, ++number);
        QTRY_COMPARE(bob.received, alice.said);
        // Five arrive and are not committed before the line breaks.
        bob.keepTokens = true;
        for (int i = 0; i < 5; ++i)
            alice.say(bob, ++number);
        QTRY_COMPARE(bob.received, alice.said);
        bob.keepTokens = false;
        // Five vanish on their way to him.
        bob.proxy.down = Proxy::Fate::Vanish;
        for (int i = 0; i < 5; ++i)
            alice.say(bob, ++number);
        QTRY_COMPARE(alice.acknowledged, upTo(number));
        bob.breakLine();
        QTRY_VERIFY(bob.connection.state() != Connection::State::Online);
        bob.tokens.clear(); // committed after all
        QVERIFY(bob.waitOnline());
        QCOMPARE(bob.resumed, 1);
        alice.say(bob, ++number);
        // The five that were told as not handled may come twice: a store drops them by their ids. Nothing is missing, and in order.
        QTRY_VERIFY(bob.received.contains(QString::number(number)));
        QStringList once = bob.received;
        once.removeDuplicates();
        QCOMPARE(once, alice.said);
        // The server agrees with our count, or it would end the stream at the next acknowledgement.
        bob.session.probe(10s);
        bob.say(alice, 1);
        QTRY_COMPARE(bob.acknowledged, QList<qint64>{1});
        QTest::qWait(300);
        QVERIFY(bob.session.isOnline());
        QCOMPARE(bob.started, 1);
        alice.connection.stop();
        bob.connection.stop();
        QTRY_VERIFY(!alice.session.hasStream() && !bob.session.hasStream());
    }

    void manyBreaks_data() { servers(); }

    //! A bad day: lines break again and again at both ends while both talk.
    void manyBreaks()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, domain);
        const auto real = testServer(server);
        Person alice(real, u"dave@"_s + domain), bob(real, u"erin@"_s + domain);
        QVERIFY(alice.goOnline() && bob.goOnline());
        int number = 0;
        for (int round = 0; round < 4; ++round) {
            Person &unlucky = round % 2 == 0 ? alice : bob;
            for (int i = 0; i < 50; ++i) {
                ++number;
                alice.say(bob, number);
                bob.say(alice, number);
                if (i == 25)
                    QTest::qWait(20);
            }
            unlucky.breakLine();
            QTRY_VERIFY(unlucky.connection.state() != Connection::State::Online);
            QVERIFY(unlucky.waitOnline());
        }
        QTRY_COMPARE_WITH_TIMEOUT(alice.acknowledged, upTo(number), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(bob.acknowledged, upTo(number), 20'000);
        QTRY_COMPARE(inNumbers(bob.received), inNumbers(alice.said));
        QTRY_COMPARE(inNumbers(alice.received), inNumbers(bob.said));
        // ejabberd at times hands over a message that comes while a stream is resumed before those that waited for it.
        if (server != "ejabberd"_L1) {
            QCOMPARE(bob.received, alice.said);
            QCOMPARE(alice.received, bob.said);
        }
        QCOMPARE(alice.resumed + bob.resumed, 4);
        alice.connection.stop();
        bob.connection.stop();
        QTRY_VERIFY(!alice.session.hasStream() && !bob.session.hasStream());
    }

    void silentLine_data() { servers(); }

    //! After a change of network a silent line is given up in seconds, and the session goes on.
    void silentLine()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, domain);
        Person alice(testServer(server), u"dave@"_s + domain);
        QVERIFY(alice.goOnline());
        alice.proxy.up = alice.proxy.down = Proxy::Fate::Vanish;
        alice.connection.wokeUp();
        QTRY_VERIFY_WITH_TIMEOUT(alice.connection.state() != Connection::State::Online, 10'000);
        QCOMPARE(alice.connection.failure()->condition, u"silent"_s);
        alice.breakLine();
        QVERIFY(alice.waitOnline());
        QCOMPARE(alice.resumed, 1);
        alice.connection.stop();
        QTRY_VERIFY(!alice.session.hasStream());
    }

    void conflict_data() { servers(); }

    //! Two programs under one device name: the older one stays off and does not fight.
    void conflict()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, domain);
        Person first(testServer(server), u"frank@"_s + domain), second(testServer(server), u"frank@"_s + domain);
        for (Person *person : {&first, &second}) {
            auto settings = person->connection.settings();
            settings.negotiation.resource = u"the same"_s;
            settings.negotiation.userAgentId = u"d4565fa7-4d72-4749-b3d3-740edbf87771"_s;
            person->connection.setSettings(settings);
        }
        QVERIFY(first.goOnline());
        QVERIFY(second.goOnline());
        if (first.session.bound() != second.session.bound())
            QSKIP("this server gives the second one another name");
        QTRY_COMPARE(first.connection.state(), Connection::State::NeedsAttention);
        QCOMPARE(first.connection.failure()->condition, u"conflict"_s);
        QVERIFY(second.session.isOnline());
        second.connection.stop();
        QTRY_VERIFY(!second.session.hasStream());
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestResumption)
#include "tst_resumption.moc"
