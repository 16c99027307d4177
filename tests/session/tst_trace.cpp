// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/trace.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using session::masked;
using session::Trace;
using session::TraceEntry;

namespace
{

//! Every secret of these pieces has "SECRET" in it, and nothing else has.
const QByteArrayList Pieces = {
    "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>SECRETbase64==</auth>",
    "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>SECRET</response>",
    "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>SECRET</challenge>",
    "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>SECRET</success>",
    "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'><initial-response>SECRET</initial-response><user-agent id='x'><software>Palique</software></user-agent>"
    "<fast xmlns='urn:xmpp:fast:0' count='3'/></authenticate>",
    "<success xmlns='urn:xmpp:sasl:2'><additional-data>SECRET</additional-data><authorization-identifier>romeo@example.org/r</authorization-identifier>"
    "<token xmlns='urn:xmpp:fast:0' expiry='2026-12-01T00:00:00Z' token='SECRET&gt;more SECRET'/><bound xmlns='urn:xmpp:bind:0'/></success>",
    "<token xmlns=\"urn:xmpp:fast:0\" token=\"a>b'SECRET\"/>",
    "<x:success xmlns:x='urn:xmpp:sasl:2'><y/>SECRET<z>SECRET</z></x:success>",
    "<iq type='set'><query xmlns='jabber:iq:register'><username>romeo</username><password>SECRET</password></query></iq>",
    "<iq type='set'><query xmlns='jabber:iq:auth'><digest>SECRET</digest></query></iq>",
    "<iq><x xmlns='jabber:x:data'><field type='text-private' var='pw'><value>SECRET</value></field><field var='password'><value>SECRET</value></field></x></iq>",
    "<presence to='room@example.org/me'><x xmlns='http://jabber.org/protocol/muc'><password>SECRET</password></x></presence>",
};

} // namespace

//! What the inspector may see, and what never.
class TestTrace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreMasked()
    {
        for (const QByteArray &piece : Pieces) {
            const QByteArray seen = masked(piece);
            QVERIFY2(!seen.contains("SECRET"), seen.constData());
            QVERIFY2(seen.contains("\xe2\x80\xa2"), seen.constData());
        }
    }

    void theRestIsThere()
    {
        QCOMPARE(masked(Pieces.at(0)), "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>•••</auth>");
        QVERIFY(masked(Pieces.at(4)).contains("<software>Palique</software>"));
        const QByteArray success = masked(Pieces.at(5));
        QVERIFY2(success.contains("<authorization-identifier>romeo@example.org/r</authorization-identifier>"), success.constData());
        QVERIFY2(success.contains("token='•••'") && success.contains("expiry='2026"), success.constData());
        QVERIFY(masked(Pieces.at(8)).contains("<username>romeo</username>"));
        for (const QByteArray harmless : {"<?xml version='1.0'?><stream:stream to='example.org' version='1.0'>", "</stream:stream>",
                 "<iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>romeo@example.org/r</jid></bind></iq>",
                 "<message><body>my token='x' is &lt;password></body></message>", "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/><text>no such user</text></failure>", " "})
            QCOMPARE(masked(harmless), harmless);
    }

    //! Whatever was cut where: two halves never show what the whole hides.
    void cutAnywhere()
    {
        for (const QByteArray &piece : Pieces) {
            for (qsizetype first = 1; first < piece.size(); ++first) {
                for (const QByteArray &half : {piece.first(first), piece.sliced(first)}) {
                    const QByteArray seen = masked(half);
                    // Four letters in a row are enough to say that it leaks.
                    for (qsizetype i = 0; i + 4 <= 6; ++i)
                        QVERIFY2(!seen.contains(QByteArray("SECRET").mid(i, 4)), (half + " shows " + seen).constData());
                }
            }
        }
    }

    void nonsense()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("<"), QByteArray(">"), QByteArray("<>"), QByteArray("</>"), QByteArray("</a></a>x"), QByteArray("<a b='"), QByteArray("\xff\xfe<\x80>"),
                 QByteArray("<a/>").repeated(1000), QByteArray("<a>").repeated(100'000)})
            QVERIFY(masked(bytes).size() <= bytes.size() + 100);
        QVERIFY(!masked("SECRET").contains("SECRET"));
        QVERIFY(!masked("</a>SECRET").contains("SECRET"));
    }

    void forgetsTheOldest()
    {
        Trace trace;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC);
        for (int i = 0; i < 10'000; ++i)
            trace.add(TraceEntry::Kind::Received, "<message id='" + QByteArray::number(i) + "'><body>" + QByteArray(100, 'x') + "</body></message>", now);
        qsizetype bytes = 0;
        for (const TraceEntry &entry : trace.entries())
            bytes += entry.text.size();
        QVERIFY(bytes <= Trace::MaxBytes);
        QVERIFY(bytes > Trace::MaxBytes / 2);
        QVERIFY(trace.entries().last().text.contains("id='9999'"));
    }

    void cutsTheLongest()
    {
        Trace trace;
        trace.add(TraceEntry::Kind::Sent, "<message><body>" + QByteArray(10'000'000, 'x') + "</body></message>", {});
        QVERIFY(trace.entries().first().text.size() <= Trace::MaxBytes);
    }

    void notesStay()
    {
        Trace trace;
        trace.add(TraceEntry::Kind::Note, "session opened as <you>", {});
        QCOMPARE(trace.entries().first().text, "session opened as <you>");
    }
};

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_trace.moc"
