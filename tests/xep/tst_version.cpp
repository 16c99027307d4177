// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/version/version.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;
using xep::Version;

class TestVersion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payload()
    {
        QVERIFY(test::bothWays(Version{}, "<query xmlns='jabber:iq:version'/>"));
        QVERIFY(test::bothWays(Version{u"P"_s, u"1"_s, u"OS"_s}, "<query xmlns='jabber:iq:version'><name>P</name><version>1</version><os>OS</os></query>"));
        QVERIFY(test::refused<Version>("<query xmlns='jabber:iq:other'/>"));
    }

    void answers()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::VersionModule version(s.session, trust);
        s.online();
        const QByteArray own = "<name>Palique</name><version>" PALIQUE_VERSION "</version>";
        s.inject("<iq type='get' id='q' from='friend@far.example/x'><query xmlns='jabber:iq:version'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q' to='friend@far.example/x'><query xmlns='jabber:iq:version'>" + own + "</query></iq>"));
        // B25: strangers learn nothing, not even that somebody is here.
        s.inject("<iq type='get' id='q' from='stranger@far.example/x'><query xmlns='jabber:iq:version'/></iq>");
        QVERIFY(s.expect("<iq type='error' id='q' to='stranger@far.example/x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"));
        version.tellOperatingSystem(u"Debian"_s);
        s.inject("<iq type='get' id='q' from='friend@far.example/x'><query xmlns='jabber:iq:version'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q' to='friend@far.example/x'><query xmlns='jabber:iq:version'>" + own + "<os>Debian</os></query></iq>"));
        version.tellOperatingSystem({});
        s.inject("<iq type='get' id='q' from='home.example'><query xmlns='jabber:iq:version'/></iq>");
        QVERIFY(s.expect("<iq type='result' id='q' to='home.example'><query xmlns='jabber:iq:version'>" + own + "</query></iq>"));
        QVERIFY(s.session.ownFeatures().contains(u"jabber:iq:version"));
    }

    void asks()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::VersionModule version(s.session, trust);
        s.online();
        test::Answer answer(version.query(jid(u"friend@far.example/x")));
        QVERIFY(s.expect("<iq type='get' id='$q' to='friend@far.example/x'><query xmlns='jabber:iq:version'/></iq>"));
        s.inject("<iq type='result' id='$q' from='friend@far.example/x'><query xmlns='jabber:iq:version'><name> Gajim </name><version>" + QByteArray(5000, '9')
            + "</version></query></iq>");
        QCOMPARE((*answer)->name, u"Gajim"_s);
        QCOMPARE((*answer)->version->size(), xep::VersionModule::MaxText);
        QVERIFY(!(*answer)->os);
    }
};

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
