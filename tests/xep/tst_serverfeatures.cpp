// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/serverfeatures/serverfeatures.h"

#include <QSignalSpy>
#include <QTest>

using test::jid;

class TestServerFeatures final : public QObject
{
    Q_OBJECT

private:
    static QByteArray answer(const QByteArray &name, const QByteArray &from, const QByteArray &feature)
    {
        return "<iq id='$" + name + "' type='result' from='" + from + "'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='" + feature + "'/></query></iq>";
    }

private Q_SLOTS:
    void onceASession()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::DiscoModule disco(s.session, trust);
        xep::ServerFeaturesModule features(s.session, disco);
        QSignalSpy changed(&features, &xep::ServerFeaturesModule::changed);
        s.online({.managed = true});
        QVERIFY(s.expect("<iq id='$a' type='get' to='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        QVERIFY(s.expect("<iq id='$s' type='get' to='home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        QVERIFY(!features.server() && !features.account());
        s.inject(answer("a", "me@home.example", "urn:xmpp:mam:2"));
        s.inject(answer("s", "home.example", "urn:xmpp:carbons:2"));
        QVERIFY(features.accountHas(u"urn:xmpp:mam:2") && !features.accountHas(u"urn:xmpp:carbons:2"));
        QVERIFY(features.serverHas(u"urn:xmpp:carbons:2"));
        QCOMPARE(changed.size(), 2);

        s.wire().breakOff();
        s.online({.resumed = true});
        QVERIFY(s.quiet());
        QVERIFY(features.accountHas(u"urn:xmpp:mam:2"));
    }

    // An answer of yesterday's session does not count today.
    void lateAnswers()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::DiscoModule disco(s.session, trust);
        xep::ServerFeaturesModule features(s.session, disco);
        s.online();
        QVERIFY(s.expect("<iq id='$a' type='get' to='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        QVERIFY(s.expect("<iq id='$s' type='get' to='home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
        s.inject(answer("a", "evil@far.example", "urn:xmpp:mam:2")); // B25
        QVERIFY(!features.account());
        s.inject("<iq id='$s' type='error' from='home.example'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QVERIFY(!features.server());
        s.inject(answer("a", "me@home.example", "urn:xmpp:mam:2"));
        s.wire().breakOff();
        s.online();
        QVERIFY(!features.account());
    }
};

QTEST_GUILESS_MAIN(TestServerFeatures)
#include "tst_serverfeatures.moc"
