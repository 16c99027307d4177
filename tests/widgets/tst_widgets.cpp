// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style.h"
#include "widgets/avatar.h"
#include "widgets/banner.h"
#include "widgets/chatlistview.h"
#include "widgets/collapsible.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/fields.h"
#include "widgets/messageedit.h"
#include "widgets/samples.h"
#include "widgets/spinner.h"
#include "widgets/stepline.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace widgets;

class TestWidgets final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { style::initialise(*qApp); }

    void chatRows()
    {
        QStandardItemModel model;
        samples::fillChats(&model, false);
        ChatListView view;
        view.setModel(&model);
        view.resize(320, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.accessibleName(), u"Chats"_s);
        QCOMPARE(view.visualRect(model.index(0, 0)).height(), 64);
        view.setDensity(Density::Compact);
        QTRY_COMPARE(view.visualRect(model.index(0, 0)).height(), 48);
        QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"Climbing, Leo: and if it rains we go to the climbing hall, 13:40, 2 unread"_s);

        QSignalSpy activated(&view, &QAbstractItemView::activated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model.index(1, 0)).center());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toModelIndex().row(), 1);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated[1][0].toModelIndex().row(), 2);
    }

    void badNamesInChatRows()
    {
        QStandardItemModel model;
        for (const QString &text : samples::badTexts()) {
            auto *item = new QStandardItem(text);
            for (const int role : {ChatRole::Id, ChatRole::Name, ChatRole::Preview, ChatRole::PreviewSender, ChatRole::TimeText, ChatRole::AccountLabel, ChatRole::AvatarKey})
                item->setData(text, role);
            item->setData(99999999, ChatRole::Unread);
            item->setData(77, ChatRole::PresenceState);
            item->setData(-3, ChatRole::State);
            model.appendRow(item);
        }
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            ChatListView view;
            view.setLayoutDirection(direction);
            view.setModel(&model);
            view.resize(200, 2600);
            QVERIFY(!view.grab().isNull());
        }
        for (int i = 0; i < model.rowCount(); ++i)
            QVERIFY(!chatAccessibleText(model.index(i, 0)).contains(u'\n'));
    }

    void steps()
    {
        StepLine line;
        line.setSteps({u"Find the server"_s, u"Connect"_s, u"Secure"_s, u"Sign in"_s, u"Load chats"_s});
        line.resize(500, line.heightForWidth(500));
        line.show();
        QVERIFY(QTest::qWaitForWindowExposed(&line));
        line.activate(1);
        QCOMPARE(line.state(0), StepState::Done);
        QCOMPARE(line.state(1), StepState::Active);
        QCOMPARE(line.state(2), StepState::Idle);
        QVERIFY(line.accessibleDescription().contains(u"Connect: in progress"_s));
        auto *spinner = line.findChild<Spinner *>();
        QVERIFY(spinner->isTurning());
        style::setMotion(style::Motion::Reduced);
        QVERIFY(!spinner->isTurning());
        style::setMotion(style::Motion::Full);
        QVERIFY(spinner->isTurning());
        line.hide();
        QVERIFY(!spinner->isTurning());
        line.show();
        line.fail(1);
        QCOMPARE(line.state(1), StepState::Failed);
        QVERIFY(!spinner->isVisible());
        QVERIFY(line.accessibleDescription().contains(u"Connect: failed"_s));
        line.finish();
        QCOMPARE(line.state(4), StepState::Done);
        line.reset();
        QCOMPARE(line.state(0), StepState::Idle);
        line.setState(9, StepState::Done); // no such step: nothing happens
        QVERIFY(line.heightForWidth(120) > line.heightForWidth(900)); // names wrap
    }

    void banner()
    {
        Banner banner;
        banner.present(Banner::Kind::Warning, u"<b>Not bold</b>"_s, {u"Try now"_s, u"Details"_s});
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.findChild<QLabel *>(u"bannerText"_s)->textFormat(), Qt::PlainText);
        QSignalSpy actions(&banner, &Banner::actionTriggered);
        banner.findChild<QPushButton *>(u"action1"_s)->click();
        QCOMPARE(actions[0][0].toInt(), 1);
        banner.setActions({});
        QVERIFY(!banner.findChild<QPushButton *>(u"action0"_s)->isVisible());
        banner.setClosable(true);
        QSignalSpy closed(&banner, &Banner::closed);
        banner.findChild<QToolButton *>(u"bannerClose"_s)->click();
        QCOMPARE(closed.size(), 1);
        QVERIFY(!banner.isVisible());
    }

    void composer()
    {
        MessageEdit edit;
        edit.resize(300, edit.height());
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        QCOMPARE(edit.accessibleName(), u"Message"_s);
        QSignalSpy send(&edit, &MessageEdit::sendRequested);
        QSignalSpy typing(&edit, &MessageEdit::typingChanged);
        QSignalSpy last(&edit, &MessageEdit::editLastRequested);
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(last.size(), 1);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(send.size(), 0); // nothing to send
        QTest::keyClicks(&edit, u"hi"_s);
        QCOMPARE(typing.size(), 1);
        QCOMPARE(typing[0][0].toBool(), true);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(send.size(), 1);
        QCOMPARE(edit.text(), u"hi"_s);
        const int one = edit.height();
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&edit, u"there"_s);
        QCOMPARE(edit.text(), u"hi\nthere"_s);
        QTRY_VERIFY(edit.height() > one);
        edit.setText(u"a\n"_s.repeated(7) + u"a"_s);
        const int eight = edit.height();
        edit.setText(u"a\n"_s.repeated(50));
        QCOMPARE(edit.height(), eight);
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(last.size(), 1); // the field is not empty
        edit.clear();
        QCOMPARE(typing.last()[0].toBool(), false);
        QTRY_COMPARE(edit.height(), one);
        edit.setEnterKey(EnterKey::Breaks);
        QTest::keyClicks(&edit, u"x"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(send.size(), 1);
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(send.size(), 2);
    }

    void pastesPlainText()
    {
        MessageEdit edit;
        auto *rich = new QMimeData;
        rich->setHtml(u"<b>bold</b>"_s);
        rich->setText(u"bold"_s);
        QApplication::clipboard()->setMimeData(rich);
        edit.paste();
        QCOMPARE(edit.text(), u"bold"_s);
        QVERIFY(!edit.toHtml().contains(u"font-weight:700"_s));
        edit.selectAll();
        edit.copy();
        QVERIFY(!QApplication::clipboard()->mimeData()->hasHtml());
        QSignalSpy pasted(&edit, &MessageEdit::mimePasted);
        auto *files = new QMimeData;
        files->setUrls({QUrl::fromLocalFile(u"/tmp/a.png"_s)});
        QApplication::clipboard()->setMimeData(files);
        edit.paste();
        QCOMPARE(pasted.size(), 1);
        QCOMPARE(edit.text(), u"bold"_s);
        // What would freeze the field is refused with a word, not cut.
        QSignalSpy refused(&edit, &MessageEdit::pasteRefused);
        QApplication::clipboard()->setText(QString(1'000'000, u'x'));
        edit.paste();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().toLongLong(), 1'000'000);
        QCOMPARE(edit.text(), u"bold"_s);
        for (const QString &text : samples::badTexts()) {
            edit.setText(text.left(5000));
            QCOMPARE(edit.text().size(), text.left(5000).size());
        }
    }

    void fields()
    {
        PasswordField password;
        QCOMPARE(password.echoMode(), QLineEdit::Password);
        password.findChild<QAction *>(u"revealPassword"_s)->trigger();
        QVERIFY(password.isRevealed());
        password.show();
        password.hide();
        QVERIFY(!password.isRevealed());

        SearchField search;
        QSignalSpy left(&search, &SearchField::left);
        QTest::keyClicks(&search, u"ana"_s);
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(search.text().isEmpty());
        QCOMPARE(left.size(), 0);
        QTest::keyClick(&search, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void labelsAndFolds()
    {
        ElidedLabel label(u"a very long line\nthat goes on and on"_s);
        label.resize(60, 20);
        QVERIFY(label.isElided());
        label.resize(2000, 20);
        QVERIFY(!label.isElided());
        QCOMPARE(label.accessibleName(), u"a very long line\nthat goes on and on"_s);

        Collapsible fold(u"Advanced"_s);
        auto *inside = new QLabel(u"host"_s);
        fold.setContent(inside);
        fold.show();
        QVERIFY(!inside->isVisible());
        fold.button()->click();
        QVERIFY(inside->isVisible());
        QVERIFY(fold.isExpanded());
        QCOMPARE(fold.button()->accessibleName(), u"Advanced"_s);

        EmptyState empty;
        empty.setTitle(u"Nothing here"_s);
        QVERIFY(empty.addAction(u"Add"_s));
        const qsizetype before = empty.findChildren<QObject *>().size();
        for (int i = 0; i < 20; ++i) {
            empty.clearActions();
            empty.addAction(u"Add"_s, style::Icon::Plus);
        }
        QCOMPARE(empty.findChildren<QObject *>().size(), before);
    }

    void avatars()
    {
        for (const QString &text : samples::badTexts()) {
            Avatar avatar;
            avatar.setSpec({text, text, {}, AvatarSpec::Kind::Person, Presence::Away});
            QVERIFY(!avatar.grab().isNull());
        }
        QImage odd(3, 200, QImage::Format_RGB32);
        odd.fill(Qt::green);
        Avatar avatar;
        avatar.setSpec({u"k"_s, u"n"_s, odd, AvatarSpec::Kind::Person, Presence::Online});
        avatar.resize(avatar.sizeHint());
        const QImage shot = avatar.grab().toImage();
        QCOMPARE(shot.pixelColor(shot.width() / 2, shot.height() / 2), QColor(Qt::green));
        QCOMPARE(avatar.accessibleDescription(), u"Online"_s);
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
