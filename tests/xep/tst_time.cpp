// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/time/time.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;
using xep::EntityTime;
using xep::ZoneOffset;

class TestTime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Asia/Kolkata"); }

    void payload()
    {
        const QDateTime utc(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC);
        QVERIFY(test::bothWays(EntityTime{}, "<time xmlns='urn:xmpp:time'/>"));
        QVERIFY(test::bothWays(EntityTime{ZoneOffset{0}, utc}, "<time xmlns='urn:xmpp:time'><tzo>Z</tzo><utc>2026-01-02T03:04:05Z</utc></time>"));
        QVERIFY(test::bothWays(EntityTime{ZoneOffset{19800}, {}}, "<time xmlns='urn:xmpp:time'><tzo>+05:30</tzo></time>"));
        QVERIFY(test::bothWays(EntityTime{ZoneOffset{-9000}, {}}, "<time xmlns='urn:xmpp:time'><tzo>-02:30</tzo></time>"));
        for (const char *bad : {"5", "+5:30", "+05:60", "+99:99", "05:30", "+0530", "+05:3x", "+-5:30", ""})
            QVERIFY2(test::refused<EntityTime>("<time xmlns='urn:xmpp:time'><tzo>" + QByteArray(bad) + "</tzo></time>"), bad);
        QVERIFY(test::refused<EntityTime>("<time xmlns='urn:xmpp:time'><utc>yesterday</utc></time>"));
    }

    void answers()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::TimeModule time(s.session, trust);
        s.online();
        const QByteArray now = xml::Text<QDateTime>::format(s.clock.now()).toLatin1();
        s.inject("<iq type='get' id='q' from='friend@far.example/x'><time xmlns='urn:xmpp:time'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q' to='friend@far.example/x'><time xmlns='urn:xmpp:time'><tzo>+05:30</tzo><utc>" + now + "</utc></time></iq>"));
        // B25
        s.inject("<iq type='get' id='q' from='stranger@far.example/x'><time xmlns='urn:xmpp:time'/></iq>");
        QVERIFY(s.expect("<iq type='error' id='q' to='stranger@far.example/x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
    }

    void asks()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::TimeModule time(s.session, trust);
        s.online();
        test::Answer there(time.query(jid(u"friend@far.example/x")));
        QVERIFY(s.expect("<iq type='get' id='$q' to='friend@far.example/x'><time xmlns='urn:xmpp:time'/></iq>"));
        s.inject("<iq type='result' id='$q' from='friend@far.example/x'><time xmlns='urn:xmpp:time'><tzo>-08:00</tzo><utc>2026-01-02T03:04:05Z</utc></time></iq>");
        QCOMPARE((*there)->time(), QTime(19, 4, 5));
        QCOMPARE((*there)->offsetFromUtc(), -8 * 3600);
        test::Answer half(time.query(jid(u"friend@far.example/x")));
        QVERIFY(s.expect("<iq type='get' id='$r' to='friend@far.example/x'><time xmlns='urn:xmpp:time'/></iq>"));
        s.inject("<iq type='result' id='$r' from='friend@far.example/x'><time xmlns='urn:xmpp:time'><utc>2026-01-02T03:04:05Z</utc></time></iq>");
        QCOMPARE(half->error().kind, ErrorKind::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
