// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "fakes.h"
#include "xep/avatars/avatars.h"
#include "xep/vcard/update.h"
#include "xep/vcard/vcard.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::jid;

class TestVCard final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        xep::ServerFeaturesModule serverFeatures{session, disco};
        xep::PepModule pep{session, serverFeatures};
        xep::VCardModule vcard{session, pep, serverFeatures};
        QSignalSpy announced{&vcard, &xep::VCardModule::pictureAnnounced};
        Online()
        {
            online({});
            wire().forgetUnseen();
        }
        //! Answers the oldest question with a result that holds this, or with an error.
        QByteArray answer(const QByteArray &inside, bool good = true)
        {
            const auto iq = std::optional(test::takeSent(*this));
            const QByteArray asked = iq->toXml();
            const QByteArray from = iq->attribute(u"to") ? " from='" + iq->attribute(u"to")->toUtf8() + '\'' : QByteArray();
            inject("<iq type='" + QByteArray(good ? "result" : "error") + "' id='" + iq->attribute(u"id")->toUtf8() + '\'' + from + '>' + inside + "</iq>");
            return asked;
        }
    };
    crypto::Runtime m_crypto;
    inline static const QByteArray NotFound = "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
    inline static const QByteArray Old = "<vCard xmlns='vcard-temp'><FN>Ana Ruiz</FN><N><FAMILY>Ruiz</FAMILY></N><NICKNAME>ana</NICKNAME><ORG><ORGNAME>The Hall</ORGNAME></ORG>"
                                         "<TEL><HOME/><NUMBER>1</NUMBER></TEL><TEL><NUMBER/></TEL><EMAIL><USERID>ana@x.example</USERID></EMAIL>"
                                         "<ADR><LOCALITY>Denver</LOCALITY><CTRY>USA</CTRY></ADR><PHOTO><BINVAL>aGVsbG8=</BINVAL></PHOTO></vCard>";

    static xml::Element element(const QByteArray &xml) { return xml::Element::parse(xml).value(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_crypto.check()); }

    void readsBothWays()
    {
        const auto old = xep::VCard::fromTemp(element(Old));
        QCOMPARE(old.name, u"Ana Ruiz"_s);
        QCOMPARE(old.phones, QStringList{u"1"_s});
        QCOMPARE(old.emails, QStringList{u"ana@x.example"_s});
        QCOMPARE(old.town + u'/' + old.country, u"Denver/USA"_s);
        const auto card = xep::VCard::from4(element("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Ana</text></fn><tel><parameters><type><text>work</text></type></parameters>"
                                                    "<uri>tel:+1-303</uri></tel><nickname><text>ana</text></nickname><nickname><text>b</text></nickname></vcard>"));
        QCOMPARE(card.name, u"Ana"_s);
        QCOMPARE(card.nickname, u"ana"_s);
        QCOMPARE(card.phones, QStringList{u"+1-303"_s});
        for (const xep::VCard &one : {old, card}) {
            QCOMPARE(xep::VCard::fromTemp(element(one.toTemp({}))), one);
            QCOMPARE(xep::VCard::from4(element(one.to4({}))), one);
        }
    }

    //! What we do not show is not ours to throw away.
    void keepsTheRest()
    {
        auto card = xep::VCard::fromTemp(element(Old));
        card.name = u"Ana R."_s;
        const QByteArray written = card.toTemp(element(Old));
        QVERIFY(written.contains("<FN>Ana R.</FN>") && !written.contains("Ana Ruiz"));
        QVERIFY(written.contains("<N><FAMILY>Ruiz</FAMILY></N>") && written.contains("aGVsbG8="));
    }

    void odd_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("empty") << QByteArray("<vCard xmlns='vcard-temp'/>");
        QTest::newRow("nothing inside") << QByteArray("<vCard xmlns='vcard-temp'><FN/><TEL/><ADR/><ORG/></vCard>");
        QTest::newRow("foreign") << QByteArray("<vCard xmlns='vcard-temp'><FN xmlns='urn:x'>no</FN></vCard>");
    }

    void odd()
    {
        QFETCH(QByteArray, xml);
        QVERIFY(xep::VCard::fromTemp(element(xml)).isEmpty());
        QVERIFY(xep::VCard::from4(element(xml)).isEmpty());
    }

    void bounded()
    {
        const QByteArray many = "<vCard xmlns='vcard-temp'><FN>" + QByteArray(100'000, 'x') + "</FN>" + QByteArray("<EMAIL><USERID>%</USERID></EMAIL>").repeated(1) + "</vCard>";
        QCOMPARE(xep::VCard::fromTemp(element(many)).name.size(), 500);
        QByteArray emails = "<vCard xmlns='vcard-temp'>";
        for (int i = 0; i < 500; ++i)
            emails += "<EMAIL><USERID>" + QByteArray::number(i) + "</USERID></EMAIL>";
        QCOMPARE(xep::VCard::fromTemp(element(emails + "</vCard>")).emails.size(), 10);
    }

    void theNewWayFirst()
    {
        Online s;
        const test::Answer answer(s.vcard.fetch(jid(u"friend@far.example")));
        s.answer("<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:vcard4'><item id='x'><vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Ana</text></fn></vcard></item></items></pubsub>");
        QVERIFY(answer.isThere() && *answer);
        QCOMPARE((*answer)->name, u"Ana"_s);
    }

    void thenTheOld()
    {
        Online s;
        const test::Answer answer(s.vcard.fetch(jid(u"friend@far.example")));
        s.answer(NotFound, false);
        QVERIFY(s.answer(Old).contains("<vCard xmlns='vcard-temp'/>"));
        QVERIFY(answer.isThere() && *answer);
        QCOMPARE((*answer)->name, u"Ana Ruiz"_s);
        const test::Answer none(s.vcard.fetch(jid(u"friend@far.example")));
        s.answer(NotFound, false);
        s.answer(NotFound, false);
        QVERIFY(none.isThere() && *none && (*none)->isEmpty());
    }

    void oldPictures_data()
    {
        QTest::addColumn<QByteArray>("presence");
        QTest::addColumn<QStringList>("ids");
        const auto with = [](const QByteArray &inside, const QByteArray &type = {}) {
            return QByteArray("<presence from='friend@far.example/x'" + type + "><x xmlns='vcard-temp:x:update'>" + inside + "</x></presence>");
        };
        const QString id(40, u'a');
        QTest::newRow("a picture") << with("<photo>" + id.toUtf8() + "</photo>") << QStringList{id};
        QTest::newRow("none") << with("<photo/>") << QStringList{QString()};
        QTest::newRow("not known yet") << with("") << QStringList{};
        QTest::newRow("rubbish") << with("<photo>zz</photo>") << QStringList{};
        QTest::newRow("leaving") << with("<photo/>", " type='unavailable'") << QStringList{};
        QTest::newRow("no word") << QByteArray("<presence from='friend@far.example/x'/>") << QStringList{};
    }

    void oldPictures()
    {
        QFETCH(QByteArray, presence);
        QFETCH(QStringList, ids);
        Online s;
        s.inject(presence);
        QStringList heard;
        for (const auto &one : s.announced)
            heard << one.at(1).toString();
        QCOMPARE(heard, ids);
    }

    void oldPictureBytes()
    {
        Online s;
        const test::Answer right(s.vcard.fetchPicture(jid(u"friend@far.example"), xep::pictureId("hello")));
        s.answer(Old);
        QVERIFY(right.isThere() && *right);
        QCOMPARE(**right, QByteArray("hello"));
        const test::Answer wrong(s.vcard.fetchPicture(jid(u"friend@far.example"), QString(40, u'a')));
        s.answer(Old);
        QVERIFY(wrong.isThere() && !*wrong);
    }
};

QTEST_GUILESS_MAIN(TestVCard)
#include "tst_vcard.moc"
