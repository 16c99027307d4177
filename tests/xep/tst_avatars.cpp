// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "fakes.h"
#include "xep/avatars/avatars.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestAvatars final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        xep::ServerFeaturesModule serverFeatures{session, disco};
        xep::PepModule pep{session, serverFeatures};
        xep::AvatarsModule avatars{session, pep};
        QSignalSpy announced{&avatars, &xep::AvatarsModule::announced};
        Online()
        {
            online({});
            wire().forgetUnseen();
        }
    };
    crypto::Runtime m_crypto;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_crypto.check()); }

    void payloads()
    {
        QVERIFY(test::bothWays(xep::AvatarMetadata{}, "<metadata xmlns='urn:xmpp:avatar:metadata'/>"));
        QVERIFY(test::bothWays(xep::AvatarMetadata{{{12, u"ab"_s, u"image/png"_s, 64, 64, {}}}},
            "<metadata xmlns='urn:xmpp:avatar:metadata'><info bytes='12' id='ab' type='image/png' width='64' height='64'/></metadata>"));
        QVERIFY(test::bothWays(xep::AvatarData{"hello"}, "<data xmlns='urn:xmpp:avatar:data'>aGVsbG8=</data>"));
        QVERIFY(test::refused<xep::AvatarData>("<data xmlns='urn:xmpp:avatar:data'>#</data>"));
        QVERIFY(test::refused<xep::AvatarInfo>("<info xmlns='urn:xmpp:avatar:metadata' bytes='-1' id='a' type='image/png'/>"));
        QCOMPARE(xep::pictureId("hello"), u"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"_s);
    }

    void hears_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QStringList>("ids");
        const QByteArray id(40, 'a');
        const auto info = [](const QByteArray &attributes) { return QByteArray("<info " + attributes + "/>"); };
        QTest::newRow("a picture") << info("bytes='9' id='" + id + "' type='image/png'") << QStringList{QString::fromLatin1(id)};
        QTest::newRow("in capitals") << info("bytes='9' id='" + id.toUpper() + "' type='image/png'") << QStringList{QString::fromLatin1(id)};
        QTest::newRow("none") << QByteArray() << QStringList{QString()};
        QTest::newRow("elsewhere only") << info("bytes='9' id='" + id + "' type='image/png' url='https://spy.example/a.png'") << QStringList{};
        QTest::newRow("the second form is here")
            << info("bytes='9' id='" + QByteArray(40, 'b') + "' type='image/gif' url='https://spy.example/a.gif'") + info("bytes='9' id='" + id + "' type='image/png'") << QStringList{QString::fromLatin1(id)};
        QTest::newRow("too large") << info("bytes='4000000000' id='" + id + "' type='image/png'") << QStringList{};
        QTest::newRow("no fingerprint") << info("bytes='9' id='../../etc/passwd' type='image/png'") << QStringList{};
        QTest::newRow("an empty one") << info("bytes='0' id='" + id + "' type='image/png'") << QStringList{};
        QTest::newRow("a broken form") << info("bytes='x' id='" + id + "' type='image/png'") << QStringList{QString()};
    }

    void hears()
    {
        QFETCH(QByteArray, metadata);
        QFETCH(QStringList, ids);
        Online s;
        s.inject("<message from='friend@far.example' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='urn:xmpp:avatar:metadata'><item "
                 "id='x'><metadata xmlns='urn:xmpp:avatar:metadata'>"
            + metadata + "</metadata></item></items></event></message>");
        QStringList heard;
        for (const auto &one : s.announced)
            heard << one.at(1).toString();
        QCOMPARE(heard, ids);
    }

    void fetches_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<bool>("good");
        QTest::newRow("right") << QByteArray("aGVsbG8=") << true;
        QTest::newRow("with line feeds") << QByteArray("aGVs\nbG8=\n") << true;
        QTest::newRow("another picture") << QByteArray("aGVsbG9v") << false;
        QTest::newRow("no base64") << QByteArray("<x/>") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void fetches()
    {
        QFETCH(QByteArray, data);
        QFETCH(bool, good);
        Online s;
        const QString id = xep::pictureId("hello");
        const test::Answer answer(s.avatars.fetch(jid(u"friend@far.example"), id));
        const auto asked = std::optional(test::takeSent(s));
        s.inject("<iq type='result' from='friend@far.example' id='" + asked->attribute(u"id")->toUtf8()
            + "'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:avatar:data'><item id='" + id.toUtf8() + "'><data xmlns='urn:xmpp:avatar:data'>" + data
            + "</data></item></items></pubsub></iq>");
        QVERIFY(answer.isThere());
        QCOMPARE(bool(*answer), good);
        if (good)
            QCOMPARE(**answer, QByteArray("hello"));
    }

    //! First the bytes, then the word of it (XEP-0084 3.1).
    void publishes()
    {
        Online s;
        const test::Answer answer(s.avatars.publish("hello", 64, 32));
        QCOMPARE(s.wire().unseen().size(), 1);
        const auto first = std::optional(test::takeSent(s));
        QVERIFY(first->toXml().contains("<publish node='urn:xmpp:avatar:data'><item id='aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d'><data xmlns='urn:xmpp:avatar:data'>aGVsbG8=</data>"));
        s.inject("<iq type='result' id='" + first->attribute(u"id")->toUtf8() + "'/>");
        const auto second = std::optional(test::takeSent(s));
        QVERIFY(second->toXml().contains("<info bytes='5' id='aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d' type='image/png' width='64' height='32'/>"));
        s.inject("<iq type='result' id='" + second->attribute(u"id")->toUtf8() + "'/>");
        QVERIFY(answer.isThere() && *answer);
    }
};

QTEST_GUILESS_MAIN(TestAvatars)
#include "tst_avatars.moc"
