// SPDX-License-Identifier: GPL-3.0-or-later
// The archive and the store in step: everything is here once, in the archive's order, whatever happens in between.
#include "im/archiveserver.h"
#include "im/history.h"
#include "im/timeline.h"
#include "store/support.h"
#include "xep/modules.h"
#include "xep/fakes.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Phase = im::HistoryState::Phase;

namespace
{

const QDateTime Start = at(0);

//! An account with an archive on the server, and its store.
struct World
{
    Home home;
    test::TestSession s;
    test::FakeTrust trust;
    xep::DiscoModule disco{s.session, trust};
    xep::ServerFeaturesModule features{s.session, disco};
    xep::ArchiveModule archive{s.session, features};
    test::ArchiveServer server{s};
    std::unique_ptr<im::History> history;
    QList<store::Changes> changes;
    int serial = 0;

    World()
    {
        s.clock.advance(std::chrono::days(100));
        restart();
    }

    //! The program starts anew, with the store it has.
    void restart()
    {
        history = std::make_unique<im::History>(*home.database, s.session, archive, features, [this](const QList<session::Incoming> &messages) { return batchOf(messages); },
            [] { return Task<Result<void>>::ready(Result<void>()); });
        QObject::connect(history.get(), &im::History::committed, history.get(), [this](const store::Changes &change) { changes << change; });
        history->open(home.account.id);
    }

    //! What an account makes of messages.
    store::Batch batchOf(const QList<session::Incoming> &messages) const
    {
        store::Batch batch;
        for (const session::Incoming &incoming : messages) {
            if (incoming.message.body.isEmpty())
                continue;
            const bool ours = incoming.message.from.bare() == s.session.account();
            store::IncomingMessage one{{home.account.id, (ours ? incoming.message.to : incoming.message.from).bare(), data::ConversationKind::Chat}, {}};
            one.message.author.address = incoming.message.from.bare();
            one.message.direction = ours ? data::Direction::Sent : data::Direction::Received;
            one.message.body = incoming.message.body;
            one.message.stanzaIdAttribute = one.message.originId = incoming.message.id;
            one.message.archiveId = incoming.archiveId;
            one.message.time = incoming.time;
            one.message.delayed = true;
            batch.add(one);
        }
        return batch;
    }

    enum class Who { Friend, Other, We };

    //! Something is said, and the server keeps it.
    const test::ArchiveServer::Entry &say(Who who, const QDateTime &time, const QString &body = {})
    {
        const int n = ++serial;
        const QByteArray peer = who == Who::Other ? "other@far.example" : "friend@far.example";
        const QByteArray ends = who == Who::We ? "from='me@home.example/there' to='" + peer + "'" : "from='" + peer + "/x' to='me@home.example'";
        const QString text = body.isNull() ? u"text %1"_s.arg(n) : body;
        const QByteArray content = text.isEmpty() ? QByteArray("<received xmlns='urn:xmpp:receipts' id='x'/>") : "<body>" + text.toUtf8() + "</body>";
        server.entries.append({u"a%1"_s.arg(n), time, "<message xmlns='jabber:client' type='chat' id='m" + QByteArray::number(n) + "' " + ends + ">" + content + "</message>", text});
        return server.entries.last();
    }

    void sayMany(int count, const QDateTime &from, qint64 stepMs = 1000)
    {
        for (int i = 0; i < count; ++i)
            say(Who(i % 3), from.addMSecs(i * stepMs));
    }

    //! Answers until everything is quiet.
    void settle()
    {
        for (int quiet = 0; quiet < 3;) {
            need(home.database->run([](store::Connection &) -> Result<int> { return 0; }));
            need(home.database->read([](store::Connection &) -> Result<int> { return 0; }));
            QCoreApplication::processEvents();
            quiet = s.session.isOnline() && server.answer() > 0 ? 0 : quiet + 1;
        }
    }

    void goOnline()
    {
        s.online();
        settle();
    }

    void goOffline()
    {
        if (s.session.isOnline())
            s.wire().breakOff();
        settle();
    }

    [[nodiscard]] QList<data::Message> shown(QStringView peer) const
    {
        const auto chat = need(home.conversations().ensure(home.with(peer)));
        return need(home.messages().newest(chat.id, 1'000'000));
    }
    [[nodiscard]] QStringList texts(QStringView peer) const
    {
        QStringList result;
        for (const data::Message &message : shown(peer))
            result << message.body;
        return result;
    }
    //! What the archive says was said with somebody, of entries from `first` on.
    [[nodiscard]] QStringList said(const QByteArray &peer, qsizetype first = 0) const
    {
        QStringList result;
        for (const auto &entry : server.entries.sliced(first)) {
            if (entry.message.contains("'" + peer) && !entry.body.isEmpty())
                result << entry.body;
        }
        return result;
    }
    [[nodiscard]] bool inStep() const
    {
        return texts(u"friend@far.example") == said("friend@far.example") && texts(u"other@far.example") == said("other@far.example");
    }
    [[nodiscard]] int unread(QStringView peer) const { return need(home.conversations().ensure(home.with(peer))).unread; }
};

} // namespace

class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSignIn()
    {
        World w;
        w.sayMany(333, Start);
        w.goOnline();
        QCOMPARE(w.history->state().phase, Phase::Complete);
        QVERIFY(w.history->state().reachesStart);
        QCOMPARE(w.history->state().reachesBack, Start);
        QVERIFY(w.history->state().gaps.isEmpty());
        QVERIFY(w.inStep());
        // What was said before anybody was here is nothing new, and nobody is told.
        QCOMPARE(w.unread(u"friend@far.example"), 0);
        QVERIFY(std::ranges::all_of(w.changes, [](const store::Changes &c) { return c.age == store::Changes::Age::Old; }));
        // The newest page came first.
        QCOMPARE(w.changes.first().inserted.last().body, u"text 333"_s);

        w.server.queries = 0;
        w.goOffline();
        w.goOnline();
        QCOMPARE(w.server.queries, 1); // nothing new is one question
        QVERIFY(w.inStep());
    }

    void emptyArchive()
    {
        World w;
        w.goOnline();
        QCOMPARE(w.history->state().phase, Phase::Complete);
        QVERIFY(!w.history->state().reachesBack.isValid());
        w.goOffline();
        w.restart();
        w.say(World::Who::Friend, Start);
        w.goOnline();
        QVERIFY(w.inStep());
        QCOMPARE(w.unread(u"friend@far.example"), 1); // somebody was here before it came
    }

    //! Nothing was there when this account came: all that is ever found in the archive is news, not its newest page alone.
    void allIsNewsAfterAnEmptyArchive()
    {
        World w;
        w.goOnline();
        w.goOffline();
        for (int i = 0; i < 180; ++i)
            w.say(World::Who::Friend, Start.addSecs(i));
        w.goOnline();
        QVERIFY(w.inStep());
        QCOMPARE(w.unread(u"friend@far.example"), 180);
        QVERIFY(std::ranges::all_of(w.changes, [](const store::Changes &c) { return c.inserted.isEmpty() || c.age == store::Changes::Age::Missed; }));
    }

    void noArchive()
    {
        World w;
        w.s.online();
        for (const QByteArray &xml : w.s.wire().unseen()) {
            const QByteArray id = xml::Element::parse(xml)->attribute(u"id")->toUtf8(), to = xml::Element::parse(xml)->attribute(u"to")->toUtf8();
            w.s.inject("<iq type='result' id='" + id + "' from='" + to + "'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        }
        QCOMPARE(w.history->state().phase, Phase::Nothing);
        test::Answer<Result<bool>> older(w.history->loadOlder(jid(u"friend@far.example"), {}, {}));
        QVERIFY(older.isThere() && !*older);
        QCOMPARE((*older).error().kind, ErrorKind::Unsupported);
    }

    void missed_data()
    {
        QTest::addColumn<bool>("extended");
        QTest::addColumn<int>("count");
        for (const int count : {1, 49, 50, 51, 120, 777}) {
            QTest::addRow("extended, %d", count) << true << count;
            QTest::addRow("plain, %d", count) << false << count;
        }
    }

    void missed()
    {
        QFETCH(bool, extended);
        QFETCH(int, count);
        World w;
        w.server.extended = extended;
        w.sayMany(60, Start);
        w.goOnline();
        w.goOffline();
        w.changes.clear();
        w.sayMany(count, Start.addDays(1));
        w.goOnline();
        QVERIFY(w.inStep());
        QCOMPARE(w.history->state().phase, Phase::Complete);
        // Unread is what came after our own last word, and somebody is told of it.
        QCOMPARE(w.unread(u"other@far.example"), (count + 1) / 3);
        QVERIFY(std::ranges::any_of(w.changes, [](const store::Changes &c) { return c.age == store::Changes::Age::Missed; }));
    }

    void gapIsKnownAndHealedLater()
    {
        World w;
        w.sayMany(60, Start);
        w.goOnline();
        w.goOffline();
        w.sayMany(400, Start.addDays(1));
        w.s.online();
        // The first page after what we know and the newest one, then the line breaks.
        for (int i = 0; i < 2; ++i) {
            while (w.server.answer(1) == 0)
                need(w.home.database->run([](store::Connection &) -> Result<int> { return 0; })), QCoreApplication::processEvents();
        }
        w.goOffline();
        QCOMPARE(w.history->state().gaps.size(), 1);
        QVERIFY(!w.inStep());
        w.restart();
        w.settle();
        QCOMPARE(w.history->state().gaps.size(), 1);
        im::Timeline timeline(*w.home.database, need(w.home.conversations().ensure(w.home.with(u"friend@far.example"))).id);
        timeline.setElsewhere(im::Timeline::Elsewhere::Away, w.history->state().gaps);
        timeline.load();
        QTRY_VERIFY(!timeline.isLoading());
        int gaps = 0;
        for (qsizetype row = 0; row < timeline.messages().size(); ++row)
            gaps += timeline.isGapBefore(row) ? 1 : 0;
        QCOMPARE(gaps, 1);
        w.sayMany(300, Start.addDays(2));
        w.goOnline();
        QVERIFY(w.inStep());
        QVERIFY(w.history->state().gaps.isEmpty());
    }

    //! Ours come back from the archive with their place in it, which is not where our clock put them.
    void oursMoveToTheirPlace()
    {
        World w;
        w.sayMany(3, Start);
        w.goOnline();
        w.goOffline();
        const auto chat = need(w.home.conversations().ensure(w.home.with(u"friend@far.example")));
        // Written while offline, before what the other side says; the server gets it later.
        data::Message mine = own(chat.id, u"m5"_s, u"text 5"_s, 86'400'000);
        const auto kept = need(w.home.messages().append(mine));
        w.say(World::Who::Friend, Start.addDays(1).addSecs(60)); // 4
        w.say(World::Who::We, Start.addDays(1).addSecs(120)); // 5
        im::Timeline timeline(*w.home.database, chat.id);
        timeline.load();
        QTRY_VERIFY(!timeline.isLoading());
        QObject::connect(w.history.get(), &im::History::committed, &timeline, &im::Timeline::apply);
        w.goOnline();
        QCOMPARE(w.texts(u"friend@far.example"), (QStringList{u"text 1"_s, u"text 3"_s, u"text 4"_s, u"text 5"_s}));
        QStringList onScreen;
        for (const data::Message &message : timeline.messages())
            onScreen << message.body;
        QCOMPARE(onScreen, w.texts(u"friend@far.example"));
        const auto found = need(w.home.messages().byId(kept.inserted.first().id));
        QCOMPARE(found->archiveId, u"a5"_s);
        QCOMPARE(found->state, data::SendState::Acknowledged); // it came back, so it got there
    }

    void forgottenPlaces()
    {
        World w;
        w.sayMany(120, Start);
        w.goOnline();
        w.goOffline();
        // Everything we know is purged, and there is more than a page of other things.
        w.server.entries.clear();
        w.sayMany(150, Start.addDays(8));
        w.goOnline();
        QCOMPARE(w.history->state().phase, Phase::Complete);
        QVERIFY(w.history->state().gaps.isEmpty());
        QStringList want;
        for (int n = 1; n <= 270; ++n) {
            if ((n - 1) % 3 != 1)
                want << u"text %1"_s.arg(n);
        }
        QCOMPARE(w.texts(u"friend@far.example"), want);
    }

    //! One message we know was taken out of the archive, the last one: the rest of what we know stays where it is.
    void oneForgottenMessage_data()
    {
        QTest::addColumn<bool>("extended");
        QTest::newRow("extended") << true;
        QTest::newRow("plain") << false;
    }

    void oneForgottenMessage()
    {
        QFETCH(bool, extended);
        for (const int news : {10, 90}) {
            World w;
            w.server.extended = extended;
            w.sayMany(120, Start);
            w.goOnline();
            w.goOffline();
            const QStringList before = w.texts(u"friend@far.example");
            const auto orders = w.shown(u"friend@far.example");
            w.server.entries.removeLast();
            w.sayMany(news, Start.addDays(1));
            w.goOnline();
            QCOMPARE(w.history->state().phase, Phase::Complete);
            QVERIFY(w.history->state().gaps.isEmpty());
            const auto after = w.shown(u"friend@far.example");
            QCOMPARE(w.texts(u"friend@far.example").first(before.size()), before);
            for (qsizetype i = 0; i < orders.size(); ++i)
                QCOMPARE(after[i].order, orders[i].order);
            QCOMPARE(w.unread(u"other@far.example"), (news + 1) / 3);
        }
    }

    //! The stream breaks in the middle of it and is resumed: nothing else starts it again.
    void resumedInBetween()
    {
        World w;
        w.sayMany(300, Start);
        w.s.online({.managed = true});
        for (int pages = 0; pages < 2;) {
            pages += w.server.answer(1);
            if (pages < 2)
                need(w.home.database->run([](store::Connection &) -> Result<int> { return 0; })), QCoreApplication::processEvents();
        }
        w.s.wire().breakOff(); // while the page is being kept: the next one cannot be asked for
        for (int i = 0; i < 5; ++i)
            need(w.home.database->run([](store::Connection &) -> Result<int> { return 0; })), QCoreApplication::processEvents();
        w.s.online({.managed = true, .resumed = true});
        w.settle();
        QCOMPARE(w.history->state().phase, Phase::Complete);
        QVERIFY(w.inStep());
    }

    void oddServers()
    {
        {
            World w; // calls every page the last one
            w.server.alwaysComplete = true;
            w.sayMany(200, Start);
            w.goOnline();
            QVERIFY(w.inStep());
        }
        {
            World w; // never says that it is over
            w.server.neverComplete = true;
            w.sayMany(200, Start);
            w.goOnline();
            QVERIFY(w.inStep());
            QCOMPARE(w.history->state().phase, Phase::Complete);
        }
        {
            World w; // is not sure: kept, but asked again
            w.server.stable = false;
            w.sayMany(20, Start);
            w.goOnline();
            QVERIFY(w.inStep());
            QVERIFY(w.history->state().phase != Phase::Complete);
            w.server.stable = true;
            w.s.clock.advance(im::History::RetryAfter);
            w.settle();
            QCOMPARE(w.history->state().phase, Phase::Complete);
            QVERIFY(w.inStep());
        }
    }

    //! A chat is opened before the history is back that far.
    void onDemand()
    {
        World w;
        w.say(World::Who::Other, Start);
        for (int i = 0; i < 30; ++i)
            w.say(World::Who::Other, Start.addSecs(i + 1), u""_s); // nothing to show
        w.say(World::Who::Other, Start.addSecs(100));
        for (int i = 0; i < 500; ++i)
            w.say(World::Who::Friend, Start.addSecs(200 + i));
        w.server.cap = 10;
        w.s.online();
        while (w.server.answer(1) == 0)
            QCoreApplication::processEvents();
        test::Answer<Result<bool>> older(w.history->loadOlder(jid(u"other@far.example"), {}, {}));
        w.settle();
        QVERIFY(older.isThere() && *older);
        QVERIFY(w.texts(u"other@far.example").contains(u"text 32"_s));
        QVERIFY(w.inStep());
    }

    //! Any order of things: offline and online, cuts in the middle of a page, live messages with a clock that is wrong,
    //! a new start, an archive that forgets its beginning.
    void anything_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void anything()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const auto chance = [&random](int percent) { return random.bounded(100) < percent; };
        World w;
        w.server.extended = chance(50);
        w.server.coarse = chance(50);
        w.server.cap = chance(50) ? 50 : 7;
        QDateTime now = Start;
        for (int round = 0; round < 12; ++round) {
            for (int i = random.bounded(80); i > 0; --i)
                w.say(World::Who(random.bounded(3)), now = now.addMSecs(random.bounded(3000)), chance(10) ? u""_s : QString());
            w.s.online();
            // A few pages, then perhaps a cut with one on its way.
            for (int pages = random.bounded(12); pages > 0; --pages) {
                w.server.answer(1);
                need(w.home.database->run([](store::Connection &) -> Result<int> { return 0; }));
                QCoreApplication::processEvents();
            }
            for (int live = random.bounded(4); live > 0; --live) {
                // It reaches us by the stream too, at a time our clock believes in.
                const auto entry = w.say(World::Who::Friend, now = now.addMSecs(random.bounded(500)));
                store::Batch batch;
                auto one = received(w.home.with(u"friend@far.example"), u"m%1"_s.arg(w.serial), entry.body, 0);
                one.message.originId = one.message.stanzaIdAttribute;
                one.message.time = now.addSecs(random.bounded(7200) - 3600);
                one.message.archiveId = chance(50) ? entry.id : QString();
                batch.add(one);
                need(w.home.messages().commitIncoming(batch));
                w.history->noteLive();
            }
            w.goOffline();
            if (chance(20))
                w.restart();
            if (chance(10) && round > 6)
                w.server.entries.remove(0, std::min<qsizetype>(w.server.entries.size(), random.bounded(40)));
        }
        const auto gone = w.server.entries.isEmpty() ? 0 : w.server.entries.first().id.mid(1).toInt() - 1;
        w.goOnline();
        QCOMPARE(w.history->state().phase, Phase::Complete);
        for (const auto &[peer, bytes] : {std::pair(u"friend@far.example"_s, QByteArray("friend@far.example")), std::pair(u"other@far.example"_s, QByteArray("other@far.example"))}) {
            QStringList kept;
            for (const QString &text : w.texts(peer)) {
                if (text.mid(5).toInt() > gone)
                    kept << text;
            }
            QCOMPARE(kept, w.said(bytes));
        }
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
