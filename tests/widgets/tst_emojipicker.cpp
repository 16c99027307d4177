// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style.h"
#include "widgets/emojicompleter.h"
#include "widgets/emojipicker.h"
#include "widgets/messageedit.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace widgets;

class TestEmojiPicker final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English)); }
    void tableIsWhole();
    void findsByNameInBothLanguages();
    void findsWhateverTheTone();
    void completesNames();
    void searchingIsQuick();
    void picksByMouse();
    void picksByKeyboard();
    void searchesAsOneTypes();
    void showsWhatWasUsed();
    void choosesASkinTone();
    void speaksTheNames();
    void offersAfterTwoLetters();
    void insertsByEnterTabAndClick();
    void leavesByEscape();
    void neverBlocksTyping();
    void insertsAWholeName();

private:
    [[nodiscard]] QStringList offers() const;
    [[nodiscard]] static QStringList texts(const QList<const Emoji *> &emoji);
    void open();

    EmojiTable m_table;
    std::unique_ptr<QWidget> m_window;
    MessageEdit *m_edit = nullptr;
    EmojiCompleter *m_completer = nullptr;
    std::unique_ptr<EmojiPicker> m_picker;
    std::unique_ptr<QToolButton> m_anchor;
};

void TestEmojiPicker::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    style::initialise(*qApp);
}

void TestEmojiPicker::init()
{
    m_picker.reset();
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 500);
    auto *column = new QVBoxLayout(m_window.get());
    column->addStretch();
    m_edit = new MessageEdit(m_window.get());
    column->addWidget(m_edit);
    m_completer = new EmojiCompleter(m_edit, [this]() -> const EmojiTable & { return m_table; });
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
}

QStringList TestEmojiPicker::texts(const QList<const Emoji *> &emoji)
{
    QStringList out;
    for (const Emoji *one : emoji)
        out << one->text;
    return out;
}

void TestEmojiPicker::tableIsWhole()
{
    QCOMPARE(m_table.categoryCount(), 9);
    QVERIFY(m_table.all().size() > 1800);
    QSet<QString> seen;
    for (const Emoji &emoji : m_table.all()) {
        QVERIFY2(!emoji.english.isEmpty() && !emoji.spanish.isEmpty(), qPrintable(emoji.text));
        QVERIFY2(!seen.contains(emoji.text), qPrintable(emoji.text));
        QVERIFY2(!emoji.text.contains(u' '), qPrintable(emoji.english)); // the list of those used is kept with spaces
        seen.insert(emoji.text);
    }
    for (int category = 0; category < 9; ++category)
        QVERIFY(m_table.inCategory(category).size() > 50);
}

void TestEmojiPicker::findsByNameInBothLanguages()
{
    const auto first = [this](const QString &words) { return texts(m_table.search(words, 20)); };
    QVERIFY(first(u"party pop"_s).contains(u"🎉"_s));
    QCOMPARE(first(u"tada"_s).value(0), u"🎉"_s);
    QCOMPARE(first(u"cañón de confeti"_s), QStringList{u"🎉"_s});
    QCOMPARE(first(u"CANON CONF"_s), QStringList{u"🎉"_s}); // without accents, words in part
    QVERIFY(first(u"fiesta"_s).contains(u"🎉"_s));
    QVERIFY(first(u"corazon rojo"_s).contains(u"❤️"_s));
    QVERIFY(first(u"espana"_s).contains(u"🇪🇸"_s));
    QCOMPARE(first(u"+1"_s).value(0), u"👍"_s);
    QVERIFY(first(QString()).isEmpty());
    QVERIFY(first(u"  "_s).isEmpty());
    QVERIFY(first(u"nothing is called so"_s).isEmpty());
    QCOMPARE(m_table.search(u"face"_s, 5).size(), 5);
}

void TestEmojiPicker::findsWhateverTheTone()
{
    const Emoji *wave = m_table.find(u"👋"_s);
    QVERIFY(wave && wave->tones);
    QCOMPARE(toned(*wave, SkinTone::None), u"👋"_s);
    QCOMPARE(toned(*wave, SkinTone::Medium), u"👋🏽"_s);
    QCOMPARE(m_table.find(u"👋🏽"_s), wave);
    const Emoji *point = m_table.find(u"☝️"_s);
    QVERIFY(point);
    QCOMPARE(toned(*point, SkinTone::Dark), u"☝🏿"_s);
    const Emoji *doctor = m_table.find(u"👩‍⚕️"_s);
    QVERIFY(doctor);
    QCOMPARE(toned(*doctor, SkinTone::Light), u"👩🏻‍⚕️"_s);
    QCOMPARE(m_table.find(u"👩🏻‍⚕️"_s), doctor);
    const Emoji *cat = m_table.find(u"🐈"_s);
    QVERIFY(cat && !cat->tones);
    QCOMPARE(toned(*cat, SkinTone::Dark), u"🐈"_s);
    QCOMPARE(m_table.find(u"x"_s), nullptr);
    QCOMPARE(m_table.find(QString()), nullptr);
    QCOMPARE(m_table.find(QString(QChar(0xd83c))), nullptr);
}

void TestEmojiPicker::completesNames()
{
    const auto complete = [this](const QString &part) {
        QStringList out;
        for (const auto &one : m_table.complete(part, 5))
            out << one.emoji->text + one.name;
        return out;
    };
    QCOMPARE(complete(u"tad"_s).value(0), u"🎉tada"_s);
    QCOMPARE(complete(u"joy"_s).value(0), u"😂joy"_s);
    QVERIFY(complete(u"canon_de"_s).contains(u"🎉canon_de_confeti"_s));
    QVERIFY(complete(u"cañón"_s).contains(u"🎉canon_de_confeti"_s));
    QCOMPARE(complete(u"+1"_s).value(0), u"👍+1"_s);
    QVERIFY(complete(QString()).isEmpty());
    QVERIFY(m_table.named(u"tada"_s) && m_table.named(u"tada"_s)->text == u"🎉"_s);
    QCOMPARE(m_table.named(u"tad"_s), nullptr);
}

void TestEmojiPicker::searchingIsQuick()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        (void)m_table.search(u"a"_s, 180);
        (void)m_table.complete(u"ca"_s, 7);
    }
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed()))); // a key: a few ms, ten times that here
}

void TestEmojiPicker::open()
{
    m_anchor = std::make_unique<QToolButton>();
    m_anchor->show();
    m_picker = std::make_unique<EmojiPicker>(m_table, m_anchor.get());
    m_picker->openAbove(m_anchor.get());
    QVERIFY(QTest::qWaitForWindowExposed(m_picker.get()));
}

void TestEmojiPicker::picksByMouse()
{
    open();
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    auto *grid = m_picker->findChild<EmojiGrid *>();
    const QAbstractItemModelTester tester(grid->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(grid->model()->rowCount(), int(m_table.inCategory(0).size())); // nothing was used yet
    const auto press = [grid](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, modifiers, grid->visualRect(grid->model()->index(row, 0)).center());
    };
    press(1, Qt::ShiftModifier);
    QCOMPARE(picked.takeFirst()[0].toString(), u"😃"_s);
    QVERIFY(m_picker->isVisible());
    m_picker->findChild<QToolButton *>("emojiCategory2"_L1)->click();
    press(0, Qt::NoModifier);
    QCOMPARE(picked.takeFirst()[0].toString(), m_table.inCategory(2).first()->text);
    QVERIFY(!m_picker->isVisible());
}

void TestEmojiPicker::picksByKeyboard()
{
    open();
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    auto *search = m_picker->findChild<QLineEdit *>("emojiSearch"_L1);
    auto *grid = m_picker->findChild<EmojiGrid *>();
    const int columns = grid->viewport()->width() / grid->cell();
    QCOMPARE(columns, 10);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(grid, Qt::Key_Right);
    QCOMPARE(grid->currentIndex().row(), 1);
    QTest::keyClick(grid, Qt::Key_Down);
    QCOMPARE(grid->currentIndex().row(), 1 + columns);
    QTest::keyClick(grid, Qt::Key_Up);
    QTest::keyClick(grid, Qt::Key_Left);
    QCOMPARE(grid->currentIndex().row(), 0);
    QTest::keyClick(grid, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(picked.takeFirst()[0].toString(), u"😀"_s);
    QVERIFY(m_picker->isVisible());
    QTest::keyClick(grid, Qt::Key_Up); // out of it
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(grid, Qt::Key_End);
    QTest::keyClick(grid, Qt::Key_Enter);
    QCOMPARE(picked.takeFirst()[0].toString(), m_table.inCategory(0).last()->text);
    QVERIFY(!m_picker->isVisible());
    m_picker->openAbove(m_anchor.get());
    QTest::keyClick(grid, Qt::Key_Escape);
    QVERIFY(!m_picker->isVisible());
    m_picker->openAbove(m_anchor.get());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!m_picker->isVisible());
    QVERIFY(picked.isEmpty());
}

void TestEmojiPicker::searchesAsOneTypes()
{
    open();
    QSignalSpy picked(m_picker.get(), &EmojiPicker::picked);
    auto *search = m_picker->findChild<QLineEdit *>("emojiSearch"_L1);
    auto *grid = m_picker->findChild<EmojiGrid *>();
    grid->setFocus();
    QTest::keyClicks(grid, u"conf"_s); // letters go to the search from wherever one is
    QCOMPARE(search->text(), u"conf"_s);
    search->setText(u"confet"_s);
    QCOMPARE(grid->emoji()->at(0)->text, u"🎊"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(picked.takeFirst()[0].toString(), u"🎊"_s);
    m_picker->openAbove(m_anchor.get());
    QVERIFY(search->text().isEmpty());
    search->setText(u"nothing is called so"_s);
    QCOMPARE(grid->model()->rowCount(), 0);
    QTest::keyClick(search, Qt::Key_Return);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(picked.isEmpty());
    search->clear();
    QVERIFY(grid->model()->rowCount() > 0);
}

void TestEmojiPicker::showsWhatWasUsed()
{
    open();
    auto *grid = m_picker->findChild<EmojiGrid *>();
    m_picker->setRecent({u"👋🏽"_s, u"🎉"_s, u"👋"_s, u"no emoji"_s});
    m_picker->setTone(SkinTone::Dark);
    m_picker->openAbove(m_anchor.get());
    QCOMPARE(grid->model()->rowCount(), 2);
    QCOMPARE(grid->emoji()->textAt(0), u"👋🏿"_s); // in the tone of today, once
    QCOMPARE(grid->emoji()->textAt(1), u"🎉"_s);
    QVERIFY(m_picker->findChild<QToolButton *>("emojiRecent"_L1)->isChecked());
}

void TestEmojiPicker::choosesASkinTone()
{
    open();
    QSignalSpy chosen(m_picker.get(), &EmojiPicker::toneChosen);
    m_picker->findChild<QToolButton *>("skinTone"_L1)->click();
    auto *menu = m_picker->findChild<QMenu *>("skinTones"_L1);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 6);
    menu->actions()[3]->trigger();
    menu->close();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_picker->tone(), SkinTone::Medium);
    m_picker->findChild<QToolButton *>("emojiCategory1"_L1)->click();
    QCOMPARE(m_picker->findChild<EmojiGrid *>()->emoji()->textAt(0), u"👋🏽"_s);
}

void TestEmojiPicker::speaksTheNames()
{
    open();
    auto *grid = m_picker->findChild<EmojiGrid *>();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(grid);
    QCOMPARE(list->text(QAccessible::Name), u"Emoji"_s);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"grinning face"_s);
    QLocale::setDefault(QLocale(QLocale::Spanish));
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"cara sonriendo"_s);
    for (const auto *button : m_picker->findChildren<QToolButton *>()) {
        if (!button->inherits("QLineEditIconButton"))
            QVERIFY2(!button->accessibleName().isEmpty() && !button->objectName().isEmpty(), qPrintable(button->objectName()));
    }
    for (const auto *label : m_picker->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText);
}

QStringList TestEmojiPicker::offers() const
{
    QStringList out;
    const auto *list = m_window->findChild<QListView *>("emojiOffers"_L1);
    for (int row = 0; m_completer->isOpen() && row < list->model()->rowCount(); ++row)
        out << list->model()->index(row, 0).data().toString();
    return out;
}

void TestEmojiPicker::offersAfterTwoLetters()
{
    QTest::keyClicks(m_edit, u"Done :t"_s);
    QVERIFY(!m_completer->isOpen());
    QTest::keyClicks(m_edit, u"ada"_s);
    QCOMPARE(offers().value(0), u":tada:"_s);
    QVERIFY(offers().size() <= 7);
    QTest::keyClicks(m_edit, u"xyz"_s);
    QVERIFY(!m_completer->isOpen());
    for (const QString &text : {u"at 12:30ab"_s, u"word:tada"_s, u"https://tada"_s, u"std::tada"_s, u":1234"_s, u": tada"_s, u":)"_s}) {
        m_edit->setText({});
        QTest::keyClicks(m_edit, text);
        QVERIFY2(!m_completer->isOpen(), qPrintable(text));
    }
    m_edit->setText(u"a draft :tada"_s);
    QVERIFY(!m_completer->isOpen()); // nobody typed it
}

void TestEmojiPicker::insertsByEnterTabAndClick()
{
    QSignalSpy completed(m_completer, &EmojiCompleter::completed);
    QSignalSpy sent(m_edit, &MessageEdit::sendRequested);
    QTest::keyClicks(m_edit, u"Done :tad"_s);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_edit->text(), u"Done 🎉"_s);
    QVERIFY(!m_completer->isOpen());
    QTest::keyClicks(m_edit, u" (:joy"_s);
    QTest::keyClick(m_edit, Qt::Key_Tab);
    QCOMPARE(m_edit->text(), u"Done 🎉 (😂"_s);
    QTest::keyClicks(m_edit, u":+1"_s);
    auto *list = m_window->findChild<QListView *>("emojiOffers"_L1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(m_edit->text(), u"Done 🎉 (😂👍"_s);
    QVERIFY(m_edit->hasFocus());
    m_completer->setTone(SkinTone::Dark);
    QTest::keyClicks(m_edit, u" :wave"_s);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Up);
    QTest::keyClick(m_edit, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(m_edit->text(), u"Done 🎉 (😂👍 👋🏿"_s);
    QCOMPARE(completed.size(), 4);
    QVERIFY(sent.isEmpty());
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(sent.size(), 1); // Enter is the field's own again
    m_edit->undo();
    QCOMPARE(m_edit->text(), u"Done 🎉 (😂👍 :wave"_s);
}

void TestEmojiPicker::leavesByEscape()
{
    QSignalSpy escaped(m_edit, &MessageEdit::escapePressed);
    QTest::keyClicks(m_edit, u":tad"_s);
    QVERIFY(m_completer->isOpen());
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QVERIFY(!m_completer->isOpen());
    QVERIFY(escaped.isEmpty());
    QTest::keyClicks(m_edit, u"a"_s);
    QVERIFY(!m_completer->isOpen()); // it was left
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QCOMPARE(escaped.size(), 1);
    QTest::keyClicks(m_edit, u" :tad"_s);
    QVERIFY(m_completer->isOpen()); // this is another one
    QTest::keyClick(m_edit, Qt::Key_Home);
    QVERIFY(!m_completer->isOpen());
}

void TestEmojiPicker::neverBlocksTyping()
{
    QTest::keyClicks(m_edit, u"note :so it goes, :don't"_s);
    QCOMPARE(m_edit->text(), u"note :so it goes, :don't"_s);
    m_edit->setText({});
    QTest::keyClicks(m_edit, u":tad"_s);
    QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_edit->text(), u":tad\n"_s);
    QVERIFY(!m_completer->isOpen());
    QTest::keyClick(m_edit, Qt::Key_Backspace);
    QTest::keyClick(m_edit, Qt::Key_Backspace);
    QCOMPARE(m_edit->text(), u":ta"_s);
    QVERIFY(m_completer->isOpen());
    m_edit->clearFocus();
    QVERIFY(!m_completer->isOpen());
}

void TestEmojiPicker::insertsAWholeName()
{
    QTest::keyClicks(m_edit, u"Yes :tada:! :nosuchname:"_s);
    QCOMPARE(m_edit->text(), u"Yes 🎉! :nosuchname:"_s);
}

QTEST_MAIN(TestEmojiPicker)
#include "tst_emojipicker.moc"
