// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/codec.h"
#include "xml/streamreader.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace
{

enum class Colour { Red, Green };

struct Wheel
{
    static constexpr xml::Name Tag{u"wheel", u"urn:car"};
    int size = 0;
    friend bool operator==(const Wheel &, const Wheel &) = default;

    static void describe(auto &self, auto &io) { io.attribute(u"size", self.size); }
};

struct Car
{
    static constexpr xml::Name Tag{u"car", u"urn:car"};
    QString name;
    std::optional<Colour> colour;
    int doors = 4;
    std::optional<QDateTime> built;
    bool fast = false;
    std::optional<QString> note;
    QStringList tags;
    QList<Wheel> wheels;
    friend bool operator==(const Car &, const Car &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"name", self.name);
        io.attribute(u"colour", self.colour);
        io.attribute(u"doors", self.doors, 4);
        io.attribute(u"built", self.built);
        io.flag({u"fast", u"urn:car:speed"}, self.fast);
        io.childText(u"note", self.note);
        io.childText(u"tag", self.tags);
        io.child(self.wheels);
    }
};

} // namespace

template <>
inline constexpr std::array<xml::NameOf<Colour>, 2> xml::names<Colour> = {{{Colour::Red, u"red"}, {Colour::Green, u"green"}}};

class TestCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWays()
    {
        const QList<std::pair<Car, QByteArray>> table{
            {{u"a"_s, {}, 4, {}, false, {}, {}, {}}, "<car xmlns='urn:car' name='a'/>"},
            {{u"<&'>"_s, Colour::Green, 2, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC), true, u"x"_s, {u"p"_s, u""_s}, {{1}, {2}}},
                "<car xmlns='urn:car' name='&lt;&amp;&apos;&gt;' colour='green' doors='2' built='2026-01-02T03:04:05Z'><fast xmlns='urn:car:speed'/>"
                "<note>x</note><tag>p</tag><tag/><wheel size='1'/><wheel size='2'/></car>"},
        };
        for (const auto &[value, xml] : table) {
            QCOMPARE(xml::encode(value), xml);
            const auto decoded = xml::decode<Car>(*xml::Element::parse(xml));
            QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().text));
            QCOMPARE(*decoded, value);
        }
    }

    void malformed()
    {
        for (const char *bad : {"<car xmlns='urn:car'/>", "<car xmlns='urn:other' name='a'/>", "<car xmlns='urn:car' name='a' doors='four'/>",
                 "<car xmlns='urn:car' name='a' doors=''/>", "<car xmlns='urn:car' name='a' doors='99999999999'/>", "<car xmlns='urn:car' name='a' colour='blue'/>",
                 "<car xmlns='urn:car' name='a' built='yesterday'/>"})
            QVERIFY2(!xml::decode<Car>(*xml::Element::parse(bad)), bad);
    }

    void badItemCostsOnlyItself()
    {
        QStringList dropped;
        const auto car = xml::decode<Car>(*xml::Element::parse("<car xmlns='urn:car' name='a'><wheel size='1'/><wheel size='x'/><wheel/><wheel size='4'/></car>"), &dropped);
        QVERIFY(car);
        QCOMPARE(car->wheels, (QList<Wheel>{{1}, {4}}));
        QCOMPARE(dropped.size(), 2);
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: refused
        QTest::newRow("z") << u"2026-11-22T10:00:00Z"_s << u"2026-11-22T10:00:00.000Z"_s;
        QTest::newRow("offset") << u"2026-11-22T10:00:00+02:00"_s << u"2026-11-22T08:00:00.000Z"_s;
        QTest::newRow("twenty digits") << u"2026-11-22T10:00:00.12345678901234567890Z"_s << u"2026-11-22T10:00:00.123Z"_s;
        QTest::newRow("leap second") << u"2016-12-31T23:59:60Z"_s << u"2016-12-31T23:59:59.000Z"_s;
        QTest::newRow("epoch") << u"1970-01-01T00:00:00Z"_s << u"1970-01-01T00:00:00.000Z"_s;
        for (const char *bad : {"", "0000-00-00T00:00:00Z", "2026-11-22T10:00:00", "2026-11-22T10:00:00+99:99", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z",
                 "-2026-01-01T00:00:00Z", "20261122T10:00:00", "2026-11-22T10:00:00.Z", "2026-11-22T25:00:00Z", "1969-01-01T00:00:00Z", "99999-01-01T00:00:00Z"})
            QTest::newRow(qPrintable(u"bad "_s + QLatin1StringView(bad))) << QString::fromLatin1(bad) << QString();
    }

    void times()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto time = xml::Text<QDateTime>::parse(text);
        QCOMPARE(time ? time->toString(Qt::ISODateWithMs) : QString(), utc);
    }

    void writerKeepsTheStreamAlive()
    {
        // B12: nothing a person types can end the stream.
        QString nasty = u"a\u0000b\u0001c\uFFFEd 👩‍👩‍👧 \r\n\t]]> &amp; <x>"_s;
        nasty += QChar(0xD800);
        nasty += u'z';
        nasty += QChar(0xDC00);
        xml::Writer writer;
        writer.start({u"body", u"jabber:client"});
        writer.attribute(u"a", nasty);
        writer.text(nasty);
        writer.end();
        const auto back = xml::Element::parse(writer.take());
        QVERIFY(back);
        QString expected = nasty;
        for (QChar &c : expected) {
            if ((c.unicode() < 0x20 && c != u'\r' && c != u'\n' && c != u'\t') || c.unicode() == 0xFFFE)
                c = QChar(0xFFFD);
        }
        expected[expected.size() - 3] = expected[expected.size() - 1] = QChar(0xFFFD);
        QCOMPARE(back->text(), expected);
        QCOMPARE(back->attribute(u"a")->toString(), expected);
    }

    void base64IsStrict()
    {
        QCOMPARE(xml::Text<QByteArray>::parse(u"aGVs\n bG8="), std::optional("hello"_ba));
        for (const QString &bad : {u"aGVsbG8"_s + u"==="_s, u"aGV=sbG8"_s, u"añ=="_s, u"aGVs*G8="_s})
            QVERIFY2(!xml::Text<QByteArray>::parse(bad), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
