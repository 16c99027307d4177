// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/nickname/nickname.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestNickname final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void payloads()
    {
        QVERIFY(test::bothWays(xep::Nickname{u"Ishmael"_s}, "<nick xmlns='http://jabber.org/protocol/nick'>Ishmael</nick>"));
        QVERIFY(test::bothWays(xep::Nickname{}, "<nick xmlns='http://jabber.org/protocol/nick'/>"));
    }

    void hears()
    {
        test::TestSession s;
        test::FakeTrust trust;
        xep::DiscoModule disco(s.session, trust);
        xep::ServerFeaturesModule serverFeatures(s.session, disco);
        xep::PepModule pep(s.session, serverFeatures);
        xep::NicknameModule nickname(s.session, pep);
        QSignalSpy changed(&nickname, &xep::NicknameModule::changed);
        s.online({});
        s.inject("<message from='friend@far.example' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='http://jabber.org/protocol/nick'><item "
                 "id='current'><nick xmlns='http://jabber.org/protocol/nick'> Ana\nRuiz </nick></item></items></event></message>");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(1).toString(), u"Ana Ruiz"_s);
    }

    void cleans_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("clean");
        QTest::newRow("plain") << u"Ana"_s << u"Ana"_s;
        QTest::newRow("lines") << u"Ana\r\nRuiz\u2028x"_s << u"Ana Ruiz x"_s;
        QTest::newRow("turned round") << u"\u202Emoc.knab\u202C"_s << u"moc.knab"_s;
        QTest::newRow("invisible") << u"\u200B\u2060\uFEFF"_s << QString();
        QTest::newRow("a family") << u"👨‍👩‍👧"_s << u"👨‍👩‍👧"_s;
        QTest::newRow("controls") << u"A\u0007B"_s << u"A B"_s;
        QTest::newRow("endless") << QString(100'000, u'x') << QString(80, u'x');
        QTest::newRow("never half a character") << QString(79, u'x') + u"😀"_s << QString(79, u'x');
    }

    void cleans()
    {
        QFETCH(QString, name);
        QFETCH(QString, clean);
        QCOMPARE(xep::NicknameModule::clean(name), clean);
    }
};

QTEST_GUILESS_MAIN(TestNickname)
#include "tst_nickname.moc"
