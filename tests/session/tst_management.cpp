// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/management.h"

#include <QTest>

using namespace Qt::StringLiterals;
using session::Handled;
using session::Management;

//! Counters and queue of XEP-0198, without a stream.
class TestManagement final : public QObject
{
    Q_OBJECT

    static void start(Management &m) { m.start({u"sm-1"_s, {}, 0}, *Jid::parse(u"a@b/c")); }
    static quint32 send(Management &m, qint64 tag) { return m.sent("<message/>", tag, {}); }

private Q_SLOTS:
    void acknowledge()
    {
        Management m;
        start(m);
        QCOMPARE(send(m, 10), 1u);
        QCOMPARE(send(m, 0), 2u);
        QCOMPARE(send(m, 30), 3u);
        QCOMPARE(m.acknowledge(0), QList<qint64>());
        QCOMPARE(m.acknowledge(2), QList<qint64>{10});
        QCOMPARE(m.acknowledge(2), QList<qint64>());
        QCOMPARE(m.waiting(), 1);
        QCOMPARE(m.acknowledge(3), QList<qint64>{30});
        QCOMPARE(m.waiting(), 0);
    }

    //! B24: behind what was said before, or ahead of all that was sent.
    void nonsense()
    {
        Management m;
        start(m);
        send(m, 1);
        send(m, 2);
        QCOMPARE(m.acknowledge(3), std::nullopt);
        QCOMPARE(m.acknowledge(0xffffffffu), std::nullopt);
        QCOMPARE(m.acknowledge(1), QList<qint64>{1});
        QCOMPARE(m.acknowledge(0), std::nullopt);
        QCOMPARE(m.waiting(), 1);
    }

    //! Nobody sends four thousand million stanzas in a test, but the counters may begin anywhere: they are resumed near the end.
    void wrapsOfTheirs()
    {
        Management m;
        start(m);
        m.resumed(0xfffffffeu);
        QCOMPARE(m.handledCount(), 0xfffffffeu);
        Handled one = m.received(), two = m.received(), three = m.received();
        two.reset();
        one.reset();
        QCOMPARE(m.handledCount(), 0u);
        three.reset();
        QCOMPARE(m.handledCount(), 1u);
    }

    void wrapsOfOurs()
    {
        Management m;
        start(m);
        m.restore({{u"sm-1"_s, {}, 0}, *Jid::parse(u"a@b/c"), 0, 0xfffffffdu, 0xfffffffdu, {}});
        for (qint64 tag = 1; tag <= 6; ++tag)
            send(m, tag);
        QCOMPARE(m.sentCount(), 3u);
        QCOMPARE(m.acknowledge(0xffffffffu), (QList<qint64>{1, 2}));
        QCOMPARE(m.acknowledge(4), std::nullopt);
        QCOMPARE(m.acknowledge(0), QList<qint64>{3});
        QCOMPARE(m.acknowledge(0xffffffffu), std::nullopt);
        QCOMPARE(m.acknowledge(3), (QList<qint64>{4, 5, 6}));
    }

    void handledInOrder()
    {
        Management m;
        int advanced = 0;
        m.advanced = [&] { ++advanced; };
        start(m);
        m.received().reset();
        QCOMPARE(m.handledCount(), 1u);
        Handled kept = m.received();
        const Handled copy = kept;
        m.received().reset();
        m.received().reset();
        // What is behind one that waits waits with it.
        QCOMPARE(m.handledCount(), 1u);
        QCOMPARE(advanced, 1);
        kept.reset();
        QCOMPARE(m.handledCount(), 1u);
    }

    void releasedOutOfOrder()
    {
        Management m;
        int advanced = 0;
        m.advanced = [&] { ++advanced; };
        start(m);
        std::vector<Handled> tokens;
        for (int i = 0; i < 100; ++i)
            tokens.push_back(m.received());
        for (size_t i = 99; i > 0; --i)
            tokens[i].reset();
        QCOMPARE(m.handledCount(), 0u);
        QCOMPARE(advanced, 0);
        tokens[0].reset();
        QCOMPARE(m.handledCount(), 100u);
        QCOMPARE(advanced, 1);
    }

    //! A new stream counts from nothing; what belongs to the old one counts nowhere.
    void oldTokens()
    {
        Management m;
        int advanced = 0;
        start(m);
        Handled old = m.received();
        start(m);
        m.advanced = [&] { ++advanced; };
        m.received().reset();
        QCOMPARE(m.handledCount(), 1u);
        old.reset();
        QCOMPARE(m.handledCount(), 1u);
        QCOMPARE(advanced, 1);
    }

    //! They were told 1 and send 2 and 3 again: the first copies must not count twice.
    void resumedBehindWhatWasReceived()
    {
        Management m;
        start(m);
        m.received().reset();
        Handled second = m.received(), third = m.received();
        QCOMPARE(m.resumption()->handled, 1u);
        const quint32 told = m.resumption()->handled;
        third.reset();
        second.reset(); // committed while the resumption was under way
        m.resumed(told);
        QCOMPARE(m.handledCount(), 1u);
        m.received().reset();
        m.received().reset();
        QCOMPARE(m.handledCount(), 3u);
    }

    void tokenOutlivesEverything()
    {
        Handled token;
        {
            Management m;
            m.advanced = [] { QFAIL("nobody is there any more"); };
            start(m);
            token = m.received();
        }
        token.reset();
    }

    void resumption()
    {
        Management m;
        QVERIFY(!m.resumption());
        start(m);
        QCOMPARE(m.resumption()->id, u"sm-1"_s);
        QCOMPARE(m.resumption()->bound.toString(), u"a@b/c"_s);
        m.start({{}, {}, 0}, *Jid::parse(u"a@b/c"));
        QVERIFY(m.active());
        QVERIFY(!m.resumption());
        start(m);
        m.forget();
        QVERIFY(!m.active());
        QVERIFY(!m.resumption());
    }

    //! After a crash only messages are known, not the presence and requests between them.
    void restored()
    {
        Management m;
        m.restore({{u"sm-1"_s, {}, 0}, *Jid::parse(u"a@b/c"), 40, 10, 5, {{7, "<message id='7'/>", 70, {}}, {9, "<message id='9'/>", 90, {}}}});
        QCOMPARE(m.resumption()->handled, 40u);
        QCOMPARE(m.acknowledge(11), std::nullopt);
        QCOMPARE(m.acknowledge(8), QList<qint64>{70});
        m.resumed(40);
        // They have 8; the one message that goes again is their ninth.
        QCOMPARE(m.unacknowledged().front().sequence, 9u);
        QCOMPARE(m.sentCount(), 9u);
        QCOMPARE(send(m, 100), 10u);
        QCOMPARE(m.acknowledge(10), (QList<qint64>{90, 100}));
        m.received().reset();
        QCOMPARE(m.handledCount(), 41u);
    }

    void takenToSendAgain()
    {
        Management m;
        start(m);
        send(m, 1);
        send(m, 2);
        m.forget();
        QCOMPARE(m.unacknowledged().size(), 2u);
        const auto taken = m.takeUnacknowledged();
        QCOMPARE(taken.size(), 2u);
        QCOMPARE(taken.back().tag, 2);
        QCOMPARE(m.waiting(), 0);
    }
};

QTEST_APPLESS_MAIN(TestManagement)
#include "tst_management.moc"
