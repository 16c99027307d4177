// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"
#include "views/blockquestion.h"
#include "views/chats/newchatdialog.h"
#include "views/chats/requestspage.h"
#include "views/details/detailspane.h"
#include "views/dialogs.h"
#include "widgets/banner.h"
#include "widgets/chatlistview.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace
{
//! Answers questions as a test says.
class Answers final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override { return Task<Result<QString>>::ready(fail(Error::cancelled())); }
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *, QString) override { return Task<Result<QString>>::ready(fail(Error::cancelled())); }
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *, QString, QString, QString) override { return chooseFile(nullptr, {}, {}); }
    [[nodiscard]] Task<Result<int>> ask(QWidget *, QString title, QString, QStringList answers) override
    {
        asked << title + u'|' + answers.join(u'|');
        return answer < 0 ? Task<Result<int>>::ready(fail(Error::cancelled())) : Task<Result<int>>::ready(answer);
    }
    void openLink(const QUrl &) override { }

    int answer = -1;
    QStringList asked;
};
}

class tst_People : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_messenger.reset(); }
    void findsAContactByName();
    void addsAStranger();
    void saysWhyAStrangerCannotBeAdded();
    void asksForTheAccountWhenThereAreTwo();
    void acceptsAndDeclinesRequests();
    void showsAContact();
    void changesNameAndGroups();
    void removesOnlyWhenConfirmed();
    void addsTheStrangerOneTalksWith();
    void blocksOnlyWhenConfirmed();
    void blocksWhoAsks();
    void blocksAndUnblocksAContact();
    void saysWhyNobodyComesFromThere();

private:
    std::unique_ptr<fake::Messenger> m_messenger;
    ManualClock m_clock;
    fake::Account *m_me = nullptr;
};

void tst_People::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_me->put(u"ana@example.org"_s, u"Ana Ruiz"_s, {u"Friends"_s});
    m_me->put(u"leo@example.org"_s, u"Leo"_s);
}

void tst_People::findsAContactByName()
{
    views::NewChatDialog dialog(*m_messenger);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QCOMPARE(dialog.accessibleName(), u"New chat"_s);
    auto *field = dialog.findChild<QLineEdit *>("address"_L1);
    auto *people = dialog.findChild<widgets::ChatListView *>();
    QCOMPARE(field->accessibleName(), u"Address"_s);
    QCOMPARE(people->accessibleName(), u"People"_s);
    QCOMPARE(people->model()->rowCount(), 2);
    QSignalSpy opened(&dialog, &views::NewChatDialog::chatOpened);
    QTest::keyClicks(field, u"ruiz"_s);
    QCOMPARE(people->model()->rowCount(), 1);
    QVERIFY(!dialog.findChild<QPushButton *>("addContact"_L1)->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const auto id = opened.first().first().value<data::ConversationId>();
    QCOMPARE(m_messenger->conversation(id)->address, fake::jid(u"ana@example.org"_s));
    QVERIFY(!dialog.isVisible());
    QVERIFY(m_me->calls.isEmpty());
}

void tst_People::addsAStranger()
{
    views::NewChatDialog dialog(*m_messenger);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QSignalSpy opened(&dialog, &views::NewChatDialog::chatOpened);
    QTest::keyClicks(dialog.findChild<QLineEdit *>("address"_L1), u"xmpp:olga@new.example"_s);
    auto *add = dialog.findChild<QPushButton *>("addContact"_L1);
    QVERIFY(add->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>("newChatNote"_L1)->text().contains(u"olga@new.example"_s));
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(m_me->calls, QStringList{u"addContact olga@new.example"_s});
    QCOMPARE(opened.size(), 1);
}

void tst_People::saysWhyAStrangerCannotBeAdded()
{
    views::NewChatDialog dialog(*m_messenger);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    m_me->failNext({ErrorKind::Disconnected, {}, u"There is no connection."_s});
    QTest::keyClicks(dialog.findChild<QLineEdit *>("address"_L1), u"olga@new.example"_s);
    QTest::keyClick(dialog.findChild<QLineEdit *>("address"_L1), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QCOMPARE(dialog.findChild<widgets::Banner *>()->text(), u"There is no connection."_s);
    QVERIFY(dialog.findChild<QPushButton *>("addContact"_L1)->isEnabled());
    // One's own address and known people are no strangers.
    dialog.setAddress(u"me@example.org"_s);
    QVERIFY(!dialog.findChild<QPushButton *>("addContact"_L1)->isEnabled());
    dialog.setAddress(u"ANA@example.org"_s);
    QVERIFY(!dialog.findChild<QPushButton *>("addContact"_L1)->isEnabled());
    QCOMPARE(dialog.findChild<widgets::ChatListView *>()->model()->rowCount(), 1);
}

void tst_People::asksForTheAccountWhenThereAreTwo()
{
    {
        const views::NewChatDialog dialog(*m_messenger);
        QVERIFY(dialog.findChild<QComboBox *>("account"_L1)->isHidden());
    }
    fake::Account *work = m_messenger->addAccount(u"work@example.com"_s);
    views::NewChatDialog dialog(*m_messenger);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *accounts = dialog.findChild<QComboBox *>("account"_L1);
    QVERIFY(accounts->isVisible());
    accounts->setCurrentIndex(1);
    QTest::keyClicks(dialog.findChild<QLineEdit *>("address"_L1), u"olga@new.example"_s);
    QTest::mouseClick(dialog.findChild<QPushButton *>("addContact"_L1), Qt::LeftButton);
    QVERIFY(m_me->calls.isEmpty());
    QCOMPARE(work->calls, QStringList{u"addContact olga@new.example"_s});
}

void tst_People::acceptsAndDeclinesRequests()
{
    m_me->ask(u"sofia@hall.example"_s, u"Hi, we met on Thursday"_s);
    m_me->ask(u"spam@spam.example"_s, u"<b>Buy</b>"_s);
    views::RequestsPage page(*m_messenger, m_clock);
    page.show();
    QCOMPARE(page.findChildren<QPushButton *>("accept"_L1).size(), 2);
    QSignalSpy accepted(&page, &views::RequestsPage::accepted), emptied(&page, &views::RequestsPage::emptied);
    bool plain = false;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        plain |= label->text() == "<b>Buy</b>"_L1;
    }
    QVERIFY(plain);
    QTest::mouseClick(page.findChildren<QPushButton *>("decline"_L1).at(1), Qt::LeftButton);
    QCOMPARE(m_me->calls, QStringList{u"declineRequest spam@spam.example"_s});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(page.findChildren<QPushButton *>("accept"_L1).size(), 1);
    QTest::mouseClick(page.findChild<QPushButton *>("accept"_L1), Qt::LeftButton);
    QCOMPARE(m_me->calls.last(), u"acceptRequest sofia@hall.example"_s);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(emptied.size(), 1);
}

void tst_People::showsAContact()
{
    const auto chat = m_messenger->addChat(m_me, u"ana@example.org"_s);
    m_me->setPresenceOf(u"ana@example.org"_s, {data::Availability::Away, u"lunch"_s, 1});
    m_me->setDevices(u"ana@example.org"_s, {{fake::jid(u"ana@example.org/x"_s), data::Availability::Away, u"lunch"_s, u"Palique 0.1"_s, 0}});
    const int here = m_clock.now().toLocalTime().offsetFromUtc();
    m_me->setTimeOf(u"ana@example.org"_s, m_clock.now().toOffsetFromUtc(here + 7200));
    views::DetailsPane pane(*m_messenger, m_clock);
    pane.QWidget::show();
    pane.show(chat);
    QCOMPARE(pane.findChild<QLabel *>("detailsName"_L1)->text(), u"Ana Ruiz"_s);
    QCOMPARE(pane.findChild<QLabel *>("detailsAddress"_L1)->text(), u"ana@example.org"_s);
    QCOMPARE(pane.findChild<QLabel *>("detailsPresence"_L1)->text(), u"away · lunch"_s);
    QCOMPARE(pane.findChild<QLabel *>("detailsGroups"_L1)->text(), u"Friends"_s);
    QCOMPARE(pane.findChild<QLabel *>("device"_L1)->text(), u"Palique 0.1"_s);
    QVERIFY(pane.findChild<QLabel *>("detailsTime"_L1)->text().contains(u"2 h ahead"_s));
    QTest::mouseClick(pane.findChild<QToolButton *>("copyAddress"_L1), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"ana@example.org"_s);
}

void tst_People::changesNameAndGroups()
{
    const auto chat = m_messenger->addChat(m_me, u"ana@example.org"_s);
    views::DetailsPane pane(*m_messenger, m_clock);
    pane.QWidget::show();
    pane.show(chat);
    QTest::mouseClick(pane.findChild<QToolButton *>("editContact"_L1), Qt::LeftButton);
    auto *name = pane.findChild<QLineEdit *>("contactName"_L1);
    QCOMPARE(name->text(), u"Ana Ruiz"_s);
    name->setText(u"  Ana   R. "_s);
    pane.findChild<QLineEdit *>("contactGroups"_L1)->setText(u"Friends, , Climbing,Friends"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_me->calls, QStringList{u"changeContact ana@example.org Ana R. Friends|Climbing"_s});
    QCOMPARE(pane.findChild<QLabel *>("detailsName"_L1)->text(), u"Ana R."_s);
    QVERIFY(!name->isVisible());
}

void tst_People::removesOnlyWhenConfirmed()
{
    const auto chat = m_messenger->addChat(m_me, u"ana@example.org"_s);
    views::DetailsPane pane(*m_messenger, m_clock);
    pane.QWidget::show();
    pane.show(chat);
    auto *remove = pane.findChild<QPushButton *>("removeContact"_L1);
    auto *banner = pane.findChild<widgets::Banner *>();
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(banner->isVisible());
    QTest::mouseClick(banner->findChild<QPushButton *>("action1"_L1), Qt::LeftButton);
    QVERIFY(m_me->calls.isEmpty());
    QVERIFY(remove->isVisible());
    QTest::mouseClick(remove, Qt::LeftButton);
    QTest::mouseClick(banner->findChild<QPushButton *>("action0"_L1), Qt::LeftButton);
    QCOMPARE(m_me->calls, QStringList{u"removeContact ana@example.org"_s});
    QVERIFY(pane.findChild<QPushButton *>("addContact"_L1)->isVisible());
}

void tst_People::addsTheStrangerOneTalksWith()
{
    const auto chat = m_messenger->addChat(m_me, u"stranger@example.org"_s);
    views::DetailsPane pane(*m_messenger, m_clock);
    pane.QWidget::show();
    pane.show(chat);
    auto *add = pane.findChild<QPushButton *>("addContact"_L1);
    QVERIFY(add->isVisible());
    QVERIFY(!pane.findChild<QPushButton *>("removeContact"_L1)->isVisible());
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(m_me->calls, QStringList{u"addContact stranger@example.org"_s});
    QVERIFY(!add->isVisible());
}

void tst_People::blocksOnlyWhenConfirmed()
{
    Answers dialogs;
    QWidget window;
    const Jid ana = fake::jid(u"ana@example.org"_s);
    std::optional<Result<void>> done;
    const auto ask = [&] {
        done.reset();
        views::askToBlock(dialogs, &window, m_me, ana).then(&window, [&done](const Result<void> &result) { done = result; });
    };
    ask();
    QVERIFY(done && !*done);
    QCOMPARE(done->error().kind, ErrorKind::Cancelled);
    QVERIFY(m_me->calls.isEmpty());
    QCOMPARE(dialogs.asked, QStringList{u"Block Ana Ruiz?|Block"_s});
    dialogs.answer = 0;
    ask();
    QVERIFY(done && *done);
    QCOMPARE(m_me->calls, QStringList{u"block ana@example.org"_s});
    // A report is offered where somebody reads it.
    m_me->setBlocking(fake::Account::Blocking::WithReports);
    dialogs.answer = 1;
    ask();
    QCOMPARE(dialogs.asked.last(), u"Block Ana Ruiz?|Block|Block and report as spam"_s);
    QCOMPARE(m_me->calls.last(), u"block spam ana@example.org"_s);
    m_me->failNext({ErrorKind::Disconnected, {}, u"There is no connection."_s});
    ask();
    QCOMPARE(done->error().text, u"There is no connection."_s);
}

void tst_People::blocksWhoAsks()
{
    m_me->ask(u"spam@spam.example"_s, u"Buy"_s);
    views::RequestsPage page(*m_messenger, m_clock);
    page.show();
    QSignalSpy requested(&page, &views::RequestsPage::blockRequested), emptied(&page, &views::RequestsPage::emptied);
    auto *block = page.findChild<QPushButton *>("block"_L1);
    QCOMPARE(block->accessibleName(), u"Block"_s);
    QVERIFY(block->isVisible());
    QTest::mouseClick(block, Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(1).value<Jid>(), fake::jid(u"spam@spam.example"_s));
    QVERIFY(m_me->calls.isEmpty());
    m_me->setBlocking(fake::Account::Blocking::Impossible);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!page.findChild<QPushButton *>("block"_L1)->isVisible());
    m_me->block({fake::jid(u"spam@spam.example"_s)}, im::Account::Report::None).detach();
    QCOMPARE(emptied.size(), 1);
}

void tst_People::blocksAndUnblocksAContact()
{
    const auto chat = m_messenger->addChat(m_me, u"ana@example.org"_s);
    views::DetailsPane pane(*m_messenger, m_clock);
    pane.QWidget::show();
    pane.show(chat);
    QSignalSpy requested(&pane, &views::DetailsPane::blockRequested);
    auto *block = pane.findChild<QPushButton *>("blockContact"_L1);
    QVERIFY(block->isVisible());
    QCOMPARE(block->accessibleName(), u"Block"_s);
    QTest::mouseClick(block, Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QVERIFY(m_me->calls.isEmpty());
    m_me->block({fake::jid(u"ana@example.org"_s)}, im::Account::Report::None).detach();
    QCOMPARE(block->accessibleName(), u"Unblock"_s);
    QCOMPARE(pane.findChild<QLabel *>("detailsPresence"_L1)->text(), u"You blocked Ana Ruiz."_s);
    QTest::mouseClick(block, Qt::LeftButton);
    QCOMPARE(m_me->calls.last(), u"unblock ana@example.org"_s);
    QCOMPARE(block->accessibleName(), u"Block"_s);
    m_me->setBlocking(fake::Account::Blocking::Impossible);
    QVERIFY(!block->isVisible());
    // Oneself cannot be blocked.
    m_me->setBlocking(fake::Account::Blocking::Possible);
    pane.show(m_messenger->addChat(m_me, u"me@example.org"_s));
    QVERIFY(!block->isVisible());
}

void tst_People::saysWhyNobodyComesFromThere()
{
    QVERIFY(views::blockedWords(*m_me, fake::jid(u"ana@example.org"_s)).isEmpty());
    m_me->block({fake::jid(u"spam.example"_s)}, im::Account::Report::None).detach();
    QCOMPARE(views::blockedWords(*m_me, fake::jid(u"eve@spam.example"_s)), u"You blocked everybody at spam.example."_s);
    QCOMPARE(views::blockedWords(*m_me, fake::jid(u"spam.example"_s)), u"You blocked spam.example."_s);
    QVERIFY(!m_me->isBlocked(fake::jid(u"ana@example.org"_s)));
}

QTEST_MAIN(tst_People)
#include "tst_people.moc"
