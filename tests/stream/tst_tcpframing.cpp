// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedtransport.h"
#include "stream/tcpframing.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QByteArray Header = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='1' version='1.0'>";

//! Time goes on by a millisecond whenever somebody looks; timers are the system's.
class TickingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_system.now(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_passed += 1ms; }
    [[nodiscard]] Timer after(std::chrono::milliseconds delay, std::function<void()> f) override { return m_system.after(delay, std::move(f)); }

private:
    SystemClock m_system;
    mutable std::chrono::milliseconds m_passed{0};
};

//! A framing with its other end in hand, and all it said.
struct Bench
{
    explicit Bench(Clock *other = nullptr)
    {
        auto made = std::make_unique<ScriptedTransport>();
        transport = made.get();
        framing = std::make_unique<stream::TcpFraming>(std::move(made), other ? *other : static_cast<Clock &>(clock));
        const auto f = framing.get();
        QObject::connect(f, &stream::Framing::opened, f, [this](const xml::StreamHeader &header) { headers << header.from; });
        QObject::connect(f, &stream::Framing::element, f, [this](const xml::Element &element) { elements << element.toXml(); });
        QObject::connect(f, &stream::Framing::closed, f, [this](const stream::Failure &why) { closed << why; });
        QObject::connect(f, &stream::Framing::alive, f, [this] { ++alive; });
    }
    void open()
    {
        framing->open({u"example.org"_s, {}, {}});
        transport->written.clear();
        transport->say(Header);
    }

    ManualClock clock;
    QPointer<ScriptedTransport> transport;
    std::unique_ptr<stream::TcpFraming> framing;
    QStringList headers;
    QByteArrayList elements;
    QList<stream::Failure> closed;
    int alive = 0;
};

} // namespace

//! Deletes its victim from within a signal.
class Destroyer final : public QObject
{
    Q_OBJECT

public:
    QPointer<QObject> victim;

public Q_SLOTS:
    void destroy() { delete victim.data(); }
};

//! XML streams over TCP, the other end in the test's hand.
class TestTcpFraming final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void header()
    {
        Bench b;
        b.framing->open({u"exämple.org"_s, u"o'neil&co@example.org"_s, u"es"_s});
        QCOMPARE(b.transport->written, "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' "
                                       "to='ex\xc3\xa4mple.org' from='o&apos;neil&amp;co@example.org' xml:lang='es'>");
    }

    //! B6: one byte a read, several elements a read, a character cut in two.
    void cutAnywhere()
    {
        const QByteArray stream = Header + "<stream:features><x xmlns='a'/></stream:features> \n<message><body>\xe2\x9d\xa4 \xc3\xb1&amp;&#x1F339;</body></message><presence/>";
        QByteArrayList whole;
        for (qsizetype size = stream.size(); size > 0; --size) {
            Bench b;
            b.framing->open({u"example.org"_s, {}, {}});
            for (qsizetype at = 0; at < stream.size(); at += size)
                b.transport->say(stream.mid(at, size));
            if (whole.isEmpty())
                whole = b.elements;
            QCOMPARE(b.headers, QStringList{u"example.org"_s});
            QCOMPARE(b.elements, whole);
            QVERIFY(b.closed.isEmpty());
        }
        QCOMPARE(whole.size(), 3);
        QVERIFY(whole.at(1).contains("\xe2\x9d\xa4 \xc3\xb1&amp;\xf0\x9f\x8c\xb9"));
    }

    void restart()
    {
        Bench b;
        b.open();
        connect(b.framing.get(), &stream::Framing::element, b.framing.get(), [&b] { b.framing->open({u"example.org"_s, u"a@example.org"_s, {}}); });
        // What stands behind the element that restarts belongs to the old stream, and to nobody.
        b.transport->say("<success/><message>injected</message>");
        QCOMPARE(b.elements.size(), 1);
        QVERIFY(b.transport->written.contains("from='a@example.org'"));
        b.transport->say(Header + "<presence/>");
        QCOMPARE(b.headers.size(), 2);
        QCOMPARE(b.elements.size(), 2);
    }

    //! The server says success and goes: the end must be heard although the reader was replaced meanwhile.
    void restartAndEndAtOnce()
    {
        Bench b;
        b.open();
        connect(b.framing.get(), &stream::Framing::element, b.framing.get(), [&b] { b.framing->open({u"example.org"_s, {}, {}}); });
        b.transport->incoming = "<success/>";
        b.transport->end();
        QCOMPARE(b.elements.size(), 1);
        QCOMPARE(b.closed.size(), 1);
    }

    //! B8: CVE-2011-0411 and its kin.
    void plaintextAfterProceedIsDropped()
    {
        Bench b;
        QSignalSpy ready(b.framing.get(), &stream::Framing::tlsReady);
        b.open();
        connect(b.framing.get(), &stream::Framing::element, b.framing.get(), [&b] { b.framing->startTls(); });
        b.transport->say("<proceed/><message>injected</message><fea");
        QVERIFY(b.transport->tlsAsked);
        b.transport->say("<message>injected too</message>");
        QCOMPARE(b.elements.size(), 1);
        b.transport->secured();
        QCOMPARE(ready.size(), 1);
        b.framing->open({u"example.org"_s, {}, {}});
        b.transport->say(Header + "<presence/>");
        QCOMPARE(b.headers.size(), 2);
        QVERIFY(b.closed.isEmpty());
    }

    //! No slice of work holds the event loop: with 5,000 stanzas in one read others have their turns.
    void slices()
    {
        TickingClock ticking;
        Bench b(&ticking);
        b.open();
        int turns = 0, seen = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&] {
            turns += seen != b.elements.size();
            seen = int(b.elements.size());
        });
        other.start(0);
        b.transport->say(QByteArray("<message from='a@b'><body>hi</body></message>").repeated(5000));
        QVERIFY(b.elements.size() < 100);
        // Meanwhile nothing is taken from the road: the sender is slowed down instead of our memory filled.
        const int reads = b.transport->reads;
        b.transport->say("<presence/>");
        QCOMPARE(b.transport->reads, reads);
        QTRY_COMPARE(b.elements.size(), 5001);
        QVERIFY2(turns > 100, qPrintable(QString::number(turns)));
        QVERIFY(b.elements.last().startsWith("<presence"));
    }

    void endWhileSliced()
    {
        TickingClock ticking;
        Bench b(&ticking);
        b.open();
        b.transport->say(QByteArray("<message/>").repeated(500));
        b.transport->incoming = "<presence/>";
        b.transport->end();
        QVERIFY(b.closed.isEmpty());
        QTRY_COMPARE(b.closed.size(), 1);
        QCOMPARE(b.elements.size(), 501);
    }

    void whitespaceIsLife()
    {
        Bench b;
        b.open();
        const int before = b.alive;
        for (int i = 0; i < 10'000; ++i)
            b.transport->say(" ");
        QCOMPARE(b.alive, before + 10'000);
        QVERIFY(b.elements.isEmpty());
        QVERIFY(b.closed.isEmpty());
        QCOMPARE(b.clock.waiting(), 0);
    }

    // The end

    void theyClose()
    {
        Bench b;
        b.open();
        b.transport->say("<presence/></stream:stream><message>late</message>");
        QCOMPARE(b.elements.size(), 1);
        QCOMPARE(b.transport->written, "</stream:stream>");
        QVERIFY(b.transport->closing);
        QCOMPARE(b.closed.size(), 1);
        QCOMPARE(b.closed.first().kind, stream::Failure::Kind::Closed);
        QVERIFY(!b.closed.first().net);
        b.transport->say("<message/>");
        b.transport->end();
        b.framing->send("<presence/>");
        QCOMPARE(b.elements.size(), 1);
        QCOMPARE(b.closed.size(), 1);
    }

    void weClose()
    {
        Bench b;
        b.open();
        b.framing->close();
        b.framing->close();
        b.framing->send("<presence/>");
        QCOMPARE(b.transport->written, "</stream:stream>");
        // What they still had to say is heard (RFC 6120 4.4).
        b.transport->say("<message/>");
        QCOMPARE(b.elements.size(), 1);
        QVERIFY(b.closed.isEmpty());
        b.transport->say("</stream:stream>");
        QCOMPARE(b.closed.size(), 1);
        QCOMPARE(b.closed.first().kind, stream::Failure::Kind::Stopped);
        QCOMPARE(b.transport->written, "</stream:stream>");
        QCOMPARE(b.clock.waiting(), 0);
    }

    void weCloseAndTheyAreSilent()
    {
        Bench b;
        b.open();
        b.framing->close();
        b.clock.advance(stream::TcpFraming::CloseWait - 1ms);
        QVERIFY(b.closed.isEmpty());
        b.clock.advance(1ms);
        QCOMPARE(b.closed.size(), 1);
        QCOMPARE(b.closed.first().kind, stream::Failure::Kind::Stopped);
        QCOMPARE(b.clock.waiting(), 0);
    }

    void weCloseAndTheyHangUp()
    {
        Bench b;
        b.open();
        b.framing->close();
        b.transport->end();
        QCOMPARE(b.closed.size(), 1);
        QCOMPARE(b.closed.first().kind, stream::Failure::Kind::Stopped);
        QCOMPARE(b.clock.waiting(), 0);
    }

    void theLineBreaks()
    {
        Bench b;
        b.open();
        b.transport->say("<message><bo");
        b.transport->end();
        QCOMPARE(b.closed.size(), 1);
        QCOMPARE(b.closed.first().kind, stream::Failure::Kind::Closed);
        QVERIFY(b.closed.first().net);
        QVERIFY(b.elements.isEmpty());
    }

    void abortIsSilent()
    {
        Bench b;
        b.open();
        b.framing->close();
        b.framing->abort();
        b.transport->say("<message/></stream:stream>");
        b.clock.advance(1min);
        QVERIFY(b.closed.isEmpty());
        QVERIFY(b.elements.isEmpty());
        QVERIFY(b.transport->aborted);
        QCOMPARE(b.clock.waiting(), 0);
    }

    void badXml_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("condition");
        QTest::newRow("not well-formed") << QByteArray("<message></presence>") << u"not-well-formed"_s;
        QTest::newRow("an entity") << QByteArray("<message>&lol;</message>") << u"not-well-formed"_s;
        QTest::newRow("a comment") << QByteArray("<message><!-- x --></message>") << u"restricted-xml"_s;
        QTest::newRow("an instruction") << QByteArray("<?php x?>") << u"restricted-xml"_s;
        QTest::newRow("bad UTF-8") << QByteArray("<message>\xc0\x80</message>") << u"not-well-formed"_s;
        QTest::newRow("text between") << QByteArray("hello") << u"bad-format"_s;
        QTest::newRow("deep") << QByteArray("<a>").repeated(10'000) << u"policy-violation"_s;
        QTest::newRow("HTTP") << QByteArray("\r\nHTTP/1.1 400 Bad Request\r\n") << u"bad-format"_s;
    }

    //! B1, B3, B4, B5: the stream ends with the right stream error, once.
    void badXml()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, condition);
        Bench b;
        b.open();
        b.transport->say(bytes + "<presence/>");
        b.transport->say("<presence/>");
        QCOMPARE(b.closed.size(), 1);
        QCOMPARE(b.closed.first().kind, stream::Failure::Kind::Protocol);
        QCOMPARE(b.closed.first().condition, condition);
        QCOMPARE(b.transport->written, "<stream:error><" + condition.toUtf8() + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
        QVERIFY(b.elements.isEmpty());
        QVERIFY(b.transport->closing);
    }

    //! The trace gets whole pieces, wherever the reads were cut, so that what it must hide is never cut in two.
    void traceIsWhole()
    {
        Bench b;
        QByteArrayList received;
        connect(b.framing.get(), &stream::Framing::received, this, [&](const QByteArray &xml) { received << xml; });
        b.framing->open({u"example.org"_s, {}, {}});
        const QByteArray all = Header + "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>c2VjcmV0</challenge><iq type='result' id='1'/></stream:stream>";
        for (const char c : all)
            b.transport->say(QByteArray(1, c));
        QCOMPARE(received.size(), 4);
        QVERIFY(received.at(0).startsWith("<stream:stream ") && received.at(0).endsWith('>'));
        QCOMPARE(received.at(1), "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>c2VjcmV0</challenge>");
        QCOMPARE(received.at(2), "<iq type='result' id='1'/>");
        QCOMPARE(received.at(3), "</stream:stream>");
    }

    void destroyedInItsOwnSignals_data()
    {
        QTest::addColumn<QByteArray>("signal");
        for (const char *name : {"opened(xml::StreamHeader)", "element(xml::Element)", "alive()", "closed(stream::Failure)", "received(QByteArray)", "tlsReady()"})
            QTest::newRow(name) << QByteArray(name);
    }

    void destroyedInItsOwnSignals()
    {
        QFETCH(const QByteArray, signal);
        ManualClock clock;
        auto made = std::make_unique<ScriptedTransport>();
        const QPointer transport(made.get());
        auto framing = new stream::TcpFraming(std::move(made), clock);
        const QPointer alive(framing);
        const int which = framing->metaObject()->indexOfSignal(signal.constData());
        QVERIFY(which >= 0);
        Destroyer destroyer;
        destroyer.victim = framing;
        QMetaObject::connect(framing, which, &destroyer, destroyer.metaObject()->indexOfSlot("destroy()"));
        if (signal == "tlsReady()") {
            framing->open({});
            framing->startTls();
            transport->secured();
        } else {
            framing->open({u"example.org"_s, {}, {}});
            transport->say(Header + "<message/><message/></stream:stream>");
        }
        QVERIFY(!alive);
        QVERIFY(!transport);
        QCOMPARE(clock.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTcpFraming)
#include "tst_tcpframing.moc"
