// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/ping/ping.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestPing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payload()
    {
        QVERIFY(test::bothWays(xep::Ping{}, "<ping xmlns='urn:xmpp:ping'/>"));
        QVERIFY(test::refused<xep::Ping>("<ping xmlns='urn:xmpp:pong'/>"));
    }

    void answers()
    {
        test::TestSession s;
        test::FakeTrust trust;
        const xep::PingModule ping(s.session, trust);
        s.online();
        s.inject("<iq type='get' id='q'><ping xmlns='urn:xmpp:ping'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q'/>"));
        s.inject("<iq type='get' id='q' from='home.example'><ping xmlns='urn:xmpp:ping'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q' to='home.example'/>"));
        s.inject("<iq type='get' id='q' from='friend@far.example/x'><ping xmlns='urn:xmpp:ping'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q' to='friend@far.example/x'/>"));
        // B25: the same word a server has for who is not there (XEP-0199 8).
        s.inject("<iq type='get' id='q' from='stranger@far.example/x'><ping xmlns='urn:xmpp:ping'/></iq>");
        QVERIFY(s.expect("<iq type='error' id='q' to='stranger@far.example/x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
        // B25: two children, none.
        s.inject("<iq type='get' id='q'><ping xmlns='urn:xmpp:ping'/><ping xmlns='urn:xmpp:ping'/></iq>");
        QVERIFY(s.expect("<iq type='error' id='q'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
    }

    void asks()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::PingModule ping(s.session, trust);
        s.online();
        test::Answer answer(ping.ping());
        QVERIFY(s.expect("<iq type='get' id='$q' to='home.example'><ping xmlns='urn:xmpp:ping'/></iq>"));
        s.clock.advance(std::chrono::milliseconds(120));
        s.inject("<iq type='result' id='$q' from='home.example'/>");
        QCOMPARE(**answer, std::chrono::milliseconds(120));
        test::Answer cannot(ping.ping(jid(u"friend@far.example/x")));
        QVERIFY(s.expect("<iq type='get' id='$r' to='friend@far.example/x'><ping xmlns='urn:xmpp:ping'/></iq>"));
        s.inject("<iq type='error' id='$r' from='friend@far.example/x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QCOMPARE(cannot->error().condition, u"service-unavailable"_s);
    }
};

QTEST_GUILESS_MAIN(TestPing)
#include "tst_ping.moc"
