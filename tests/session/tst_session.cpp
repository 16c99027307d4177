// SPDX-License-Identifier: GPL-3.0-or-later
#include "line.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::Handle;
using session::Session;
using stream::Failure;

namespace
{

Jid jid(QStringView text)
{
    return Jid::parse(text).value();
}

//! A session with the server's side in hand and a diary of what it said.
struct Bench
{
    Bench()
    {
        QObject::connect(&session, &Session::started, &session, [this] { diary << u"started"_s; });
        QObject::connect(&session, &Session::resumed, &session, [this] { diary << u"resumed"_s; });
        QObject::connect(&session, &Session::interrupted, &session, [this] { diary << u"interrupted"_s; });
        QObject::connect(&session, &Session::ended, &session, [this] { diary << u"ended"_s; });
        QObject::connect(&session, &Session::closed, &session, [this](const Failure &why) { diary << u"closed:"_s + why.condition; });
        QObject::connect(&session, &Session::acknowledged, &session, [this](const QList<qint64> &tags) { diary << u"acknowledged"_s + words(tags); });
        QObject::connect(&session, &Session::lost, &session, [this](const QList<qint64> &tags) { diary << u"lost"_s + words(tags); });
    }
    static QString words(const QList<qint64> &tags)
    {
        QString text;
        for (const qint64 tag : tags)
            text += u' ' + QString::number(tag);
        return text;
    }

    enum class Kind { Plain, Managed, Unresumable };
    void online(Kind kind = Kind::Managed, const std::function<void(stream::Negotiated &)> &change = {})
    {
        stream::Negotiated negotiated;
        negotiated.bound = jid(u"romeo@example.org/here");
        if (kind != Kind::Plain)
            negotiated.management = stream::Management{kind == Kind::Managed ? u"sm-1"_s : QString(), {}, 0};
        if (change)
            change(negotiated);
        adopt(negotiated);
    }
    void resume(quint32 theirs, std::optional<quint32> ours = {})
    {
        stream::Negotiated negotiated;
        negotiated.bound = jid(u"romeo@example.org/here");
        negotiated.resumed = true;
        negotiated.peerHandled = theirs;
        negotiated.resumedFrom = ours ? ours : std::optional(session.management().handledCount());
        negotiated.management = stream::Management{u"sm-1"_s, {}, 0};
        adopt(negotiated);
    }
    void adopt(const stream::Negotiated &negotiated)
    {
        auto made = std::make_unique<Line>();
        line = made.get();
        session.adopt(std::move(made), negotiated);
    }
    [[nodiscard]] QStringList told() { return std::exchange(diary, {}); }

    ManualClock clock;
    Session session{jid(u"romeo@example.org"), clock};
    QPointer<Line> line;
    QStringList diary;
};

const QByteArray Message = "<message from='juliet@example.com/b'><body>O</body></message>";

} // namespace

//! One signed-in stream after another: counters, resumption, the link, and who gets what.
class TestSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Acknowledgements of theirs

    //! One request for all that is written in a turn, and the next one only after the answer.
    void requestsAreCoalesced()
    {
        Bench b;
        b.online();
        for (int i = 1; i <= 100; ++i)
            QVERIFY(b.session.sendRaw("<message/>", i));
        QCOMPARE(b.line->lines.size(), 100);
        b.clock.advance(0ms);
        QCOMPARE(b.line->lines.size(), 101);
        QCOMPARE(b.line->lines.last(), Ask);
        b.session.sendRaw("<message/>", 101);
        b.clock.advance(1s);
        QCOMPARE(b.line->lines.size(), 102);
        (void)b.line->all();
        b.line->server(acknowledgement(100));
        b.clock.advance(0ms);
        QCOMPARE(b.line->all(), Ask);
        b.line->server(acknowledgement(101));
        b.clock.advance(1s);
        QCOMPARE(b.line->all(), "");
        QCOMPARE(b.told().size(), 3);
    }

    void noRequestsWithoutManagement()
    {
        Bench b;
        b.online(Bench::Kind::Plain);
        b.session.sendRaw("<message/>", 1);
        b.clock.advance(1min);
        QCOMPARE(b.line->all(), "<message/>");
        b.line->server(Ask);
        QCOMPARE(b.line->all(), "");
        b.line->breaks();
        // Nobody promised anything, so nothing is known to be lost.
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"ended"_s, u"closed:"_s}));
    }

    void badAcknowledgements_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("ahead") << acknowledgement(2);
        QTest::newRow("not a number") << QByteArray("<a xmlns='urn:xmpp:sm:3' h='x'/>");
        QTest::newRow("negative") << QByteArray("<a xmlns='urn:xmpp:sm:3' h='-1'/>");
        QTest::newRow("2^32") << QByteArray("<a xmlns='urn:xmpp:sm:3' h='4294967296'/>");
        QTest::newRow("absent") << QByteArray("<a xmlns='urn:xmpp:sm:3'/>");
    }

    //! B24: the stream ends with an error of its own, once; what is under way is lost, for nobody knows.
    void badAcknowledgements()
    {
        QFETCH(const QByteArray, xml);
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 5);
        const QPointer line = b.line;
        b.line->server(xml + Message);
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"lost 5"_s, u"ended"_s, u"closed:undefined-condition"_s}));
        QVERIFY(!b.session.isOnline());
        QVERIFY(!b.session.resumption());
        // The goodbye goes its way by itself.
        QVERIFY(line && !line->aborted && line->closing);
        QVERIFY(line->all().contains("<error xmlns='http://etherx.jabber.org/streams'><undefined-condition "));
        line->breaks(Failure::Kind::Stopped);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!line);
        QCOMPARE(b.told(), QStringList());
        QCOMPARE(b.clock.waiting(), 0);
    }

    void behindIsBadToo()
    {
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 5);
        b.session.sendRaw("<message/>", 6);
        b.line->server(acknowledgement(2));
        b.line->server(acknowledgement(1));
        QVERIFY(!b.session.isOnline());
    }

    // Acknowledgements of ours

    void theyAsk()
    {
        Bench b;
        b.online();
        b.line->server(Ask);
        QCOMPARE(b.line->sent(), acknowledgement(0));
        b.line->server(Message + "<presence from='a@b'/><iq type='result' id='x'/>");
        b.clock.advance(0ms);
        // Nothing unasked for: these were handled in their own turn.
        QCOMPARE(b.line->sent(), "(silence)");
        b.line->server(Ask);
        QCOMPARE(b.line->sent(), acknowledgement(3));
    }

    void floodOfRequests()
    {
        Bench b;
        b.online();
        b.line->server(Ask.repeated(10'000));
        QCOMPARE(b.line->lines.size(), 1);
        b.clock.advance(0ms);
        QCOMPARE(b.line->lines.size(), 2);
        b.clock.advance(1s);
        QCOMPARE(b.line->lines.size(), 2);
    }

    //! R2: a server's queue never overflows because we acknowledge only when it is quiet.
    void floodOfStanzas()
    {
        Bench b;
        b.online();
        b.line->server(Message.repeated(1000));
        QCOMPARE(b.line->lines.size(), 10);
        QCOMPARE(b.line->lines.first(), acknowledgement(Session::AcknowledgeEvery));
        QCOMPARE(b.line->lines.last(), acknowledgement(1000));
    }

    //! h says what is committed, and a commit is told without being asked.
    void tokensHoldTheAcknowledgement()
    {
        Bench b;
        std::vector<session::Handled> commits;
        const Handle store = b.session.onMessage(session::Stage::Store, [&](session::Incoming &incoming) {
            commits.push_back(incoming.handled);
            return session::Verdict::Stop;
        });
        QSignalSpy committed(&b.session, &Session::committed);
        b.online();
        b.line->server(Message + Message + "<presence from='a@b'/>");
        b.line->server(Ask);
        QCOMPARE(b.line->sent(), acknowledgement(0));
        b.clock.advance(0ms);
        commits.clear();
        // One for the whole commit.
        QCOMPARE(b.line->sent(), "(silence)");
        b.clock.advance(0ms);
        QCOMPARE(b.line->sent(), acknowledgement(3));
        QCOMPARE(b.line->sent(), "(silence)");
        // The presence behind them was done long ago and comes with the second commit.
        QCOMPARE(b.session.management().handledCount(), 3u);
        QVERIFY(!committed.isEmpty());
        QCOMPARE(committed.last().first().toUInt(), 3u);
    }

    // Life

    void lifeWithoutManagement()
    {
        Bench b;
        b.online(Bench::Kind::Plain);
        QVERIFY(b.session.isOnline());
        b.line->breaks();
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"ended"_s, u"closed:"_s}));
        QVERIFY(!b.session.sendRaw("<message/>", 1));
        QCOMPARE(b.clock.waiting(), 0);
    }

    void unresumable()
    {
        Bench b;
        b.online(Bench::Kind::Unresumable);
        b.session.sendRaw("<message/>", 7);
        b.line->breaks();
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"lost 7"_s, u"ended"_s, u"closed:"_s}));
    }

    //! Resumption sends exactly what they do not have, in order, before anything new.
    void resumed()
    {
        Bench b;
        b.online();
        for (int i = 1; i <= 5; ++i)
            b.session.sendRaw("<message id='" + QByteArray::number(i) + "'/>", i * 10);
        b.line->server(acknowledgement(1));
        b.line->breaks();
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"acknowledged 10"_s, u"interrupted"_s, u"closed:"_s}));
        QVERIFY(!b.session.sendRaw("<message/>", 99));
        QCOMPARE(b.clock.waiting(), 0);

        // Somebody writes as soon as they hear that something arrived.
        connect(&b.session, &Session::acknowledged, &b.session, [&b] { b.session.sendRaw("<message id='new'/>", 60); });
        b.resume(3);
        QCOMPARE(b.line->all(), "<message id='4'/>\n<message id='5'/>\n<message id='new'/>");
        QCOMPARE(b.told(), (QStringList{u"acknowledged 20 30"_s, u"resumed"_s}));
        b.clock.advance(0ms);
        QCOMPARE(b.line->sent(), Ask);
        QCOMPARE(b.session.management().sentCount(), 6u);
    }

    //! What they sent and we did not commit comes again; both counts stay right.
    void resumedWithCommitsUnderWay()
    {
        Bench b;
        std::vector<session::Handled> commits;
        const Handle store = b.session.onMessage(session::Stage::Store, [&](session::Incoming &incoming) {
            commits.push_back(incoming.handled);
            return session::Verdict::Stop;
        });
        b.online();
        b.line->server(Message.repeated(3));
        commits.erase(commits.begin());
        const quint32 told = b.session.resumption()->handled;
        QCOMPARE(told, 1u);
        b.line->breaks();
        commits.clear(); // the disk was quicker than the network
        b.resume(0, told);
        (void)b.line->all();
        b.line->server(Message.repeated(2)); // 2 and 3 again
        commits.clear();
        b.line->server(Ask);
        QVERIFY(b.line->all().endsWith(acknowledgement(3)));
    }

    void resumedTwice()
    {
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 1);
        b.line->breaks();
        b.resume(0);
        QCOMPARE(b.line->sent(), "<message/>");
        b.line->breaks();
        b.resume(1);
        QCOMPARE(b.line->sent(), "(silence)");
        QCOMPARE(b.told().last(), u"resumed"_s);
    }

    void resumedWithNonsense()
    {
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 1);
        b.line->breaks();
        (void)b.told();
        b.resume(2);
        QCOMPARE(b.told(), (QStringList{u"lost 1"_s, u"ended"_s, u"closed:undefined-condition"_s}));
        QVERIFY(!b.session.isOnline());
    }

    //! The features of a session are those after its sign-in, not those a resumption showed before it.
    void featuresStay()
    {
        Bench b;
        const auto features = [](const QByteArray &xml) { return stream::Features(*xml::Element::parse("<features xmlns='http://etherx.jabber.org/streams'>" + xml + "</features>")); };
        b.online(Bench::Kind::Managed, [&](stream::Negotiated &negotiated) {
            negotiated.features = features("<csi xmlns='urn:xmpp:csi:0'/>");
            negotiated.inlineEnabled = {u"urn:xmpp:carbons:2"_s};
        });
        b.line->breaks();
        b.resume(0);
        QVERIFY(b.session.features().has({u"csi", ns::Csi}));
        QCOMPARE(b.session.inlineEnabled(), QStringList{u"urn:xmpp:carbons:2"_s});
    }

    //! It could not be resumed: their last word counts, the rest is lost, and nothing old is counted into the new stream.
    void notResumed_data()
    {
        QTest::addColumn<int>("theirs");
        QTest::addColumn<QStringList>("diary");
        QTest::newRow("with their h") << 2 << QStringList{u"acknowledged 1 2"_s, u"lost 3"_s, u"ended"_s, u"started"_s};
        QTest::newRow("without") << -1 << QStringList{u"lost 1 2 3"_s, u"ended"_s, u"started"_s};
        QTest::newRow("with nonsense") << 9 << QStringList{u"lost 1 2 3"_s, u"ended"_s, u"started"_s};
    }

    void notResumed()
    {
        QFETCH(const int, theirs);
        QFETCH(const QStringList, diary);
        Bench b;
        b.online();
        for (int i = 1; i <= 3; ++i)
            b.session.sendRaw("<message/>", i);
        QStringList answers;
        b.session.request(stanza::Iq::request(stanza::IqType::Get, {})).then(&b.session, [&](const Result<stanza::Iq> &answer) {
            answers << QString::number(int(answer.error().kind));
            // It tries again at once, which must not be counted before the new stream begins.
            QVERIFY(!b.session.sendRaw("<iq/>"));
        });
        b.line->breaks();
        QVERIFY(answers.isEmpty());
        (void)b.told();
        b.online(Bench::Kind::Managed, [&](stream::Negotiated &negotiated) {
            if (theirs >= 0)
                negotiated.peerHandled = quint32(theirs);
        });
        QCOMPARE(b.told(), diary);
        QCOMPARE(answers, QStringList{QString::number(int(ErrorKind::Disconnected))});
        QCOMPARE(b.session.management().sentCount(), 0u);
        QCOMPARE(b.line->sent(), "(silence)");
    }

    //! What is true in another stream too goes again there, as often as nobody says that it arrived, and waits where there is none.
    void lastingMessages()
    {
        Bench b;
        const auto say = [&b](const QString &id) {
            stanza::Message message;
            message.id = id;
            b.session.sendLasting(message);
        };
        say(u"early"_s);
        b.online();
        QVERIFY(b.line->all().contains("early"));
        say(u"one"_s);
        say(u"two"_s);
        b.line->server(acknowledgement(2)); // "early" and "one"
        b.line->breaks();
        (void)b.told();
        b.online();
        const QByteArray again = b.line->all();
        QVERIFY(again.contains("two") && !again.contains("one") && !again.contains("early"));
        QVERIFY(!b.told().join(u' ').contains(u"lost"));
        b.line->server(acknowledgement(1));
        QCOMPARE(b.told(), QStringList()); // nobody asked to hear of them
        b.line->breaks();
        b.online();
        QVERIFY(!b.line->all().contains("two"));
    }

    void abandoned()
    {
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 1);
        b.line->breaks();
        (void)b.told();
        b.session.abandon();
        QCOMPARE(b.told(), (QStringList{u"lost 1"_s, u"ended"_s}));
        QVERIFY(!b.session.resumption());
    }

    void closed()
    {
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 1);
        b.clock.advance(0ms);
        (void)b.line->all();
        b.session.close();
        QCOMPARE(b.line->all(), "<presence type='unavailable'/>\n" + acknowledgement(0) + '\n' + Ask + "\n</stream:stream>");
        QVERIFY(!b.session.sendRaw("<message/>", 2));
        // Their last word is heard.
        b.line->server(acknowledgement(2));
        b.line->breaks(Failure::Kind::Stopped);
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"acknowledged 1"_s, u"ended"_s, u"closed:"_s}));
        QVERIFY(!b.session.resumption());
        QCOMPARE(b.clock.waiting(), 0);
    }

    void conflict()
    {
        Bench b;
        b.online();
        b.line->server("<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>" + Message);
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"ended"_s, u"closed:conflict"_s}));
        QVERIFY(!b.session.resumption());
    }

    void shutdownMayBeResumed()
    {
        Bench b;
        b.online();
        b.line->server("<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"interrupted"_s, u"closed:system-shutdown"_s}));
        QVERIFY(b.session.resumption());
    }

    void earlyStanzas_data()
    {
        QTest::addColumn<bool>("counts");
        QTest::newRow("before enabled") << false;
        QTest::newRow("after an inline one") << true;
    }

    void earlyStanzas()
    {
        QFETCH(const bool, counts);
        Bench b;
        int seen = 0;
        const Handle hook = b.session.onMessage(session::Stage::Store, [&](session::Incoming &) { ++seen; return session::Verdict::Stop; });
        b.online(Bench::Kind::Managed, [&](stream::Negotiated &negotiated) {
            const auto element = xml::Element::parse("<message xmlns='jabber:client' from='a@b'><body>x</body></message>");
            negotiated.early = {*element, *element};
            negotiated.earlyCounts = counts;
        });
        QCOMPARE(seen, 2);
        b.line->server(Ask);
        QCOMPARE(b.line->sent(), acknowledgement(counts ? 2 : 0));
    }

    void destroyedWhileSomethingIsUnderWay()
    {
        ManualClock clock;
        ErrorKind kind = ErrorKind::Storage;
        session::Handled token;
        {
            Session s(jid(u"romeo@example.org"), clock);
            const Handle hook = s.onMessage(session::Stage::Store, [&](session::Incoming &incoming) { token = incoming.handled; return session::Verdict::Stop; });
            stream::Negotiated negotiated;
            negotiated.bound = jid(u"romeo@example.org/here");
            negotiated.management = stream::Management{u"sm-1"_s, {}, 0};
            auto line = std::make_unique<Line>();
            const QPointer wire(line.get());
            s.adopt(std::move(line), negotiated);
            wire->server(Message);
            QObject context;
            s.request(stanza::Iq::request(stanza::IqType::Get, {})).then(qApp, [&](const Result<stanza::Iq> &answer) { kind = answer.error().kind; });
        }
        QCOMPARE(kind, ErrorKind::Cancelled);
        token.reset();
        QCOMPARE(clock.waiting(), 0);
    }

    // The link

    //! The only timer of an idle session is the keep-alive, and it asks after four minutes of silence, not sooner and not later.
    void keepAlive_data()
    {
        QTest::addColumn<bool>("managed");
        QTest::newRow("managed") << true;
        QTest::newRow("not managed") << false;
    }

    void keepAlive()
    {
        QFETCH(const bool, managed);
        Bench b;
        b.online(managed ? Bench::Kind::Managed : Bench::Kind::Plain);
        QCOMPARE(b.clock.waiting(), 1);
        b.clock.advance(200s);
        b.line->server(" ");
        QCOMPARE(b.clock.waiting(), 1);
        b.clock.advance(Session::KeepAlive - 1ms);
        QCOMPARE(b.line->sent(), "(silence)");
        b.clock.advance(1ms);
        const QByteArray question = b.line->sent();
        QVERIFY2(managed ? question == Ask : question.contains("<ping xmlns='urn:xmpp:ping'/>"), question.constData());
        QCOMPARE(b.line->sent(), "(silence)");
        // Any byte is an answer.
        b.clock.advance(Session::AnswerWithin - 1ms);
        b.line->server(managed ? acknowledgement(0) : "<iq type='error' id='" + question.split('\'').at(question.split('\'').indexOf(" id=") + 1) + "' from='example.org'/>");
        QVERIFY(b.session.isOnline());
        QCOMPARE(b.clock.waiting(), 1);
        b.clock.advance(1min);
        QVERIFY(b.session.isOnline());
    }

    void deadLink()
    {
        Bench b;
        b.online();
        b.clock.advance(Session::KeepAlive);
        b.clock.advance(Session::AnswerWithin - 1ms);
        QVERIFY(b.session.isOnline());
        b.clock.advance(1ms);
        QVERIFY(!b.session.isOnline());
        QCOMPARE(b.told(), (QStringList{u"started"_s, u"interrupted"_s, u"closed:silent"_s}));
        QCOMPARE(b.clock.waiting(), 0);
    }

    //! After a message the silence is noticed at once, not in four minutes (R1).
    void deadLinkAfterAMessage()
    {
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 1);
        b.clock.advance(5s);
        b.session.sendRaw("<message/>", 2);
        b.clock.advance(Session::AnswerWithin - 5s - 1ms);
        QVERIFY(b.session.isOnline());
        b.clock.advance(1ms);
        QVERIFY(!b.session.isOnline());
        b.resume(0);
        QCOMPARE(b.line->all(), "<message/>\n<message/>");
    }

    //! R2: slow is not dead; as long as bytes leave, we wait for the answer behind them.
    void slowLink()
    {
        Bench b;
        b.online();
        b.line->unsent = 100'000;
        b.session.sendRaw("<message/>", 1);
        for (int i = 0; i < 5; ++i) {
            b.line->unsent -= 20'000;
            b.clock.advance(Session::AnswerWithin);
            QCOMPARE(b.session.isOnline(), i < 4);
        }
    }

    void stuckLink()
    {
        Bench b;
        b.online();
        b.line->unsent = 100'000;
        b.session.sendRaw("<message/>", 1);
        b.clock.advance(Session::AnswerWithin);
        QVERIFY(!b.session.isOnline());
    }

    void probed()
    {
        Bench b;
        b.online();
        b.session.sendRaw("<message/>", 1);
        b.clock.advance(1s);
        (void)b.line->all();
        b.session.probe(5s);
        QCOMPARE(b.line->sent(), Ask);
        // The shorter patience counts, also where a longer one was running.
        b.clock.advance(5s);
        QVERIFY(!b.session.isOnline());
    }

    void probedAndAlive()
    {
        Bench b;
        b.online();
        b.session.probe(5s);
        b.clock.advance(4s);
        b.line->server(acknowledgement(0));
        b.clock.advance(1h - Session::KeepAlive);
        QVERIFY(!b.session.isOnline()); // an hour of silence is another thing
    }

    // Who gets what

    //! B27, B28
    void stanzasForOthers_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("arrives");
        QTest::newRow("to nobody") << QByteArray("from='a@b'") << true;
        QTest::newRow("to our full") << QByteArray("from='a@b' to='romeo@example.org/here'") << true;
        QTest::newRow("to our bare") << QByteArray("from='a@b' to='romeo@example.org'") << true;
        QTest::newRow("to another device of ours") << QByteArray("from='a@b' to='romeo@example.org/there'") << true;
        QTest::newRow("to somebody else") << QByteArray("from='a@b' to='juliet@example.org'") << false;
        QTest::newRow("to the domain") << QByteArray("from='a@b' to='example.org'") << false;
        QTest::newRow("to an impossible address") << QByteArray("from='a@b' to='@'") << false;
        QTest::newRow("from an impossible address") << QByteArray("from='a@b@c@@/'") << false;
        QTest::newRow("from an empty address") << QByteArray("from=''") << false;
        QTest::newRow("from a domain") << QByteArray("from='example.com'") << true;
        QTest::newRow("from 1,023 bytes and more") << "from='a@b/" + QByteArray(1024, 'x') + '\'' << false;
    }

    //! Whatever it is, it is counted, or the next acknowledgement would be wrong for ever (aioxmpp's endless reconnect).
    void stanzasForOthers()
    {
        QFETCH(const QByteArray, attributes);
        QFETCH(const bool, arrives);
        Bench b;
        int messages = 0, presences = 0;
        const Handle hook = b.session.onMessage(session::Stage::Store, [&](session::Incoming &) { ++messages; return session::Verdict::Stop; });
        const Handle presence = b.session.onPresence([&](const stanza::Presence &, const session::Handled &) { ++presences; });
        b.online();
        b.line->server("<message " + attributes + "><body>x</body></message><presence " + attributes + "/><iq type='get' id='1' " + attributes + "><ping xmlns='urn:xmpp:ping'/></iq>");
        QCOMPARE(messages, arrives ? 1 : 0);
        QCOMPARE(presences, arrives ? 1 : 0);
        QCOMPARE(b.line->sent().contains("service-unavailable"), arrives);
        b.line->server(Ask);
        QCOMPARE(b.line->all().contains(acknowledgement(3)), true);
        QVERIFY(b.session.isOnline());
    }

    void messageWithoutASender()
    {
        Bench b;
        Jid from;
        const Handle hook = b.session.onMessage(session::Stage::Store, [&](session::Incoming &incoming) { from = incoming.message.from; return session::Verdict::Stop; });
        b.online();
        b.line->server("<message><body>x</body></message>");
        QCOMPARE(from, jid(u"romeo@example.org"));
    }

    void unknownElements()
    {
        Bench b;
        b.online();
        b.line->server("<tea xmlns='urn:example'/><success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><enabled xmlns='urn:xmpp:sm:3' id='evil' resume='true'/>"
                       "<resumed xmlns='urn:xmpp:sm:3' previd='x' h='1'/><strange/><a xmlns='urn:example' h='9'/>");
        QVERIFY(b.session.isOnline());
        QCOMPARE(b.session.resumption()->id, u"sm-1"_s);
        b.line->server(Ask);
        QCOMPARE(b.line->sent(), acknowledgement(1)); // <strange/> is in the stanzas' namespace
    }

    void hooksUndo()
    {
        Bench b;
        int seen = 0;
        std::optional<Handle> hook;
        hook = b.session.onPresence([&](const stanza::Presence &, const session::Handled &) {
            ++seen;
            hook.reset();
        });
        b.online();
        b.line->server("<presence from='a@b'/><presence from='a@b'/>");
        QCOMPARE(seen, 1);
    }

    void ownFeatures()
    {
        Bench b;
        QSignalSpy changed(&b.session, &Session::ownFeaturesChanged);
        std::optional<Handle> one = b.session.addFeature(u"urn:b"), two = b.session.addFeature(u"urn:b"), three = b.session.addFeature(u"urn:a");
        QCOMPARE(b.session.ownFeatures(), (QStringList{u"urn:a"_s, u"urn:b"_s}));
        one.reset();
        QCOMPARE(b.session.ownFeatures().size(), 2);
        two.reset();
        QCOMPARE(b.session.ownFeatures(), QStringList{u"urn:a"_s});
        QVERIFY(changed.size() >= 4);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
