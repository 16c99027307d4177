// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/csi/csi.h"

#include <QTest>

using namespace Qt::StringLiterals;
using State = xep::CsiModule::State;

class TestCsi final : public QObject
{
    Q_OBJECT

private:
    static constexpr char Offered[] = "<csi xmlns='urn:xmpp:csi:0'/>";

private Q_SLOTS:
    void toldOnce()
    {
        test::TestSession s;
        xep::CsiModule csi(s.session);
        s.online({.features = Offered});
        csi.set(State::Active);
        QVERIFY(s.quiet()); // a stream begins so
        csi.set(State::Inactive);
        csi.set(State::Inactive);
        QVERIFY(s.expect("<inactive xmlns='urn:xmpp:csi:0'/>"));
        csi.set(State::Active);
        QVERIFY(s.expect("<active xmlns='urn:xmpp:csi:0'/>"));
        QVERIFY(s.quiet());
    }

    void notWhereItIsUnknown()
    {
        test::TestSession s;
        xep::CsiModule csi(s.session);
        s.online();
        csi.set(State::Inactive);
        QVERIFY(s.quiet());
    }

    // 6.2: a resumed stream is active again, as is a new one.
    void againOnEachStream()
    {
        test::TestSession s;
        xep::CsiModule csi(s.session);
        csi.set(State::Inactive);
        s.online({.features = Offered, .managed = true});
        QVERIFY(s.expect("<inactive xmlns='urn:xmpp:csi:0'/>"));
        s.wire().breakOff();
        s.online({.features = Offered, .resumed = true});
        QVERIFY(s.expect("<inactive xmlns='urn:xmpp:csi:0'/>"));
        s.wire().breakOff();
        csi.set(State::Active);
        s.online({.features = Offered, .resumed = true});
        QVERIFY(s.quiet());
    }

    void inlineBegin()
    {
        test::TestSession s;
        xep::CsiModule csi(s.session);
        QVERIFY(!csi.inlineFeature());
        csi.set(State::Inactive);
        QCOMPARE(csi.inlineFeature()->name, u"urn:xmpp:csi:0"_s);
        QCOMPARE(csi.inlineFeature()->request, "<inactive xmlns='urn:xmpp:csi:0'/>");
        s.online({.inlineEnabled = {u"urn:xmpp:csi:0"_s}});
        QVERIFY(s.quiet()); // the server knows already
        csi.set(State::Active);
        QVERIFY(s.expect("<active xmlns='urn:xmpp:csi:0'/>"));
    }

    void backBeforeTheSessionBegan()
    {
        test::TestSession s;
        xep::CsiModule csi(s.session);
        csi.set(State::Inactive); // asked for inline
        csi.set(State::Active); // and then somebody came
        s.online({.inlineEnabled = {u"urn:xmpp:csi:0"_s}});
        QVERIFY(s.expect("<active xmlns='urn:xmpp:csi:0'/>"));
    }
};

QTEST_GUILESS_MAIN(TestCsi)
#include "tst_csi.moc"
