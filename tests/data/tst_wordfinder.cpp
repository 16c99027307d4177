// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/wordfinder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using data::SearchTerm;
using data::WordFinder;

class TestWordFinder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QList<SearchTerm>>("terms");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char *name, const QList<SearchTerm> &terms, const QString &text, const QString &marked) {
            QTest::newRow(name) << terms << text << marked;
        };
        row("a word", {{u"train"_s}}, u"The train, a Train; trains"_s, u"The [train], a [Train]; trains"_s);
        row("the beginning of a word", {{u"tra"_s, true}}, u"a train to Trápani, extra"_s, u"a [train] to [Trápani], extra"_s);
        row("accents", {{u"camion"_s}}, u"Camión, CAMIO\u0301N y camion"_s, u"[Camión], [CAMIO\u0301N] y [camion]"_s);
        row("accents typed", {{u"Ñandú"_s}}, u"nandu"_s, u"[nandu]"_s);
        row("a phrase", {{u"red train"_s}}, u"red red train, red. Train; redtrain"_s, u"red [red] [train], [red]. [Train]; redtrain"_s);
        row("words over each other", {{u"a b"_s}, {u"b"_s}}, u"a b b"_s, u"[a] [b] [b]"_s);
        row("a script without spaces", {{u"東京"_s, true}}, u"私は東京都に住む。東京！"_s, u"私は[東京]都に住む。[東京]！"_s);
        row("a picture", {{u"🎉"_s, true}}, u"yes🎉🎉!"_s, u"yes[🎉][🎉]!"_s);
        row("letters outside of the first plane", {{u"𐐀𐐁"_s}}, u"x 𐐨𐐩 y"_s, u"x [𐐨𐐩] y"_s);
        row("Arabic with marks", {{u"سلام"_s}}, u"سَلام عليكم"_s, u"[سَلام] عليكم"_s);
        row("nothing", {{u"train"_s}}, {}, {});
        row("half a surrogate pair", {{u"b"_s}}, QString(QChar(0xD83C)) + u" b"_s, QString(QChar(0xD83C)) + u" [b]"_s);
    }

    void finds()
    {
        QFETCH(const QList<SearchTerm>, terms);
        QFETCH(const QString, text);
        QFETCH(QString, marked);
        QString shown = text;
        const auto spans = WordFinder(terms).find(text);
        for (auto span = spans.crbegin(); span != spans.crend(); ++span) {
            shown.insert(span->start + span->length, u']');
            shown.insert(span->start, u'[');
        }
        QCOMPARE(shown, marked);
    }

    void snippets()
    {
        const WordFinder finder({{u"train"_s}});
        QCOMPARE(finder.snippet(u"the\n train  goes"_s), u"the train goes"_s);
        QCOMPARE(finder.snippet({}), QString());
        const QString far = finder.snippet(u"word "_s.repeated(100) + u"train"_s + u" word"_s.repeated(100));
        QVERIFY2(far.startsWith(u"…word "_s) && far.endsWith(u"…"_s), qPrintable(far));
        QVERIFY(far.contains(u"train"_s));
        QVERIFY(far.size() <= 202);
        const QString run = finder.snippet(QString(500, u'東') + u" train"_s);
        QVERIFY2(run.contains(u"train"_s), qPrintable(run));
    }

    void pieces()
    {
        const WordFinder finder({{u"東京"_s}, {u"train"_s}});
        QVERIFY(finder.hasPieces(u"x東京"_s)); // words are the index's to find
        QVERIFY(!finder.hasPieces(u"train"_s));
        QVERIFY(WordFinder().isEmpty());
    }

    void longTextsTakeNoTime()
    {
        const QString text = u"word "_s.repeated(400'000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(WordFinder({{u"word"_s}}).find(text, 100).size(), 100);
        QVERIFY(WordFinder({{u"nothing"_s}}).find(text).isEmpty());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestWordFinder)
#include "tst_wordfinder.moc"
