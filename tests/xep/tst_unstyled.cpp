// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/styling/styling.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestUnstyled final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        xep::StylingModule styling{session};
        QList<bool> unstyled; //!< a message each
        session::Handle hook = session.onMessage(session::Stage::Store, [this](session::Incoming &incoming) {
            unstyled << xep::StylingModule::isUnstyled(incoming.message);
            return session::Verdict::Continue;
        });
        Online() { online({}); }
    };

private Q_SLOTS:
    void payload() { QVERIFY(test::bothWays(xep::Unstyled{}, "<unstyled xmlns='urn:xmpp:styling:0'/>")); }

    void announced()
    {
        Online s;
        QVERIFY(s.session.ownFeatures().contains(u"urn:xmpp:styling:0"_s));
    }

    void told_data()
    {
        QTest::addColumn<QByteArray>("children");
        QTest::addColumn<bool>("expected");
        QTest::newRow("a hint") << QByteArray("<unstyled xmlns='urn:xmpp:styling:0'/>") << true;
        QTest::newRow("a hint with something in it") << QByteArray("<unstyled xmlns='urn:xmpp:styling:0'>x<y xmlns='z'/></unstyled>") << true;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("of another kind") << QByteArray("<unstyled xmlns='urn:xmpp:styling:1'/>") << false;
        QTest::newRow("inside of something") << QByteArray("<x xmlns='urn:x'><unstyled xmlns='urn:xmpp:styling:0'/></x>") << false;
    }

    void told()
    {
        QFETCH(QByteArray, children);
        QFETCH(bool, expected);
        Online s;
        s.inject("<message from='a@far.example/x' type='chat' id='2'><body>*p</body>" + children + "</message>");
        QCOMPARE(s.unstyled, QList<bool>{expected});
    }
};

QTEST_GUILESS_MAIN(TestUnstyled)
#include "tst_unstyled.moc"
