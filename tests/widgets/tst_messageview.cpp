// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style.h"
#include "widgets/messageview.h"
#include "widgets/samples.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {
const QDateTime noon(QDate(2024, 5, 3), QTime(12, 0));

samples::Message other(const QString &body, int minute = 0)
{
    return {u"Ana"_s, body, noon.addSecs(60 * minute)};
}

samples::Message own(const QString &body, MessageState state, int minute = 0)
{
    return {u"Me"_s, body, noon.addSecs(60 * minute), state, true};
}

//! A shown view over `count` lines of chatter.
struct Shown
{
    samples::Messages model;
    MessageView view;

    explicit Shown(int count, QSize size = {500, 400})
    {
        model.append(samples::chatter(count, noon));
        view.setModel(&model);
        view.resize(size);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view);
    }
    int row(const QString &id) const
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.at(i).id == id)
                return i;
        }
        return -1;
    }
};
}

class TestMessageView final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        style::initialise(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void opensAtTheBottom()
    {
        Shown s(200);
        QVERIFY(s.view.isAtBottom());
        QCOMPARE(s.view.lastVisibleRow(), 199);
        QVERIFY(s.view.bubbleRect(199).bottom() < s.view.viewport()->height());
        QCOMPARE(s.view.verticalScrollBar()->value(), s.view.verticalScrollBar()->maximum());
        Shown few(2);
        QVERIFY(few.view.isAtBottom());
        QCOMPARE(few.view.firstVisibleRow(), 0);
        QVERIFY(few.view.visualRect(0).top() > 100); // a short chat hangs from the bottom
        Shown none(0);
        QCOMPARE(none.view.firstVisibleRow(), -1);
        QVERIFY(none.view.isAtBottom());
    }

    void sticksToTheBottom()
    {
        Shown s(100);
        QSignalSpy unseen(&s.view, &MessageView::unseenCountChanged);
        s.model.append({other(u"new"_s, 1)});
        QVERIFY(s.view.isAtBottom());
        QCOMPARE(s.view.lastVisibleRow(), 100);
        s.view.resize(300, 250);
        QVERIFY(s.view.isAtBottom());
        QCOMPARE(s.view.lastVisibleRow(), 100);
        QCOMPARE(unseen.size(), 0);
    }

    void insertionsDoNotMoveWhatIsRead()
    {
        Shown s(300);
        QSignalSpy bottom(&s.view, &MessageView::atBottomChanged);
        s.view.scrollByPixels(-3000);
        QTRY_COMPARE(bottom.size(), 1);
        const int row = s.view.firstVisibleRow() + 2;
        const QString id = s.model.at(row).id;
        const QRect before = s.view.bubbleRect(row);
        QVERIFY(!before.isNull());

        s.model.append({other(u"one"_s, 1), other(u"two"_s, 2)});
        QCOMPARE(s.view.bubbleRect(s.row(id)), before);
        QCOMPARE(s.view.unseenCount(), 2);
        s.model.prepend(samples::chatter(120, noon.addDays(-2)));
        QCOMPARE(s.row(id), row + 120);
        QCOMPARE(s.view.bubbleRect(s.row(id)), before);
        s.model.insert(10, samples::chatter(500, noon.addDays(-2)));
        QCOMPARE(s.view.bubbleRect(s.row(id)), before);
        s.model.insert(s.row(id) + 1, {other(u"between"_s, -100)});
        QCOMPARE(s.view.bubbleRect(s.row(id)).topLeft(), before.topLeft());
        s.model.remove(0, 300);
        QCOMPARE(s.view.bubbleRect(s.row(id)).topLeft(), before.topLeft());
        s.model.reset([&] { QList<samples::Message> all; for (int i = 0; i < s.model.rowCount(); ++i) all << s.model.at(i); return all; }());
        QVERIFY(!s.view.bubbleRect(s.row(id)).isNull());
    }

    void firstVisibleRowIsTheAnchorEvenInARun()
    {
        // What is loaded above may join the run and take the name and the date line away from the first row.
        samples::Messages model;
        model.append({other(u"first"_s, 0)});
        for (int i = 1; i < 60; ++i)
            model.append({other(u"line %1"_s.arg(i), 0)});
        MessageView view;
        view.setModel(&model);
        view.resize(400, 300);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.scrollByPixels(-100000);
        QCOMPARE(view.firstVisibleRow(), 0);
        const QRect third = view.bubbleRect(2);
        model.prepend({other(u"older"_s, -1)});
        QCOMPARE(view.bubbleRect(3), third);
    }

    void resizingKeepsTheMessage()
    {
        Shown s(300, {600, 400});
        s.view.scrollByPixels(-4000);
        const int row = s.view.firstVisibleRow();
        for (const QSize &size : {QSize(300, 400), QSize(900, 300), QSize(600, 700), QSize(200, 120)}) {
            s.view.resize(size);
            QApplication::processEvents();
            QCOMPARE(s.view.firstVisibleRow(), row);
        }
        style::setTextZoom(1.5);
        QCOMPARE(s.view.firstVisibleRow(), row);
        style::setTextZoom(1);
    }

    void thePillCountsAndGoesDown()
    {
        Shown s(200);
        auto *pill = s.view.findChild<QAbstractButton *>(u"scrollToNewest"_s);
        QVERIFY(pill && !pill->isVisible());
        s.view.scrollByPixels(-1000);
        QVERIFY(pill->isVisible());
        s.model.append({other(u"a"_s, 1), other(u"b"_s, 2), own(u"from my phone"_s, MessageState::Sent, 3)});
        QCOMPARE(s.view.unseenCount(), 2);
        QCOMPARE(pill->text(), u"2 new"_s);
        QTest::mouseClick(pill, Qt::LeftButton);
        QVERIFY(s.view.isAtBottom());
        QTRY_COMPARE(s.view.unseenCount(), 0);
        QVERIFY(!pill->isVisible());
        s.view.scrollByPixels(-1000);
        s.model.append({own(u"typed here"_s, MessageState::Sending, 4)});
        QVERIFY(s.view.isAtBottom());
    }

    void tellsTheRangeAndTheEnds()
    {
        Shown s(400);
        QSignalSpy top(&s.view, &MessageView::reachedTop);
        QSignalSpy range(&s.view, &MessageView::visibleRangeChanged);
        s.view.scrollByPixels(-500);
        QTRY_VERIFY(range.size() > 0);
        QCOMPARE(range.last()[1].toInt(), s.view.lastVisibleRow());
        QCOMPARE(top.size(), 0);
        s.view.scrollByPixels(-1000000);
        QTRY_COMPARE(top.size(), 1);
        QCOMPARE(s.view.firstVisibleRow(), 0);
        QCOMPARE(s.view.verticalScrollBar()->value(), 0);
        s.view.scrollByPixels(30);
        QTest::qWait(20);
        QCOMPARE(top.size(), 1); // once, until something was loaded
        s.model.prepend(samples::chatter(5, noon.addDays(-3)));
        QTRY_COMPARE(top.size(), 2);
    }

    void scrollBarGoesAnywhere()
    {
        Shown s(1000);
        QScrollBar *bar = s.view.verticalScrollBar();
        bar->setValue(0);
        QCOMPARE(s.view.firstVisibleRow(), 0);
        bar->setValue(bar->maximum() / 2);
        QVERIFY(qAbs(s.view.firstVisibleRow() - 500) < 20);
        bar->setValue(bar->maximum());
        QVERIFY(s.view.isAtBottom());
        QWheelEvent wheel({50, 50}, s.view.viewport()->mapToGlobal(QPointF(50, 50)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(s.view.viewport(), &wheel);
        QVERIFY(!s.view.isAtBottom());
    }

    void jumpsToAMessage()
    {
        Shown s(1000);
        QVERIFY(s.view.scrollToMessage(u"m20"_s));
        const QRect box = s.view.bubbleRect(20);
        QVERIFY(qAbs(box.center().y() - 200) < 60);
        QVERIFY(!s.view.scrollToMessage(u"nobody"_s));
    }

    void selectsAndCopies()
    {
        samples::Messages model;
        model.append({other(u"Shall we meet?"_s, 0), own(u"Sure, at six"_s, MessageState::Read, 1), other(u"Fine"_s, 2)});
        MessageView view;
        view.setModel(&model);
        view.resize(500, 400);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        const QRect second = view.bubbleRect(1);
        const QPoint word = second.topLeft() + QPoint(16, second.height() / 2);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, word);
        QCOMPARE(view.selectedText(), u"Sure"_s);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, word); // the third one
        QCOMPARE(view.selectedText(), u"Sure, at six"_s);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        view.clearSelection();

        // From the middle of the first message into the third.
        const QRect first = view.bubbleRect(0), third = view.bubbleRect(2);
        QTest::qWait(QApplication::doubleClickInterval() + 20);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(first.left() + 12, first.bottom() - 12));
        QTest::mouseMove(view.viewport(), QPoint(first.left() + 40, first.bottom() - 12));
        QMouseEvent move(QEvent::MouseMove, QPointF(third.right() - 2, third.bottom() + 10), view.viewport()->mapToGlobal(QPointF(third.right() - 2, third.bottom() + 10)),
            Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, third.bottomRight());
        QCOMPARE(view.selectedText(),
            u"[03/05/2024 12:00] Ana: Shall we meet?\n[03/05/2024 12:01] Me: Sure, at six\n[03/05/2024 12:02] Ana: Fine"_s);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.hasSelection());
        QTest::keySequence(&view, QKeySequence(QKeySequence::SelectAll));
        QVERIFY(view.selectedText().contains(u"Sure, at six"_s) && view.selectedText().contains(u"Fine"_s));
        QTest::keySequence(&view, QKeySequence(QKeySequence::Copy));
        QCOMPARE(QApplication::clipboard()->text(), view.selectedText());
        // It stays with its messages when others come above.
        const QString text = view.selectedText();
        model.prepend({other(u"older"_s, -1)});
        QCOMPARE(view.selectedText(), text);
    }

    void linksByMouseAndKeyboard()
    {
        samples::Messages model;
        model.append({other(u"https://a.org/1 and https://b.org/2"_s, 0), own(u"xmpp:room@muc.a.org?join"_s, MessageState::Failed, 1)});
        MessageView view;
        view.setModel(&model);
        view.resize(600, 400);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QSignalSpy links(&view, &MessageView::linkActivated);
        QSignalSpy retry(&view, &MessageView::retryRequested);
        const QRect box = view.bubbleRect(0);
        const QPoint at(box.left() + 30, box.bottom() - 14);
        QTest::mouseMove(view.viewport(), at);
        QTRY_COMPARE(view.viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].toUrl(), QUrl(u"https://a.org/1"_s));

        view.setFocus(Qt::TabFocusReason);
        view.setCurrentRow(0);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(links.last()[0].toUrl(), QUrl(u"https://b.org/2"_s));
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(links.last()[0].toUrl(), QUrl(u"xmpp:room@muc.a.org?join"_s));
        QCOMPARE(view.currentRow(), 1);
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(retry.size(), 1);
        QCOMPARE(retry[0][0].toString(), model.at(1).id);
        QTest::keyClick(&view, Qt::Key_Backtab);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(links.size(), 4);
    }

    void contextMenuSaysWhich()
    {
        Shown s(5);
        QSignalSpy menus(&s.view, &MessageView::contextMenuRequested);
        const QPoint at = s.view.bubbleRect(3).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, s.view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(s.view.viewport(), &event);
        QCOMPARE(menus.size(), 1);
        QCOMPARE(menus[0][0].toString(), s.model.at(3).id);
    }

    void keyboardWalks()
    {
        Shown s(300);
        QTest::keyClick(&s.view, Qt::Key_Up); // from nowhere: the newest in sight
        QCOMPARE(s.view.currentRow(), 299);
        QTest::keyClick(&s.view, Qt::Key_Up);
        QCOMPARE(s.view.currentRow(), 298);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&s.view, Qt::Key_Up);
        QCOMPARE(s.view.currentRow(), 258);
        QVERIFY(s.view.visualRect(258).top() >= 0);
        QTest::keyClick(&s.view, Qt::Key_Home);
        QCOMPARE(s.view.currentRow(), 0);
        QCOMPARE(s.view.firstVisibleRow(), 0);
        QTest::keyClick(&s.view, Qt::Key_PageDown);
        QVERIFY(s.view.currentRow() > 5);
        QVERIFY(!s.view.visualRect(s.view.currentRow()).isNull());
        QTest::keyClick(&s.view, Qt::Key_End);
        QVERIFY(s.view.isAtBottom());
        QCOMPARE(s.view.currentRow(), 299);
    }

    void longMessagesOpen()
    {
        samples::Messages model;
        model.append({other(u"word "_s.repeated(4000))});
        MessageView view;
        view.setModel(&model);
        view.resize(500, 300);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        const int before = view.bubbleRect(0).height();
        view.setFocus(Qt::TabFocusReason);
        view.setCurrentRow(0);
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY2(view.bubbleRect(0).height() > before * 3, qPrintable(u"%1 %2"_s.arg(before).arg(view.bubbleRect(0).height())));
        view.selectAll();
        QCOMPARE(view.selectedText().size(), 20000);
    }

    void accessibleListAndRows()
    {
        Shown s(0);
        s.model.append({other(u"Hello"_s, 0), own(u"See https://a.org"_s, MessageState::Failed, 1)});
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&s.view);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Messages"_s);
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface *row = list->child(1);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QCOMPARE(row->text(QAccessible::Name), u"Me, See https://a.org, 12:01, failed"_s);
        QCOMPARE(list->indexOfChild(row), 1);
        QCOMPARE(row->parent(), list);
        QVERIFY(!row->rect().isEmpty());
        QCOMPARE(row->childCount(), 2);
        QCOMPARE(row->child(0)->role(), QAccessible::Link);
        QCOMPARE(row->child(1)->role(), QAccessible::Button);
        QCOMPARE(row->child(1)->text(QAccessible::Name), u"Retry"_s);
        QSignalSpy retry(&s.view, &MessageView::retryRequested);
        row->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(retry.size(), 1);

        s.model.prepend({other(u"Older"_s, -3)});
        QCOMPARE(list->indexOfChild(row), 2);
        QCOMPARE(list->child(2), row);
        QCOMPARE(list->child(0)->text(QAccessible::Name), u"Ana, Older, 11:57"_s);
        samples::Message sent = s.model.at(2);
        sent.state = MessageState::Delivered;
        s.model.set(2, sent);
        QCOMPARE(row->text(QAccessible::Name), u"Me, See https://a.org, 12:01, delivered"_s);
        s.model.remove(0, 1);
        QCOMPARE(list->childCount(), 2);
        QCOMPARE(list->child(0)->text(QAccessible::Name), u"Ana, Hello, 12:00"_s);
        s.model.reset({});
        QCOMPARE(list->childCount(), 0);
    }

    void aMillionRows()
    {
        samples::Endless model(1'000'000);
        QElapsedTimer timer;
        timer.start();
        MessageView view;
        view.setModel(&model);
        view.resize(700, 600);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QCOMPARE(view.lastVisibleRow(), 999'999);
        const qint64 opening = timer.restart();
        view.grab();
        for (int i = 0; i < 200; ++i) {
            view.scrollByPixels(-120);
            view.viewport()->repaint();
        }
        const qint64 wheel = timer.restart();
        QScrollBar *bar = view.verticalScrollBar();
        for (int i = 0; i <= 100; ++i) {
            bar->setValue(int(qint64(bar->maximum()) * i / 100));
            view.viewport()->repaint();
            QVERIFY(view.firstVisibleRow() >= 0);
        }
        const qint64 drag = timer.restart();
        qInfo("opening %lld ms, 200 wheel steps %lld ms, 101 jumps %lld ms, %lld roles read", opening, wheel, drag, model.asked);
        QVERIFY(model.asked < 400'000); // rows seen times roles, not the history
        QVERIFY(opening < 5000 && wheel < 20000 && drag < 30000);
    }

    void badTextsNeverCrash()
    {
        samples::Messages model;
        MessageView view;
        view.setModel(&model);
        view.resize(420, 500);
        view.show();
        int minute = 0;
        for (const QString &text : samples::badTexts()) {
            samples::Message message{text.left(300), text, noon.addSecs(60 * ++minute)};
            message.own = minute % 2;
            message.state = message.own ? MessageState::Failed : MessageState::None;
            message.error = text;
            message.kind = MessageKind(minute % 3 == 0 ? 1 : 0);
            model.append({message});
            view.setFooterText(text);
            view.grab();
        }
        view.selectAll();
        QVERIFY(!view.selectedText().isEmpty());
        for (int i = 0; i < model.rowCount(); ++i) {
            view.scrollToRow(i);
            view.viewport()->grab();
            QVERIFY(!view.accessibleRowText(i).contains(u'\n'));
        }
        model.append({{QString(), u"no time"_s, QDateTime()}, {QString(), QString(), QDateTime(QDate(9999, 12, 31), QTime(0, 0))}});
        view.grab();
    }

    void widgetsStayFlat()
    {
        Shown s(100);
        const qsizetype before = s.view.findChildren<QObject *>().size();
        for (int i = 0; i < 300; ++i) {
            s.model.append({other(u"x"_s, i)});
            s.view.scrollByPixels(i % 2 ? -200 : 300);
        }
        QApplication::processEvents();
        QCOMPARE(s.view.findChildren<QObject *>().size(), before);
    }

    void modelMayDie()
    {
        MessageView view;
        view.resize(300, 300);
        view.show();
        {
            samples::Messages model;
            model.append(samples::chatter(20, noon));
            view.setModel(&model);
            view.grab();
        }
        view.grab();
        QCOMPARE(view.firstVisibleRow(), -1);
        QVERIFY(view.selectedText().isEmpty());
    }
};

QTEST_MAIN(TestMessageView)
#include "tst_messageview.moc"
