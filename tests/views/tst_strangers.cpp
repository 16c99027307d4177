// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers write: their cards among the requests, and the bar in their chats.
#include "support/fakemessenger/fakemessenger.h"
#include "views/chats/requestspage.h"
#include "views/conversation/conversationpage.h"
#include "views/conversation/strangerbar.h"
#include "widgets/banner.h"
#include "widgets/messageedit.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Strangers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheyWrote();
    void staysInShape_data();
    void staysInShape();
    void letsInHidesAndBlocks();
    void opensWithoutLettingIn();
    void joinsWhoWritesAndAsks();
    void keepsTheFocusWhileTheyWrite();
    void survivesAFlood();
    void barLetsIn();
    void barHidesAndBlocks();
    void anAnswerLetsIn();
    void aContactNeedsNoBar();

private:
    [[nodiscard]] QList<QWidget *> cards() const;
    [[nodiscard]] QPushButton *button(QWidget *in, QLatin1StringView name) const { return in->findChild<QPushButton *>(name); }
    void settle();
    void showRequests();
    void open(data::ConversationId id);
    data::ConversationId write(const QString &address, const QString &text) { return m_messenger->receiveFrom(m_me, address, text, m_clock.now().addSecs(-60)); }

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<models::Preferences> m_preferences;
    std::unique_ptr<views::RequestsPage> m_requests;
    std::unique_ptr<views::ConversationPage> m_page;
    ManualClock m_clock;
    fake::Account *m_me = nullptr;
};

void tst_Strangers::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_preferences = std::make_unique<models::Preferences>(*m_messenger);
}

void tst_Strangers::cleanup()
{
    m_requests.reset();
    m_page.reset();
    m_preferences.reset();
    m_messenger.reset();
}

//! What was rebuilt is there, and what it took the place of is gone.
void tst_Strangers::settle()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

QList<QWidget *> tst_Strangers::cards() const
{
    return m_requests->findChildren<QWidget *>("request"_L1);
}

void tst_Strangers::showRequests()
{
    m_requests = std::make_unique<views::RequestsPage>(*m_messenger, m_clock);
    m_requests->resize(400, 600);
    m_requests->show();
    settle();
}

void tst_Strangers::open(data::ConversationId id)
{
    m_page = std::make_unique<views::ConversationPage>(*m_messenger, *m_preferences, m_clock);
    m_page->resize(400, 600);
    m_page->show();
    m_page->open(id);
    settle();
}

void tst_Strangers::showsWhatTheyWrote()
{
    const auto id = write(u"sofia@far.example"_s, u"Hi!"_s);
    for (const auto &text : {u"Is this <b>Eva</b>?"_s, u"We met\non Thursday"_s, u"at the hall"_s})
        m_messenger->receive(id, text, m_clock.now());
    showRequests();
    QCOMPARE(cards().size(), 1);
    QWidget *card = cards().first();
    const auto text = [card](QLatin1StringView name) { return card->findChild<QLabel *>(name)->text(); };
    QCOMPARE(text("requestWritten"_L1), u"Is this <b>Eva</b>?\nWe met on Thursday\nat the hall"_s);
    QCOMPARE(card->findChild<QLabel *>("requestWritten"_L1)->textFormat(), Qt::PlainText);
    QVERIFY(text("requestCount"_L1).startsWith(u'4'));
    QVERIFY(!text("requestTime"_L1).isEmpty());
    QVERIFY(button(card, "accept"_L1)->accessibleDescription().contains(u"sofia@far.example"_s));
    // Whoever writes meanwhile comes below, and what they write changes their card.
    write(u"marko@far.example"_s, u"Hello"_s);
    m_messenger->receive(id, u"Well?"_s, m_clock.now());
    settle();
    QCOMPARE(cards().size(), 2);
    QVERIFY(cards().first()->findChild<QLabel *>("requestWritten"_L1)->text().endsWith(u"\nWell?"_s));
    QCOMPARE(cards().last()->findChild<QLabel *>("requestWritten"_L1)->text(), u"Hello"_s);
    QVERIFY(m_me->calls.isEmpty());
}

void tst_Strangers::staysInShape_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a word without an end") << QString(10'000, u'x');
    QTest::newRow("lines without an end") << u"x\n"_s.repeated(5000);
    QTest::newRow("surrogates") << u"\U0001F600"_s.repeated(2000);
    QTest::newRow("marks") << u"e"_s + QString(5000, QChar(0x0301));
    QTest::newRow("nothing") << u" \n "_s;
}

void tst_Strangers::staysInShape()
{
    QFETCH(QString, text);
    const auto id = write(u"a@far.example"_s, text);
    m_messenger->receive(id, text, m_clock.now());
    showRequests();
    QCOMPARE(cards().size(), 1);
    QVERIFY(cards().first()->width() <= 400);
    QVERIFY(cards().first()->height() < 500);
    QVERIFY(cards().first()->findChild<QLabel *>("requestWritten"_L1)->text().isValidUtf16());
}

void tst_Strangers::letsInHidesAndBlocks()
{
    const auto a = write(u"a@far.example"_s, u"Hi"_s), b = write(u"b@far.example"_s, u"Buy"_s);
    write(u"c@far.example"_s, u"Buy"_s);
    showRequests();
    QSignalSpy accepted(m_requests.get(), &views::RequestsPage::accepted), blocked(m_requests.get(), &views::RequestsPage::blockRequested),
        emptied(m_requests.get(), &views::RequestsPage::emptied);
    QCOMPARE(cards().size(), 3);
    QTest::mouseClick(button(cards().first(), "accept"_L1), Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
    QVERIFY(m_messenger->conversation(a)->accepted);
    QVERIFY(m_me->calls.isEmpty()); // nobody becomes a contact by that
    settle();
    QCOMPARE(cards().size(), 2);
    QTest::mouseClick(button(cards().first(), "hide"_L1), Qt::LeftButton);
    QVERIFY(m_messenger->conversation(b)->hidden);
    QVERIFY(!m_messenger->conversation(b)->accepted);
    settle();
    QCOMPARE(cards().size(), 1);
    QTest::mouseClick(button(cards().first(), "block"_L1), Qt::LeftButton);
    QCOMPARE(blocked.size(), 1);
    QCOMPARE(blocked.first().at(1).value<Jid>(), fake::jid(u"c@far.example"_s));
    m_me->block({fake::jid(u"c@far.example"_s)}, im::Account::Report::None).detach();
    QCOMPARE(emptied.size(), 1);
}

void tst_Strangers::opensWithoutLettingIn()
{
    const auto id = write(u"a@far.example"_s, u"Hi"_s);
    showRequests();
    QSignalSpy opened(m_requests.get(), &views::RequestsPage::chatOpened);
    QTest::mouseClick(button(cards().first(), "read"_L1), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<data::ConversationId>(), id);
    QVERIFY(!m_messenger->conversation(id)->accepted);
}

void tst_Strangers::joinsWhoWritesAndAsks()
{
    m_me->ask(u"a@far.example"_s, u"We met on Thursday"_s);
    const auto id = write(u"a@far.example"_s, u"Hello?"_s);
    showRequests();
    QCOMPARE(cards().size(), 1);
    QCOMPARE(cards().first()->findChild<QLabel *>("requestWritten"_L1)->text(), u"Hello?"_s);
    QVERIFY(!button(cards().first(), "hide"_L1));
    QTest::mouseClick(button(cards().first(), "decline"_L1), Qt::LeftButton);
    QCOMPARE(m_me->calls, QStringList{u"declineRequest a@far.example"_s});
    QVERIFY(m_messenger->conversation(id)->hidden);
    m_me->ask(u"a@far.example"_s, u"Please"_s);
    m_messenger->receive(id, u"Please"_s, m_clock.now());
    settle();
    QTest::mouseClick(button(cards().first(), "accept"_L1), Qt::LeftButton);
    QCOMPARE(m_me->calls.last(), u"acceptRequest a@far.example"_s);
    QVERIFY(m_messenger->conversation(id)->accepted);
}

void tst_Strangers::keepsTheFocusWhileTheyWrite()
{
    const auto a = write(u"a@far.example"_s, u"Hi"_s);
    write(u"b@far.example"_s, u"Buy"_s);
    showRequests();
    QVERIFY(QTest::qWaitForWindowActive(m_requests.get()));
    button(cards().last(), "block"_L1)->setFocus();
    m_messenger->receive(a, u"Hello?"_s, m_clock.now());
    settle();
    auto *focus = m_requests->window()->focusWidget();
    QVERIFY(focus);
    QCOMPARE(focus->objectName(), u"block"_s);
    QVERIFY(cards().last()->isAncestorOf(focus));
}

void tst_Strangers::survivesAFlood()
{
    for (int i = 0; i < 120; ++i)
        write(u"a%1@far.example"_s.arg(i), u"Buy"_s);
    showRequests();
    QCOMPARE(cards().size(), 100);
    QVERIFY(std::ranges::any_of(m_requests->findChildren<QLabel *>(), [](const QLabel *label) { return label->text().startsWith("20 "_L1); }));
}

void tst_Strangers::barLetsIn()
{
    const auto id = write(u"a@far.example"_s, u"Hi"_s);
    open(id);
    auto *bar = m_page->findChild<views::StrangerBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->findChild<QLabel *>("strangerWords"_L1)->text(), u"a is not among your contacts."_s);
    QTest::mouseClick(button(bar, "strangerAccept"_L1), Qt::LeftButton);
    QVERIFY(m_messenger->conversation(id)->accepted);
    QVERIFY(!bar->isVisible());
    QVERIFY(m_me->calls.isEmpty());
}

void tst_Strangers::barHidesAndBlocks()
{
    const auto id = write(u"a@far.example"_s, u"Hi"_s);
    open(id);
    auto *bar = m_page->findChild<views::StrangerBar *>();
    QSignalSpy blocked(m_page.get(), &views::ConversationPage::blockRequested);
    QCOMPARE(button(bar, "strangerBlock"_L1)->accessibleName(), u"Block"_s);
    QTest::mouseClick(button(bar, "strangerBlock"_L1), Qt::LeftButton);
    QCOMPARE(blocked.size(), 1);
    QVERIFY(bar->isVisible());
    m_me->setBlocking(fake::Account::Blocking::Impossible);
    QVERIFY(!button(bar, "strangerBlock"_L1)->isVisible());
    QTest::mouseClick(button(bar, "strangerHide"_L1), Qt::LeftButton);
    QVERIFY(m_messenger->conversation(id)->hidden);
    // One bar says that they are blocked, not two.
    m_me->block({fake::jid(u"a@far.example"_s)}, im::Account::Report::None).detach();
    QVERIFY(!bar->isVisible());
    QVERIFY(m_page->findChild<widgets::Banner *>("blockedBanner"_L1)->isVisible());
}

void tst_Strangers::anAnswerLetsIn()
{
    const auto id = write(u"a@far.example"_s, u"Hi"_s);
    open(id);
    auto *edit = m_page->findChild<widgets::MessageEdit *>();
    QTest::keyClicks(edit, u"Hello"_s);
    QVERIFY(m_page->findChild<views::StrangerBar *>()->isVisible());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_messenger->sends, QStringList{u"Hello"_s});
    QVERIFY(m_messenger->conversation(id)->accepted);
    QVERIFY(!m_page->findChild<views::StrangerBar *>()->isVisible());
}

void tst_Strangers::aContactNeedsNoBar()
{
    const auto id = write(u"a@far.example"_s, u"Hi"_s);
    open(id);
    auto *bar = m_page->findChild<views::StrangerBar *>();
    QVERIFY(bar->isVisible());
    m_me->put(u"a@far.example"_s, u"Ana"_s, {}, data::Subscription::None);
    QVERIFY(!bar->isVisible());
    const auto own = m_messenger->addChat(m_me, u"b@far.example"_s); // we began it
    m_page->open(own);
    QVERIFY(!bar->isVisible());
}

QTEST_MAIN(tst_Strangers)
#include "tst_strangers.moc"
