// SPDX-License-Identifier: GPL-3.0-or-later
// Hunspell over dictionaries of a few words, in several encodings, and over files that are none.
#include "app/hunspellspeller.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Verdict = widgets::Speller::Verdict;

class tst_HunspellSpeller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsDictionaries();
    void knowsSeveralLanguagesAtOnce();
    void readsOldEncodings();
    void suggests();
    void answersNobodyWhoIsGone();
    void keepsWordsOfOnesOwn();
    void takesHostileWords();
    void takesHostileDictionaries();
    void readsTheSystemsDictionaries();

private:
    void put(const QString &name, const QByteArray &affixes, const QByteArray &words);
    [[nodiscard]] std::unique_ptr<app::HunspellSpeller> speller(const QStringList &languages);
    //! The verdict once there is one.
    [[nodiscard]] static Verdict verdict(widgets::Speller &speller, const QString &word);
    [[nodiscard]] static QStringList suggestions(widgets::Speller &speller, const QString &word);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_HunspellSpeller::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    put(u"en_GB"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz'\nREP 1\nREP teh the\nSFX S Y 1\nSFX S 0 s .\n", "5\nthe\nworld/S\nhello\ndon't\nÅngström\n");
    put(u"es"_s, "SET ISO8859-1\nTRY aeinoñ\n", "3\nni\xf1o\nma\xf1""ana\nhola\n");
    put(u"ru_RU"_s, "SET KOI8-R\n", "2\n\xcd\xc9\xd2\n\xd0\xd2\xc9\xd7\xc5\xd4\n");
    put(u"uk_UA"_s, "SET microsoft-cp1251\n", "1\n\xef\xf0\xe8\xe2\xb3\xf2\n");
}

void tst_HunspellSpeller::put(const QString &name, const QByteArray &affixes, const QByteArray &words)
{
    for (const auto &[ending, bytes] : {std::pair(u".aff"_s, affixes), std::pair(u".dic"_s, words)}) {
        QFile file(m_folder->filePath(name + ending));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
}

std::unique_ptr<app::HunspellSpeller> tst_HunspellSpeller::speller(const QStringList &languages)
{
    auto made = std::make_unique<app::HunspellSpeller>(QStringList{m_folder->path()}, m_folder->filePath(u"words.txt"_s));
    made->setLanguages(languages);
    return made;
}

Verdict tst_HunspellSpeller::verdict(widgets::Speller &speller, const QString &word)
{
    QSignalSpy changed(&speller, &widgets::Speller::changed);
    Verdict answer = speller.check(word);
    while (answer == Verdict::Pending && changed.wait())
        answer = speller.check(word);
    return answer;
}

QStringList tst_HunspellSpeller::suggestions(widgets::Speller &speller, const QString &word)
{
    QStringList found;
    bool done = false;
    QObject context;
    speller.suggest(word, &context, [&](const QStringList &answer) {
        found = answer;
        done = true;
    });
    return QTest::qWaitFor([&done] { return done; }) ? found : QStringList{u"no answer"_s};
}

void tst_HunspellSpeller::findsDictionaries()
{
    put(u"hyph_en"_s, "x", "x"); // of another kind, but of the same form
    QFile(m_folder->filePath(u"lonely.aff"_s)).open(QIODevice::WriteOnly);
    const app::HunspellSpeller speller({u"/nowhere"_s, m_folder->path()}, {});
    QVERIFY(!speller.installed().contains(u"lonely"_s));
    for (const auto &name : {u"en_GB"_s, u"es"_s, u"ru_RU"_s, u"uk_UA"_s})
        QVERIFY(speller.installed().contains(name));
    QVERIFY(app::HunspellSpeller({}, {}).installed().isEmpty());
    qputenv("DICPATH", "/some/where:/else");
    QCOMPARE(app::HunspellSpeller::standardFolders().first(2), (QStringList{u"/some/where"_s, u"/else"_s}));
    QVERIFY(app::HunspellSpeller::standardFolders().contains(u"/usr/share/hunspell"_s));
    qunsetenv("DICPATH");
}

void tst_HunspellSpeller::knowsSeveralLanguagesAtOnce()
{
    auto both = speller({u"en_GB"_s, u"es"_s, u"xx"_s});
    QCOMPARE(both->languages(), (QStringList{u"en_GB"_s, u"es"_s}));
    QCOMPARE(both->check(u"world"_s), Verdict::Pending); // nothing is read here and now
    for (const auto &word : {u"world"_s, u"worlds"_s, u"World"_s, u"HOLA"_s, u"mañana"_s, u"don’t"_s, u"Ångström"_s, u"A\u030angstro\u0308m"_s})
        QCOMPARE(verdict(*both, word), Verdict::Right);
    for (const auto &word : {u"wrold"_s, u"manana"_s, u"мир"_s})
        QCOMPARE(verdict(*both, word), Verdict::Wrong);
    both->setLanguages({u"en_GB"_s});
    QCOMPARE(verdict(*both, u"mañana"_s), Verdict::Wrong);
    both->setLanguages({});
    QCOMPARE(both->check(u"wrold"_s), Verdict::Right);
}

void tst_HunspellSpeller::readsOldEncodings()
{
    auto all = speller({u"ru_RU"_s, u"uk_UA"_s, u"es"_s});
    for (const auto &word : {u"мир"_s, u"привет"_s, u"привіт"_s, u"niño"_s})
        QCOMPARE(verdict(*all, word), Verdict::Right);
    for (const auto &word : {u"приветт"_s, u"中文"_s, u"nino"_s, u"ni?o"_s})
        QCOMPARE(verdict(*all, word), Verdict::Wrong);
}

void tst_HunspellSpeller::suggests()
{
    auto both = speller({u"en_GB"_s, u"es"_s});
    QCOMPARE(suggestions(*both, u"teh"_s).first(), u"the"_s);
    QVERIFY(suggestions(*both, u"manana"_s).contains(u"mañana"_s));
    QVERIFY(suggestions(*both, u"wrold"_s).contains(u"world"_s));
    QCOMPARE(suggestions(*both, u"qqqqqqqqqq"_s), QStringList());
}

void tst_HunspellSpeller::answersNobodyWhoIsGone()
{
    auto both = speller({u"en_GB"_s});
    bool called = false;
    auto context = std::make_unique<QObject>();
    both->suggest(u"teh"_s, context.get(), [&called](const QStringList &) { called = true; });
    context.reset();
    QVERIFY(!suggestions(*both, u"teh"_s).isEmpty()); // one thread: the first has been answered too
    QVERIFY(!called);
    both->suggest(u"teh"_s, this, [&called](const QStringList &) { called = true; });
    (void)both->check(u"hello"_s);
    both.reset(); // while it works
    QVERIFY(!called);
}

void tst_HunspellSpeller::keepsWordsOfOnesOwn()
{
    {
        auto one = speller({u"en_GB"_s});
        QCOMPARE(verdict(*one, u"Palique"_s), Verdict::Wrong);
        one->add(u"Palique"_s);
        one->add(u"palabra"_s);
        one->add(u"Palique"_s);
        QCOMPARE(one->check(u"Palique"_s), Verdict::Right);
        QCOMPARE(one->check(u"Palabra"_s), Verdict::Right); // as a sentence begins
        one->ignore(u"wrold"_s);
        QCOMPARE(one->check(u"wrold"_s), Verdict::Right);
    }
    QFile file(m_folder->filePath(u"words.txt"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.readAll(), "Palique\npalabra\n"_ba);
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    file.write("\xff\xfe\0\n"_ba + QByteArray(5000, 'x') + "\n\n  good  \n");
    file.close();
    auto again = speller({u"en_GB"_s});
    for (const auto &word : {u"Palique"_s, u"palabra"_s, u"good"_s})
        QCOMPARE(again->check(word), Verdict::Right);
    QCOMPARE(verdict(*again, u"wrold"_s), Verdict::Wrong);
}

void tst_HunspellSpeller::takesHostileWords()
{
    auto one = speller({u"en_GB"_s, u"es"_s, u"ru_RU"_s});
    QCOMPARE(one->check(QString(100'000, u'a')), Verdict::Right); // no word at all
    const QString nul = u"a"_s + QChar(0) + u"b"_s;
    for (const QString &word : {nul, QString(QChar(0xd800)) + u"ab"_s, QString(60, u'w'), QString(60, QChar(0x4e2d)), u"\u202eabc"_s, QString(20, QChar(0x0301)), u"ab/S"_s, u"%s%n"_s, QString()}) {
        QVERIFY(verdict(*one, word) != Verdict::Pending);
        (void)suggestions(*one, word);
    }
}

void tst_HunspellSpeller::takesHostileDictionaries()
{
    quint32 seed = 7;
    QByteArray noise;
    for (int i = 0; i < 20'000; ++i) {
        seed = seed * 1664525 + 1013904223;
        noise += char(seed >> 24);
    }
    put(u"aa"_s, noise, noise);
    put(u"bb"_s, "SET MARTIAN\n", "1\nhello\n");
    put(u"cc"_s, "", "");
    put(u"dd"_s, "SET UTF-8\nSFX A Y 99999\nCOMPOUNDRULE 3\nREP\nMAP 2\nMAP (\n", "99999999\nword/ABC\n\xff\xff\n");
    auto alone = speller({u"bb"_s});
    QCOMPARE(verdict(*alone, u"anything"_s), Verdict::Right); // it can tell nothing, so nothing is wrong
    auto all = speller({u"aa"_s, u"bb"_s, u"cc"_s, u"dd"_s, u"en_GB"_s});
    QCOMPARE(verdict(*all, u"world"_s), Verdict::Right);
    (void)suggestions(*all, u"wrold"_s);
}

void tst_HunspellSpeller::readsTheSystemsDictionaries()
{
    app::HunspellSpeller system(app::HunspellSpeller::standardFolders(), {});
    QVERIFY(system.installed().contains(u"en_US"_s)); // packaging/packages/test.txt
    QVERIFY(system.installed().contains(u"es_ES"_s));
    system.setLanguages({u"en_US"_s, u"es_ES"_s});
    for (const auto &word : {u"tomorrow"_s, u"mañana"_s, u"doesn't"_s, u"pingüino"_s})
        QCOMPARE(verdict(system, word), Verdict::Right);
    QCOMPARE(verdict(system, u"tomorow"_s), Verdict::Wrong);
    QCOMPARE(suggestions(system, u"tomorow"_s).first(), u"tomorrow"_s);
}

QTEST_MAIN(tst_HunspellSpeller)
#include "tst_hunspellspeller.moc"
