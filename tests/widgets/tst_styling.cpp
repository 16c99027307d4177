// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/styling.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {
QString letter(StyledSpan::Style style)
{
    switch (style) {
    case StyledSpan::Style::Strong: return u"strong"_s;
    case StyledSpan::Style::Emphasis: return u"em"_s;
    case StyledSpan::Style::Strike: return u"strike"_s;
    case StyledSpan::Style::Preformatted: return u"pre"_s;
    }
    return {};
}

//! "strong:*a* pre:`b`"
QString spansOf(const QString &text)
{
    QStringList out;
    for (const StyledSpan &span : parseStyling(text).spans)
        out << letter(span.style) + u':' + text.mid(span.start, span.length);
    return out.join(u" | "_s);
}

//! A line a line: "quote2 code(text)"
QStringList linesOf(const QString &text)
{
    static const QStringList kinds{u"plain"_s, u"start"_s, u"code"_s, u"end"_s};
    QStringList out;
    for (const StyledLine &line : parseStyling(text).lines)
        out << u"%1 %2 [%3]"_s.arg(line.depth).arg(kinds[int(line.kind)], text.mid(line.start + line.prefix, line.length - line.prefix));
    return out;
}
}

class TestStyling final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spans");
        const auto row = [](const char *name, const QString &text, const QString &spans = {}) { QTest::newRow(name) << text << spans; };
        // XEP-0393 §6.2, each example.
        row("plain span", u"plain span"_s);
        row("strong span", u"*strong span*"_s, u"strong:*strong span*"_s);
        row("emphasis", u"plain _emphasis_ plain"_s, u"em:_emphasis_"_s);
        row("two", u"`pre` plain *strong*"_s, u"pre:`pre` | strong:*strong*"_s);
        row("lazy", u"*strong*plain*"_s, u"strong:*strong*"_s);
        row("a star before", u"* plain *strong*"_s, u"strong:*strong*"_s);
        row("not opened", u"not strong*"_s);
        row("not closed", u"*not strong"_s);
        row("across lines", u"*not \n strong*"_s);
        row("space before the end", u"*not *strong"_s);
        row("two stars", u"**"_s);
        row("three stars", u"***"_s);
        row("four stars", u"****"_s);
        row("line block", u"There are three blocks in this body, one per line,\nbut there is no *formatting\nas spans* may not escape blocks."_s);
        row("plain", u"Two spans, both *alike in dignity*"_s, u"strong:*alike in dignity*"_s);
        row("italic", u"The full title is _Twelfth Night, or What You Will_ but\n_most_ people shorten it."_s,
            u"em:_Twelfth Night, or What You Will_ | em:_most_"_s);
        row("strong", u"The full title is \"Twelfth Night, or What You Will\" but\n*most* people shorten it."_s, u"strong:*most*"_s);
        row("strike", u"Everyone ~dis~likes cake."_s, u"strike:~dis~"_s);
        row("monospace", u"This is `monospace`"_s, u"pre:`monospace`"_s);
        row("no style in it", u"This is `*monospace*`"_s, u"pre:`*monospace*`"_s);
        row("monospace and bold", u"This is *`monospace and bold`*"_s, u"strong:*`monospace and bold`* | pre:`monospace and bold`"_s);
        row("wow", u"Wow, I can write in `monospace`!"_s, u"pre:`monospace`"_s);
        row("unstyled as an example", u"> _ <"_s);
        // What follows from the rules.
        row("in a word", u"snake_case_name 2*3*4 a~b~c"_s);
        row("after a bracket", u"(*no*)"_s);
        row("before punctuation", u"so *very*, _very_!"_s, u"strong:*very* | em:_very_"_s);
        row("space after the start", u"* no*"_s);
        row("space before every end", u"*no * no *"_s);
        row("an end further on", u"*a * b*"_s, u"strong:*a * b*"_s);
        row("empty first", u"**bold**"_s);
        row("nested thrice", u"*_~all~_*"_s, u"strong:*_~all~_* | em:_~all~_ | strike:~all~"_s);
        row("nested after a space", u"*a _b_ c*"_s, u"strong:*a _b_ c* | em:_b_"_s);
        row("crossing", u"*a _b* c_"_s, u"strong:*a _b*"_s);
        row("after an unmatched one", u"_*no*"_s);
        row("after an end", u"*a*_b_"_s, u"strong:*a*"_s);
        row("pre first", u"`a *b` c*"_s, u"pre:`a *b`"_s);
        row("lazy before pre", u"*`a*b`*"_s, u"strong:*`a*"_s);
        row("other white space", u"a\u00a0*b*\u3000_c_\t~d~"_s, u"strong:*b* | em:_c_ | strike:~d~"_s);
        row("no-break space inside", u"*\u00a0a*"_s);
        row("zero width is no space", u"a\u200b*b*"_s);
        row("emoji", u"*🎉*"_s, u"strong:*🎉*"_s);
        row("right to left", u"*مرحبا* بالعالم"_s, u"strong:*مرحبا*"_s);
        row("in a quotation", u"> *a*\n>_b_"_s, u"strong:*a* | em:_b_"_s);
        row("not across quoted lines", u"> *a\n> b*"_s);
        row("not in code", u"```\n*a*\n```\n*b*"_s, u"strong:*b*"_s);
        row("not on the info line", u"``` *a*"_s);
    }

    void spans()
    {
        QFETCH(QString, text);
        QTEST(spansOf(text), "spans");
    }

    void lines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const QString &text, const QStringList &lines) { QTest::newRow(name) << text << lines; };
        row("plain", u"one\ntwo"_s, {});
        row("preformatted", u"```ignored\n(println \"Hello, world!\")\n```\n\nThis should show up"_s,
            {u"0 start [```ignored]"_s, u"0 code [(println \"Hello, world!\")]"_s, u"0 end [```]"_s});
        row("no closing", u"> ```\n> (println \"Hello, world!\")\n\nThe entire blockquote"_s, {u"1 start [```]"_s, u"1 code [(println \"Hello, world!\")]"_s});
        row("quotation", u"> That that is, is.\n\nSaid the old hermit of Prague."_s, {u"1 plain [That that is, is.]"_s});
        row("nested", u">> That that is, is.\n> Said the old hermit of Prague.\n\nWho?"_s,
            {u"2 plain [That that is, is.]"_s, u"1 plain [Said the old hermit of Prague.]"_s});
        row("spaces between", u"> > a"_s, {u"2 plain [a]"_s});
        row("one space is trimmed", u">  a"_s, {u"1 plain [ a]"_s});
        row("nothing quoted", u">\n> "_s, {u"1 plain []"_s, u"1 plain []"_s});
        row("not at the beginning", u" > a\nb > c"_s, {});
        row("end with more", u"```\na\n``` \n````\n```\nb"_s,
            {u"0 start [```]"_s, u"0 code [a]"_s, u"0 code [``` ]"_s, u"0 code [````]"_s, u"0 end [```]"_s});
        row("quote marks in code", u"```\n> a\n```"_s, {u"0 start [```]"_s, u"0 code [> a]"_s, u"0 end [```]"_s});
        row("quote marks in quoted code", u"> ```\n>> a\n> ```\n>> b"_s,
            {u"1 start [```]"_s, u"1 code [> a]"_s, u"1 end [```]"_s, u"2 plain [b]"_s});
        row("a quotation ends the code", u"> ```\n```\n> a"_s, {u"1 start [```]"_s, u"0 start [```]"_s, u"0 code [> a]"_s});
        row("a deeper one ends", u">> ```\n> a\n>> b"_s, {u"2 start [```]"_s, u"1 plain [a]"_s, u"2 plain [b]"_s});
        row("indented", u" ```\na"_s, {});
        row("to the end", u"```\na"_s, {u"0 start [```]"_s, u"0 code [a]"_s});
    }

    void lines()
    {
        QFETCH(QString, text);
        QTEST(linesOf(text), "lines");
    }

    void positionsAreThoseOfTheText()
    {
        const QString text = u"ab\n>> *c*"_s;
        const Styling styling = parseStyling(text);
        QCOMPARE(styling.lines, (QList{StyledLine{StyledLine::Kind::Plain, 3, 6, 3, 2}}));
        QCOMPARE(styling.spans, (QList{StyledSpan{StyledSpan::Style::Strong, 6, 3}}));
    }

    void plainTextIsEmpty()
    {
        QVERIFY(parseStyling(u"").isEmpty());
        QVERIFY(parseStyling(u"Nothing, at all.\nReally").isEmpty());
    }

    void spansNestAndNeverCross()
    {
        // Everything that can be made of few characters: the rules hold for each.
        const QString alphabet = u"*_`a "_s;
        for (int number = 0; number < 78125; ++number) { // 5^7
            QString text;
            for (int rest = number, i = 0; i < 7; ++i, rest /= 5)
                text += alphabet[rest % 5];
            QList<int> ends;
            for (const StyledSpan &span : parseStyling(text).spans) {
                const int last = span.start + span.length - 1;
                while (!ends.isEmpty() && ends.last() < span.start)
                    ends.removeLast();
                QVERIFY2(ends.isEmpty() || last < ends.last(), qPrintable(text));
                QVERIFY2(span.length >= 3 && text[span.start] == text[last], qPrintable(text));
                QVERIFY2(!text[span.start + 1].isSpace() && !text[last - 1].isSpace(), qPrintable(text));
                ends.append(last);
            }
        }
    }

    void nothingTakesLong_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &part) { QTest::newRow(name) << part.repeated(100'000 / part.size()); };
        row("stars", u"*"_s);
        row("openings", u" *a"_s);
        row("openings of all", u" *a _b ~c `d"_s);
        row("closings", u"a* "_s);
        row("nested openings", u"*_~"_s);
        row("spans", u"*a* "_s);
        row("marks", u">"_s);
        row("marks and spaces", u"> "_s);
        row("quoted lines", u">\n"_s);
        row("fences", u"```\n"_s);
        row("graves", u"`"_s);
        row("deep and code", u">>>>```\n"_s);
        row("words", u"word "_s);
        row("spaces after", u"* "_s);
        QString stairs;
        for (int i = 0; stairs.size() < 100'000; ++i)
            stairs += QString(i % 400, u'>') + u"```\n"_s;
        QTest::newRow("stairs") << stairs;
    }

    void nothingTakesLong()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        timer.start();
        const Styling styling = parseStyling(text);
        const qint64 took = timer.elapsed();
        QVERIFY2(took < 100, qPrintable(QString::number(took))); // a few, and the sanitizers' own
        QVERIFY(styling.spans.size() + styling.lines.size() <= text.size());
    }
};

QTEST_APPLESS_MAIN(TestStyling)
#include "tst_styling.moc"
