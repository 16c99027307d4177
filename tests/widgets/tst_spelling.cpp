// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakespeller.h"
#include "widgets/messageedit.h"
#include "widgets/spellchecker.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using widgets::CodeBlock;

class tst_Spelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsTheWords_data();
    void findsTheWords();
    void leavesBlocksOfCodeAlone();
    void readsAnyText();
    void choosesDictionaries();
    void underlinesWithoutTouchingTheText();
    void leavesTheWordBeingTypedAlone();
    void offersOtherWords();
    void addsAndIgnores();
    void doesNothingWithoutLanguages();
    void goesThroughLongTextsInSlices();

private:
    [[nodiscard]] QMenu *menuAt(int position);
    void type(const QString &text) { QTest::keyClicks(m_edit.get(), text); }

    std::unique_ptr<fake::Speller> m_speller;
    std::unique_ptr<widgets::MessageEdit> m_edit;
    widgets::SpellChecker *m_checker = nullptr;
};

void tst_Spelling::init()
{
    m_speller = std::make_unique<fake::Speller>();
    m_speller->setLanguages({u"en_GB"_s});
    m_speller->wrong = {{u"teh"_s, {u"the"_s, u"tech"_s}}, {u"wrld"_s, {}}};
    m_edit = std::make_unique<widgets::MessageEdit>();
    m_checker = new widgets::SpellChecker(m_edit.get(), *m_speller);
    m_edit->show();
    m_edit->activateWindow();
    m_edit->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
}

void tst_Spelling::cleanup()
{
    m_edit.reset();
    m_speller.reset();
}

void tst_Spelling::findsTheWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const QString &line, const QString &words) { QTest::newRow(qPrintable(line.left(40))) << line << words; };
    row(u"Hello, world!"_s, u"Hello world"_s);
    row(u"don't l’été 'quoted'"_s, u"don't l’été quoted"_s);
    row(u"well-known a I x"_s, u"well known"_s);
    row(u"*bold* _word_ (so) ¿qué?"_s, u"bold so qué"_s);
    row(u"see https://example.org/wrld and www.wrld.org or wrld@example.org"_s, u"see and or"_s);
    row(u"file.txt ~/wrld /usr/wrld C:\\wrld xmpp:ana mailto:ana"_s, u""_s);
    row(u"v2 3rd abc123 snake_case"_s, u""_s);
    row(u":smile: so :thumbsup :+1: 10:30 yes:no"_s, u"so yes no"_s);
    row(u"run `teh wrld` now ` alone"_s, u"run now alone"_s);
    row(u"> teh wrld"_s, u""_s);
    row(u"中文 ไทย かな Ελλάδα мир"_s, u"Ελλάδα мир"_s);
    row(u"𝐀𝐁 e\u0301te\u0301 😀ok"_s, u"𝐀𝐁 e\u0301te\u0301 ok"_s);
    row(QString(61, u'a') + u" fine"_s, u"fine"_s);
}

void tst_Spelling::findsTheWords()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    auto code = CodeBlock::Outside;
    QStringList found;
    for (const auto &word : widgets::spellWords(line, code))
        found << line.mid(word.start, word.length);
    QCOMPARE(found.join(u' '), words);
    QVERIFY(code == CodeBlock::Outside);
}

void tst_Spelling::leavesBlocksOfCodeAlone()
{
    auto code = CodeBlock::Outside;
    QVERIFY(widgets::spellWords(u"```cpp", code).isEmpty());
    QVERIFY(code == CodeBlock::Inside);
    QVERIFY(widgets::spellWords(u"teh wrld", code).isEmpty());
    QVERIFY(widgets::spellWords(u"```", code).isEmpty());
    QVERIFY(code == CodeBlock::Outside);
    QCOMPARE(widgets::spellWords(u"teh wrld", code).size(), 2);
}

void tst_Spelling::readsAnyText()
{
    quint32 seed = 1;
    const QString alphabet = u"ab'’`:/.@_>+- \t\n\u0301\u200b中é😀\0"_s + QChar(0xd800) + QChar(0xdc00) + QChar(0);
    for (int i = 0; i < 5000; ++i) {
        QString line;
        for (int j = 0; j < 40; ++j) {
            seed = seed * 1664525 + 1013904223;
            line += alphabet.at(int(seed >> 16) % int(alphabet.size()));
        }
        auto code = CodeBlock::Outside;
        for (const auto &word : widgets::spellWords(line, code))
            QVERIFY(word.start >= 0 && word.length > 1 && word.start + word.length <= line.size());
    }
    QElapsedTimer time;
    time.start();
    auto code = CodeBlock::Outside;
    (void)widgets::spellWords(QString(1'000'000, u'`'), code);
    (void)widgets::spellWords(QString(1'000'000, u'a'), code);
    (void)widgets::spellWords(QString(1'000'000, u':'), code);
    QVERIFY(time.elapsed() < 5000);
}

void tst_Spelling::choosesDictionaries()
{
    const QStringList installed{u"de"_s, u"en_GB"_s, u"en_US"_s, u"es_AR"_s, u"es_ES"_s, u"pt_BR"_s};
    const auto chosen = [&](const QStringList &wanted) { return widgets::usualDictionaries(installed, wanted).join(u' '); };
    QCOMPARE(chosen({u"en_GB"_s, u"en"_s, u"es-MX"_s}), u"en_GB es_ES"_s);
    QCOMPARE(chosen({u"de_AT"_s}), u"de"_s);
    QCOMPARE(chosen({u"en"_s}), u"en_US"_s);
    QCOMPARE(chosen({u"pt"_s}), u"pt_BR"_s);
    QCOMPARE(chosen({u"C"_s, u""_s, u"xx"_s}), QString());
    QCOMPARE(widgets::usualDictionaries({}, {u"en"_s}), QStringList());
}

void tst_Spelling::underlinesWithoutTouchingTheText()
{
    QSignalSpy changes(m_edit.get(), &QTextEdit::textChanged);
    type(u"teh big wrld "_s);
    QTRY_COMPARE(m_checker->marked(), (QStringList{u"teh"_s, u"wrld"_s}));
    QCOMPARE(changes.size(), 13);
    QCOMPARE(m_edit->text(), u"teh big wrld "_s);
    QCOMPARE(m_edit->extraSelections().first().format.underlineStyle(), QTextCharFormat::WaveUnderline);
    m_edit->undo();
    QVERIFY(m_edit->text() != u"teh big wrld "_s);
    m_edit->setText({});
    QTRY_COMPARE(m_checker->marked(), QStringList());
}

void tst_Spelling::leavesTheWordBeingTypedAlone()
{
    type(u"a teh"_s);
    QTRY_VERIFY(m_speller->asked >= 0);
    QTest::qWait(400); // longer than the pause after which it looks
    QCOMPARE(m_checker->marked(), QStringList());
    type(u"."_s);
    QTRY_COMPARE(m_checker->marked(), QStringList{u"teh"_s});
    QTest::keyClick(m_edit.get(), Qt::Key_Left); // the caret may stand beside it
    QTest::qWait(400);
    QCOMPARE(m_checker->marked(), QStringList{u"teh"_s});
}

QMenu *tst_Spelling::menuAt(int position)
{
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(position);
    m_edit->setTextCursor(cursor);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(m_edit.get(), &event);
    for (QWidget *one : QApplication::topLevelWidgets()) {
        if (one->objectName() == "spellMenu"_L1 && one->isVisible())
            return qobject_cast<QMenu *>(one);
    }
    return nullptr;
}

void tst_Spelling::offersOtherWords()
{
    type(u"teh wrld "_s);
    QTRY_COMPARE(m_checker->marked().size(), 2);
    QMenu *menu = menuAt(1);
    QVERIFY(menu);
    QStringList texts;
    for (const QAction *action : menu->actions()) {
        if (action->isVisible() && !action->isSeparator())
            texts << action->text();
    }
    QCOMPARE(texts.first(4), (QStringList{u"the"_s, u"tech"_s, u"Add to dictionary"_s, u"Ignore"_s}));
    QVERIFY(texts.size() > 6); // and what a field offers
    menu->actions().first()->trigger();
    menu->close();
    QCOMPARE(m_edit->text(), u"the wrld "_s);
    m_edit->undo();
    QCOMPARE(m_edit->text(), u"teh wrld "_s);
    menu = menuAt(5);
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), u"No suggestions"_s);
    menu->close();
}

void tst_Spelling::addsAndIgnores()
{
    type(u"teh wrld "_s);
    QTRY_COMPARE(m_checker->marked().size(), 2);
    QMenu *menu = menuAt(1);
    menu->findChild<QAction *>("addToDictionary"_L1)->trigger();
    menu->close();
    QCOMPARE(m_speller->added, QStringList{u"teh"_s});
    QTRY_COMPARE(m_checker->marked(), QStringList{u"wrld"_s});
    menu = menuAt(5);
    menu->findChild<QAction *>("ignoreWord"_L1)->trigger();
    menu->close();
    QTRY_COMPARE(m_checker->marked(), QStringList());
}

void tst_Spelling::doesNothingWithoutLanguages()
{
    type(u"teh wrld "_s);
    QTRY_COMPARE(m_checker->marked().size(), 2);
    m_speller->setLanguages({});
    QTRY_COMPARE(m_checker->marked().size(), 0);
    m_speller->asked = 0;
    type(u"teh "_s);
    QTest::qWait(400);
    QCOMPARE(m_speller->asked, 0);
}

void tst_Spelling::goesThroughLongTextsInSlices()
{
    QString text;
    for (int i = 0; i < 4000; ++i)
        text += u"a line of prose with a teh in it\n"_s;
    m_edit->setText(text.left(150'000));
    QTRY_COMPARE(m_checker->marked().size(), 500); // enough
    m_speller->asked = 0;
    m_edit->setText(text + text); // nobody types that much
    QTRY_COMPARE(m_checker->marked().size(), 0);
    QCOMPARE(m_speller->asked, 0);
}

QTEST_MAIN(tst_Spelling)
#include "tst_spelling.moc"
