// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "im/liveinspection.h"
#include "net/fakes.h"
#include "stream/xmppserver.h"
#include "support/fakemessenger/fakeinspection.h"

#include <QSignalSpy>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using Kind = im::InspectedPhase::Kind;
using PhaseState = im::InspectedPhase::State;
using Secrets = im::Inspection::Secrets;
using State = im::InspectedAttempt::State;
using Topic = stream::Note::Topic;

namespace
{

QList<Kind> kinds(const im::InspectedAttempt &attempt)
{
    QList<Kind> result;
    for (const im::InspectedPhase &phase : attempt.phases)
        result << phase.kind;
    return result;
}

//! The number of the first element of this name, from `from` on.
qint64 find(const im::Inspection &inspection, const QString &name, qint64 from = 0)
{
    for (qint64 number = std::max(from, inspection.begin()); number < inspection.end(); ++number) {
        if (inspection.element(number).name == name)
            return number;
    }
    return -1;
}

QString text(const im::InspectedNode &node)
{
    QString all;
    for (const im::XmlToken &token : node.tokens)
        all += token.text;
    for (const im::InspectedNode &child : node.children)
        all += text(child);
    return all + node.end + u'|' + node.note;
}

//! Everything that can be seen of an inspection.
QString everything(const im::Inspection &inspection, Secrets secrets)
{
    QString all;
    QList<qint64> numbers;
    for (qint64 number = inspection.begin(); number < inspection.end(); ++number) {
        numbers << number;
        all += inspection.xml(number, secrets) + text(inspection.tree(number, secrets));
    }
    return all + QString::fromUtf8(inspection.exported(numbers, secrets));
}

//! Hands out a factory's connections; the connection owns this, the test the factory.
class Borrowed final : public net::TransportFactory
{
public:
    explicit Borrowed(net::TransportFactory &factory) : m_factory(factory) { }
    [[nodiscard]] std::unique_ptr<net::Transport> connectTo(const net::Endpoint &endpoint, const QHostAddress &address) override { return m_factory.connectTo(endpoint, address); }

private:
    net::TransportFactory &m_factory;
};

//! A connection to a scripted server.
struct Bench
{
    Bench()
    {
        resolver.hosts[u"example.org"_s] = QList{QHostAddress(QHostAddress::LocalHost)};
        factory.arrange = [this](ScriptedTransport &t) { server.serve(t); };
        session::ConnectionSettings settings;
        settings.where.domain = u"example.org"_s;
        settings.negotiation = Dialogue::romeo();
        connection->setSettings(settings);
    }
    [[nodiscard]] session::Environment environment()
    {
        return {clock, resolver, network, [this](const net::TlsSettings &) { return std::make_unique<Borrowed>(factory); }, {}};
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

    ManualClock clock;
    FakeResolver resolver;
    ScriptedFactory factory;
    XmppServer server;
    net::ManualNetworkMonitor network;
    std::unique_ptr<session::Session> session = std::make_unique<session::Session>(*Jid::parse(u"romeo@example.org"), clock);
    std::unique_ptr<session::Connection> connection = std::make_unique<session::Connection>(environment(), *session);
};

} // namespace

//! What the inspector is told: phases, sentences, answers, secrets, bounds.
class TestInspection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phases()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        QSignalSpy changed(&inspection, &im::Inspection::attemptsChanged);
        inspection.playSignIn();
        QVERIFY(changed.size() > 10);
        QCOMPARE(inspection.attempts().size(), 1);
        const im::InspectedAttempt attempt = inspection.attempts().first();
        QCOMPARE(attempt.state, State::Online);
        QCOMPARE(kinds(attempt), (QList{Kind::Find, Kind::Connect, Kind::Stream, Kind::StartTls, Kind::Tls, Kind::StreamAgain, Kind::SignIn, Kind::StreamAgain, Kind::Bind, Kind::Management, Kind::Ready}));
        for (const im::InspectedPhase &phase : attempt.phases) {
            QCOMPARE(phase.state, PhaseState::Done);
            QVERIFY(phase.took && phase.took->count() >= 0);
        }
        const auto &tls = attempt.phases.at(4);
        QVERIFY2(tls.details.first().contains(u"TLSv1.3 with TLS_AES_256_GCM_SHA384"), qPrintable(tls.details.first()));
        QCOMPARE(tls.details.size(), 4); // who vouches, and two certificates
        const auto &signIn = attempt.phases.at(6);
        QVERIFY(signIn.details.first().contains(u"SCRAM-SHA-256"));
        QCOMPARE(signIn.roundTrips, 2);
        QCOMPARE(inspection.element(signIn.element).name, u"auth"_s);
        QVERIFY(attempt.phases.at(8).details.first().contains(u"eva@palique.example/Palique.x7"));
        QVERIFY(attempt.phases.at(9).details.first().contains(u"600"));
        QCOMPARE(attempt.phases.last().roundTrips, 8);
        // What comes later is in no phase.
        inspection.playChat();
        QCOMPARE(inspection.attempts().first(), attempt);
    }

    void failedPhase()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        inspection.setOrigin(im::Inspection::Origin::Masked);
        inspection.playRefusal();
        const im::InspectedAttempt attempt = inspection.attempts().first();
        QCOMPARE(attempt.state, State::Failed);
        QCOMPARE(attempt.phases.last().kind, Kind::SignIn);
        QCOMPARE(attempt.phases.last().state, PhaseState::Failed);
        QVERIFY(attempt.phases.last().details.join(u' ').contains(u"not-authorized"));
    }

    //! Direct TLS, and everything in the sign-in (XEP-0388, XEP-0386).
    void inlinePhases()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        inspection.attempt();
        inspection.note(Topic::Lookup, {u"palique.example"_s});
        inspection.note(Topic::Found, {u"palique.example:5223"_s, u"direct"_s, u"_xmpps-client SRV"_s});
        inspection.note(Topic::Connecting, {u"192.0.2.1"_s, u"palique.example:5223"_s, {}, u"1"_s, u"2"_s});
        inspection.note(Topic::Unreachable, {u"palique.example:5223"_s, u"refused"_s});
        inspection.note(Topic::Connecting, {u"192.0.2.2"_s, u"palique.example:5223"_s, {}, u"2"_s, u"2"_s});
        inspection.note(Topic::Connected, {u"palique.example:5223"_s, u"direct"_s});
        inspection.note(Topic::Secured, {u"TLSv1.3"_s, u"X"_s, u"resumed"_s, u"pinned"_s});
        inspection.sent("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' to='palique.example'>");
        inspection.sent("<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'><initial-response>ZXZhAAAA</initial-response></authenticate>");
        inspection.received("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'>");
        inspection.received("<features xmlns='http://etherx.jabber.org/streams'/>");
        inspection.received("<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>eva@palique.example/x</authorization-identifier><bound xmlns='urn:xmpp:bind:0'><enabled xmlns='urn:xmpp:sm:3' max='30'/></bound></success>");
        inspection.note(Topic::Opened, {u"eva@palique.example/x"_s});
        const im::InspectedAttempt attempt = inspection.attempts().first();
        QCOMPARE(kinds(attempt), (QList{Kind::Find, Kind::Connect, Kind::Tls, Kind::Stream, Kind::SignIn, Kind::Bind, Kind::Management, Kind::Ready}));
        QCOMPARE(attempt.phases.at(1).details.size(), 4);
        QCOMPARE(attempt.phases.at(2).details.size(), 3);
        QCOMPARE(attempt.phases.last().roundTrips, 1);
        inspection.note(Topic::Ended, {u"gone"_s});
        QCOMPARE(inspection.attempts().first().state, State::Ended);
    }

    void answers()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        QSignalSpy changed(&inspection, &im::Inspection::changed);
        inspection.playSignIn();
        inspection.playChat();
        const auto answered = [&](const QString &question, const QString &answer, qint64 from = 0) {
            const qint64 asked = find(inspection, question, from);
            const auto told = inspection.element(asked).answer;
            return told && inspection.element(*told).name == answer && inspection.element(*told).question == asked && inspection.element(*told).waited;
        };
        QVERIFY(answered(u"stream"_s, u"stream"_s));
        QVERIFY(answered(u"starttls"_s, u"proceed"_s, find(inspection, u"features"_s)));
        QVERIFY(answered(u"auth"_s, u"challenge"_s));
        QVERIFY(answered(u"challenge"_s, u"response"_s));
        QVERIFY(answered(u"response"_s, u"success"_s));
        QVERIFY(answered(u"iq set"_s, u"iq result"_s));
        QVERIFY(answered(u"iq get"_s, u"iq result"_s));
        QVERIFY(answered(u"enable"_s, u"enabled"_s));
        QVERIFY(answered(u"r"_s, u"a"_s));
        const qint64 ping = find(inspection, u"iq get"_s, find(inspection, u"a"_s));
        QVERIFY(answered(u"iq get"_s, u"iq result"_s, ping));
        QCOMPARE(inspection.element(ping).direction, im::InspectedElement::Direction::Received);
        QVERIFY(changed.size() >= 9);
        // An answer to nobody's question.
        inspection.received("<iq type='result' id='nobody'/>");
        QVERIFY(!inspection.element(inspection.end() - 1).question);
    }

    void facts()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        inspection.playChat();
        const im::InspectedElement message = inspection.element(find(inspection, u"message chat"_s));
        QCOMPARE(message.peer, u"ana@palique.example"_s);
        QCOMPARE(message.sentence, u"Words of ours for somebody."_s);
        QCOMPARE(message.references, (QStringList{u"RFC 6121"_s, u"XEP-0359"_s, u"XEP-0184"_s, u"XEP-0333"_s, u"XEP-0085"_s}));
        const im::InspectedNode tree = inspection.tree(message.number, Secrets::Masked);
        QCOMPARE(tree.children.size(), 5);
        QCOMPARE(text(tree.children.first()), u"<body>Claro</body>|The words of the message."_s);
        QCOMPARE(tree.children.at(2).reference, u"XEP-0184 5.1"_s);
        QCOMPARE(tree.end, u"</message>"_s);
        inspection.received("<message from='a@example.org'><body>1 &lt; 2 &amp;\n\"3\"</body></message>");
        QVERIFY(text(inspection.tree(inspection.end() - 1, Secrets::Masked)).contains(u"1 &lt; 2 &amp;\n\"3\""));
        // What was cut, and what is no element at all.
        inspection.received("<iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='a@exam");
        QCOMPARE(inspection.element(inspection.end() - 1).name, QString());
        QVERIFY(!inspection.tree(inspection.end() - 1, Secrets::Masked).tokens.isEmpty());
        inspection.received("</stream:stream>");
        QCOMPARE(inspection.element(inspection.end() - 1).reference, u"RFC 6120 4.4"_s);
    }

    void secrets()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        const QByteArray payload = QByteArray("\0eva\0correct horse", 18).toBase64();
        inspection.sent("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + payload + "</auth>");
        inspection.received("<success xmlns='urn:xmpp:sasl:2'><token xmlns='urn:xmpp:fast:0' token='TOKEN' expiry='2026-12-01T00:00:00Z'/></success>");
        inspection.sent("<iq type='set' id='1'><query xmlns='jabber:iq:register'><password>WORD</password></query></iq>");
        const QString masked = everything(inspection, Secrets::Masked);
        for (const QString &secret : {QString::fromLatin1(payload), u"correct horse"_s, u"TOKEN"_s, u"WORD"_s})
            QVERIFY2(!masked.contains(secret), qPrintable(masked));
        QVERIFY(masked.contains(u"•••"));
        const QString shown = everything(inspection, Secrets::Shown);
        for (const QString &secret : {QString::fromLatin1(payload), u"\\0eva\\0correct horse"_s, u"TOKEN"_s, u"WORD"_s})
            QVERIFY2(shown.contains(secret), qPrintable(shown));
        QVERIFY(inspection.element(0).secret && inspection.element(0).whole);
        const im::InspectedNode tree = inspection.tree(0, Secrets::Shown);
        QCOMPARE(tree.children.size(), 4);
        QCOMPARE(tree.children.first().kind, im::InspectedNode::Kind::Decoded);
        QCOMPARE(inspection.tree(0, Secrets::Masked).children.size(), 0);
        QCOMPARE(inspection.tree(0, Secrets::Masked).tokens.last(), (im::XmlToken{im::XmlToken::Kind::Mark, u">"_s}));
        const auto tokens = inspection.tree(0, Secrets::Masked).tokens;
        QVERIFY(std::ranges::any_of(tokens, [](const im::XmlToken &token) { return token.kind == im::XmlToken::Kind::Masked; }));
    }

    //! What was kept from before has no secrets that could be shown.
    void keptSecrets()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        inspection.setOrigin(im::Inspection::Origin::Masked);
        inspection.playRefusal();
        const QString shown = everything(inspection, Secrets::Shown);
        QVERIFY(!shown.contains(QString::fromLatin1(QByteArray("n,,n=eva").toBase64().first(8))));
        const im::InspectedElement auth = inspection.element(find(inspection, u"auth"_s));
        QVERIFY(auth.secret && !auth.whole);
    }

    void scramIsDecoded()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        inspection.playSignIn();
        const auto decoded = [&](const QString &name) { return text(inspection.tree(find(inspection, name), Secrets::Shown)); };
        QVERIFY(decoded(u"auth"_s).contains(u"r = rOprNGfwEbeRWgbNEkqO|"));
        QVERIFY(decoded(u"challenge"_s).contains(u"i = 4096|How many times"));
        QVERIFY(decoded(u"response"_s).contains(u"c = biws|"));
        QVERIFY(decoded(u"success"_s).contains(u"v = 6rriTRBi23WpRR"));
    }

    void bounded()
    {
        fake::Inspection inspection(u"eva@palique.example"_s);
        qint64 dropped = 0;
        connect(&inspection, &im::Inspection::dropping, this, [&](qint64 before) {
            QVERIFY(before > inspection.begin());
            dropped = before;
        });
        inspection.sent("<iq type='get' id='old'/>");
        for (int i = 0; i < im::Inspection::MaxElements + 99; ++i)
            inspection.received("<presence/>");
        QCOMPARE(inspection.end() - inspection.begin(), im::Inspection::MaxElements);
        QCOMPARE(inspection.begin(), dropped);
        inspection.received("<iq type='result' id='old'/>");
        QVERIFY(!inspection.element(inspection.end() - 1).question);
        const QByteArray large = "<message><body>" + QByteArray(int(im::Inspection::MaxBytes / 3), 'x') + "</body></message>";
        for (int i = 0; i < 5; ++i)
            inspection.received(large);
        QVERIFY(inspection.end() - inspection.begin() <= 3);
        inspection.received("<message><body>" + QByteArray(int(im::Inspection::MaxBytes) + 1, 'x') + "</body></message>");
        QCOMPARE(inspection.end() - inspection.begin(), 1);
        for (int i = 0; i < 200; ++i)
            inspection.attempt();
        QCOMPARE(inspection.attempts().size(), im::Inspection::MaxAttempts);
    }

    void sending_data()
    {
        QTest::addColumn<QString>("xml");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *xml, const char *written) { QTest::newRow(xml) << QString::fromUtf8(xml) << QByteArray(written); };
        row("<presence/>", "<presence/>");
        row("  <message to='a@b.c'><body>a &lt; b</body></message>\n", "<message to='a@b.c'><body>a &lt; b</body></message>");
        row("<iq xmlns='jabber:client' type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>", "<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>");
        row("", "");
        row("hello", "");
        row("<presence/>hello", "");
        row("<presence/><presence/>", "");
        row("<presence>", "");
        row("<presence", "");
        row("</presence>", "");
        row("<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>", "");
        row("<presence xmlns='jabber:server'/>", "");
        row("<r xmlns='urn:xmpp:sm:3'/>", "");
        row("<stream:error/>", "");
        row("</stream:stream>", "");
        row("</stream:stream><stream:stream xmlns:stream='http://etherx.jabber.org/streams'>", "");
        row("<presence/></stream:stream>", "");
        row("<?xml version='1.0'?><presence/>", "");
        row("<!DOCTYPE x><presence/>", "");
        row("<!-- x --><presence/>", "");
        row("<presence>&entity;</presence>", "");
        row("<x:presence/>", "");
    }

    void sending()
    {
        QFETCH(QString, xml);
        QFETCH(QByteArray, written);
        fake::Inspection inspection(u"eva@palique.example"_s);
        const Result<void> sent = inspection.send(xml);
        QCOMPARE(sent.has_value(), !written.isEmpty());
        if (!sent)
            QCOMPARE(sent.error().kind, ErrorKind::Invalid);
        QCOMPARE(inspection.written, written.isEmpty() ? QByteArrayList() : QByteArrayList{written});
        inspection.setOnline(false);
        QCOMPARE(inspection.send(u"<presence/>"_s).error().kind, ErrorKind::Disconnected);
    }

    //! A real connection: what was before is there without its secrets, what comes now is whole, and it may all go away.
    void live()
    {
        Bench b;
        b.connection->start();
        b.settle();
        auto inspection = std::make_unique<im::LiveInspection>(*b.connection, *b.session);
        QCOMPARE(inspection->account(), u"romeo@example.org"_s);
        QCOMPARE(inspection->attempts().size(), 1);
        QCOMPARE(inspection->attempts().first().state, State::Online);
        QVERIFY(kinds(inspection->attempts().first()).contains(Kind::Tls));
        QCOMPARE(inspection->attempts().first().phases.last().kind, Kind::Ready);
        QVERIFY(!inspection->element(find(*inspection, u"auth"_s)).whole);
        const qint64 before = inspection->end();
        QVERIFY(inspection->send(u"<message to='juliet@example.org'><body>x</body></message>"_s));
        b.factory.made.last()->say("<message from='juliet@example.org/x'><body>hello</body></message>");
        b.settle();
        QVERIFY(find(*inspection, u"message"_s, before) >= before);
        QVERIFY(inspection->xml(inspection->end() - 1, Secrets::Masked).contains(u"hello") || find(*inspection, u"r"_s, before) > 0);
        b.factory.made.last()->end();
        b.settle();
        QCOMPARE(inspection->attempts().last().state, State::Ended);
        QVERIFY(!inspection->canSend());
        b.connection->tryNow();
        b.settle();
        QCOMPARE(inspection->attempts().size(), 2);
        QVERIFY(inspection->element(find(*inspection, u"auth"_s, before)).whole);
        // The account goes before the window.
        b.connection.reset();
        b.session.reset();
        QVERIFY(!inspection->canSend());
        QCOMPARE(inspection->send(u"<presence/>"_s).error().kind, ErrorKind::Disconnected);
        inspection.reset();
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestInspection)
#include "tst_inspection.moc"
