// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/iqrouter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::Handle;
using session::IqReply;
using session::IqRouter;

namespace
{

stanza::Iq read(const QByteArray &xml)
{
    const auto element = xml::Element::parse("<s xmlns='jabber:client'>" + xml + "</s>");
    return stanza::Iq::read(element->firstChild()).value();
}

Jid jid(QStringView text)
{
    return Jid::parse(text).value();
}

//! A router with what it sends and what came of one request.
struct Bench
{
    Bench()
    {
        router.setBound(jid(u"romeo@example.org/here"));
        QObject::connect(&router, &IqRouter::send, &router, [this](const QByteArray &xml) { sent << xml; });
    }
    //! Asks `to`, with id "1".
    void ask(const QString &to)
    {
        stanza::Iq iq = stanza::Iq::request(stanza::IqType::Get, to.isEmpty() ? Jid() : jid(to));
        iq.id = u"1"_s;
        iq.addEmpty({u"query", u"urn:example"});
        router.request(std::move(iq)).then(&router, [this](const Result<stanza::Iq> &result) { answers << (result ? u"result"_s : u"error:"_s + result.error().condition + QString::number(int(result.error().kind))); });
    }

    QByteArrayList sent;
    QStringList answers; // what still waits is answered when the router dies
    ManualClock clock;
    IqRouter router{clock, jid(u"romeo@example.org")};
};

Task<Result<IqReply>> ready(IqReply reply)
{
    return Task<Result<IqReply>>::ready(std::move(reply));
}

} // namespace

//! Requests and answers, and who may give them.
class TestIqRouter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! B25: only whom we asked may answer; the server may speak for the account and leave itself out.
    void whoMayAnswer_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("from");
        QTest::addColumn<bool>("counts");
        const QString bare = u"romeo@example.org"_s, full = u"romeo@example.org/here"_s, domain = u"example.org"_s, friendly = u"juliet@example.com/balcony"_s;
        const auto row = [](const char *name, const QString &to, const QString &from, bool counts) { QTest::newRow(name) << to << from << counts; };
        row("nobody asked: absent", {}, {}, true);
        row("nobody asked: our bare", {}, bare, true);
        row("nobody asked: our full", {}, full, true);
        row("nobody asked: our domain", {}, domain, true);
        row("nobody asked: another device", {}, bare + u"/there"_s, false);
        row("nobody asked: a contact", {}, friendly, false);
        row("nobody asked: another domain", {}, u"example.com"_s, false);
        row("ourselves: absent", bare, {}, true);
        row("ourselves: our bare", bare, bare, true);
        row("ourselves: our domain", bare, domain, false);
        row("ourselves: a contact", bare, friendly, false);
        row("the domain: itself", domain, domain, true);
        row("the domain: absent", domain, {}, true);
        row("the domain: our bare", domain, bare, false);
        row("a contact: itself", friendly, friendly, true);
        row("a contact: its bare", friendly, u"juliet@example.com"_s, false);
        row("a contact: another device", friendly, u"juliet@example.com/x"_s, false);
        row("a contact: absent", friendly, {}, false);
        row("a contact: our domain", friendly, domain, false);
        row("a bare contact: itself", u"juliet@example.com"_s, u"juliet@example.com"_s, true);
        row("a bare contact: a device", u"juliet@example.com"_s, friendly, false);
    }

    void whoMayAnswer()
    {
        QFETCH(const QString, to);
        QFETCH(const QString, from);
        QFETCH(const bool, counts);
        for (const char *type : {"result", "error"}) {
            Bench b;
            b.ask(to);
            const QByteArray source = from.isEmpty() ? QByteArray() : " from='" + from.toUtf8() + '\'';
            b.router.receive(read("<iq type='" + QByteArray(type) + "' id='1'" + source + "/>"), {});
            QCOMPARE(b.answers.size(), counts ? 1 : 0);
            QCOMPARE(b.router.waiting(), counts ? 0 : 1);
            QVERIFY(b.sent.size() == 1); // an answer is never answered
        }
    }

    void answers()
    {
        Bench b;
        b.ask({});
        b.router.receive(read("<iq type='result' id='2'/>"), {});
        QCOMPARE(b.answers, QStringList());
        b.router.receive(read("<iq type='error' id='1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"), {});
        b.router.receive(read("<iq type='result' id='1'/>"), {});
        QCOMPARE(b.answers, QStringList{u"error:item-not-found"_s + QString::number(int(ErrorKind::Stanza))});
        QCOMPARE(b.clock.waiting(), 0);
    }

    void errorWithoutAnError()
    {
        Bench b;
        b.ask({});
        b.router.receive(read("<iq type='error' id='1'/>"), {});
        QCOMPARE(b.answers.size(), 1);
        QVERIFY(b.answers.first().startsWith(u"error:undefined-condition"));
    }

    void timeout()
    {
        Bench b;
        b.ask({});
        b.clock.advance(IqRouter::DefaultTimeout - 1ms);
        QVERIFY(b.answers.isEmpty());
        b.clock.advance(1ms);
        QCOMPARE(b.answers, QStringList{u"error:"_s + QString::number(int(ErrorKind::Timeout))});
        b.router.receive(read("<iq type='result' id='1'/>"), {});
        QCOMPARE(b.answers.size(), 1);
    }

    void endOfTheSession()
    {
        Bench b;
        b.ask({});
        b.router.failAll(Error::disconnected());
        QCOMPARE(b.answers, QStringList{u"error:"_s + QString::number(int(ErrorKind::Disconnected))});
        QCOMPARE(b.clock.waiting(), 0);
    }

    //! Who asks again in the answer to a failure is asked again, not failed with the others.
    void askedAgainWhileFailing()
    {
        Bench b;
        stanza::Iq iq = stanza::Iq::request(stanza::IqType::Get, {});
        b.router.request(iq).then(&b.router, [&b](const Result<stanza::Iq> &) { b.ask({}); });
        b.router.failAll(Error::disconnected());
        QCOMPARE(b.router.waiting(), 1);
        QVERIFY(b.answers.isEmpty());
    }

    // Requests of others

    void served()
    {
        Bench b;
        const Handle handle = b.router.handle(stanza::IqType::Get, {u"query", u"urn:example"}, [](const stanza::Iq &) { return ready(QByteArray("<query xmlns='urn:example'>yes</query>")); });
        b.router.receive(read("<iq type='get' id='7' from='juliet@example.com/b'><query xmlns='urn:example'/></iq>"), {});
        QCOMPARE(b.sent, QByteArrayList{"<iq to='juliet@example.com/b' id='7' type='result'><query xmlns='urn:example'>yes</query></iq>"});
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<QByteArray>("condition");
        QTest::newRow("nothing in it") << QByteArray() << QByteArray("bad-request");
        QTest::newRow("two things") << QByteArray("<query xmlns='urn:example'/><query xmlns='urn:example'/>") << QByteArray("bad-request");
        QTest::newRow("unknown") << QByteArray("<tea xmlns='urn:example'/>") << QByteArray("service-unavailable");
        QTest::newRow("unknown namespace") << QByteArray("<query xmlns='urn:example:2'/>") << QByteArray("service-unavailable");
    }

    void refused()
    {
        QFETCH(const QByteArray, inner);
        QFETCH(const QByteArray, condition);
        for (const char *type : {"get", "set"}) {
            Bench b;
            const Handle handle = b.router.handle(stanza::IqType::Get, {u"query", u"urn:example"}, [](const stanza::Iq &) { return ready(QByteArray()); });
            b.router.receive(read("<iq type='" + QByteArray(type) + "' id='7' from='juliet@example.com/b'>" + inner + "</iq>"), {});
            QCOMPARE(b.sent.size(), 1);
            QVERIFY2(b.sent.first().startsWith("<iq to='juliet@example.com/b' id='7' type='error'>"), b.sent.first().constData());
            QVERIFY2(b.sent.first().contains('<' + condition + ' '), b.sent.first().constData());
        }
    }

    void setIsNotGet()
    {
        Bench b;
        const Handle handle = b.router.handle(stanza::IqType::Get, {u"query", u"urn:example"}, [](const stanza::Iq &) { return ready(QByteArray()); });
        b.router.receive(read("<iq type='set' id='7' from='a@b'><query xmlns='urn:example'/></iq>"), {});
        QVERIFY(b.sent.first().contains("service-unavailable"));
    }

    void answeredLater()
    {
        Bench b;
        Promise<Result<IqReply>> promise;
        const Handle handle = b.router.handle(stanza::IqType::Set, {u"query", u"urn:example"}, [&](const stanza::Iq &) { return promise.task(); });
        session::Handled token = std::make_shared<int>(1);
        const std::weak_ptr<void> watch = token;
        b.router.receive(read("<iq type='set' id='7' from='a@b'><query xmlns='urn:example'/></iq>"), token);
        token.reset();
        QVERIFY(b.sent.isEmpty());
        QVERIFY(!watch.expired()); // not handled before it is answered
        promise.finish(IqReply(std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Auth, u"forbidden"_s))));
        QVERIFY(b.sent.first().contains("forbidden"));
        QVERIFY(watch.expired());
    }

    void handlerForgets()
    {
        Bench b;
        const Handle handle = b.router.handle(stanza::IqType::Set, {u"query", u"urn:example"}, [&](const stanza::Iq &) { return Promise<Result<IqReply>>().task(); });
        b.router.receive(read("<iq type='set' id='7' from='a@b'><query xmlns='urn:example'/></iq>"), {});
        QVERIFY(b.sent.first().contains("internal-server-error"));
    }

    void handleUndoes()
    {
        Bench b;
        std::optional<Handle> handle;
        handle = b.router.handle(stanza::IqType::Get, {u"query", u"urn:example"}, [&](const stanza::Iq &) {
            handle.reset(); // takes itself out
            return ready(QByteArray());
        });
        b.router.receive(read("<iq type='get' id='7' from='a@b'><query xmlns='urn:example'/></iq>"), {});
        b.router.receive(read("<iq type='get' id='8' from='a@b'><query xmlns='urn:example'/></iq>"), {});
        QCOMPARE(b.sent.size(), 2);
        QVERIFY(b.sent.at(0).contains("result"));
        QVERIFY(b.sent.at(1).contains("service-unavailable"));
    }

    void handleOutlivesTheRouter()
    {
        Handle handle;
        {
            Bench b;
            handle = b.router.handle(stanza::IqType::Get, {u"query", u"urn:example"}, [](const stanza::Iq &) { return ready(QByteArray()); });
        }
    }
};

QTEST_GUILESS_MAIN(TestIqRouter)
#include "tst_iqrouter.moc"
