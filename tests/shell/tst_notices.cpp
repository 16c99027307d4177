// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/language.h"
#include "shell/scenes.h"
#include "widgets/chatlistview.h"

#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using shell::Notification;
using Switch = models::Preferences::Switch;
using State = models::Preferences::State;

class tst_Notices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_stage.reset(); }
    void saysWhoAndWhat();
    void hidesTheTextIfSoChosen();
    void hidesTheTextOnALockedScreen();
    void silentWhileQuiet();
    void silentWhileBusy();
    void silentAboutStrangers();
    void soundIsAChoice();
    void aFloodIsANumber();
    void isWithdrawnWhenRead();
    void repliesAndMarksRead();
    void saysWhenAReplyIsNotKept();
    void mutesForAWhile();
    void settingsPageKeeps();

private:
    [[nodiscard]] models::Preferences &preferences() { return m_stage->shell->preferences(); }
    [[nodiscard]] const QList<Notification> &shown() const { return m_stage->notifier.shown; }
    [[nodiscard]] QMenu *menuOf(data::ConversationId id);
    void receive(const QString &text) { m_stage->messenger.receive(m_stage->leo, text, m_stage->clock.now()); }

    std::unique_ptr<fake::Stage> m_stage;
};

void tst_Notices::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    shell::installTranslations(QLocale()); // English has plural forms there
}

void tst_Notices::init()
{
    m_stage = std::make_unique<fake::Stage>();
    m_stage->populate();
    m_stage->start();
    m_stage->notifier.shown.clear();
}

void tst_Notices::saysWhoAndWhat()
{
    receive(u"  hello\n\nthere "_s);
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first().conversation, m_stage->leo);
    QCOMPARE(shown().first().title, u"Leo Marín"_s);
    QCOMPARE(shown().first().text, u"hello there"_s);
    QCOMPARE(shown().first().sound, Notification::Sound::Message);
    receive(QString(5000, u'x'));
    QCOMPARE(shown().last().text.size(), 201);
    receive(u" \n "_s); // a notification never says nothing
    QCOMPARE(shown().last().text, u"3 new messages"_s);
}

void tst_Notices::hidesTheTextIfSoChosen()
{
    preferences().set(Switch::MessageText, State::Off);
    receive(u"secret"_s);
    QCOMPARE(shown().last().title, u"Leo Marín"_s);
    QCOMPARE(shown().last().text, u"1 new message"_s);
    receive(u"more of it"_s);
    QCOMPARE(shown().last().text, u"2 new messages"_s);
}

void tst_Notices::hidesTheTextOnALockedScreen()
{
    receive(u"seen by Eva"_s);
    QCOMPARE(shown().last().text, u"seen by Eva"_s);
    m_stage->lock.setLocked(true); // what is there already loses its text, quietly
    QCOMPARE(shown().size(), 2);
    QCOMPARE(shown().last().conversation, m_stage->leo);
    QCOMPARE(shown().last().text, u"1 new message"_s);
    QCOMPARE(shown().last().sound, Notification::Sound::None);
    receive(u"for Eva alone"_s);
    QCOMPARE(shown().last().text, u"2 new messages"_s);
    m_stage->lock.setLocked(false);
    receive(u"hello again"_s);
    QCOMPARE(shown().last().text, u"hello again"_s);
    Q_EMIT m_stage->notifier.dismissed(m_stage->leo); // what a person closed does not come back
    const auto stood = shown().size();
    m_stage->lock.setLocked(true);
    QCOMPARE(shown().size(), stood);
    m_stage->lock.setLocked(false);
    receive(u"and again"_s);
    preferences().set(Switch::HideTextWhenLocked, State::Off);
    const auto before = shown().size();
    m_stage->lock.setLocked(true);
    QCOMPARE(shown().size(), before);
    receive(u"for everybody"_s);
    QCOMPARE(shown().last().text, u"for everybody"_s);
}

void tst_Notices::silentWhileQuiet()
{
    preferences().set(Switch::Quiet, State::On);
    receive(u"psst"_s);
    QVERIFY(shown().isEmpty());
    preferences().set(Switch::Quiet, State::Off);
    receive(u"hello"_s);
    QCOMPARE(shown().size(), 1);
}

void tst_Notices::silentWhileBusy()
{
    m_stage->shell->window().actions().busy->trigger();
    receive(u"psst"_s);
    QVERIFY(shown().isEmpty());
    m_stage->shell->window().actions().available->trigger();
    receive(u"hello"_s);
    QCOMPARE(shown().size(), 1);
}

void tst_Notices::silentAboutStrangers()
{
    const int unread = m_stage->shell->window().unreadTotal();
    const QString title = m_stage->shell->window().windowTitle();
    const auto id = m_stage->messenger.receiveFrom(m_stage->eva, u"sofia@far.example"_s, u"Hi"_s, m_stage->clock.now());
    m_stage->messenger.receive(id, u"Hello?"_s, m_stage->clock.now());
    QVERIFY(shown().isEmpty());
    QCOMPARE(m_stage->shell->window().unreadTotal(), unread);
    QCOMPARE(m_stage->shell->window().windowTitle(), title);
    m_stage->messenger.accept(id);
    QCOMPARE(m_stage->shell->window().unreadTotal(), unread + 2);
    m_stage->messenger.receive(id, u"Are you there?"_s, m_stage->clock.now());
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first().conversation, id);
}

void tst_Notices::soundIsAChoice()
{
    preferences().set(Switch::Sound, State::Off);
    receive(u"psst"_s);
    QCOMPARE(shown().last().sound, Notification::Sound::None);
}

void tst_Notices::aFloodIsANumber()
{
    for (int i = 1; i <= 5; ++i)
        receive(u"line %1"_s.arg(i));
    QCOMPARE(shown().last().text, u"line 5"_s);
    receive(u"line 6"_s);
    QCOMPARE(shown().last().text, u"6 new messages"_s);
    QCOMPARE(shown().last().sound, Notification::Sound::Message);
    receive(u"line 7"_s);
    QCOMPARE(shown().last().text, u"7 new messages"_s);
    QCOMPARE(shown().last().sound, Notification::Sound::None);
    m_stage->messenger.receive(m_stage->noor, u"another chat is another matter"_s, m_stage->clock.now());
    QCOMPARE(shown().last().text, u"another chat is another matter"_s);
    m_stage->clock.advance(31s);
    receive(u"after a while"_s);
    QCOMPARE(shown().last().text, u"after a while"_s);
}

void tst_Notices::isWithdrawnWhenRead()
{
    receive(u"hello"_s);
    m_stage->messenger.receive(m_stage->noor, u"hello too"_s, m_stage->clock.now());
    QVERIFY(m_stage->notifier.withdrawn.isEmpty());
    m_stage->messenger.markRead(m_stage->leo, m_stage->messenger.conversation(m_stage->leo)->lastMessage); // on the phone, say
    QCOMPARE(m_stage->notifier.withdrawn, QList{m_stage->leo});
    m_stage->messenger.accounts().remove(m_stage->eva->id()).detach();
    QVERIFY(m_stage->notifier.withdrawn.contains(m_stage->noor));
}

void tst_Notices::repliesAndMarksRead()
{
    receive(u"are you coming?"_s);
    Q_EMIT m_stage->notifier.replied(m_stage->leo, u"On my way"_s);
    QCOMPARE(m_stage->messenger.sends, QStringList{u"On my way"_s});
    QCOMPARE(m_stage->messenger.conversation(m_stage->leo)->unread, 0);
    QCOMPARE(m_stage->notifier.withdrawn, QList{m_stage->leo});
    m_stage->messenger.receive(m_stage->noor, u"hello too"_s, m_stage->clock.now());
    Q_EMIT m_stage->notifier.markedRead(m_stage->noor);
    QCOMPARE(m_stage->messenger.conversation(m_stage->noor)->unread, 0);
    QCOMPARE(m_stage->messenger.sends.size(), 1);
    QCOMPARE(m_stage->notifier.withdrawn.last(), m_stage->noor);
    receive(u"and now?"_s);
    Q_EMIT m_stage->notifier.replied(m_stage->leo, u"  "_s); // nothing is no answer: the chat opens
    QCOMPARE(m_stage->shell->window().currentChat(), m_stage->leo);
    QCOMPARE(m_stage->messenger.sends.size(), 1);
    Q_EMIT m_stage->notifier.markedRead(data::ConversationId{9999}); // gone meanwhile
    Q_EMIT m_stage->notifier.activated(data::ConversationId{9999});
}

void tst_Notices::saysWhenAReplyIsNotKept()
{
    receive(u"are you coming?"_s);
    m_stage->messenger.failNextSend({ErrorKind::Storage, {}, u"The disk is full."_s});
    Q_EMIT m_stage->notifier.replied(m_stage->leo, u"On my way"_s);
    m_stage->settle();
    QVERIFY(m_stage->find<QWidget>("windowTrouble"_L1)->isVisible());
}

//! The menu of a chat's row, as a right click opens it.
QMenu *tst_Notices::menuOf(data::ConversationId id)
{
    delete m_stage->find<QMenu>("chatMenu"_L1);
    auto *list = m_stage->find<widgets::ChatListView>("chats"_L1);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString() == m_stage->eva->nameOf(m_stage->messenger.conversation(id)->address))
            Q_EMIT list->contextMenuRequested(index, QPoint(10, 10));
    }
    return m_stage->find<QMenu>("chatMenu"_L1);
}

void tst_Notices::mutesForAWhile()
{
    QMenu *menu = menuOf(m_stage->leo);
    QVERIFY(menu);
    menu->findChild<QAction *>("mute1h"_L1)->trigger();
    receive(u"psst"_s);
    QVERIFY(shown().isEmpty());
    QVERIFY(menuOf(m_stage->leo)->findChild<QAction *>("mute"_L1)->text().contains(u"15:20"_s)); // it is twenty past two
    m_stage->clock.advance(1h);
    QVERIFY(!m_stage->messenger.conversation(m_stage->leo)->muted);
    receive(u"hello"_s);
    QCOMPARE(shown().size(), 1);
    menuOf(m_stage->leo)->findChild<QAction *>("mute"_L1)->trigger(); // for ever
    m_stage->clock.advance(1000h);
    QVERIFY(m_stage->messenger.conversation(m_stage->leo)->muted);
    QCOMPARE(menuOf(m_stage->leo)->findChild<QAction *>("mute"_L1)->text(), u"Notify again"_s);
    menuOf(m_stage->leo)->findChild<QAction *>("mute"_L1)->trigger();
    QVERIFY(!m_stage->messenger.conversation(m_stage->leo)->muted);
    menuOf(m_stage->leo)->findChild<QAction *>("mute8h"_L1)->trigger();
    m_stage->clock.advance(7h);
    QVERIFY(m_stage->messenger.conversation(m_stage->leo)->muted);
    m_stage->clock.advance(1h);
    QVERIFY(!m_stage->messenger.conversation(m_stage->leo)->muted);
    delete m_stage->find<QMenu>("chatMenu"_L1);
}

void tst_Notices::settingsPageKeeps()
{
    m_stage->shell->window().actions().settings->trigger();
    m_stage->settle();
    QWidget *settings = m_stage->dialog("settingsWindow"_L1);
    settings->findChild<QToolButton *>("sectionNotifications"_L1)->click();
    auto *text = settings->findChild<QCheckBox *>("messageText"_L1), *locked = settings->findChild<QCheckBox *>("hideTextWhenLocked"_L1),
         *quiet = settings->findChild<QCheckBox *>("quiet"_L1), *sound = settings->findChild<QCheckBox *>("sound"_L1);
    QVERIFY(text->isVisible() && text->isChecked() && locked->isChecked() && sound->isChecked() && !quiet->isChecked());
    sound->click();
    quiet->click();
    QVERIFY(!preferences().isOn(Switch::Sound) && preferences().isOn(Switch::Quiet));
    text->click();
    QVERIFY(!preferences().isOn(Switch::MessageText) && !locked->isEnabled());
    models::Preferences again(m_stage->messenger);
    again.load();
    QVERIFY(!again.isOn(Switch::Sound) && again.isOn(Switch::Quiet) && !again.isOn(Switch::MessageText) && again.isOn(Switch::HideTextWhenLocked));
}

QTEST_MAIN(tst_Notices)
#include "tst_notices.moc"
