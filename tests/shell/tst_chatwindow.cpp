// SPDX-License-Identifier: GPL-3.0-or-later
// Chats in windows of their own.
#include "shell/chatwindow.h"
#include "shell/scenes.h"
#include "views/conversation/conversationpage.h"
#include "views/details/detailspane.h"
#include "views/settings/shortcuts.h"
#include "widgets/chatlistview.h"
#include "widgets/messageedit.h"
#include "widgets/messageview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_ChatWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void opensFromTheKeyboardAndTheMenu();
    void needsAChat();
    void saysWhoAndHowMany();
    void closesAndLeavesNothingBehind();
    void sendsAndShowsInBoth();
    void marksReadWhatIsSeen();
    void isSilentForWhoeverLooks();
    void comesToTheFrontWhenANotificationIsChosen();
    void keepsDraftsInStep();
    void losesNoDraft();
    void showsDetails();
    void blocks();
    void hasTheMainWindowsKeys();
    void searchesInItsChat();
    void remembersItsSize();
    void outlivesTheMainWindowButNotTheShell();
    void goesWithItsChat();

private:
    [[nodiscard]] shell::MainWindow &main() { return m_stage->shell->window(); }
    [[nodiscard]] QList<shell::ChatWindow *> windows() const;
    shell::ChatWindow *open(data::ConversationId id);
    [[nodiscard]] static widgets::MessageEdit *edit(QWidget *window) { return window->findChild<widgets::MessageEdit *>(); }
    void settle();
    void activate(QWidget *window);

    std::unique_ptr<fake::Stage> m_stage;
};

void tst_ChatWindow::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_stage = std::make_unique<fake::Stage>();
    m_stage->populate();
    m_stage->start();
    QVERIFY(QTest::qWaitForWindowActive(&main()));
}

QList<shell::ChatWindow *> tst_ChatWindow::windows() const
{
    QList<shell::ChatWindow *> all;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *chat = qobject_cast<shell::ChatWindow *>(window))
            all << chat;
    }
    return all;
}

void tst_ChatWindow::settle()
{
    m_stage->settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_stage->settle();
}

void tst_ChatWindow::activate(QWidget *window)
{
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    settle();
}

shell::ChatWindow *tst_ChatWindow::open(data::ConversationId id)
{
    Q_EMIT main().chatWindowRequested(id);
    settle();
    for (shell::ChatWindow *window : windows()) {
        if (window->chat() == id && QTest::qWaitForWindowActive(window))
            return window;
    }
    return nullptr;
}

void tst_ChatWindow::opensFromTheKeyboardAndTheMenu()
{
    m_stage->open(m_stage->ana);
    QTest::keyClick(&main(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    QCOMPARE(windows().size(), 1);
    QCOMPARE(windows().first()->chat(), m_stage->ana);
    QCOMPARE(main().currentChat(), m_stage->ana);
    QVERIFY(edit(windows().first())->hasFocus());
    // There is one for each chat, which comes to the front.
    activate(&main());
    main().actions().newWindow->trigger();
    settle();
    QCOMPARE(windows().size(), 1);
    QVERIFY(windows().first()->isActiveWindow());
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    Q_EMIT list->contextMenuRequested(list->model()->index(0, 0), {100, 100});
    auto *menu = m_stage->find<QMenu>("chatMenu"_L1);
    QVERIFY(!menu->findChild<QAction *>("openWindow"_L1)->icon().isNull());
    menu->findChild<QAction *>("openWindow"_L1)->trigger();
    menu->close();
    settle();
    QCOMPARE(windows().size(), 2);
}

void tst_ChatWindow::needsAChat()
{
    QVERIFY(!main().actions().newWindow->isEnabled());
    Q_EMIT main().chatWindowRequested({});
    Q_EMIT main().chatWindowRequested({4711});
    settle();
    QVERIFY(windows().isEmpty());
}

void tst_ChatWindow::saysWhoAndHowMany()
{
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    QCOMPARE(window->windowTitle(), u"Ana Ruiz"_s);
    QCOMPARE(window->accessibleName(), u"Ana Ruiz"_s);
    activate(&main());
    m_stage->messenger.receive(m_stage->ana, u"Hello?"_s, m_stage->clock.now());
    QCOMPARE(window->windowTitle(), u"(1) Ana Ruiz"_s);
    m_stage->eva->put(u"ana@palique.example"_s, u"Ana [*]\nMaría"_s);
    QCOMPARE(window->windowTitle(), u"(1) Ana [*][*] María"_s); // as Qt wants it
    QCOMPARE(main().windowTitle(), u"(3) Palique"_s);
}

void tst_ChatWindow::closesAndLeavesNothingBehind()
{
    m_stage->open(m_stage->leo);
    QVERIFY(open(m_stage->ana)); // what is made once is there
    windows().first()->close();
    settle();
    QVERIFY(windows().isEmpty());
    const auto widgets = QApplication::allWidgets().size();
    const auto ways = {std::pair(Qt::Key_Escape, Qt::NoModifier), std::pair(Qt::Key_W, Qt::ControlModifier)};
    for (const auto &[key, modifier] : ways) {
        shell::ChatWindow *window = open(m_stage->ana);
        QVERIFY(window);
        QVERIFY(QApplication::allWidgets().size() > widgets);
        QTest::keyClicks(edit(window), u"x"_s);
        QTest::keyClick(edit(window), key, modifier);
        settle();
        QVERIFY(windows().isEmpty());
        QCOMPARE(QApplication::allWidgets().size(), widgets);
    }
    QCOMPARE(m_stage->messenger.conversation(m_stage->ana)->draft, u"xx"_s);
    QCOMPARE(main().currentChat(), m_stage->leo); // Ctrl+W was for the other window
}

void tst_ChatWindow::sendsAndShowsInBoth()
{
    m_stage->open(m_stage->ana);
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    auto *here = window->findChild<widgets::MessageView *>(), *there = main().findChild<widgets::MessageView *>();
    QTRY_VERIFY(here->model()->rowCount() > 0);
    const int rows = here->model()->rowCount();
    QCOMPARE(there->model()->rowCount(), rows);
    QTest::keyClicks(edit(window), u"On my way"_s);
    QTest::keyClick(edit(window), Qt::Key_Return);
    QCOMPARE(m_stage->messenger.sends, QStringList{u"On my way"_s});
    QCOMPARE(here->model()->rowCount(), rows + 1);
    QCOMPARE(there->model()->rowCount(), rows + 1);
}

void tst_ChatWindow::marksReadWhatIsSeen()
{
    shell::ChatWindow *window = open(m_stage->mother);
    QVERIFY(window);
    QTRY_COMPARE(m_stage->messenger.conversation(m_stage->mother)->unread, 0);
    activate(&main());
    m_stage->messenger.receive(m_stage->mother, u"Well?"_s, m_stage->clock.now());
    settle();
    QCOMPARE(m_stage->messenger.conversation(m_stage->mother)->unread, 1); // it is behind
    activate(window);
    QTRY_COMPARE(m_stage->messenger.conversation(m_stage->mother)->unread, 0);
    QCOMPARE(window->windowTitle(), u"Mamá"_s);
}

void tst_ChatWindow::isSilentForWhoeverLooks()
{
    QVERIFY(open(m_stage->ana));
    m_stage->notifier.shown.clear();
    m_stage->messenger.receive(m_stage->ana, u"before your eyes"_s, m_stage->clock.now());
    QVERIFY(m_stage->notifier.shown.isEmpty());
    activate(&main());
    m_stage->messenger.receive(m_stage->ana, u"behind"_s, m_stage->clock.now());
    QCOMPARE(m_stage->notifier.shown.size(), 1);
}

void tst_ChatWindow::comesToTheFrontWhenANotificationIsChosen()
{
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    m_stage->open(m_stage->leo);
    activate(&main());
    Q_EMIT m_stage->notifier.activated(m_stage->ana);
    QVERIFY(QTest::qWaitForWindowActive(window));
    QCOMPARE(main().currentChat(), m_stage->leo);
    Q_EMIT m_stage->notifier.activated(m_stage->mother); // it has none
    QVERIFY(QTest::qWaitForWindowActive(&main()));
    QCOMPARE(main().currentChat(), m_stage->mother);
}

void tst_ChatWindow::keepsDraftsInStep()
{
    m_stage->open(m_stage->ana);
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    QTest::keyClicks(edit(window), u"Shall"_s);
    QCOMPARE(edit(&main())->toPlainText(), QString());
    m_stage->clock.advance(1s);
    QCOMPARE(edit(&main())->toPlainText(), u"Shall"_s);
    // Whoever goes on over there goes on with all of it.
    QTest::keyClicks(edit(window), u" we"_s);
    activate(&main());
    QCOMPARE(edit(&main())->toPlainText(), u"Shall we"_s);
    QTest::keyClick(edit(&main()), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(edit(&main()), u"?"_s);
    m_stage->clock.advance(1s);
    QCOMPARE(edit(window)->toPlainText(), u"Shall we?"_s);
    QTest::keyClick(edit(&main()), Qt::Key_Return);
    QCOMPARE(m_stage->messenger.sends, QStringList{u"Shall we?"_s});
    QCOMPARE(edit(window)->toPlainText(), QString());
    QCOMPARE(m_stage->messenger.conversation(m_stage->ana)->draft, QString());
}

void tst_ChatWindow::losesNoDraft()
{
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    activate(&main());
    m_stage->open(m_stage->ana);
    QTest::keyClicks(edit(&main()), u"mine"_s);
    window->close(); // it has nothing to say
    settle();
    QCOMPARE(edit(&main())->toPlainText(), u"mine"_s);
    m_stage->shell->keep();
    QCOMPARE(m_stage->messenger.conversation(m_stage->ana)->draft, u"mine"_s);
    window = open(m_stage->leo);
    QVERIFY(window);
    QTest::keyClicks(edit(window), u"theirs"_s);
    m_stage->shell->keep();
    QCOMPARE(m_stage->messenger.conversation(m_stage->leo)->draft, u"theirs"_s);
}

void tst_ChatWindow::showsDetails()
{
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    auto *details = window->findChild<views::DetailsPane *>();
    auto *button = window->findChild<QToolButton *>("details"_L1);
    QVERIFY(!details->isVisible());
    const int width = window->width();
    QTest::keyClick(window, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(details->isVisible() && button->isChecked());
    QVERIFY(window->width() > width); // the chat stays as wide as it was
    QVERIFY(!m_stage->shell->window().findChild<views::DetailsPane *>()->isVisible());
    QTest::keyClick(window->focusWidget(), Qt::Key_Escape); // the details first
    QVERIFY(!details->isVisible() && window->isVisible() && !button->isChecked());
    QCOMPARE(window->width(), width);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(details->isVisible() && button->isChecked());
    m_stage->shell->keep();
    QVERIFY(m_stage->shell->preferences().layout(u"chat-window"_s).startsWith(QByteArray::number(width)));
    QTest::mouseClick(details->closeButton(), Qt::LeftButton);
    QVERIFY(!details->isVisible() && !button->isChecked());
}

void tst_ChatWindow::blocks()
{
    const auto id = m_stage->messenger.receiveFrom(m_stage->eva, u"spam@far.example"_s, u"Buy"_s, m_stage->clock.now());
    shell::ChatWindow *window = open(id);
    QVERIFY(window);
    m_stage->dialogs.answer = 0;
    m_stage->eva->failNext({ErrorKind::Disconnected, {}, u"There is no connection."_s});
    window->findChild<QPushButton *>("strangerBlock"_L1)->click();
    QVERIFY(!m_stage->eva->isBlocked(fake::jid(u"spam@far.example"_s)));
    QVERIFY(std::ranges::any_of(window->findChildren<QLabel *>("bannerText"_L1), [](const QLabel *label) { return label->isVisible() && label->text() == "There is no connection."_L1; }));
    window->findChild<QPushButton *>("strangerBlock"_L1)->click();
    QVERIFY(m_stage->eva->isBlocked(fake::jid(u"spam@far.example"_s)));
    QVERIFY(window->isVisible());
}

void tst_ChatWindow::hasTheMainWindowsKeys()
{
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    const qreal zoom = m_stage->shell->preferences().zoom();
    QTest::keyClick(window, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_stage->shell->preferences().zoom() > zoom);
    main().actions().zoomReset->trigger();
    main().shortcuts().set(main().actions().closeChat, QKeySequence(u"Ctrl+Shift+W"_s));
    QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier);
    settle();
    QCOMPARE(windows().size(), 1);
    QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    QVERIFY(windows().isEmpty());
}

void tst_ChatWindow::searchesInItsChat()
{
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    QTest::keyClick(window, Qt::Key_F, Qt::ControlModifier);
    auto *field = window->findChild<QLineEdit *>("chatSearchField"_L1);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"the"_s);
    auto *position = window->findChild<QLabel *>("hitPosition"_L1);
    QTRY_VERIFY(position->text().startsWith(u"1 of "_s));
    QTest::keyClick(window, Qt::Key_F3);
    QTRY_VERIFY(position->text().startsWith(u"2 of "_s));
    QTest::keyClick(window, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_VERIFY(position->text().startsWith(u"1 of "_s));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(window->isVisible() && edit(window)->hasFocus());
    QVERIFY(main().findChild<QLineEdit *>("chatSearchField"_L1)->isHidden() || !main().findChild<QLineEdit *>("chatSearchField"_L1)->isVisible());
}

void tst_ChatWindow::remembersItsSize()
{
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    window->resize(611, 477);
    window->close();
    settle();
    QCOMPARE(open(m_stage->leo)->size(), QSize(611, 477));
    models::Preferences again(m_stage->messenger);
    again.load();
    QCOMPARE(again.layout(u"chat-window"_s), "611x477"_ba);
    m_stage->shell->preferences().setLayout(u"chat-window"_s, "no size");
    window = open(m_stage->mother);
    QVERIFY(window->width() >= window->minimumWidth() && window->height() >= window->minimumHeight());
}

void tst_ChatWindow::outlivesTheMainWindowButNotTheShell()
{
    m_stage->tray.available = true;
    QSignalSpy quit(m_stage->shell.get(), &shell::Shell::quitRequested);
    shell::ChatWindow *window = open(m_stage->ana);
    QVERIFY(window);
    main().close();
    settle();
    QVERIFY(quit.isEmpty());
    QVERIFY(!main().isVisible() && window->isVisible());
    QTest::keyClicks(edit(window), u"later"_s);
    QTest::keyClick(window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.size(), 1);
    QCOMPARE(m_stage->messenger.conversation(m_stage->ana)->draft, u"later"_s);
    m_stage->shell.reset();
    QVERIFY(windows().isEmpty());
}

void tst_ChatWindow::goesWithItsChat()
{
    QVERIFY(open(m_stage->ana));
    m_stage->messenger.hide(m_stage->ana);
    settle();
    QVERIFY(windows().isEmpty());
    QVERIFY(open(m_stage->leo));
    m_stage->messenger.accounts().remove(m_stage->eva->id()).detach();
    settle();
    QVERIFY(windows().isEmpty());
}

QTEST_MAIN(tst_ChatWindow)
#include "tst_chatwindow.moc"
