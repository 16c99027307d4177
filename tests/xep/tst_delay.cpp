// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/delay/delay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::jid;

class TestDelay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payload()
    {
        const QDateTime stamp(QDate(2020, 1, 2), QTime(3, 4, 5), QTimeZone::UTC);
        QVERIFY(test::bothWays(xep::Delay{jid(u"a.example"), stamp}, "<delay xmlns='urn:xmpp:delay' from='a.example' stamp='2020-01-02T03:04:05Z'/>"));
        QVERIFY(test::bothWays(xep::Delay{{}, stamp}, "<delay xmlns='urn:xmpp:delay' stamp='2020-01-02T03:04:05Z'/>"));
        for (const char *bad : {"from='a.example'", "stamp=''", "stamp='20200102T03:04:05'", "from='@' stamp='2020-01-02T03:04:05Z'", "stamp='0000-00-00T00:00:00Z'",
                 "stamp='2020-01-02T03:04:05'", "stamp='2020-01-02T03:04:05+99:99'"})
            QVERIFY2(test::refused<xep::Delay>("<delay xmlns='urn:xmpp:delay' " + QByteArray(bad) + "/>"), bad);
    }

    // B32
    void believed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("time"); // empty: not delayed
        const auto by = [](const QByteArray &from, const QByteArray &stamp) { return "<delay xmlns='urn:xmpp:delay' from='" + from + "' stamp='" + stamp + "'/>"; };
        const QString never;
        QTest::newRow("none") << QByteArray() << never;
        QTest::newRow("our server") << by("home.example", "2020-01-01T00:00:00Z") << u"2020-01-01T00:00:00Z"_s;
        QTest::newRow("our account") << by("me@home.example", "2020-01-01T00:00:00Z") << u"2020-01-01T00:00:00Z"_s;
        QTest::newRow("twenty digits") << by("home.example", "2020-01-01T00:00:00.12345678901234567890Z") << u"2020-01-01T00:00:00.123Z"_s;
        QTest::newRow("leap second") << by("home.example", "2016-12-31T23:59:60Z") << u"2016-12-31T23:59:59Z"_s;
        QTest::newRow("offset") << by("home.example", "2020-01-01T02:00:00+02:00") << u"2020-01-01T00:00:00Z"_s;
        QTest::newRow("nobody") << QByteArray("<delay xmlns='urn:xmpp:delay' stamp='2020-01-01T00:00:00Z'/>") << never;
        QTest::newRow("the sender") << by("friend@far.example", "2020-01-01T00:00:00Z") << never;
        QTest::newRow("their server") << by("far.example", "2020-01-01T00:00:00Z") << never;
        QTest::newRow("our other device") << by("me@home.example/there", "2020-01-01T00:00:00Z") << never;
        QTest::newRow("look-alike") << by("home.example.evil.example", "2020-01-01T00:00:00Z") << never;
        QTest::newRow("year 9999") << by("home.example", "9999-01-01T00:00:00Z") << never;
        QTest::newRow("six minutes ahead") << by("home.example", "2026-09-21T14:19:20Z") << never;
        QTest::newRow("four minutes ahead: now") << by("home.example", "2026-09-21T14:17:20Z") << u"2026-09-21T14:13:20Z"_s;
        QTest::newRow("negative") << by("home.example", "-2020-01-01T00:00:00Z") << never;
        QTest::newRow("before computers") << by("home.example", "0000-00-00T00:00:00Z") << never;
        QTest::newRow("no zone") << by("home.example", "2020-01-01T00:00:00") << never;
        QTest::newRow("bad zone") << by("home.example", "2020-01-01T00:00:00+99:99") << never;
        QTest::newRow("two: the earlier") << by("home.example", "2021-01-01T00:00:00Z") + by("home.example", "2020-01-01T00:00:00Z") << u"2020-01-01T00:00:00Z"_s;
        QTest::newRow("two: only ours") << by("home.example", "2021-01-01T00:00:00Z") + by("far.example", "2020-01-01T00:00:00Z") << u"2021-01-01T00:00:00Z"_s;
        QTest::newRow("two: the good one") << by("home.example", "tomorrow") + by("home.example", "2020-01-01T00:00:00Z") << u"2020-01-01T00:00:00Z"_s;
        QTest::newRow("legacy") << QByteArray("<x xmlns='jabber:x:delay' from='home.example' stamp='20200101T00:00:00'/>") << never;
    }

    void believed()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, time);
        test::TestSession s;
        const xep::DelayModule delay(s.session);
        test::Sink sink(s.session);
        s.online();
        s.inject("<message from='friend@far.example/x'><body>hi</body>" + content + "</message>");
        QCOMPARE(sink.messages.size(), 1);
        QCOMPARE(sink.messages[0].delayed, !time.isEmpty());
        QCOMPARE(xml::Text<QDateTime>::format(sink.messages[0].time), time.isEmpty() ? xml::Text<QDateTime>::format(s.clock.now()) : time);
    }

    void rooms()
    {
        test::TestSession s;
        const xep::DelayModule delay(s.session);
        test::Sink sink(s.session);
        s.online();
        const QByteArray by = "<body>hi</body><delay xmlns='urn:xmpp:delay' from='room@chat.example' stamp='2020-01-01T00:00:00Z'/>";
        s.inject("<message from='room@chat.example/nick' type='groupchat'>" + by + "</message>");
        s.inject("<message from='other@chat.example/nick' type='groupchat'>" + by + "</message>");
        s.inject("<message from='room@chat.example/nick' type='chat'>" + by + "</message>");
        QVERIFY(sink.messages[0].delayed);
        QVERIFY(!sink.messages[1].delayed);
        QVERIFY(!sink.messages[2].delayed);
    }

    void anArchiveKnowsBetter()
    {
        test::TestSession s;
        const xep::DelayModule delay(s.session);
        test::Sink sink(s.session);
        s.online();
        session::Incoming incoming;
        incoming.message = *stanza::Message::read(
            test::element("<message from='friend@far.example/x'><delay xmlns='urn:xmpp:delay' from='home.example' stamp='2020-01-01T00:00:00Z'/></message>"));
        incoming.source = session::Incoming::Source::Archive;
        incoming.time = s.clock.now().addDays(-1);
        s.session.inject(incoming);
        QCOMPARE(sink.messages[0].time, incoming.time);
    }
};

QTEST_GUILESS_MAIN(TestDelay)
#include "tst_delay.moc"
