// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/streamreader.h"

#include <QDomDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using xml::StreamReader;

namespace
{

const QByteArray Head = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
                        "id='x1' from='example.org' version='1.0' xml:lang='en'>";

//! Everything the reader says about `chunks`, one word or document an event.
QStringList read(const QList<QByteArray> &chunks, StreamReader &&reader = StreamReader())
{
    QStringList log;
    for (const QByteArray &chunk : chunks) {
        reader.feed(chunk);
        for (;;) {
            const StreamReader::Event event = reader.next();
            if (std::holds_alternative<StreamReader::NeedMore>(event))
                break;
            if (const auto opened = std::get_if<StreamReader::Opened>(&event))
                log << u"opened "_s + opened->header.from;
            if (const auto element = std::get_if<xml::Element>(&event))
                log << QString::fromUtf8(element->toXml());
            if (std::holds_alternative<StreamReader::Closed>(event)) {
                log << u"closed"_s;
                return log;
            }
            if (const auto bad = std::get_if<StreamReader::Bad>(&event)) {
                log << u"bad "_s + bad->condition;
                return log;
            }
        }
    }
    return log;
}

QList<QByteArray> byteByByte(const QByteArray &bytes)
{
    QList<QByteArray> chunks;
    for (const char c : bytes)
        chunks << QByteArray(1, c);
    return chunks;
}

} // namespace

class TestStreamReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeaderAndStanzas()
    {
        StreamReader reader;
        reader.feed(Head + "<message/>");
        const auto event = reader.next();
        QCOMPARE(std::get<StreamReader::Opened>(event).header,
            (xml::StreamHeader{u"example.org"_s, {}, u"x1"_s, u"1.0"_s, u"en"_s}));
        QVERIFY(std::get<xml::Element>(reader.next()).is({u"message", u"jabber:client"}));
        QVERIFY(std::holds_alternative<StreamReader::NeedMore>(reader.next()));
    }

    void cutAnywhere()
    {
        // B6: inside a multi-byte character, a tag, an entity.
        const QByteArray stanza = "<message to='añ@b'><body>¿Qué tal? 😀 &lt;ok&gt; &amp;#x20AC; €</body></message>";
        const QByteArray bytes = Head + stanza + " \n" + stanza + "</stream:stream>";
        const QStringList whole = read({bytes});
        QCOMPARE(whole.size(), 4);
        QCOMPARE(read(byteByByte(bytes)), whole);
        QCOMPARE(whole[1], u"<message xmlns='jabber:client' to='añ@b'><body>¿Qué tal? 😀 &lt;ok&gt; &amp;#x20AC; €</body></message>"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &last) { QTest::newRow(name) << bytes << last; };
        row("doctype", "<!DOCTYPE x [<!ENTITY lol 'lol'>]>" + Head, u"bad restricted-xml"_s);
        row("doctype after the declaration", "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + Head.mid(21), u"bad restricted-xml"_s);
        row("undeclared entity", Head + "<message><body>&lol9;</body></message>", u"bad"_s);
        row("undeclared entity in an attribute", Head + "<message to='&lol9;'/>", u"bad not-well-formed"_s);
        row("comment", Head + "<!-- hello --><message/>", u"bad restricted-xml"_s);
        row("comment in a stanza", Head + "<message><!-- hello --></message>", u"bad restricted-xml"_s);
        row("processing instruction", Head + "<?php ?><message/>", u"bad restricted-xml"_s);
        row("overlong utf-8", Head + "<message><body>\xc0\xaf</body></message>", u"bad not-well-formed"_s);
        row("utf-8 surrogate", Head + "<message><body>\xed\xa0\x80</body></message>", u"bad not-well-formed"_s);
        row("0xff", Head + "<message><body>\xff</body></message>", u"bad not-well-formed"_s);
        row("nul", Head + QByteArray("<message><body>\0</body></message>", 34), u"bad not-well-formed"_s);
        row("control", Head + "<message><body>\x1f</body></message>", u"bad not-well-formed"_s);
        row("nul by number", Head + "<message><body>&#0;</body></message>", u"bad not-well-formed"_s);
        row("utf-16", QByteArray("\xff\xfe<\0?\0", 6), u"bad unsupported-encoding"_s);
        row("declared utf-16", "<?xml version='1.0' encoding='UTF-16'?>" + Head.mid(21), u"bad unsupported-encoding"_s);
        row("declared latin-1", "<?xml version='1.0' encoding='iso-8859-1'?>" + Head.mid(21), u"bad unsupported-encoding"_s);
        row("text between stanzas", Head + "hello<message/>", u"bad bad-format"_s);
        row("http", "HTTP/1.1 400 Bad Request\r\n\r\n", u"bad not-well-formed"_s);
        row("html", "<html><body>captive portal</body></html>", u"bad invalid-namespace"_s);
        row("wrong root", "<hello xmlns='http://etherx.jabber.org/streams'>", u"bad bad-format"_s);
        row("mismatched tags", Head + "<message></presence>", u"bad not-well-formed"_s);
        row("unbound prefix", Head + "<a:message/>", u"bad not-well-formed"_s);
        row("xml redefined", Head + "<message xmlns:xml='urn:x'/>", u"bad not-well-formed"_s);
        row("second declaration", Head + "<?xml version='1.0'?>", u"bad"_s);
        row("duplicate attribute", Head + "<message to='a' to='b'/>", u"bad not-well-formed"_s);
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, last);
        const QStringList log = read({bytes});
        QVERIFY2(!log.isEmpty() && log.last().startsWith(last), qPrintable(log.join(u" | ")));
        const QStringList slow = read(byteByByte(bytes));
        QVERIFY2(slow.last().startsWith(last.section(u' ', 0, 0)), qPrintable(slow.join(u" | ")));
    }

    void limits()
    {
        QByteArray deep = Head;
        for (int i = 0; i < 10'000; ++i)
            deep += "<a>";
        QCOMPARE(read({deep}).last(), u"bad policy-violation"_s);

        QByteArray wide = Head + "<message ";
        for (int i = 0; i < 10'000; ++i)
            wide += "a" + QByteArray::number(i) + "='' ";
        QCOMPARE(read({wide + "/>"}).last(), u"bad policy-violation"_s);

        xml::ElementLimits few;
        few.nodes = 1000;
        QByteArray many = Head + "<message>";
        for (int i = 0; i < 2000; ++i)
            many += "<x/>";
        QCOMPARE(read({many + "</message>"}, StreamReader(few)).last(), u"bad policy-violation"_s);

        // An element without end: memory stays bounded.
        QList<QByteArray> endless{Head + "<message><body>"};
        for (int i = 0; i < 40; ++i)
            endless << QByteArray(100'000, 'x');
        QCOMPARE(read(endless, StreamReader({}, 1'000'000)).last(), u"bad policy-violation"_s);
        // As is an attribute, a tag name and white space inside a tag.
        endless[0] = Head + "<message to='";
        QCOMPARE(read(endless, StreamReader({}, 1'000'000)).last(), u"bad policy-violation"_s);
        endless[0] = Head + "<";
        QVERIFY(read(endless, StreamReader({}, 1'000'000)).last().startsWith(u"bad"));
        // But a large one that ends is fine.
        endless[0] = Head + "<message><body>";
        endless << "</body></message>"_ba;
        QCOMPARE(read(endless).size(), 2);
    }

    void namespacesAreExact()
    {
        // B7
        StreamReader reader;
        reader.feed(Head + "<a:message xmlns:a='jabber:client'><body xmlns='other'>no</body><a:body>yes</a:body></a:message>");
        QVERIFY(std::holds_alternative<StreamReader::Opened>(reader.next()));
        const auto element = std::get<xml::Element>(reader.next());
        QVERIFY(element.is({u"message", u"jabber:client"}));
        QCOMPARE(element.child({u"body", u"jabber:client"}).text(), u"yes"_s);
        QCOMPARE(element.childCount(), 2);
    }

    void closedStaysClosed()
    {
        QCOMPARE(read({Head + "</stream:stream><message/>"}).last(), u"closed"_s);
    }

    void elementsAgreeWithDom()
    {
        const QByteArray source = "<iq xmlns='jabber:client' type='result' id='1'><query xmlns='jabber:iq:roster' ver=''>"
                                  "<item jid='a@b' name='&quot;A&quot;'><group>x &amp; y</group>mixed<group/></item></query><other xmlns=''/></iq>";
        const auto element = xml::Element::parse(source);
        QVERIFY(element);
        QDomDocument ours, theirs;
        QVERIFY(ours.setContent(element->toXml(), QDomDocument::ParseOption::UseNamespaceProcessing));
        QVERIFY(theirs.setContent(source, QDomDocument::ParseOption::UseNamespaceProcessing));
        const auto equal = [](auto &&self, const QDomNode &a, const QDomNode &b) -> bool {
            if (a.nodeType() != b.nodeType() || a.localName() != b.localName() || a.namespaceURI() != b.namespaceURI() || a.nodeValue() != b.nodeValue())
                return false;
            const QDomNodeList x = a.childNodes(), y = b.childNodes();
            if (x.count() != y.count())
                return false;
            for (int i = 0; i < x.count(); ++i) {
                if (!self(self, x.at(i), y.at(i)))
                    return false;
            }
            return true;
        };
        QVERIFY(equal(equal, ours.documentElement(), theirs.documentElement()));
        QCOMPARE(element->child({u"query", u"jabber:iq:roster"}).attribute(u"ver"), QStringView(u""));
        QVERIFY(!element->attribute(u"from"));
    }
};

QTEST_GUILESS_MAIN(TestStreamReader)
#include "tst_streamreader.moc"
