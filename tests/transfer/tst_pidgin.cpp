// SPDX-License-Identifier: GPL-3.0-or-later
// Pidgin's logs as the versions wrote them: colours, names, times as each language has them.
#include "transfer/pidginlog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace transfer::pidgin;
using data::Direction;

namespace
{

const QString Title = u"<html><head><title>Conversation with ana@example.org</title></head><body><h3>Conversation</h3>\n"_s;

QString newer(const QString &colour, const QString &time, const QString &name, const QString &body)
{
    return u"<span style=\"color: #%1\"><span style=\"font-size: smaller\">(%2)</span> <b>%3:</b></span> %4<br>\n"_s.arg(colour, time, name, body);
}

QString older(const QString &colour, const QString &time, const QString &name, const QString &body)
{
    return u"<font color=\"#%1\"><font size=\"2\">(%2)</font> <b>%3:</b></font> %4<br/>\n"_s.arg(colour, time, name, body);
}

Log parseAt(const QString &text, const QString &file = u"2023-11-14.231320+0100CET.html"_s)
{
    return parse(text, startOf(file));
}

QString utc(const Line &line)
{
    return line.time.toString(Qt::ISODate);
}

} // namespace

class TestPidgin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileNames()
    {
        QCOMPARE(startOf(u"2023-11-14.231320+0100CET.html"_s).toUTC().toString(Qt::ISODate), u"2023-11-14T22:13:20Z"_s);
        QCOMPARE(startOf(u"2023-11-14.231320-0330NST.txt"_s).toUTC().toString(Qt::ISODate), u"2023-11-15T02:43:20Z"_s);
        QVERIFY(startOf(u"2023-11-14.231320.txt"_s).isValid());
        for (const QString &name : {u"notes.txt"_s, u"2023-99-14.231320+0100CET.html"_s, u"2023-11-14.231320+0100CET.html.bak"_s})
            QVERIFY(!startOf(name).isValid());
        QCOMPARE(unescapedName(u"ana%40example.org"_s), u"ana@example.org"_s);
    }

    void bothGenerations()
    {
        for (const auto &line : {newer, older}) {
            const Log log = parseAt(Title + line(u"A82F2F"_s, u"23:13:20"_s, u"Ana"_s, u"Hi"_s) + line(u"16569E"_s, u"23:13:25"_s, u"Eva"_s, u"Ho"_s));
            QCOMPARE(log.lines.size(), 2);
            QCOMPARE(log.lines[0].direction, Direction::Received);
            QCOMPARE(log.lines[0].name, u"Ana"_s);
            QCOMPARE(log.lines[0].body, u"Hi"_s);
            QCOMPARE(log.lines[1].direction, Direction::Sent);
            QCOMPARE(utc(log.lines[1]), u"2023-11-14T22:13:25Z"_s);
        }
    }

    void markup()
    {
        const Log log = parseAt(Title + newer(u"A82F2F"_s, u"23:13:20"_s, u"A &amp; B"_s,
            u"<html xmlns='http://jabber.org/protocol/xhtml-im'><body>one<br/>two <a href=\"https://x.example/?a=1&amp;b=2\">https://x.example/?a=1&amp;b=2</a> &lt;b&gt; &#128512; &bogus;</body></html>"_s)
            + u"a second line<br>\n</body></html>\n"_s);
        QCOMPARE(log.lines.size(), 1);
        QCOMPARE(log.lines[0].name, u"A & B"_s);
        QCOMPARE(log.lines[0].body, u"one\ntwo https://x.example/?a=1&b=2 <b> 😀 &bogus;\na second line"_s);
    }

    void whatPidginSaysItself()
    {
        const Log log = parseAt(Title + u"<span style=\"font-size: smaller\">(23:13:20)</span><b> Ana has signed on.</b><br>\n"_s
            + u"<span style=\"color: #062585\"><span style=\"font-size: smaller\">(23:13:21)</span> <b>***Ana</b></span> waves<br>\n"_s
            + newer(u"A82F2F"_s, u"23:13:22"_s, u"Ana"_s, u"Hi"_s)
            + u"<span style=\"color: #FF0000\"><span style=\"font-size: smaller\">(23:13:23)</span><b> Unable to send message</b></span><br>\n"_s);
        QCOMPARE(log.lines.size(), 2);
        QCOMPARE(log.lines[0].body, u"/me waves"_s);
        QCOMPARE(log.lines[0].name, u"Ana"_s);
        QCOMPARE(log.damaged, 0);
    }

    void times()
    {
        const Log log = parseAt(Title + newer(u"A82F2F"_s, u"11:59:58 PM"_s, u"Ana"_s, u"late"_s) + newer(u"A82F2F"_s, u"12:00:03 AM"_s, u"Ana"_s, u"next day"_s)
            + newer(u"A82F2F"_s, u"12.11.2023 10:00:00"_s, u"Ana"_s, u"said before"_s) + newer(u"A82F2F"_s, u"11/13/2023 10:00:00 AM"_s, u"Ana"_s, u"too"_s)
            + newer(u"A82F2F"_s, u"00:00:01"_s, u"Ana"_s, u"a little late"_s) + newer(u"A82F2F"_s, u"08:00:00"_s, u"Ana"_s, u"in the morning"_s));
        QStringList times;
        for (const Line &line : log.lines)
            times << utc(line);
        QCOMPARE(times, (QStringList{u"2023-11-14T22:59:58Z"_s, u"2023-11-14T23:00:03Z"_s, u"2023-11-12T09:00:00Z"_s, u"2023-11-13T09:00:00Z"_s,
                            u"2023-11-14T23:00:01Z"_s, u"2023-11-15T07:00:00Z"_s}));
    }

    void plainText()
    {
        Log log = parseAt(u"Conversation with ana@example.org at 14.11.2023 on eva@example.org/Home (jabber)\n(23:13:20) ana@example.org/phone: Hi: there\nand more\n"
                          "(23:13:25) Eva: Ho\n(23:13:30) ana has signed off.\n"_s, u"2023-11-14.231320+0100CET.txt"_s);
        tellApart(log.lines, {Jid::parse(u"eva@example.org").value(), Jid::parse(u"ana@example.org").value(), {}});
        QCOMPARE(log.lines.size(), 2);
        QCOMPARE(log.lines[0].body, u"Hi: there\nand more"_s);
        QCOMPARE(log.lines[0].direction, Direction::Received);
        QCOMPARE(log.lines[1].direction, Direction::Sent); // who else
    }

    void nobodyKnowsWho()
    {
        Log log = parseAt(u"Conversation\n(23:13:20) Aninha: Hi\n(23:13:25) Boss: Ho\n"_s, u"2023-11-14.231320+0100CET.txt"_s);
        const Parties parties{Jid::parse(u"eva@example.org").value(), Jid::parse(u"ana@example.org").value(), {}};
        tellApart(log.lines, parties);
        QVERIFY(!log.lines[0].direction && !log.lines[1].direction);
        tellApart(log.lines, {parties.account, parties.contact, {u"Boss"_s}});
        QCOMPARE(log.lines[0].direction, Direction::Received);
        QCOMPARE(log.lines[1].direction, Direction::Sent);
    }

    void nonsense_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("one line") << u"<html>"_s;
        QTest::newRow("no end") << Title + u"<span style=\"color: #16569E\"><span"_s;
        QTest::newRow("many brackets") << u"x\n"_s + QString(100'000, u'(') + u"\n("_s + QString(100'000, u'1') + u":00:00)"_s;
        QTest::newRow("many tags") << Title + newer(u"A82F2F"_s, u"23:13:20"_s, u"Ana"_s, QString(100'000, u'<'));
        QTest::newRow("wrong time") << Title + newer(u"A82F2F"_s, u"99:99:99"_s, u"Ana"_s, u"Hi"_s);
    }

    void nonsense()
    {
        QFETCH(QString, text);
        const Log log = parseAt(text);
        QVERIFY(log.lines.size() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestPidgin)
#include "tst_pidgin.moc"
