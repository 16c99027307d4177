// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"
#include "views/conversation/conversationpage.h"
#include "widgets/banner.h"
#include "widgets/elidedlabel.h"
#include "widgets/emojipicker.h"
#include "widgets/messageedit.h"
#include "widgets/messageview.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Typing = im::Messenger::Typing;

class tst_ConversationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsByEnterAndByButton();
    void swapsEnter();
    void keepsADraftForEachChat();
    void tellsTyping();
    void showsPresenceAndTypingInWords();
    void marksReadWhatIsSeen();
    void drawsTheLineAboveWhatIsNew();
    void saysThatThereIsNoConnection();
    void sendsNothingToWhoIsBlocked();
    void givesTheTextBackWhenItCannotBeKept();
    void retriesFromTheMenuAndCopies();
    void editsTheLastMessage();
    void keepsWhatWasWrittenWhileEditing();
    void saysWhatAMessageSaidBefore();
    void showsWhoActs();
    void picksEmoji();
    void completesEmojiNames();
    void loadsOlderAtTheTop();
    void showsTheAccountWhenThereAreTwo();

private:
    [[nodiscard]] widgets::MessageEdit *edit() const { return m_page->findChild<widgets::MessageEdit *>(); }
    [[nodiscard]] widgets::MessageView *view() const { return m_page->messages(); }
    [[nodiscard]] QString label(const char *name) const { return m_page->findChild<widgets::ElidedLabel *>(QLatin1StringView(name))->text(); }
    void open(data::ConversationId id);

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<models::Preferences> m_preferences;
    std::unique_ptr<views::ConversationPage> m_page;
    fake::Account *m_me = nullptr;
    data::ConversationId m_ana, m_leo;
    const QDateTime m_start = QDateTime::currentDateTimeUtc().addSecs(-3600);
};

void tst_ConversationPage::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_clock = std::make_unique<ManualClock>();
    m_preferences = std::make_unique<models::Preferences>(*m_messenger);
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_me->put(u"ana@example.org"_s, u"Ana"_s);
    m_me->put(u"leo@example.org"_s, u"Leo"_s);
    m_ana = m_messenger->addChat(m_me, u"ana@example.org"_s);
    m_leo = m_messenger->addChat(m_me, u"leo@example.org"_s);
    m_page = std::make_unique<views::ConversationPage>(*m_messenger, *m_preferences, *m_clock);
    m_page->resize(700, 600);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void tst_ConversationPage::cleanup()
{
    m_page.reset();
    m_preferences.reset();
    m_messenger.reset();
}

void tst_ConversationPage::open(data::ConversationId id)
{
    m_page->open(id);
    m_page->focusComposer();
    const bool empty = !m_messenger->conversation(id)->lastMessage;
    QTRY_VERIFY(empty || (view()->model() && view()->model()->rowCount() > 0));
    QCoreApplication::processEvents();
}

void tst_ConversationPage::sendsByEnterAndByButton()
{
    open(m_ana);
    auto *send = m_page->findChild<QToolButton *>("send"_L1);
    QCOMPARE(send->accessibleName(), u"Send"_s);
    QCOMPARE(edit()->accessibleName(), u"Message"_s);
    QVERIFY(!send->isEnabled());
    QTest::keyClicks(edit(), u"Hello Ana"_s);
    QVERIFY(send->isEnabled());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->sends, QStringList{u"Hello Ana"_s});
    QVERIFY(edit()->text().isEmpty());
    QCOMPARE(view()->model()->rowCount(), 1);
    QTest::keyClicks(edit(), u"two"_s);
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(edit(), u"lines"_s);
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(m_messenger->sends.last(), u"two\nlines"_s);
    QTest::keyClicks(edit(), u"   "_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->sends.size(), 2);
}

void tst_ConversationPage::swapsEnter()
{
    open(m_ana);
    m_preferences->setEnter(models::Preferences::Enter::Breaks);
    QTest::keyClicks(edit(), u"one"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(m_messenger->sends.isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_messenger->sends, QStringList{u"one"_s});
}

void tst_ConversationPage::keepsADraftForEachChat()
{
    open(m_ana);
    QTest::keyClicks(edit(), u"half a sentence"_s);
    open(m_leo);
    QVERIFY(edit()->text().isEmpty());
    QCOMPARE(m_messenger->conversation(m_ana)->draft, u"half a sentence"_s);
    QTest::keyClicks(edit(), u"for Leo"_s);
    m_clock->advance(2s);
    QCOMPARE(m_messenger->conversation(m_leo)->draft, u"for Leo"_s);
    open(m_ana);
    QCOMPARE(edit()->text(), u"half a sentence"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->conversation(m_ana)->draft, QString());
}

void tst_ConversationPage::tellsTyping()
{
    open(m_ana);
    QTest::keyClicks(edit(), u"hel"_s);
    QCOMPARE(m_messenger->typings, (QList{std::pair(m_ana, Typing::Writing)}));
    m_clock->advance(4s);
    QTest::keyClicks(edit(), u"lo"_s);
    m_clock->advance(4s);
    QCOMPARE(m_messenger->typings.size(), 1);
    m_clock->advance(2s);
    QCOMPARE(m_messenger->typings.last().second, Typing::Paused);
    QTest::keyClicks(edit(), u"!"_s);
    QCOMPARE(m_messenger->typings.last().second, Typing::Writing);
    edit()->selectAll();
    QTest::keyClick(edit(), Qt::Key_Delete);
    QCOMPARE(m_messenger->typings.last().second, Typing::Stopped);
    QTest::keyClicks(edit(), u"x"_s);
    open(m_leo);
    QCOMPARE(m_messenger->typings.last(), std::pair(m_ana, Typing::Stopped));
    const qsizetype before = m_messenger->typings.size();
    open(m_ana); // the draft comes back, which is nobody's typing
    QCOMPARE(m_messenger->typings.size(), before);
    QTest::keyClicks(edit(), u"y"_s);
    QTest::keyClick(edit(), Qt::Key_Return); // the message itself says that the typing ended
    QCOMPARE(m_messenger->typings.last().second, Typing::Writing);
}

void tst_ConversationPage::showsPresenceAndTypingInWords()
{
    open(m_ana);
    QCOMPARE(label("conversationName"), u"Ana"_s);
    QCOMPARE(label("conversationState"), u"offline"_s);
    m_me->setPresenceOf(u"ana@example.org"_s, {data::Availability::DoNotDisturb, u"in a  meeting"_s, 1});
    QCOMPARE(label("conversationState"), u"do not disturb · in a meeting"_s);
    m_messenger->setTypingOf(m_ana, true);
    QCOMPARE(label("conversationState"), u"typing…"_s);
    m_messenger->setTypingOf(m_ana, false);
    QCOMPARE(label("conversationState"), u"do not disturb · in a meeting"_s);
    m_me->put(u"ana@example.org"_s, u"Ana Ruiz"_s);
    QCOMPARE(label("conversationName"), u"Ana Ruiz"_s);
    open(m_messenger->addChat(m_me, u"stranger@example.org"_s));
    QCOMPARE(label("conversationState"), u"not in your contacts"_s);
}

void tst_ConversationPage::marksReadWhatIsSeen()
{
    m_messenger->receive(m_ana, u"one"_s, m_start);
    const auto last = m_messenger->receive(m_ana, u"two"_s, m_start.addSecs(1));
    QCOMPARE(m_messenger->conversation(m_ana)->unread, 2);
    open(m_ana);
    QTRY_COMPARE(m_messenger->conversation(m_ana)->unread, 0);
    QCOMPARE(m_messenger->marked.last(), last);
    m_page->hide();
    QWidget other; // somebody looks at another window
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_messenger->receive(m_ana, u"three"_s, m_start.addSecs(2));
    QCoreApplication::processEvents();
    QCOMPARE(m_messenger->conversation(m_ana)->unread, 1);
    m_page->show();
    m_page->activateWindow();
    QTRY_COMPARE(m_messenger->conversation(m_ana)->unread, 0);
}

void tst_ConversationPage::drawsTheLineAboveWhatIsNew()
{
    for (int i = 0; i < 3; ++i)
        m_messenger->receive(m_ana, u"message %1"_s.arg(i), m_start.addSecs(i));
    open(m_ana);
    QVERIFY(view()->model()->index(0, 0).data(models::MessageRole::UnreadLine).toBool());
    QTest::keyClicks(edit(), u"answer"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(!view()->model()->index(0, 0).data(models::MessageRole::UnreadLine).toBool());
}

void tst_ConversationPage::saysThatThereIsNoConnection()
{
    open(m_ana);
    const auto *hint = m_page->findChild<QLabel *>("offlineHint"_L1);
    QVERIFY(!hint->isVisible());
    m_me->setState(im::Status::State::Waiting);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(u"sent as soon as"_s));
    QCOMPARE(label("conversationState"), QString());
    QTest::keyClicks(edit(), u"later"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->sends, QStringList{u"later"_s});
    m_me->setState(im::Status::State::Online);
    QVERIFY(!hint->isVisible());
}

void tst_ConversationPage::sendsNothingToWhoIsBlocked()
{
    open(m_ana);
    QTest::keyClicks(edit(), u"one more thing"_s);
    auto *banner = m_page->findChild<widgets::Banner *>("blockedBanner"_L1);
    auto *send = m_page->findChild<QToolButton *>("send"_L1);
    QVERIFY(!banner->isVisible());
    m_me->block({fake::jid(u"ana@example.org"_s)}, im::Account::Report::None).detach();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), u"You blocked Ana."_s);
    QCOMPARE(label("conversationState"), u"blocked"_s);
    QVERIFY(!send->isEnabled());
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(m_messenger->sends.isEmpty());
    QCOMPARE(edit()->text(), u"one more thing"_s);
    // It is about this chat only, and what was typed waits there.
    open(m_leo);
    QVERIFY(!banner->isVisible());
    QTest::keyClicks(edit(), u"hi"_s);
    QVERIFY(send->isEnabled());
    open(m_ana);
    QVERIFY(banner->isVisible());
    QCOMPARE(edit()->text(), u"one more thing"_s);
    m_me->setBlocking(fake::Account::Blocking::Impossible);
    QVERIFY(banner->isVisible());
    QVERIFY(!banner->findChild<QPushButton *>("action0"_L1)->isVisible());
    m_me->setBlocking(fake::Account::Blocking::Possible);
    QTest::mouseClick(banner->findChild<QPushButton *>("action0"_L1), Qt::LeftButton);
    QCOMPARE(m_me->calls.last(), u"unblock ana@example.org"_s);
    QVERIFY(!banner->isVisible());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->sends, QStringList{u"one more thing"_s});
}

void tst_ConversationPage::givesTheTextBackWhenItCannotBeKept()
{
    open(m_ana);
    m_messenger->failNextSend({ErrorKind::Storage, {}, u"The disk is full."_s});
    QTest::keyClicks(edit(), u"precious"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(edit()->text(), u"precious"_s);
    auto *banner = m_page->findChild<widgets::Banner *>();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), u"The disk is full."_s);
}

void tst_ConversationPage::retriesFromTheMenuAndCopies()
{
    open(m_ana);
    QTest::keyClicks(edit(), u"to nobody"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    const QString id = view()->model()->index(0, 0).data(models::MessageRole::Id).toString();
    m_messenger->setState({id.toLongLong()}, data::SendState::Failed, u"Nobody is there."_s);
    // As for a person, the menu is gone once something of it was chosen.
    const auto choose = [&](QLatin1StringView what) {
        Q_EMIT view()->contextMenuRequested(id, {10, 10});
        const QPointer<QMenu> menu = m_page->findChild<QMenu *>("messageMenu"_L1);
        auto *action = menu ? menu->findChild<QAction *>(what) : nullptr;
        if (!action)
            return false;
        action->trigger();
        if (menu)
            menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return menu.isNull();
    };
    QVERIFY(choose("copyMessage"_L1));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"to nobody"_s);
    QVERIFY(choose("messageInfoAction"_L1));
    auto *info = m_page->findChild<QWidget *>("messageInfo"_L1);
    QVERIFY(info && info->isVisible());
    QCOMPARE(info->findChild<QLabel *>("infoError"_L1)->text(), u"Nobody is there."_s);
    QVERIFY(choose("retryMessage"_L1));
    QCOMPARE(m_messenger->retries.size(), 1);
    Q_EMIT view()->retryRequested(id);
    QCOMPARE(m_messenger->retries.size(), 2);
}

void tst_ConversationPage::editsTheLastMessage()
{
    m_messenger->sent(m_ana, u"airlock"_s, m_start);
    m_messenger->receive(m_ana, u"what?"_s, m_start.addSecs(1));
    open(m_ana);
    const auto row = [this](int role) { return view()->model()->index(0, 0).data(role); };
    auto *strip = m_page->findChild<QWidget *>("editing"_L1);
    QVERIFY(!strip->isVisible());
    QTest::keyClick(edit(), Qt::Key_Up);
    QVERIFY(strip->isVisible());
    QCOMPARE(label("editedMessage"), u"airlock"_s);
    QCOMPARE(edit()->text(), u"airlock"_s);
    QTest::keyClick(edit(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit(), u"window"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(!strip->isVisible());
    QVERIFY(edit()->isBlank());
    QCOMPARE(view()->model()->rowCount(), 2);
    QCOMPARE(row(models::MessageRole::Body).toString(), u"window"_s);
    QVERIFY(row(models::MessageRole::Edited).toBool());
    QCOMPARE(row(models::MessageRole::State).toInt(), int(widgets::MessageState::Sending));
    // As it was: nothing is sent.
    const auto before = m_messenger->sends.size();
    QTest::keyClick(edit(), Qt::Key_Up);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->sends.size(), before);
    QVERIFY(!strip->isVisible());
    // And when it cannot be kept, the words are still there.
    QTest::keyClick(edit(), Qt::Key_Up);
    QTest::keyClicks(edit(), u" of glass"_s);
    m_messenger->failNextSend({ErrorKind::Storage, {}, u"The disk is full."_s});
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(strip->isVisible());
    QCOMPARE(edit()->text(), u"window of glass"_s);
    QCOMPARE(m_page->findChild<widgets::Banner *>()->text(), u"The disk is full."_s);
}

void tst_ConversationPage::keepsWhatWasWrittenWhileEditing()
{
    m_messenger->sent(m_ana, u"airlock"_s, m_start);
    open(m_ana);
    const QString id = view()->model()->index(0, 0).data(models::MessageRole::Id).toString();
    QTest::keyClicks(edit(), u"half a thought"_s);
    Q_EMIT view()->contextMenuRequested(id, {10, 10});
    auto *menu = m_page->findChild<QMenu *>("messageMenu"_L1);
    menu->findChild<QAction *>("editMessage"_L1)->trigger();
    menu->close();
    QCOMPARE(edit()->text(), u"airlock"_s);
    QTest::keyClicks(edit(), u"s"_s);
    open(m_leo);
    QVERIFY(edit()->isBlank());
    QVERIFY(!m_page->findChild<QWidget *>("editing"_L1)->isVisible());
    QCOMPARE(m_messenger->conversation(m_ana)->draft, u"half a thought"_s);
    open(m_ana);
    QVERIFY(m_page->findChild<QWidget *>("editing"_L1)->isVisible());
    QCOMPARE(edit()->text(), u"airlocks"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(edit()->text(), u"half a thought"_s);
    QVERIFY(m_messenger->sends.isEmpty());
}

void tst_ConversationPage::saysWhatAMessageSaidBefore()
{
    const auto id = m_messenger->sent(m_ana, u"airlock"_s, m_start);
    open(m_ana);
    (void)fake::wait(m_messenger->correct(id, u"door"_s));
    (void)fake::wait(m_messenger->correct(id, u"window"_s));
    Q_EMIT view()->contextMenuRequested(QString::number(id.value), {10, 10});
    auto *menu = m_page->findChild<QMenu *>("messageMenu"_L1);
    menu->findChild<QAction *>("messageInfoAction"_L1)->trigger();
    menu->close();
    auto *info = m_page->findChild<QWidget *>("messageInfo"_L1);
    QVERIFY(info);
    QTRY_COMPARE(info->findChildren<QLabel *>("earlierVersion"_L1).size(), 2);
    QCOMPARE(info->findChildren<QLabel *>("earlierVersion"_L1).first()->text(), u"airlock"_s);
    QVERIFY(info->findChild<QLabel *>("infoEdited"_L1));
}

void tst_ConversationPage::showsWhoActs()
{
    m_messenger->receive(m_ana, u"/me waves *wildly*"_s, m_start);
    open(m_ana);
    QVERIFY(view()->accessibleRowText(0).startsWith(u"Ana, * Ana waves *wildly*, "_s));
    QTest::keyClicks(edit(), u"/me waves back"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->sends.last(), u"/me waves back"_s); // every reader's own name goes into it
    QVERIFY(view()->accessibleRowText(1).startsWith(u"You, * Me waves back, "_s));
    view()->selectAll();
    QVERIFY2(view()->selectedText().contains(u"] * Ana waves *wildly*\n"_s), qPrintable(view()->selectedText()));
    const QString id = view()->model()->index(0, 0).data(models::MessageRole::Id).toString();
    Q_EMIT view()->contextMenuRequested(id, view()->viewport()->mapToGlobal(QPoint(50, 50)));
    auto *menu = m_page->findChild<QMenu *>("messageMenu"_L1);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->objectName() == "copyMessage"_L1)
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/me waves *wildly*"_s);
    menu->close();
}

void tst_ConversationPage::picksEmoji()
{
    open(m_ana);
    auto *button = m_page->findChild<QToolButton *>("emoji"_L1);
    QCOMPARE(button->accessibleName(), u"Emoji"_s);
    QTest::keyClicks(edit(), u"Hi !"_s);
    QTest::keyClick(edit(), Qt::Key_Left);
    QTest::mouseClick(button, Qt::LeftButton);
    auto *picker = m_page->findChild<widgets::EmojiPicker *>();
    QVERIFY(picker && picker->isVisible());
    auto *search = picker->findChild<QLineEdit *>("emojiSearch"_L1);
    QTest::keyClicks(search, u"wave"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(!picker->isVisible());
    QTRY_VERIFY(edit()->hasFocus());
    const QString wave = edit()->text().sliced(3).chopped(1);
    QCOMPARE(edit()->text(), u"Hi "_s + wave + u'!');
    QCOMPARE(m_preferences->usedEmoji(), QStringList{wave});
    // What was used comes first the next time, and the tone is kept.
    m_preferences->setSkinTone(5);
    QTest::mouseClick(button, Qt::LeftButton);
    auto *grid = picker->findChild<widgets::EmojiGrid *>();
    QCOMPARE(grid->model()->rowCount(), 1);
    QCOMPARE(picker->tone(), widgets::SkinTone::Dark);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!picker->isVisible());
    QCOMPARE(edit()->text(), u"Hi "_s + wave + u'!');
}

void tst_ConversationPage::completesEmojiNames()
{
    open(m_ana);
    QTest::keyClicks(edit(), u"Done :tad"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(m_messenger->sends.isEmpty());
    QCOMPARE(edit()->text(), u"Done 🎉"_s);
    QCOMPARE(m_preferences->usedEmoji(), QStringList{u"🎉"_s});
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_messenger->sends, QStringList{u"Done 🎉"_s});
    QSignalSpy left(m_page.get(), &views::ConversationPage::left);
    QTest::keyClicks(edit(), u":tad"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(left.isEmpty()); // it left the list alone
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void tst_ConversationPage::loadsOlderAtTheTop()
{
    for (int i = 0; i < 100; ++i)
        m_messenger->receive(m_ana, u"message %1"_s.arg(i), m_start.addSecs(i));
    m_messenger->markRead(m_ana, m_messenger->conversation(m_ana)->lastMessage);
    open(m_ana);
    QCOMPARE(view()->model()->rowCount(), im::Timeline::PageSize);
    view()->scrollToRow(0);
    QTRY_COMPARE(view()->model()->rowCount(), 100);
}

void tst_ConversationPage::showsTheAccountWhenThereAreTwo()
{
    open(m_ana);
    QVERIFY(label("composerAccount").isEmpty());
    m_messenger->addAccount(u"work@example.com"_s);
    QVERIFY(label("composerAccount").contains(u"me@example.org"_s));
}

QTEST_MAIN(tst_ConversationPage)
#include "tst_conversationpage.moc"
