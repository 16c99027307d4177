// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "xep/archive/archive.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Page = xep::ArchiveRequest::Page;
using test::jid;

class TestArchive final : public QObject
{
    Q_OBJECT

private:
    struct Online : test::TestSession
    {
        test::FakeTrust trust;
        xep::DiscoModule disco{session, trust};
        xep::ServerFeaturesModule features{session, disco};
        xep::ArchiveModule archive{session, features};
        test::Sink sink{session};
        int queries = 0; //!< the last one is "$i1", "$q1" and so on

        explicit Online(const QByteArray &told = "<feature var='urn:xmpp:mam:2'/>")
        {
            online();
            (void)expect("<iq id='$a' type='get' to='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
            inject("<iq id='$a' type='result' from='me@home.example'><query xmlns='http://jabber.org/protocol/disco#info'>" + told + "</query></iq>");
            wire().forgetUnseen();
        }
        void result(const QByteArray &id, const QByteArray &inner, const QByteArray &queryId = "$q", const QByteArray &from = "from='me@home.example'")
        {
            const QByteArray asked = queryId == "$q" ? "$q" + QByteArray::number(queries) : queryId;
            inject("<message " + from + " to='me@home.example/here'><result xmlns='urn:xmpp:mam:2' queryid='" + asked + "' id='" + id + "'>" + inner + "</result></message>");
        }
        void fin(const QByteArray &attributes = "complete='true'", const QByteArray &set = "<set xmlns='http://jabber.org/protocol/rsm'/>")
        {
            inject("<iq id='$i" + QByteArray::number(queries) + "' type='result' from='me@home.example'><fin xmlns='urn:xmpp:mam:2' " + attributes + ">" + set + "</fin></iq>");
        }
        bool asked(const QByteArray &fields, const QByteArray &set)
        {
            const QByteArray n = QByteArray::number(++queries);
            return expect("<iq id='$i" + n + "' type='set' to='me@home.example'><query xmlns='urn:xmpp:mam:2' queryid='$q" + n + "'><x xmlns='jabber:x:data' type='submit'>"
                          "<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field>" + fields + "</x>"
                          "<set xmlns='http://jabber.org/protocol/rsm'>" + set + "</set></query></iq>");
        }
    };

    static QByteArray forwarded(const QByteArray &inner, const QByteArray &stamp = "2026-01-02T03:04:05.678Z")
    {
        return "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='" + stamp + "'/>" + inner + "</forwarded>";
    }
    static QByteArray said(const QByteArray &body, const QByteArray &attributes = "from='friend@far.example/x' to='me@home.example' type='chat'")
    {
        return "<message xmlns='jabber:client' " + attributes + "><body>" + body + "</body></message>";
    }

private Q_SLOTS:
    void payloads()
    {
        QVERIFY(test::bothWays(xep::ResultSet{u"10"_s, u"a"_s, u""_s, {}, {}, {}}, "<set xmlns='http://jabber.org/protocol/rsm'><max>10</max><after>a</after><before/></set>"));
        QVERIFY(test::bothWays(xep::ArchiveFin{true, {}, xep::ResultSet{{}, {}, {}, u"a"_s, u"b"_s, u"2"_s}},
            "<fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first>a</first><last>b</last><count>2</count></set></fin>"));
        QVERIFY(test::refused<xep::ArchiveFin>("<fin xmlns='urn:xmpp:mam:2' complete='perhaps'/>"));
    }

    void newestPage()
    {
        Online s;
        QVERIFY(s.archive.isThere());
        QVERIFY(!s.archive.isExtended());
        test::Answer<Result<xep::ArchivePage>> page(s.archive.page({}));
        QVERIFY(s.asked({}, "<max>50</max><before/>"));
        s.result("a1", forwarded(said("one")));
        s.result("a2", forwarded(said("two", "from='me@home.example/there' to='friend@far.example' type='chat'"), "2126-01-02T03:04:05Z"));
        s.result("a3", forwarded("<message xmlns='jabber:client' from='friend@far.example/x' to='me@home.example/there'><received xmlns='urn:xmpp:receipts' id='m'/></message>"));
        QVERIFY(!page.isThere());
        s.fin("complete='true'", "<set xmlns='http://jabber.org/protocol/rsm'><first index='0'>a1</first><last>a3</last><count>3</count></set>");
        QVERIFY(page.isThere());
        QVERIFY(*page);
        const xep::ArchivePage &got = **page;
        QCOMPARE(got.ids, (QStringList{u"a1"_s, u"a2"_s, u"a3"_s}));
        QVERIFY(got.complete);
        QVERIFY(got.stable);
        QCOMPARE(got.count, 3);
        QCOMPARE(got.messages.size(), 3);
        QCOMPARE(got.messages[0].message.body, u"one"_s);
        QCOMPARE(got.messages[0].archiveId, u"a1"_s);
        QCOMPARE(got.messages[0].source, session::Incoming::Source::Archive);
        QVERIFY(got.messages[0].delayed);
        QCOMPARE(got.messages[0].time, QDateTime::fromString(u"2026-01-02T03:04:05.678Z"_s, Qt::ISODateWithMs));
        QCOMPARE(got.messages[1].time, s.clock.now()); // nothing is said in the future
        QVERIFY(s.sink.messages.isEmpty()); // whoever asked decides what becomes of it
    }

    void limits()
    {
        Online s("<feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:mam:2#extended'/><feature var='urn:xmpp:mam:2#groupchat-field'/>");
        xep::ArchiveRequest request;
        request.page = Page::Before;
        request.place = u"a7"_s;
        request.afterId = u"a2"_s;
        request.with = jid(u"friend@far.example");
        request.start = QDateTime::fromString(u"2026-01-01T00:00:00.500Z"_s, Qt::ISODateWithMs);
        request.end = QDateTime::fromString(u"2026-02-01T00:00:00Z"_s, Qt::ISODateWithMs);
        request.most = 20;
        test::Answer<Result<xep::ArchivePage>> page(s.archive.page(request));
        QVERIFY(s.asked("<field var='with'><value>friend@far.example</value></field><field var='start'><value>2026-01-01T00:00:00.500Z</value></field>"
                        "<field var='end'><value>2026-02-01T00:00:00.000Z</value></field><field var='after-id'><value>a2</value></field>"
                        "<field var='include-groupchat'><value>false</value></field>", "<max>20</max><before>a7</before>"));
        s.fin("");
        QVERIFY(page.isThere() && *page);
        QVERIFY((*page)->complete); // nothing came, whatever it says
        request = {};
        request.page = Page::After;
        request.place = u"a7"_s;
        test::Answer<Result<xep::ArchivePage>> after(s.archive.page(request));
        QVERIFY(s.asked("<field var='include-groupchat'><value>false</value></field>", "<max>50</max><after>a7</after>"));
        s.result("a8", forwarded(said("eight")));
        s.fin("stable='false'", "<set xmlns='http://jabber.org/protocol/rsm'><count>many</count></set>");
        QVERIFY(after.isThere() && *after);
        QVERIFY(!(*after)->complete);
        QVERIFY(!(*after)->stable);
        QVERIFY(!(*after)->count);
    }

    // B30-B32, and XEP-0313 9.2
    void forged_data()
    {
        QTest::addColumn<QByteArray>("queryId");
        QTest::addColumn<QByteArray>("from");
        QTest::newRow("no such query") << QByteArray("other") << QByteArray("from='me@home.example'");
        QTest::newRow("no query") << QByteArray() << QByteArray("from='me@home.example'");
        QTest::newRow("a friend") << QByteArray("$q") << QByteArray("from='friend@far.example/x'");
        QTest::newRow("the server") << QByteArray("$q") << QByteArray("from='home.example'");
        QTest::newRow("a device of ours") << QByteArray("$q") << QByteArray("from='me@home.example/there'");
        QTest::newRow("a room") << QByteArray("$q") << QByteArray("from='room@rooms.example'");
    }

    void forged()
    {
        QFETCH(QByteArray, queryId);
        QFETCH(QByteArray, from);
        Online s;
        test::Answer<Result<xep::ArchivePage>> page(s.archive.page({}));
        QVERIFY(s.asked({}, "<max>50</max><before/>"));
        s.result("f1", forwarded(said("forged")), queryId, from);
        s.result("a1", forwarded(said("true")));
        s.fin();
        QVERIFY(page.isThere() && *page);
        QCOMPARE((*page)->ids, QStringList{u"a1"_s});
        QVERIFY(s.sink.messages.isEmpty());
        // Nor after the page is over.
        s.result("f2", forwarded(said("late")));
        QVERIFY(s.sink.messages.isEmpty());
    }

    void nonsenseInside_data()
    {
        QTest::addColumn<QByteArray>("inner");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("nothing forwarded") << QByteArray("<forwarded xmlns='urn:xmpp:forward:0'/>");
        QTest::newRow("two forwarded") << forwarded(said("a")) + forwarded(said("b"));
        QTest::newRow("two messages") << forwarded(said("a") + said("b"));
        QTest::newRow("between others") << forwarded(said("a", "from='x@far.example/1' to='y@far.example'"));
        QTest::newRow("of a group") << forwarded(said("a", "from='room@far.example/x' to='me@home.example' type='groupchat'"));
        QTest::newRow("an error") << forwarded(said("a", "from='x@far.example' to='me@home.example' type='error'"));
        QTest::newRow("from nobody") << forwarded(said("a", "to='me@home.example'"));
        QTest::newRow("a copy") << forwarded("<message xmlns='jabber:client' from='me@home.example' to='me@home.example'><sent xmlns='urn:xmpp:carbons:2'>" + forwarded(said("a")) + "</sent></message>");
        QTest::newRow("an archive in it") << forwarded("<message xmlns='jabber:client' from='me@home.example' to='me@home.example'><result xmlns='urn:xmpp:mam:2' id='z'>" + forwarded(said("a")) + "</result></message>");
    }

    void nonsenseInside()
    {
        QFETCH(QByteArray, inner);
        Online s;
        test::Answer<Result<xep::ArchivePage>> page(s.archive.page({}));
        QVERIFY(s.asked({}, "<max>50</max><before/>"));
        s.result("a1", inner);
        s.result("a2", forwarded(said("good")));
        s.fin();
        QVERIFY(page.isThere() && *page);
        QCOMPARE((*page)->ids.size(), 2); // its place is known all the same
        QCOMPARE((*page)->messages.size(), 1);
        QCOMPARE((*page)->messages[0].message.body, u"good"_s);
    }

    void refusals()
    {
        Online s;
        test::Answer<Result<xep::ArchivePage>> forgotten(s.archive.page({}));
        QVERIFY(s.asked({}, "<max>50</max><before/>"));
        s.inject("<iq id='$i1' type='error' from='me@home.example'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        QVERIFY(forgotten.isThere() && !*forgotten);
        QCOMPARE((*forgotten).error().condition, u"item-not-found"_s);

        test::Answer<Result<xep::ArchivePage>> empty(s.archive.page({}));
        QVERIFY(s.asked({}, "<max>50</max><before/>"));
        s.inject("<iq id='$i2' type='result' from='me@home.example'/>");
        QVERIFY(empty.isThere() && !*empty);
        QCOMPARE((*empty).error().kind, ErrorKind::Protocol);

        // B30: a page without end, and ids beyond measure.
        test::Answer<Result<xep::ArchivePage>> endless(s.archive.page({}));
        QVERIFY(s.asked({}, "<max>50</max><before/>"));
        for (int i = 0; i <= xep::ArchiveModule::MaxResults; ++i)
            s.result("n" + QByteArray::number(i), forwarded(said("x")));
        s.fin();
        QVERIFY(endless.isThere() && !*endless);
        test::Answer<Result<xep::ArchivePage>> longId(s.archive.page({}));
        QVERIFY(s.asked({}, "<max>50</max><before/>"));
        s.result(QByteArray(5000, 'x'), forwarded(said("x")));
        s.fin();
        QVERIFY(longId.isThere() && !*longId);

        test::Answer<Result<xep::ArchivePage>> cut(s.archive.page({}));
        s.wire().breakOff();
        QVERIFY(cut.isThere() && !*cut);
        test::Answer<Result<xep::ArchivePage>> offline(s.archive.page({}));
        QVERIFY(offline.isThere() && !*offline);
    }

    void noArchive()
    {
        Online s("");
        test::Answer<Result<xep::ArchivePage>> page(s.archive.page({}));
        QVERIFY(page.isThere() && !*page);
        QCOMPARE((*page).error().kind, ErrorKind::Unsupported);
        QVERIFY(s.quiet());
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
