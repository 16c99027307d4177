// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/searchparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using data::SearchQuery;

namespace
{

data::SearchForms bothLanguages()
{
    auto forms = data::SearchForms::english();
    forms.from << u"de"_s;
    forms.in << u"en"_s;
    forms.has << u"tiene"_s;
    forms.before << u"antes"_s;
    forms.after << u"despues"_s;
    forms.me << u"mi"_s;
    forms.link << u"enlace"_s;
    return forms;
}

//! The query as one line: terms, `*` behind an unfinished one, then what the operators say.
QString described(const SearchQuery &query)
{
    QStringList parts;
    for (const data::SearchTerm &term : query.terms)
        parts << u'[' + term.text + u']' + (term.prefix ? u"*"_s : QString());
    for (const QString &name : query.from)
        parts << u"from="_s + name;
    for (const QString &name : query.in)
        parts << u"in="_s + name;
    if (query.fromMe)
        parts << u"me"_s;
    if (query.withLink)
        parts << u"link"_s;
    if (query.after.isValid())
        parts << u"after="_s + query.after.toString(Qt::ISODate);
    if (query.before.isValid())
        parts << u"before="_s + query.before.toString(Qt::ISODate);
    return parts.join(u' ');
}

} // namespace

class TestSearchParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *name, const QString &typed, const QString &read) { QTest::newRow(name) << typed << read; };
        row("nothing", u"  "_s, {});
        row("words", u"old  red train"_s, u"[old] [red] [train]*"_s);
        row("a finished word", u"red train "_s, u"[red] [train]"_s);
        row("a phrase", u"\"red train\" tomorrow"_s, u"[red train] [tomorrow]*"_s);
        row("a phrase without an end", u"a \"red tra"_s, u"[a] [red tra]*"_s);
        row("other quotation marks", u"«tren rojo» “red train”"_s, u"[tren rojo] [red train]"_s);
        row("an empty phrase", u"\"\" red \"  \""_s, u"[red]"_s);
        row("from", u"from:ana train"_s, u"[train]* from=ana"_s);
        row("from me", u"from:me"_s, u"me"_s);
        row("any case", u"FROM:Me Has:LINK"_s, u"me link"_s);
        row("in a quoted name", u"in:\"Ana Ruiz\" train"_s, u"[train]* in=Ana Ruiz"_s);
        row("in a name of several words", u"in:ana ruiz train"_s, u"[train]* in=ana ruiz"_s);
        row("in a name of which there is none", u"in:leo ruiz"_s, u"[ruiz]* in=leo"_s);
        row("in a longer name", u"in:climbing on sundays early"_s, u"[early]* in=climbing on sundays"_s);
        row("days", u"before:2026-03-01 after:2026-2-7"_s, u"after=2026-02-07 before=2026-03-01"_s);
        row("months and years", u"before:2026-03 after:2025"_s, u"after=2025-01-01 before=2026-03-01"_s);
        row("no day", u"before:noon after:2026-13"_s, u"[before:noon] [after:2026-13]*"_s);
        row("nothing one can have", u"has:wings"_s, u"[has:wings]*"_s);
        row("no operator", u"note:this https://a.example/x"_s, u"[note:this] [https://a.example/x]*"_s);
        row("a colon in front and alone", u":x : a:"_s, u"[:x] [:] [a:]*"_s);
        row("an operator that is being typed", u"train from:"_s, u"[train]"_s);
        row("an operator without a value", u"from: train"_s, u"[from:] [train]*"_s);
        row("Spanish", u"de:mí en:\"Ana Ruiz\" tiene:enlace antes:2026-03-01 después:2026-02"_s, u"in=Ana Ruiz me link after=2026-02-01 before=2026-03-01"_s);
        row("words of FTS5", u"AND OR NOT NEAR(a b)"_s, u"[AND] [OR] [NOT] [NEAR(a] [b)]*"_s);
        row("signs", u"* ^ ( ) - +"_s, u"[*] [^] [(] [)] [-] [+]*"_s);
        row("half a surrogate pair", u"a"_s + QChar(0xD800) + u"b"_s, u"[a?b]*"_s);
        row("a character that is none", u"a"_s + QChar(0) + u"b"_s + QChar(0xFFFF), u"[a] [b]"_s);
        row("pictures", u"🎉 東京"_s, u"[🎉] [東京]*"_s);
    }

    void reads()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, read);
        const QStringList names{u"Ana Ruiz"_s, u"Climbing on Sundays"_s, u"Leo"_s};
        QCOMPARE(described(data::parseSearch(typed, bothLanguages(), names)), read);
    }

    void otherLanguagesAreText()
    {
        QCOMPARE(described(data::parseSearch(u"de:ana"_s, data::SearchForms::english())), u"[de:ana]*"_s);
    }

    void longTextIsBounded()
    {
        const auto words = data::parseSearch(u"word \"x\" "_s.repeated(10'000), bothLanguages());
        QVERIFY(words.terms.size() <= 32);
        const auto one = data::parseSearch(QString(10'000, u'x'), bothLanguages());
        QCOMPARE(one.terms.size(), 1);
        QVERIFY(one.terms.first().text.size() <= 1000);
    }

    void knowsWhenNothingIsLookedFor()
    {
        QVERIFY(data::parseSearch(u" \" "_s, bothLanguages()).isEmpty());
        QVERIFY(!data::parseSearch(u"from:me"_s, bothLanguages()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSearchParser)
#include "tst_searchparser.moc"
