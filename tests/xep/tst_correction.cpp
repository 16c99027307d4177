// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/correction/correction.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCorrection final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        xep::CorrectionModule correction{session};
        QStringList replaces; //!< what the store is told, a message each
        session::Handle hook = session.onMessage(session::Stage::Store, [this](session::Incoming &incoming) {
            replaces << incoming.replaces;
            return session::Verdict::Continue;
        });
        Online() { online({}); }
    };

private Q_SLOTS:
    void payloads()
    {
        QVERIFY(test::bothWays(xep::Replace{u"bad1"_s}, "<replace xmlns='urn:xmpp:message-correct:0' id='bad1'/>"));
        QVERIFY(test::refused<xep::Replace>("<replace xmlns='urn:xmpp:message-correct:0'/>"));
    }

    void announced()
    {
        Online s;
        QVERIFY(s.session.ownFeatures().contains(u"urn:xmpp:message-correct:0"_s));
    }

    void told_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QStringList>("expected");
        const QByteArray replace = "<replace xmlns='urn:xmpp:message-correct:0' id='bad1'/>";
        QTest::newRow("a correction") << QByteArray("<message from='a@far.example/x' type='chat' id='2'><body>right</body>" + replace + "</message>") << QStringList{u"bad1"_s};
        QTest::newRow("a message") << QByteArray("<message from='a@far.example/x' type='chat' id='2'><body>right</body></message>") << QStringList{QString()};
        QTest::newRow("without words") << QByteArray("<message from='a@far.example/x' type='chat' id='2'>" + replace + "</message>") << QStringList{QString()};
        QTest::newRow("of itself") << QByteArray("<message from='a@far.example/x' type='chat' id='bad1'><body>right</body>" + replace + "</message>") << QStringList{QString()};
        QTest::newRow("of nothing") << QByteArray("<message from='a@far.example/x' type='chat' id='2'><body>right</body><replace xmlns='urn:xmpp:message-correct:0' id=''/></message>")
                                    << QStringList{QString()};
        QTest::newRow("an endless id") << QByteArray("<message from='a@far.example/x' type='chat' id='2'><body>right</body><replace xmlns='urn:xmpp:message-correct:0' id='"
                                              + QByteArray(5000, 'x') + "'/></message>")
                                       << QStringList{QString()};
        QTest::newRow("an error") << QByteArray("<message from='a@far.example/x' type='error' id='2'><body>right</body>" + replace + "</message>") << QStringList{QString()};
    }

    void told()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QStringList, expected);
        Online s;
        s.inject(xml);
        QCOMPARE(s.replaces, expected);
    }

    void ours()
    {
        stanza::Message message;
        message.body = u"right"_s;
        xep::CorrectionModule::decorate(message, u"bad1"_s);
        QVERIFY(message.toXml().contains("<replace xmlns='urn:xmpp:message-correct:0' id='bad1'/>"));
    }
};

QTEST_GUILESS_MAIN(TestCorrection)
#include "tst_correction.moc"
