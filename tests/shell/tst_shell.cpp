// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/scenes.h"
#include "shell/panes.h"
#include "widgets/banner.h"
#include "widgets/chatlistview.h"
#include "widgets/messageedit.h"
#include "widgets/messageview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_Shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void welcomesAndSignsIn();
    void greetsByNameWhenThereIsNothing();
    void opensChatsByMouseAndKeyboard();
    void leavesAChangeWithoutLeavingTheField();
    void worksWithTheKeyboardAlone();
    void findsMessagesInAllChats();
    void findsMessagesInOneChat();
    void opensAClosedChatForWhatIsFound();
    void walksThePanes();
    void foldsInANarrowWindow();
    void showsDetailsAndRemembers();
    void answersRequests();
    void readsStrangers();
    void blocks();
    void notifiesOnlyWhenNobodyLooks();
    void opensAddresses();
    void opensTheInspector();
    void zoomsTheText();
    void setsStatusOfAllAccounts();
    void comesBackToWelcomeWithoutAccounts();
    void waitsForAccountsAndShowsAnyhow();
    void keepsTheDraftOnClosing();
    void holdsTheListUnderThePointer();

private:
    [[nodiscard]] shell::MainWindow &window() { return m_stage->shell->window(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), Qt::Key(key), modifiers); }
    void start();

    std::unique_ptr<fake::Stage> m_stage;
};

void tst_Shell::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_stage = std::make_unique<fake::Stage>();
}

void tst_Shell::start()
{
    m_stage->populate();
    m_stage->start();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void tst_Shell::welcomesAndSignsIn()
{
    m_stage->start();
    QCOMPARE(window().accessibleName(), u"Palique"_s);
    auto *signIn = m_stage->find<QPushButton>("welcomeSignIn"_L1);
    QVERIFY(signIn->isVisible());
    QVERIFY(!m_stage->find<widgets::ChatListView>("chats"_L1)->isVisible());
    QTest::mouseClick(signIn, Qt::LeftButton);
    QWidget *dialog = m_stage->dialog("signInDialog"_L1);
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>("address"_L1), u"eva@palique.example"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>("password"_L1), u"secret"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>("signIn"_L1), Qt::LeftButton);
    m_stage->messenger.accounts().attempt->succeed(m_stage->messenger.addAccount(u"eva@palique.example"_s));
    m_stage->settle();
    QVERIFY(!m_stage->dialog("signInDialog"_L1));
    QVERIFY(m_stage->find<widgets::ChatListView>("chats"_L1)->isVisible());
}

void tst_Shell::greetsByNameWhenThereIsNothing()
{
    m_stage->eva = m_stage->messenger.addAccount(u"eva@palique.example"_s);
    m_stage->start();
    QCOMPARE(m_stage->find<QLabel>("emptyTitle"_L1)->text(), u"Hello, Eva"_s);
    QTest::mouseClick(m_stage->find<QPushButton>("homeShare"_L1), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"eva@palique.example"_s);
    QTest::mouseClick(m_stage->find<QPushButton>("homeAdd"_L1), Qt::LeftButton);
    QVERIFY(m_stage->dialog("newChatDialog"_L1));
}

void tst_Shell::opensChatsByMouseAndKeyboard()
{
    start();
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    QCOMPARE(list->accessibleName(), u"Chats"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(window().currentChat(), m_stage->ana);
    QVERIFY(m_stage->find<widgets::MessageEdit>("message"_L1)->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(list->hasFocus());
    press(Qt::Key_Down);
    QCOMPARE(window().currentChat(), m_stage->ana);
    press(Qt::Key_Return);
    QCOMPARE(window().currentChat(), m_stage->leo);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(window().currentChat() != m_stage->leo);
    press(Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window().currentChat(), m_stage->leo);
    press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!window().currentChat());
    QVERIFY(list->hasFocus()); // what had it is gone
    QVERIFY(list->currentIndex().isValid());
}

void tst_Shell::leavesAChangeWithoutLeavingTheField()
{
    start();
    m_stage->open(m_stage->ana);
    auto *edit = m_stage->find<widgets::MessageEdit>("message"_L1);
    QTRY_VERIFY(m_stage->find<widgets::MessageView>("messages"_L1)->model()->rowCount() > 0);
    press(Qt::Key_Up);
    QVERIFY(!edit->isBlank());
    press(Qt::Key_Escape);
    QVERIFY(edit->isBlank());
    QVERIFY(edit->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(m_stage->find<widgets::ChatListView>("chats"_L1)->hasFocus());
}

void tst_Shell::worksWithTheKeyboardAlone()
{
    start();
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *search = m_stage->find<QLineEdit>("search"_L1);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"leo"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(window().currentChat(), m_stage->leo);
    QTest::keyClicks(QApplication::focusWidget(), u"Hello Leo"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_stage->messenger.sends, QStringList{u"Hello Leo"_s});
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *dialog = m_stage->dialog("newChatDialog"_L1);
    QVERIFY(dialog && dialog->isVisible());
    QTRY_VERIFY(dialog->findChild<QLineEdit *>("address"_L1)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"olga@new.example"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_stage->eva->calls, QStringList{u"addContact olga@new.example"_s});
    m_stage->settle();
    QCOMPARE(m_stage->messenger.conversation(window().currentChat())->address, fake::jid(u"olga@new.example"_s));
}

void tst_Shell::findsMessagesInAllChats()
{
    start();
    m_stage->open(m_stage->leo);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *search = m_stage->find<QLineEdit>("search"_L1);
    QTest::keyClicks(search, u"an"_s); // Ana's name, and words of many
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    const auto names = [list] {
        QStringList all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all << list->model()->index(row, 0).data().toString();
        return all;
    };
    QTRY_VERIFY(names().contains(u"Messages"_s));
    QVERIFY(names().indexOf(u"Ana Ruiz"_s) < names().indexOf(u"Messages"_s));
    search->setText(u"open again thurs"_s);
    QTRY_COMPARE(names(), (QStringList{u"Messages"_s, u"Ana Ruiz"_s}));
    press(Qt::Key_Down); // over the heading
    QVERIFY(list->hasFocus());
    QCOMPARE(list->currentIndex().row(), 1);
    const auto *accessible = QAccessible::queryAccessibleInterface(list);
    QVERIFY(accessible->child(1)->text(QAccessible::Name).startsWith(u"Ana Ruiz, The hall is open again on Thursdays!, "_s));
    press(Qt::Key_Return);
    QCOMPARE(window().currentChat(), m_stage->ana);
    auto *messages = window().findChild<widgets::MessageView *>("messages"_L1);
    QTRY_VERIFY(messages->model()->rowCount() > 0);
    QTRY_VERIFY(messages->model()->index(0, 0).data(widgets::MessageRole::Marked).toBool());
    QVERIFY(messages->visualRect(0).isValid());
    search->setText(u"nobody ever wrote this"_s);
    QTRY_COMPARE(names(), (QStringList{u"Messages"_s, u"No messages found"_s}));
    press(Qt::Key_Down);
    search->clear();
    QVERIFY(!names().contains(u"Messages"_s));

    // From the chats into the messages with the arrows.
    search->setText(u"the"_s);
    QTRY_VERIFY(names().size() > 3);
    search->setText(u"ana"_s);
    QTRY_VERIFY(names().contains(u"Messages"_s));
    m_stage->messenger.receive(m_stage->leo, u"Greet Ana from me"_s, m_stage->at(14, 10));
    search->setText(u"ana "_s);
    QTRY_COMPARE(names().join(u", "), u"Ana Ruiz, Yuki Tanaka, Messages, Leo Marín"_s);
    search->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 0);
    press(Qt::Key_Down);
    press(Qt::Key_Down); // over the heading
    QCOMPARE(list->currentIndex().row(), 3);
    press(Qt::Key_Up);
    QCOMPARE(list->currentIndex().row(), 1);
}

void tst_Shell::findsMessagesInOneChat()
{
    start();
    press(Qt::Key_F, Qt::ControlModifier); // there is no chat to search in
    QVERIFY(m_stage->find<QLineEdit>("search"_L1)->hasFocus());
    m_stage->open(m_stage->ana);
    press(Qt::Key_F, Qt::ControlModifier);
    auto *field = m_stage->find<QLineEdit>("chatSearchField"_L1);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"the"_s);
    auto *position = m_stage->find<QLabel>("hitPosition"_L1);
    QTRY_VERIFY(position->text().startsWith(u"1 of "_s));
    press(Qt::Key_F3);
    QTRY_VERIFY(position->text().startsWith(u"2 of "_s));
    press(Qt::Key_F3, Qt::ShiftModifier);
    QTRY_VERIFY(position->text().startsWith(u"1 of "_s));
    press(Qt::Key_Escape);
    QVERIFY(m_stage->find<widgets::MessageEdit>("message"_L1)->hasFocus());
    QCOMPARE(window().currentChat(), m_stage->ana);
    press(Qt::Key_F3); // opens it anew
    QVERIFY(field->hasFocus());
}

void tst_Shell::opensAClosedChatForWhatIsFound()
{
    start();
    m_stage->messenger.hide(m_stage->noor);
    m_stage->settle();
    auto *search = m_stage->find<QLineEdit>("search"_L1);
    search->setText(u"laugh out"_s);
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    Q_EMIT list->activated(list->model()->index(1, 0));
    QTRY_COMPARE(window().currentChat(), m_stage->noor);
    QVERIFY(!m_stage->messenger.conversation(m_stage->noor)->hidden);
}

void tst_Shell::walksThePanes()
{
    start();
    m_stage->open(m_stage->ana);
    auto *edit = m_stage->find<widgets::MessageEdit>("message"_L1);
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    auto *messages = window().findChild<widgets::MessageView *>();
    QVERIFY(edit->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(list->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(messages->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(edit->hasFocus());
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(messages->hasFocus());
    press(Qt::Key_I, Qt::ControlModifier);
    press(Qt::Key_F6);
    press(Qt::Key_F6);
    QVERIFY(m_stage->find<QWidget>("detailsPane"_L1)->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Escape);
    QVERIFY(!m_stage->find<QWidget>("detailsPane"_L1)->isVisible());
}

void tst_Shell::foldsInANarrowWindow()
{
    start();
    window().resize(400, 700);
    m_stage->settle();
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    auto *edit = m_stage->find<widgets::MessageEdit>("message"_L1);
    auto *back = m_stage->find<QToolButton>("back"_L1);
    QCOMPARE(window().width(), 400);
    QVERIFY(list->isVisible());
    QVERIFY(!edit->isVisible());
    m_stage->open(m_stage->ana);
    QVERIFY(!list->isVisible());
    QVERIFY(edit->isVisible() && back->isVisible());
    QTest::mouseClick(m_stage->find<QToolButton>("details"_L1), Qt::LeftButton);
    QVERIFY(m_stage->find<QWidget>("detailsPane"_L1)->isVisible());
    QVERIFY(!edit->isVisible());
    QTest::mouseClick(m_stage->find<QToolButton>("closeDetails"_L1), Qt::LeftButton);
    QVERIFY(edit->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(list->isVisible());
    QVERIFY(!edit->isVisible());
    window().resize(1000, 700);
    m_stage->settle();
    QVERIFY(!back->isVisible());
    m_stage->open(m_stage->leo);
    QVERIFY(list->isVisible() && edit->isVisible());
}

void tst_Shell::showsDetailsAndRemembers()
{
    start();
    window().actions().details->trigger(); // nothing is open
    QVERIFY(!m_stage->find<QWidget>("detailsPane"_L1)->isVisible());
    m_stage->open(m_stage->ana);
    QTest::mouseClick(m_stage->find<QToolButton>("details"_L1), Qt::LeftButton);
    QCOMPARE(m_stage->find<QLabel>("detailsName"_L1)->text(), u"Ana Ruiz"_s);
    QVERIFY(m_stage->find<QToolButton>("details"_L1)->isChecked());
    m_stage->open(m_stage->leo);
    QCOMPARE(m_stage->find<QLabel>("detailsName"_L1)->text(), u"Leo Marín"_s);
    window().actions().details->trigger();
    QVERIFY(!m_stage->find<QToolButton>("details"_L1)->isChecked());
    m_stage->shell->keep();
    QVERIFY(!m_stage->messenger.settings.value(u"window/panes"_s).isEmpty());
    QVERIFY(!m_stage->messenger.settings.value(u"window/geometry"_s).isEmpty());
}

void tst_Shell::answersRequests()
{
    m_stage->populate();
    m_stage->eva->ask(u"sofia@hall.example"_s, u"Hello"_s);
    m_stage->start();
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    auto *accept = m_stage->find<QPushButton>("accept"_L1);
    QVERIFY(accept && accept->isVisible());
    QTest::mouseClick(accept, Qt::LeftButton);
    m_stage->settle();
    QCOMPARE(m_stage->eva->calls, QStringList{u"acceptRequest sofia@hall.example"_s});
    QCOMPARE(m_stage->messenger.conversation(window().currentChat())->address, fake::jid(u"sofia@hall.example"_s));
}

void tst_Shell::readsStrangers()
{
    start();
    const auto a = m_stage->messenger.receiveFrom(m_stage->eva, u"sofia@far.example"_s, u"Hi"_s, m_stage->clock.now());
    const auto b = m_stage->messenger.receiveFrom(m_stage->eva, u"spam@far.example"_s, u"Buy"_s, m_stage->clock.now());
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QWidget *page = m_stage->dialog("requestsPage"_L1);
    QVERIFY(page->isVisible());
    const auto press = [this](const char *card, const char *button) {
        m_stage->settle();
        m_stage->dialog(QLatin1StringView(card))->findChild<QPushButton *>(QLatin1StringView(button))->click();
        m_stage->settle();
    };
    press("request", "read");
    QCOMPARE(window().currentChat(), a);
    QCOMPARE(list->currentIndex().row(), 0); // it belongs to the requests
    press("strangerBar", "strangerHide");
    QVERIFY(page->isVisible());
    QVERIFY(!window().currentChat());
    press("request", "read");
    QCOMPARE(window().currentChat(), b);
    m_stage->dialogs.answer = 0;
    press("strangerBar", "strangerBlock");
    QCOMPARE(m_stage->eva->calls, QStringList{u"block spam@far.example"_s});
    QVERIFY(!window().currentChat());
    QVERIFY(!page->isVisible()); // nobody is left
    m_stage->messenger.receive(a, u"Hello?"_s, m_stage->clock.now());
    window().openChat(a);
    press("strangerBar", "strangerAccept");
    QCOMPARE(window().currentChat(), a);
    QCOMPARE(list->currentIndex().data().toString(), u"sofia"_s);
    QVERIFY(m_stage->find<widgets::MessageEdit>("message"_L1)->hasFocus());
}

void tst_Shell::blocks()
{
    start();
    m_stage->open(m_stage->ana);
    window().actions().details->trigger();
    auto *block = m_stage->find<QPushButton>("blockContact"_L1);
    block->click();
    QCOMPARE(m_stage->dialogs.questions, QStringList{u"Block Ana Ruiz?|Block"_s});
    QVERIFY(m_stage->eva->blocked().isEmpty());
    m_stage->dialogs.answer = 0;
    block->click();
    QVERIFY(m_stage->eva->isBlocked(fake::jid(u"ana@palique.example"_s)));
    QVERIFY(m_stage->find<widgets::Banner>("blockedBanner"_L1)->isVisible());
    m_stage->eva->ask(u"spam@spam.example"_s, u"Buy"_s);
    window().openRequests();
    m_stage->eva->failNext({ErrorKind::Disconnected, {}, u"There is no connection."_s});
    m_stage->find<QPushButton>("block"_L1)->click();
    QCOMPARE(m_stage->find<widgets::Banner>("windowTrouble"_L1)->text(), u"There is no connection."_s);
}

void tst_Shell::notifiesOnlyWhenNobodyLooks()
{
    start();
    m_stage->notifier.shown.clear();
    m_stage->open(m_stage->ana);
    m_stage->messenger.receive(m_stage->ana, u"before your eyes"_s, m_stage->clock.now());
    QVERIFY(m_stage->notifier.shown.isEmpty());
    m_stage->messenger.receive(m_stage->leo, u"hello\nthere"_s, m_stage->clock.now());
    QCOMPARE(m_stage->notifier.shown.size(), 1);
    QCOMPARE(m_stage->notifier.shown.first().title, u"Leo Marín"_s);
    QCOMPARE(m_stage->notifier.shown.first().text, u"hello there"_s);
    m_stage->messenger.setMuted(m_stage->leo, store::Muted::Yes);
    m_stage->messenger.receive(m_stage->leo, u"quiet"_s, m_stage->clock.now());
    QCOMPARE(m_stage->notifier.shown.size(), 1);
    Q_EMIT m_stage->notifier.activated(m_stage->leo);
    m_stage->settle();
    QCOMPARE(window().currentChat(), m_stage->leo);
    QTRY_VERIFY(m_stage->notifier.withdrawn.contains(m_stage->leo));
    QVERIFY(window().windowTitle().contains(u"Palique"_s));
}

void tst_Shell::opensAddresses()
{
    m_stage->populate();
    m_stage->shell = std::make_unique<shell::Shell>(m_stage->messenger, m_stage->clock, m_stage->dialogs, m_stage->desktop());
    m_stage->shell->openUri(u"xmpp:leo.marin@sea.example"_s); // before there is a window
    m_stage->shell->start();
    m_stage->settle();
    QCOMPARE(window().currentChat(), m_stage->leo);
    m_stage->shell->openUri(u"file:///etc/passwd"_s);
    m_stage->shell->openUri(u"xmpp:olga@new.example?message;body=hi"_s);
    QWidget *dialog = m_stage->dialog("newChatDialog"_L1);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>("address"_L1)->text(), u"olga@new.example"_s);
    QVERIFY(m_stage->eva->calls.isEmpty()); // nobody was added without being asked
}

void tst_Shell::opensTheInspector()
{
    start();
    QVERIFY(!m_stage->eva->inspection);
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    m_stage->settle();
    QWidget *inspector = m_stage->dialog("inspectorWindow"_L1);
    QVERIFY(inspector && inspector->isVisible());
    QCOMPARE(inspector->accessibleName(), u"Inspector"_s);
    QVERIFY(m_stage->eva->inspection);
    inspector->close();
    m_stage->settle();
    QVERIFY(!m_stage->eva->inspection); // nothing is recorded any more
}

void tst_Shell::zoomsTheText()
{
    start();
    const double before = m_stage->shell->preferences().zoom();
    press(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_stage->shell->preferences().zoom() > before);
    press(Qt::Key_Minus, Qt::ControlModifier);
    press(Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(m_stage->shell->preferences().zoom() < before);
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_stage->shell->preferences().zoom(), 1.0);
}

void tst_Shell::setsStatusOfAllAccounts()
{
    m_stage->populate();
    m_stage->addWork();
    m_stage->start();
    window().actions().busy->trigger();
    QCOMPARE(m_stage->eva->settings().show, u"dnd"_s);
    QCOMPARE(m_stage->work->settings().show, u"dnd"_s);
    window().actions().statusText->trigger();
    QWidget *dialog = m_stage->dialog("statusDialog"_L1);
    QTest::keyClicks(dialog->findChild<QLineEdit *>("statusText"_L1), u"At the sea"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(m_stage->work->settings().status, u"At the sea"_s);
    QCOMPARE(m_stage->work->settings().show, u"dnd"_s);
    window().actions().offline->trigger();
    QCOMPARE(m_stage->eva->calls.last(), u"goOffline"_s);
}

void tst_Shell::comesBackToWelcomeWithoutAccounts()
{
    start();
    m_stage->open(m_stage->ana);
    m_stage->messenger.accounts().remove(m_stage->eva->id()).detach();
    m_stage->settle();
    QVERIFY(m_stage->find<QPushButton>("welcomeSignIn"_L1)->isVisible());
    QVERIFY(!window().currentChat());
}

void tst_Shell::waitsForAccountsAndShowsAnyhow()
{
    m_stage->shell = std::make_unique<shell::Shell>(m_stage->messenger, m_stage->clock, m_stage->dialogs, m_stage->desktop());
    m_stage->shell->start();
    QVERIFY(!window().isVisible());
    m_stage->clock.advance(3s);
    QVERIFY(window().isVisible());
}

void tst_Shell::keepsTheDraftOnClosing()
{
    start();
    m_stage->open(m_stage->ana);
    QTest::keyClicks(m_stage->find<widgets::MessageEdit>("message"_L1), u"not yet"_s);
    QSignalSpy quit(m_stage->shell.get(), &shell::Shell::quitRequested);
    press(Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.size(), 1);
    QCOMPARE(m_stage->messenger.conversation(m_stage->ana)->draft, u"not yet"_s);
}

void tst_Shell::holdsTheListUnderThePointer()
{
    start();
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    const QString second = list->model()->index(1, 0).data().toString();
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QApplication::sendEvent(list->viewport(), &enter);
    m_stage->messenger.receive(m_stage->leo, u"me first"_s, m_stage->clock.now());
    QCOMPARE(list->model()->index(1, 0).data().toString(), second);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(list->viewport(), &leave);
    QCOMPARE(list->model()->index(1, 0).data().toString(), u"Leo Marín"_s);
}

QTEST_MAIN(tst_Shell)
#include "tst_shell.moc"
