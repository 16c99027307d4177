// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "crypto/runtime.h"
#include "xep/caps/caps.h"
#include "xep/caps/verification.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;
using xep::CapsVerdict;
using xep::DiscoInfo;

class TestCaps final : public QObject
{
    Q_OBJECT

private:
    static constexpr QStringView ExodusVer = u"QgayPKawpkPSDYmwT/WM94uAlu0=";
    static constexpr char ExodusInfo[] = "<identity category='client' name='Exodus 0.9.1' type='pc'/><feature var='http://jabber.org/protocol/caps'/>"
                                         "<feature var='http://jabber.org/protocol/disco#info'/><feature var='http://jabber.org/protocol/disco#items'/>"
                                         "<feature var='http://jabber.org/protocol/muc'/>";
    static constexpr char PsiInfo[] =
        "<identity xml:lang='en' category='client' name='Psi 0.11' type='pc'/><identity xml:lang='el' category='client' name='Ψ 0.11' type='pc'/>"
        "<feature var='http://jabber.org/protocol/caps'/><feature var='http://jabber.org/protocol/disco#info'/><feature var='http://jabber.org/protocol/disco#items'/>"
        "<feature var='http://jabber.org/protocol/muc'/><x xmlns='jabber:x:data' type='result'>"
        "<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:dataforms:softwareinfo</value></field>"
        "<field var='ip_version' type='text-multi'><value>ipv4</value><value>ipv6</value></field><field var='os'><value>Mac</value></field>"
        "<field var='os_version'><value>10.5.1</value></field><field var='software'><value>Psi</value></field><field var='software_version'><value>0.11</value></field></x>";

    static QString key() { return u"sha-1 %1"_s.arg(ExodusVer); }
    static DiscoInfo info(const QByteArray &content)
    {
        return xml::decode<DiscoInfo>(test::element("<query xmlns='http://jabber.org/protocol/disco#info'>" + content + "</query>")).value();
    }
    static CapsVerdict verdict(const QByteArray &content, QStringView ver) { return xep::verifyCaps(info(content), crypto::Hash::Sha1, ver); }
    //! What an answer is worth whose sender announces the right hash for it.
    static CapsVerdict selfMade(const QByteArray &content) { return verdict(content, xep::capsVer(info(content), crypto::Hash::Sha1)); }

    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        test::FakeCapsCache cache;
        xep::DiscoModule disco{session, trust};
        xep::DevicesModule devices{session};
        xep::OwnPresenceModule presence{session};
        xep::CapsModule caps{session, disco, devices, presence, cache};

        Online()
        {
            online();
            wire().forgetUnseen();
            QCoreApplication::processEvents();
        }
        void comes(const QByteArray &device, const QByteArray &attributes = "hash='sha-1' node='http://exodus' ver='QgayPKawpkPSDYmwT/WM94uAlu0='")
        {
            inject("<presence from='" + device + "'><c xmlns='http://jabber.org/protocol/caps' " + attributes + "/></presence>");
        }
        [[nodiscard]] bool asked(const QByteArray &device, const QByteArray &name, const QByteArray &node = "http://exodus#QgayPKawpkPSDYmwT/WM94uAlu0=")
        {
            return expect("<iq type='get' id='$" + name + "' to='" + device + "'><query xmlns='http://jabber.org/protocol/disco#info' node='" + node + "'/></iq>");
        }
        void answers(const QByteArray &device, const QByteArray &name, const QByteArray &content)
        {
            inject("<iq type='result' id='$" + name + "' from='" + device + "'><query xmlns='http://jabber.org/protocol/disco#info'>" + content + "</query></iq>");
        }
    };

    crypto::Runtime m_runtime;

private Q_SLOTS:
    void payload()
    {
        QVERIFY(test::bothWays(xep::Caps{u"sha-1"_s, u"n"_s, u"v"_s}, "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n' ver='v'/>"));
        QVERIFY(test::bothWays(xep::Caps{{}, u"n"_s, u"v"_s}, "<c xmlns='http://jabber.org/protocol/caps' node='n' ver='v'/>"));
        QVERIFY(test::refused<xep::Caps>("<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n'/>"));
        QVERIFY(test::refused<xep::Caps>("<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' ver='v'/>"));
    }

    void examplesOfTheText()
    {
        QCOMPARE(xep::capsVer(info(ExodusInfo), crypto::Hash::Sha1), ExodusVer);
        QCOMPARE(xep::capsVer(info(PsiInfo), crypto::Hash::Sha1), u"q07IKJEyjvHSyhy//CH0CxmKi8w=");
        QCOMPARE(verdict(PsiInfo, u"q07IKJEyjvHSyhy//CH0CxmKi8w="), CapsVerdict::Verified);
        QCOMPARE(verdict(PsiInfo, ExodusVer), CapsVerdict::Mismatch);
    }

    // B48: answers that must not count for others.
    void worthless_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("worth");
        const QByteArray identity = "<identity category='client' type='pc' name='X'/>", feature = "<feature var='urn:x'/>";
        const auto form = [](const QByteArray &fields) { return "<x xmlns='jabber:x:data' type='result'>" + fields + "</x>"; };
        const QByteArray type = "<field var='FORM_TYPE' type='hidden'><value>urn:t</value></field>", os = "<field var='os'><value>a</value></field>";
        const int ill = int(CapsVerdict::IllFormed), ambiguous = int(CapsVerdict::Ambiguous), fine = int(CapsVerdict::Verified);
        QTest::newRow("fine") << identity + feature + form(type + os) << fine;
        QTest::newRow("web address as a feature") << identity + "<feature var='http://jabber.org/protocol/muc'/><feature var='vcard-temp'/>" << fine;
        QTest::newRow("identity twice") << identity + identity + feature << ill;
        QTest::newRow("feature twice") << identity + feature + feature << ill;
        QTest::newRow("form twice") << identity + feature + form(type) + form(type + os) << ill;
        QTest::newRow("two form types in one")
            << identity + feature + form("<field var='FORM_TYPE' type='hidden'><value>urn:t</value><value>urn:u</value></field>") << ill;
        QTest::newRow("no identity") << feature << ambiguous;
        QTest::newRow("< in a name") << QByteArray("<identity category='client' type='pc' name='X&lt;urn:x'/>") << ambiguous;
        QTest::newRow("< in a feature") << identity + "<feature var='urn:x&lt;urn:y'/>" << ambiguous;
        QTest::newRow("< in a value") << identity + feature + form(type + "<field var='os'><value>a&lt;b</value></field>") << ambiguous;
        QTest::newRow("identity as a feature") << identity + "<feature var='client/phone//X'/>" << ambiguous;
        QTest::newRow("identity with a colon in it") << identity + "<feature var='client/phone//X:y'/>" << ambiguous;
        QTest::newRow("feature as an identity") << QByteArray("<identity category='http:' type='' lang='' name='jabber.org/protocol/muc'/>") << ambiguous;
        QTest::newRow("empty feature") << identity + "<feature var=''/>" << ambiguous;
        QTest::newRow("features as a form") << identity + feature + form("<field var='FORM_TYPE' type='hidden'><value>urn:y</value></field><field var='urn:z'/>") << ambiguous;
        QTest::newRow("features as a form with values")
            << identity + form("<field var='FORM_TYPE' type='hidden'><value>urn:x</value></field><field var='urn:y'><value>urn:z</value></field>") << ambiguous;
        QTest::newRow("field without values") << identity + feature + form(type + "<field var='os'/>") << ambiguous;
        QTest::newRow("field without a name") << identity + feature + form(type + "<field><value>a</value></field>") << ambiguous;
    }

    void worthless()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, worth);
        QCOMPARE(int(selfMade(content)), worth);
    }

    void theKnownPreimage()
    {
        // Two features of Exodus dressed up as a form have the same hash: "it cannot do rooms".
        const QByteArray poisoned = "<identity category='client' name='Exodus 0.9.1' type='pc'/><feature var='http://jabber.org/protocol/caps'/>"
                                    "<feature var='http://jabber.org/protocol/disco#info'/><x xmlns='jabber:x:data' type='result'>"
                                    "<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/disco#items</value></field>"
                                    "<field var='http://jabber.org/protocol/muc'/></x>";
        QCOMPARE(xep::capsVer(info(poisoned), crypto::Hash::Sha1), ExodusVer);
        QCOMPARE(verdict(poisoned, ExodusVer), CapsVerdict::Ambiguous);
    }

    void formsOutsideTheHashAreLeftOut()
    {
        Online s;
        s.comes("a@far.example/x");
        test::Answer answer(s.caps.infoFor(jid(u"a@far.example/x")));
        QVERIFY(s.asked("a@far.example/x", "q"));
        s.answers("a@far.example/x", "q", QByteArray(ExodusInfo) + "<x xmlns='jabber:x:data'><field var='slipped-in'><value>1</value></field></x>");
        QVERIFY((*answer)->forms.isEmpty());
        QVERIFY(!s.cache.kept.cbegin()->contains("slipped-in"));
    }

    void nothingIsAskedUntilSomebodyWantsToKnow()
    {
        Online s;
        for (int i = 0; i < 1000; ++i)
            s.comes("c" + QByteArray::number(i) + "@far.example/x", "hash='sha-1' node='n' ver='v" + QByteArray::number(i) + "'");
        QVERIFY(s.quiet());
        QCOMPARE(s.cache.asked, 0);
        QVERIFY(!s.caps.known(jid(u"c1@far.example/x")));
    }

    void oneQuestionForAll()
    {
        Online s;
        for (const char *who : {"a@far.example/x", "b@far.example/x", "c@far.example/x"})
            s.comes(who);
        test::Answer a(s.caps.infoFor(jid(u"a@far.example/x"))), b(s.caps.infoFor(jid(u"b@far.example/x"))), c(s.caps.infoFor(jid(u"c@far.example/x")));
        QVERIFY(s.asked("a@far.example/x", "q"));
        QVERIFY(s.quiet()); // P6: no herd
        s.answers("a@far.example/x", "q", ExodusInfo);
        for (const auto *answer : {&a, &b, &c})
            QVERIFY(answer->isThere() && (**answer)->has(u"http://jabber.org/protocol/muc"));
        QCOMPARE(s.cache.kept.keys(), QStringList(key()));
        s.comes("late@far.example/x");
        QVERIFY(s.caps.known(jid(u"late@far.example/x")));
        QVERIFY(s.quiet());
    }

    void aLieCountsForItsSender()
    {
        Online s;
        s.comes("liar@far.example/x");
        s.comes("b@far.example/x");
        test::Answer liar(s.caps.infoFor(jid(u"liar@far.example/x"))), b(s.caps.infoFor(jid(u"b@far.example/x")));
        QVERIFY(s.asked("liar@far.example/x", "one"));
        s.answers("liar@far.example/x", "one", "<identity category='client' type='pc'/><feature var='urn:lie'/>");
        QVERIFY((*liar)->has(u"urn:lie"));
        QVERIFY(s.cache.kept.isEmpty());
        // The next who says that hash is asked itself (5.4).
        QVERIFY(!b.isThere());
        QVERIFY(s.asked("b@far.example/x", "two"));
        s.answers("b@far.example/x", "two", ExodusInfo);
        QVERIFY((*b)->has(u"http://jabber.org/protocol/muc"));
        QVERIFY(s.caps.known(jid(u"liar@far.example/x"))->has(u"urn:lie"));
        s.inject("<presence from='liar@far.example/x' type='unavailable'/>");
        QVERIFY(!s.caps.known(jid(u"liar@far.example/x")));
    }

    void silenceAndErrors()
    {
        Online s;
        s.comes("a@far.example/x");
        s.comes("b@far.example/x");
        test::Answer a(s.caps.infoFor(jid(u"a@far.example/x"))), b(s.caps.infoFor(jid(u"b@far.example/x")));
        QVERIFY(s.asked("a@far.example/x", "one"));
        s.clock.advance(xep::CapsModule::Patience);
        QCOMPARE(a->error().kind, ErrorKind::Timeout);
        QVERIFY(s.asked("b@far.example/x", "two"));
        s.inject("<iq type='error' id='$two' from='b@far.example/x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QCOMPARE(b->error().condition, u"service-unavailable"_s);
        test::Answer c(s.caps.infoFor(jid(u"a@far.example/x"))), d(s.caps.infoFor(jid(u"b@far.example/x")));
        s.wire().breakOff();
        QCOMPARE(c->error().kind, ErrorKind::Disconnected);
        QCOMPARE(d->error().kind, ErrorKind::Disconnected);
    }

    // B48: hashes nobody knows, no hash at all, and beyond all measure.
    void strangeHashes_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("node");
        QTest::newRow("md2") << QByteArray("hash='md2' node='n' ver='v'") << QByteArray(" node='n#v'");
        QTest::newRow("bogus") << QByteArray("hash='bogus' node='n' ver='QgayPKawpkPSDYmwT/WM94uAlu0='") << QByteArray(" node='n#QgayPKawpkPSDYmwT/WM94uAlu0='");
        QTest::newRow("legacy") << QByteArray("node='n' ver='1.0' ext='a b'") << QByteArray(" node='n#1.0'");
        QTest::newRow("empty hash") << QByteArray("hash='' node='n' ver='v'") << QByteArray(" node='n#v'");
        QTest::newRow("huge node") << "hash='sha-1' ver='v' node='" + QByteArray(100'000, 'n') + "'" << QByteArray();
        QTest::newRow("huge ver") << "hash='sha-1' node='n' ver='" + QByteArray(100'000, 'v') + "'" << QByteArray();
        QTest::newRow("no ver") << QByteArray("hash='sha-1' node='n'") << QByteArray();
    }

    void strangeHashes()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, node);
        Online s;
        s.comes("a@far.example/x", attributes);
        test::Answer answer(s.caps.infoFor(jid(u"a@far.example/x")));
        QVERIFY(s.expect("<iq type='get' id='$q' to='a@far.example/x'><query xmlns='http://jabber.org/protocol/disco#info'" + node + "/></iq>"));
        s.answers("a@far.example/x", "q", ExodusInfo);
        QVERIFY(answer.isThere() && *answer);
        QVERIFY(s.cache.kept.isEmpty());
        QVERIFY(s.caps.known(jid(u"a@far.example/x")));
        s.comes("b@far.example/x", attributes);
        QVERIFY(!s.caps.known(jid(u"b@far.example/x")));
    }

    void theCacheIsCheckedAgain()
    {
        Online s;
        s.cache.kept.insert(key(), "<query xmlns='http://jabber.org/protocol/disco#info'>" + QByteArray(ExodusInfo) + "</query>");
        s.comes("a@far.example/x");
        test::Answer answer(s.caps.infoFor(jid(u"a@far.example/x")));
        QVERIFY(answer.isThere() && *answer);
        QVERIFY(s.quiet());

        Online other;
        other.cache.kept.insert(key(), "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='rotten'/></query>");
        other.comes("a@far.example/x");
        test::Answer asked(other.caps.infoFor(jid(u"a@far.example/x")));
        QVERIFY(!asked.isThere());
        QVERIFY(other.asked("a@far.example/x", "q"));
    }

    void presenceWithoutCapsTakesNothingBack()
    {
        Online s;
        s.comes("a@far.example/x");
        s.inject("<presence from='a@far.example/x'><show>away</show></presence>"); // 8.4
        test::Answer answer(s.caps.infoFor(jid(u"a@far.example/x")));
        QVERIFY(s.asked("a@far.example/x", "q"));
    }

    void changedWhileAsked()
    {
        Online s;
        s.comes("a@far.example/x", "hash='md2' node='n' ver='old'");
        test::Answer answer(s.caps.infoFor(jid(u"a@far.example/x")));
        QVERIFY(s.asked("a@far.example/x", "q", "n#old"));
        s.comes("a@far.example/x", "hash='md2' node='n' ver='new'");
        s.answers("a@far.example/x", "q", ExodusInfo);
        QVERIFY(*answer);
        QVERIFY(!s.caps.known(jid(u"a@far.example/x"))); // it was the old one's answer
    }

    void ours()
    {
        test::TestSession s;
        test::FakeTrust trust;
        test::FakeCapsCache cache;
        xep::DiscoModule disco(s.session, trust);
        xep::DevicesModule devices(s.session);
        xep::OwnPresenceModule presence(s.session);
        xep::CapsModule caps(s.session, disco, devices, presence, cache);
        s.online();
        const QByteArray ver = xep::capsVer(disco.own(), crypto::Hash::Sha1).toLatin1();
        QVERIFY(s.expect("<presence><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='urn:x-palique:client' ver='" + ver + "'/></presence>"));
        // What others compute from our answer is what our presence says.
        s.inject("<iq type='get' id='q' from='friend@far.example/x'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:x-palique:client#" + ver + "'/></iq>");
        const auto answer = test::element(s.wire().unseen().constFirst());
        QCOMPARE(verdictOf(answer.firstChild()), ver);
        s.wire().forgetUnseen();
        // A feature more is told once, however many come in one turn.
        {
            const session::Handle one = s.session.addFeature(u"urn:one"), two = s.session.addFeature(u"urn:two");
            QCoreApplication::processEvents();
            QVERIFY(s.expect("<presence><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='urn:x-palique:client' ver='*'/></presence>"));
            QVERIFY(s.quiet());
        }
        QCoreApplication::processEvents();
        QVERIFY(s.expect("<presence><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='urn:x-palique:client' ver='" + ver + "'/></presence>"));
    }

private:
    static QByteArray verdictOf(const xml::Element &query)
    {
        const auto decoded = xml::decode<DiscoInfo>(query);
        return decoded ? xep::capsVer(*decoded, crypto::Hash::Sha1).toLatin1() : decoded.error().text.toUtf8();
    }
};

QTEST_GUILESS_MAIN(TestCaps)
#include "tst_caps.moc"
