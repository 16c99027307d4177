// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/roles.h"
#include "support/fakemessenger/fakemessenger.h"
#include "views/conversation/chatsearch.h"
#include "views/conversation/conversationheader.h"
#include "views/conversation/conversationpage.h"
#include "widgets/messageedit.h"
#include "widgets/messageview.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace MessageRole = models::MessageRole;

//! The search in one chat.
class TestChatSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ids.clear();
        m_messenger = std::make_unique<fake::Messenger>();
        m_clock = std::make_unique<ManualClock>();
        m_preferences = std::make_unique<models::Preferences>(*m_messenger);
        m_me = m_messenger->addAccount(u"me@example.org"_s);
        m_me->put(u"ana@example.org"_s, u"Ana"_s);
        m_ana = m_messenger->addChat(m_me, u"ana@example.org"_s);
        m_leo = m_messenger->addChat(m_me, u"leo@example.org"_s);
        m_page = std::make_unique<views::ConversationPage>(*m_messenger, *m_preferences, *m_clock);
        m_page->resize(700, 600);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_preferences.reset();
        m_messenger.reset();
    }

    void findsByTheKeyboardAlone()
    {
        fill(20);
        begin();
        QCOMPARE(field()->accessibleName(), u"Search"_s);
        QTest::keyClicks(field(), u"red"_s);
        QTRY_COMPARE(position(), u"1 of 4"_s); // 15, 10, 5, 0
        QTRY_COMPARE(marked(), u"red 15"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(position(), u"2 of 4"_s);
        QTRY_COMPARE(marked(), u"red 10"_s);
        QVERIFY(field()->hasFocus());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(marked(), u"red 15"_s);
        QVERIFY(!button("previousHit")->isEnabled());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier); // there is none
        QCOMPARE(position(), u"1 of 4"_s);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(position(), u"4 of 4"_s);
        QTRY_COMPARE(marked(), u"red 0"_s);
        QVERIFY(!button("nextHit")->isEnabled());
        // The words are shown wherever they are.
        const auto found = view()->model()->index(5, 0).data(MessageRole::Found).value<QList<std::pair<int, int>>>();
        QCOMPARE(found.size(), 1);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(bar()->isHidden());
        QVERIFY(m_page->findChild<widgets::MessageEdit *>()->hasFocus());
        QCOMPARE(marked(), QString());
        QVERIFY((view()->model()->index(5, 0).data(MessageRole::Found).value<QList<std::pair<int, int>>>().isEmpty()));
    }

    void findsFarBackAndLeadsToTheNewestAgain()
    {
        fill(300);
        begin();
        QTest::keyClicks(field(), u"\"red 10\""_s);
        QTRY_COMPARE(marked(), u"red 10"_s);
        QCOMPARE(position(), u"1 of 1"_s);
        const int row = rowOf(u"red 10"_s);
        QVERIFY(view()->visualRect(row).isValid());
        QVERIFY(rowOf(u"blue 299"_s) < 0);
        auto *pill = view()->viewport()->findChild<QAbstractButton *>();
        QTRY_VERIFY(pill->isVisible());
        // What comes meanwhile is found there later.
        m_messenger->receive(m_ana, u"newest"_s, m_start.addSecs(1000));
        QVERIFY(rowOf(u"newest"_s) < 0);
        pill->click();
        QTRY_VERIFY(rowOf(u"newest"_s) >= 0);
        QTRY_VERIFY(view()->isAtBottom());
        QTRY_VERIFY(!pill->isVisible());
        QVERIFY(view()->visualRect(rowOf(u"newest"_s)).isValid());
    }

    void readsOnFromWhereItLed()
    {
        fill(400);
        begin();
        QTest::keyClicks(field(), u"\"red 100\""_s);
        QTRY_COMPARE(marked(), u"red 100"_s);
        QTRY_VERIFY_WITH_TIMEOUT((view()->scrollByPixels(2000), rowOf(u"blue 399"_s) >= 0), 30'000);
        for (int number = 101; number < 400; ++number)
            QCOMPARE(body(rowOf(u"red 100"_s) + number - 100).section(u' ', 1), QString::number(number));
    }

    void saysThatThereIsNothing()
    {
        fill(3);
        begin();
        QTest::keyClicks(field(), u"nothing"_s);
        QTRY_COMPARE(position(), u"No messages found"_s);
        QVERIFY(!button("nextHit")->isEnabled() && !button("previousHit")->isEnabled());
        field()->clear();
        QVERIFY(bar()->findChild<QLabel *>("hitPosition"_L1)->isHidden());
        QTest::keyClick(field(), Qt::Key_Return); // nothing happens
    }

    void whatOneSendsIsSeen()
    {
        fill(300);
        begin();
        QTest::keyClicks(field(), u"\"red 10\""_s);
        QTRY_COMPARE(marked(), u"red 10"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        auto *edit = m_page->findChild<widgets::MessageEdit *>();
        QTest::keyClicks(edit, u"here I am"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(rowOf(u"here I am"_s) >= 0);
        QTRY_VERIFY(view()->isAtBottom());
    }

    void opensByTheButtonAndEndsWithTheChat()
    {
        fill(3);
        m_messenger->receive(m_leo, u"hello"_s, m_start);
        m_page->open(m_ana);
        QTRY_VERIFY(view()->model() && view()->model()->rowCount() == 3);
        QCOMPARE(m_page->header()->searchButton()->accessibleName(), u"Search in this chat"_s);
        QTest::mouseClick(m_page->header()->searchButton(), Qt::LeftButton);
        QVERIFY(bar()->isVisible() && field()->hasFocus());
        QTest::keyClicks(field(), u"red"_s);
        m_page->open(m_leo);
        QVERIFY(bar()->isHidden());
        QCOMPARE(field()->text(), QString());
        m_page->open({});
        bar()->begin();
        QVERIFY(bar()->isHidden());
    }

    void revealsAMessageForAWhile()
    {
        fill(300);
        m_page->open(m_ana);
        bar()->reveal(m_ids.at(20), m_messenger->searchQuery(u"red"_s)); // before anything is loaded
        QTRY_COMPARE(marked(), u"red 20"_s);
        QVERIFY(view()->visualRect(rowOf(u"red 20"_s)).isValid());
        QCoreApplication::processEvents();
        QVERIFY(view()->visualRect(rowOf(u"red 20"_s)).isValid());
        QVERIFY(bar()->isHidden());
        m_clock->advance(10s);
        QCOMPARE(marked(), QString());
        bar()->reveal(m_ids.at(299), {});
        QTRY_COMPARE(marked(), u"blue 299"_s);
    }

private:
    //! Every fifth message is red.
    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            m_ids << m_messenger->receive(m_ana, (i % 5 ? u"blue %1"_s : u"red %1"_s).arg(i), m_start.addSecs(i));
    }

    void begin()
    {
        m_page->open(m_ana);
        m_page->focusComposer();
        QTRY_VERIFY(view()->model() && view()->model()->rowCount() > 0);
        bar()->begin();
        QVERIFY(bar()->isVisible());
        QVERIFY(field()->hasFocus());
    }

    [[nodiscard]] views::ChatSearch *bar() const { return m_page->search(); }
    [[nodiscard]] widgets::MessageView *view() const { return m_page->messages(); }
    [[nodiscard]] QLineEdit *field() const { return m_page->findChild<QLineEdit *>("chatSearchField"_L1); }
    [[nodiscard]] QToolButton *button(const char *name) const { return bar()->findChild<QToolButton *>(QLatin1StringView(name)); }
    [[nodiscard]] QString position() const { return bar()->findChild<QLabel *>("hitPosition"_L1)->text(); }
    [[nodiscard]] QString body(int row) const { return view()->model()->index(row, 0).data(MessageRole::Body).toString(); }
    [[nodiscard]] int rowOf(const QString &text) const
    {
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            if (body(row) == text)
                return row;
        }
        return -1;
    }
    [[nodiscard]] QString marked() const
    {
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            if (view()->model()->index(row, 0).data(MessageRole::Marked).toBool())
                return body(row);
        }
        return {};
    }

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<models::Preferences> m_preferences;
    std::unique_ptr<views::ConversationPage> m_page;
    fake::Account *m_me = nullptr;
    data::ConversationId m_ana, m_leo;
    QList<data::MessageId> m_ids;
    const QDateTime m_start = QDateTime::currentDateTimeUtc().addSecs(-7200);
};

QTEST_MAIN(TestChatSearch)
#include "tst_chatsearch.moc"
