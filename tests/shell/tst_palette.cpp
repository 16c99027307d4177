// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"
#include "shell/scenes.h"
#include "views/palette/palette.h"
#include "views/settings/shortcuts.h"
#include "widgets/messageedit.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Palette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void opensFromEverywhere();
    void walksWithTheKeys();
    void opensAChatAndAContact();
    void startsAChatWithAStranger();
    void doesActions();
    void offersNoDisabledAction();
    void goesBackToWhereOneWas();
    void leavesWhenOneGoesElsewhere();
    void followsTheMouseOnlyWhenItMoves();
    void keepsTheSelectionWhenPeopleComeAndGo();
    void saysWhatThereIs();
    void takesAnEndlessPaste();
    void staysWithinTheWindow();
    void usesTheKeysOneChose();

private:
    [[nodiscard]] shell::MainWindow &window() { return m_stage->shell->window(); }
    [[nodiscard]] views::Palette *palette() { return window().findChild<views::Palette *>(); }
    [[nodiscard]] QLineEdit *field() { return m_stage->find<QLineEdit>("paletteSearch"_L1); }
    [[nodiscard]] QListView *list() { return m_stage->find<QListView>("paletteResults"_L1); }
    [[nodiscard]] QString current() { return list()->currentIndex().data().toString(); }
    [[nodiscard]] QStringList rows();
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void open();
    void type(const QString &text);

    std::unique_ptr<fake::Stage> m_stage;
};

void tst_Palette::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_stage = std::make_unique<fake::Stage>();
    m_stage->populate();
    m_stage->eva->put(u"olga@north.example"_s, u"Olga Ñuñez"_s);
    m_stage->start();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

QStringList tst_Palette::rows()
{
    QStringList titles;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        titles << list()->model()->index(row, 0).data().toString();
    return titles;
}

void tst_Palette::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), Qt::Key(key), modifiers);
}

void tst_Palette::open()
{
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette() && palette()->isVisible());
    QVERIFY(field()->hasFocus());
}

void tst_Palette::type(const QString &text)
{
    field()->selectAll();
    field()->insert(text);
}

void tst_Palette::opensFromEverywhere()
{
    open(); // from the list
    press(Qt::Key_Escape);
    QVERIFY(!palette()->isVisible());
    m_stage->open(m_stage->ana);
    auto *message = m_stage->find<widgets::MessageEdit>("message"_L1);
    QVERIFY(message->hasFocus());
    QTest::keyClicks(message, u"not yet"_s);
    open(); // while writing, which loses nothing
    type(u"leo"_s);
    press(Qt::Key_K, Qt::ControlModifier); // again: it begins anew
    QVERIFY(palette()->isVisible());
    QCOMPARE(field()->text(), QString());
    press(Qt::Key_Escape);
    QVERIFY(message->hasFocus());
    QCOMPARE(message->toPlainText(), u"not yet"_s);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_stage->find<QLineEdit>("search"_L1)->hasFocus());
    open(); // from the list's own search
    QCOMPARE(field()->text(), QString());
}

void tst_Palette::walksWithTheKeys()
{
    open();
    const QStringList all = rows();
    QVERIFY(all.size() > 8);
    QCOMPARE(current(), all.at(0));
    press(Qt::Key_Down);
    QCOMPARE(current(), all.at(1));
    press(Qt::Key_Tab);
    QCOMPARE(current(), all.at(2));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Up);
    QCOMPARE(current(), all.at(0));
    press(Qt::Key_Up);
    QCOMPARE(current(), all.last());
    press(Qt::Key_Down);
    QCOMPARE(current(), all.first());
    press(Qt::Key_PageDown);
    QVERIFY(list()->currentIndex().row() > 3);
    press(Qt::Key_PageUp);
    QCOMPARE(current(), all.first());
    press(Qt::Key_End);
    QCOMPARE(current(), all.last());
    QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->currentIndex())));
    press(Qt::Key_Home);
    QCOMPARE(current(), all.first());
    type(u"leo"_s);
    press(Qt::Key_Home, Qt::ShiftModifier); // selects in the field
    QCOMPARE(field()->selectedText(), u"leo"_s);
}

void tst_Palette::opensAChatAndAContact()
{
    open();
    QTest::keyClicks(field(), u"noor"_s);
    QCOMPARE(current(), u"Noor Haddad"_s);
    press(Qt::Key_Return);
    QVERIFY(!palette()->isVisible());
    QCOMPARE(window().currentChat(), m_stage->noor);
    QVERIFY(m_stage->find<widgets::MessageEdit>("message"_L1)->hasFocus());
    open();
    type(u"NUNEZ"_s);
    QCOMPARE(rows(), QStringList{u"Olga Ñuñez"_s});
    press(Qt::Key_Enter, Qt::KeypadModifier);
    m_stage->settle();
    QCOMPARE(m_stage->messenger.conversation(window().currentChat())->address, fake::jid(u"olga@north.example"_s));
    open();
    QVERIFY(!rows().contains(u"Olga Ñuñez"_s)); // it is open
    QCOMPARE(rows().first(), u"Ana Ruiz"_s);
}

void tst_Palette::startsAChatWithAStranger()
{
    open();
    type(u"sam@new.example"_s);
    QCOMPARE(rows(), QStringList{u"Start a chat with sam@new.example"_s});
    press(Qt::Key_Return);
    m_stage->settle();
    QCOMPARE(m_stage->messenger.conversation(window().currentChat())->address, fake::jid(u"sam@new.example"_s));
    QVERIFY(m_stage->eva->calls.isEmpty()); // nobody is added to the contacts
}

void tst_Palette::doesActions()
{
    open();
    type(u"settings"_s);
    QCOMPARE(list()->currentIndex().data(models::PaletteRole::Keys).toString(), QKeySequence(u"Ctrl+,"_s).toString(QKeySequence::NativeText));
    press(Qt::Key_Return);
    QVERIFY(m_stage->dialog("settingsWindow"_L1));
    m_stage->dialog("settingsWindow"_L1)->close();
    m_stage->settle();
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    open();
    type(u"disturb"_s);
    QCOMPARE(current(), u"Your status: Do not disturb"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_stage->eva->settings().show, u"dnd"_s);
    const double before = m_stage->shell->preferences().zoom();
    open();
    type(u"larger"_s);
    press(Qt::Key_Return);
    QVERIFY(m_stage->shell->preferences().zoom() > before);
    QSignalSpy quit(m_stage->shell.get(), &shell::Shell::quitRequested);
    open();
    type(u"quit"_s);
    press(Qt::Key_Return);
    QCOMPARE(quit.size(), 1);
}

void tst_Palette::offersNoDisabledAction()
{
    open();
    QVERIFY(!rows().contains(u"Details"_s)); // of nothing
    type(u"leave"_s);
    QCOMPARE(rows(), QStringList());
    press(Qt::Key_Return); // nothing to open
    QVERIFY(palette()->isVisible());
    press(Qt::Key_Escape);
    m_stage->open(m_stage->ana);
    open();
    QVERIFY(rows().contains(u"Details"_s));
    type(u"leave"_s);
    press(Qt::Key_Return);
    QVERIFY(!window().currentChat());
    // Every action of the window is there, by its name.
    for (const QAction *action : window().actions().all()) {
        open();
        type(action->toolTip());
        QVERIFY2(rows().contains(action->toolTip()) == (action->isEnabled() && action != window().actions().palette), qPrintable(action->toolTip()));
        QVERIFY2(!action->icon().isNull(), qPrintable(action->toolTip()));
    }
    const QList<QAction *> all = window().actions().all();
    for (QAction *action : window().actions().findChildren<QAction *>(Qt::FindDirectChildrenOnly))
        QVERIFY2(all.count(action) == 1, qPrintable(action->objectName()));
}

void tst_Palette::goesBackToWhereOneWas()
{
    m_stage->open(m_stage->ana);
    press(Qt::Key_F6);
    const QWidget *before = QApplication::focusWidget();
    open();
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), before);
    open();
    type(u"next part"_s);
    press(Qt::Key_Return);
    QVERIFY(QApplication::focusWidget() != before); // one step on from there
    QVERIFY(window().isAncestorOf(QApplication::focusWidget()));
}

void tst_Palette::leavesWhenOneGoesElsewhere()
{
    m_stage->open(m_stage->ana);
    open();
    QTest::mouseClick(m_stage->find<QWidget>("conversationName"_L1), Qt::LeftButton); // takes no focus
    QVERIFY(!palette()->isVisible());
    open();
    m_stage->find<QWidget>("message"_L1)->setFocus();
    QVERIFY(!palette()->isVisible());
    QVERIFY(m_stage->find<QWidget>("message"_L1)->hasFocus());
    open();
    QTest::mouseClick(field(), Qt::LeftButton);
    QTest::mouseClick(palette(), Qt::LeftButton, {}, palette()->rect().center());
    QVERIFY(palette()->isVisible());
}

void tst_Palette::followsTheMouseOnlyWhenItMoves()
{
    open();
    QTest::mouseMove(list()->viewport(), list()->visualRect(list()->model()->index(2, 0)).center());
    QTest::mouseMove(list()->viewport(), list()->visualRect(list()->model()->index(3, 0)).center());
    QCOMPARE(list()->currentIndex().row(), 3);
    type(u"a"_s); // the pointer lies where another row comes now
    QCOMPARE(list()->currentIndex().row(), 0);
    const QModelIndex second = list()->model()->index(1, 0);
    QCOMPARE(second.data().toString(), u"Abuelo"_s);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(second).center());
    QVERIFY(!palette()->isVisible());
    QCOMPARE(m_stage->messenger.conversation(window().currentChat())->address, fake::jid(u"grandpa@palique.example"_s));
}

void tst_Palette::keepsTheSelectionWhenPeopleComeAndGo()
{
    open();
    type(u"l"_s);
    press(Qt::Key_Down);
    const QString chosen = current();
    m_stage->eva->put(u"lab@north.example"_s, u"L"_s);
    m_stage->settle();
    QVERIFY(rows().contains(u"L"_s));
    QCOMPARE(current(), chosen);
}

void tst_Palette::saysWhatThereIs()
{
    open();
    QCOMPARE(field()->accessibleName(), u"Search"_s);
    QCOMPARE(list()->accessibleName(), u"Results"_s);
    QAccessibleInterface *dialog = QAccessible::queryAccessibleInterface(palette());
    QCOMPARE(dialog->role(), QAccessible::Dialog);
    QCOMPARE(dialog->text(QAccessible::Name), u"Find anything"_s);
    QAccessibleInterface *results = QAccessible::queryAccessibleInterface(list());
    QCOMPARE(results->role(), QAccessible::List);
    type(u"noor"_s);
    QCOMPARE(results->childCount(), 1);
    QCOMPARE(results->child(0)->text(QAccessible::Name), u"Noor Haddad, noor@haddad.example"_s);
    QVERIFY(results->child(0)->state().selected);
    QVERIFY(field()->accessibleDescription().startsWith(u"1 "_s));
    auto *nothing = m_stage->find<QLabel>("paletteNothing"_L1);
    QVERIFY(!nothing->isVisible());
    type(u"zzz"_s);
    QVERIFY(nothing->isVisible());
    QCOMPARE(nothing->text(), u"Nothing found"_s);
    QCOMPARE(field()->accessibleDescription(), u"Nothing found"_s);
}

void tst_Palette::takesAnEndlessPaste()
{
    open();
    QGuiApplication::clipboard()->setText(u"noor \n"_s.repeated(20'000));
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(field()->text().size() <= models::PaletteQuery::LongestQuery);
    QCOMPARE(rows(), QStringList{u"Noor Haddad"_s});
}

void tst_Palette::staysWithinTheWindow()
{
    for (const QSize &size : {QSize(1200, 800), QSize(600, 700), QSize(360, 440)}) {
        window().resize(size);
        m_stage->settle();
        open();
        QVERIFY(window().rect().contains(palette()->geometry().adjusted(12, 12, -12, -12))); // but for the shadow
        QVERIFY(std::abs(palette()->geometry().center().x() - window().rect().center().x()) <= 1);
        QVERIFY(palette()->y() < window().height() / 8);
        press(Qt::Key_End);
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->currentIndex())));
        window().resize(size + QSize(40, 40)); // it follows
        m_stage->settle();
        QVERIFY(std::abs(palette()->geometry().center().x() - window().rect().center().x()) <= 1);
        press(Qt::Key_Escape);
    }
}

void tst_Palette::usesTheKeysOneChose()
{
    window().shortcuts().set(window().actions().palette, QKeySequence(u"Ctrl+P"_s));
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!palette());
    press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(palette()->isVisible());
    type(u"new chat"_s);
    press(Qt::Key_Escape);
    window().shortcuts().set(window().actions().newChat, QKeySequence(u"Ctrl+J"_s));
    QVERIFY(m_stage->find<QWidget>("newChat"_L1)->toolTip().contains(u"Ctrl+J"_s));
    press(Qt::Key_P, Qt::ControlModifier);
    type(u"new chat"_s);
    QCOMPARE(list()->currentIndex().data(models::PaletteRole::Keys).toString(), u"Ctrl+J"_s);
    // At the next start they are there again.
    press(Qt::Key_Escape);
    m_stage->shell->keep();
    m_stage->shell.reset();
    m_stage->start();
    QCOMPARE(window().actions().newChat->shortcut(), QKeySequence(u"Ctrl+J"_s));
    QCOMPARE(window().actions().palette->shortcut(), QKeySequence(u"Ctrl+P"_s));
    QCOMPARE(window().actions().settings->shortcut(), QKeySequence(u"Ctrl+,"_s));
}

QTEST_MAIN(tst_Palette)
#include "tst_palette.moc"
