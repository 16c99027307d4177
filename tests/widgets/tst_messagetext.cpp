// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style.h"
#include "widgets/avatar.h"
#include "widgets/linkfinder.h"
#include "widgets/messagelayout.h"
#include "widgets/messageselection.h"
#include "widgets/samples.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace widgets;

class TestMessageText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { style::initialise(*qApp); }

    void links_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *name, const QString &text, const QStringList &links) { QTest::newRow(name) << text << links; };
        row("bare", u"https://example.org"_s, {u"https://example.org"_s});
        row("in a sentence", u"See http://a.org/x, then https://b.org/y."_s, {u"http://a.org/x"_s, u"https://b.org/y"_s});
        row("in brackets", u"(https://a.org/x)"_s, {u"https://a.org/x"_s});
        row("brackets in it", u"https://a.org/x_(y) z"_s, {u"https://a.org/x_(y)"_s});
        row("query", u"https://a.org/?q=1&r=2#f!"_s, {u"https://a.org/?q=1&r=2#f"_s});
        row("xmpp", u"join xmpp:room@muc.example.org?join now"_s, {u"xmpp:room@muc.example.org?join"_s});
        row("mailto", u"mailto:ana@example.org"_s, {u"mailto:ana@example.org"_s});
        row("capitals", u"HTTPS://Example.org"_s, {u"HTTPS://Example.org"_s});
        row("other schemes", u"javascript:alert(1) file:///etc/passwd data:x ftp://a.org"_s, {});
        row("no boundary", u"xhttps://a.org"_s, {});
        row("nothing after", u"http:// https://, xmpp: mailto:"_s, {});
        row("override ends it", u"https://a.org/"_s + QChar(0x202e) + u"gpj"_s, {u"https://a.org/"_s});
        row("quotes", u"<a href=\"https://a.org/b\">"_s, {u"https://a.org/b"_s});
    }

    void links()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, links);
        QStringList found;
        for (const TextLink &link : findLinks(text))
            found << text.mid(link.start, link.length);
        QCOMPARE(found, links);
    }

    void linksAreLinearAndFew()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(findLinks(u"https://a.org/ "_s.repeated(10000)).size(), 100);
        QVERIFY(findLinks(u":"_s.repeated(1'000'000)).isEmpty());
        QVERIFY(findLinks(u"http:"_s.repeated(200'000)).isEmpty());
        QVERIFY(findLinks(u"https://"_s + u"a"_s.repeated(1'000'000)).size() <= 1);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void emojiAlone()
    {
        for (const QString &text : {u"🎉"_s, u"👍🏽"_s, u"👨‍👩‍👧‍👦"_s, u"🇪🇸"_s, u"❤️ 🎉"_s, u"😀😀😀"_s})
            QVERIFY2(isEmojiOnly(text), qPrintable(text));
        for (const QString &text : {QString(), u" "_s, u"hi 🎉"_s, u"😀😀😀😀"_s, u"12"_s, u":)"_s, u"\u200d"_s})
            QVERIFY2(!isEmojiOnly(text), qPrintable(text));
    }

    void longBodiesAreCut()
    {
        QCOMPARE(shownLength(u"short"_s, 4000), 5);
        QCOMPARE(shownLength(QString(10000, u'a'), 4000), 4000);
        QCOMPARE(shownLength(QString(4100, u'a'), 4000), 4100); // not for a line or two
        QCOMPARE(shownLength(QString(10000, u'\n'), 4000), 79);
        const QString smile = u"😀"_s.repeated(5000);
        const int shown = shownLength(smile, 4001);
        QVERIFY(!smile[shown - 1].isHighSurrogate());
    }

    void runs()
    {
        const QDateTime noon(QDate(2024, 5, 3), QTime(12, 0));
        const MessageHead a{true, u"ana"_s, noon, MessageKind::Text, false, false};
        const auto with = [&a](auto change) { MessageHead head = a; change(head); return head; };
        QVERIFY(sameRun(a, with([](MessageHead &h) { h.time = h.time.addSecs(299); })));
        QVERIFY(!sameRun(a, with([](MessageHead &h) { h.time = h.time.addSecs(301); })));
        QVERIFY(!sameRun(a, with([](MessageHead &h) { h.sender = u"leo"_s; })));
        QVERIFY(!sameRun(a, with([](MessageHead &h) { h.own = true; })));
        QVERIFY(!sameRun(a, with([](MessageHead &h) { h.unreadLine = true; })));
        QVERIFY(!sameRun(a, with([](MessageHead &h) { h.kind = MessageKind::System; })));
        QVERIFY(!sameRun({}, a));
        const MessageHead late{true, u"ana"_s, QDateTime(QDate(2024, 5, 3), QTime(23, 59)), MessageKind::Text, false, false};
        QVERIFY(!sameRun(late, with([](MessageHead &h) { h.time = QDateTime(QDate(2024, 5, 4), QTime(0, 1)); })));
    }

    void days()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        const QDate today(2024, 5, 3);
        QCOMPARE(dayText(today, today), u"Today"_s);
        QCOMPARE(dayText(today.addDays(-1), today), u"Yesterday"_s);
        QVERIFY(!dayText(today.addDays(-30), today).contains(u"2024"_s));
        QVERIFY(dayText(today.addDays(-400), today).contains(u"2023"_s));
        QCOMPARE(timeText(QDateTime(today, QTime(14, 2, 59))), u"14:02"_s);
        QLocale::setDefault(QLocale(u"es_ES"_s));
        const QString spanish = dayText(QDate(2024, 3, 4), today);
        QVERIFY2(spanish.contains(u"marzo"_s) && !spanish.contains(u"2024"_s) && !spanish.endsWith(u"de"_s), qPrintable(spanish));
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void actionsTellTheName()
    {
        MessageData d;
        d.senderName = u"Ana *A*"_s;
        d.actor = d.senderName;
        d.body = u"/me waves *at* https://a.org/\n> x"_s;
        QCOMPARE(shownText(d), u"* Ana *A* waves *at* https://a.org/\n> x"_s);
        QCOMPARE(accessibleText(d), u"Ana *A*, * Ana *A* waves *at* https://a.org/ > x"_s);
        const MessageLayout l(d, {}, {}, {}, MessageLayout::FirstLimit);
        QCOMPARE(l.text.text(), shownText(d));
        QCOMPARE(l.text.links().size(), 1);
        QCOMPARE(l.actions().constFirst().text, u"https://a.org/"_s);
        d.actor = u"https://evil.example"_s; // a name is only a name
        QCOMPARE(MessageLayout(d, {}, {}, {}, MessageLayout::FirstLimit).text.links().size(), 1);
        d.body = u"/me is here"_s;
        d.actor.clear(); // the model did not say so
        QCOMPARE(MessageLayout(d, {}, {}, {}, MessageLayout::FirstLimit).text.text(), d.body);
    }

    void stylingLeavesTheTextAsItIs()
    {
        MessageData d;
        d.body = u"> *one* https://a.org/_b_\n```\ncode with a very long line\n```\n`x` ~y~"_s;
        const MessageLayout l(d, {}, {}, {}, MessageLayout::FirstLimit);
        QCOMPARE(l.text.text(), d.body);
        QCOMPARE(l.text.links().size(), 1);
        samples::Messages model;
        model.append({{u"Ana"_s, d.body, {}}});
        MessageSelection selection;
        selection.set({0, 0}, {0, MessageSelection::End});
        QCOMPARE(selection.text(&model), d.body);
    }

    void unstyledIsShownAsItIs()
    {
        const auto width = [](const QString &body, bool unstyled) {
            MessageData d;
            d.body = body;
            d.unstyled = unstyled;
            const MessageLayout l(d, {}, {}, {}, MessageLayout::FirstLimit);
            return l.text.rects(0, 1).constFirst().left() + l.text.size().width();
        };
        QVERIFY(width(u"*wwwwwwww*"_s, false) > width(u"*wwwwwwww*"_s, true));
        QVERIFY(width(u"> quoted"_s, false) > width(u"> quoted"_s, true));
        MessageData d;
        d.body = u"> https://a.org/_b_"_s;
        d.unstyled = true;
        QCOMPARE(MessageLayout(d, {}, {}, {}, MessageLayout::FirstLimit).text.links().size(), 1);
    }

    void stylingTakesRoom()
    {
        MessageContext context;
        const auto layout = [&context](const QString &body) {
            MessageData d;
            d.body = body;
            d.time = QDateTime(QDate(2024, 5, 3), QTime(14, 2));
            return MessageLayout(d, {}, {}, context, MessageLayout::FirstLimit);
        };
        const auto left = [](const MessageLayout &l, int position) { return l.text.rects(position, 1).constFirst().left(); };
        const MessageLayout quoted = layout(u"> a\n>> b\nc"_s);
        QVERIFY(left(quoted, 0) > left(quoted, 9));
        QVERIFY(left(quoted, 4) > left(quoted, 0));
        const MessageLayout strong = layout(u"*wwwwwwww*"_s), plain = layout(u"-wwwwwwww-"_s);
        QVERIFY(strong.text.size().width() > plain.text.size().width());
        // The time stands below code, and the code's lines wrap within the bubble.
        const MessageLayout code = layout(u"```\n"_s + u"wide "_s.repeated(60) + u"\n```"_s);
        QVERIFY(code.footerRect.top() >= code.textRect.bottom() - 1);
        QVERIFY(code.bubble.adjusted(-1, -1, 1, 1).contains(code.textRect));
        for (const QRectF &line : code.text.rects(0, int(code.data.body.size())))
            QVERIFY(code.bubble.contains(line.translated(code.textRect.topLeft())));
        // What hangs behind a quotation's mark begins where its first line does.
        const MessageLayout hanging = layout(u"> "_s + u"word "_s.repeated(40));
        const QList<QRectF> lines = hanging.text.rects(2, 190);
        QVERIFY(lines.size() > 1);
        QVERIFY(std::abs(lines[0].left() - lines[1].left()) < 1);
        QCOMPARE(hanging.positionAt({hanging.textRect.right(), hanging.textRect.bottom() + 1}), int(hanging.data.body.size()));
    }

    void codeAndQuotationsAreMirrored()
    {
        MessageContext context;
        MessageData d;
        d.body = u"> مرحبا بالعالم"_s;
        const MessageLayout l(d, {}, {}, context, MessageLayout::FirstLimit);
        const QList<QRectF> rects = l.text.rects(2, int(d.body.size()) - 2);
        QVERIFY(rects.constFirst().right() < l.textRect.width() - 8); // the bar is at the right
    }

    void accessibleTexts()
    {
        MessageData d;
        d.senderName = u"Ana"_s;
        d.body = u"Hello\nthere"_s;
        d.time = QDateTime(QDate(2024, 5, 3), QTime(14, 2));
        QCOMPARE(accessibleText(d), u"Ana, Hello there, 14:02"_s);
        d.own = true;
        d.senderName.clear();
        const QString states[] = {u"sending"_s, u"sent"_s, u"delivered"_s, u"read"_s, u"failed"_s};
        for (int i = 0; i < 5; ++i) {
            d.state = MessageState(i + 1);
            QCOMPARE(accessibleText(d), u"You, Hello there, 14:02, "_s + states[i]);
        }
    }

    void namesBecomeInitials()
    {
        QCOMPARE(initials(u"Ana Ruiz"_s), u"AR"_s);
        QCOMPARE(initials(u"leo"_s), u"L"_s);
        QCOMPARE(initials(u"  María del Mar  "_s), u"MM"_s);
        QCOMPARE(initials(u"王小明"_s), u"王"_s);
        QCOMPARE(initials(u"!!"_s), QString());
        QCOMPARE(initials(QString()), QString());
        QCOMPARE(initials(u"x"_s + QString(5000, QChar(0x0301))), u"X"_s);
        QCOMPARE(initials(QString(QChar(0xd83d))), QString());
    }

    void bubblesKeepTheirWidth()
    {
        MessageContext context;
        context.width = 2000;
        context.today = QDate(2024, 5, 3);
        MessageData d;
        d.body = u"word "_s.repeated(200);
        d.time = QDateTime(QDate(2024, 5, 3), QTime(14, 2));
        const MessageLayout wide(d, {}, {}, context, MessageLayout::FirstLimit);
        const double character = QFontMetricsF(style::fonts().base).averageCharWidth();
        QVERIFY(wide.bubble.width() <= 68 * character + 25);
        QVERIFY(wide.bubble.width() > 50 * character);
        context.width = 200;
        const MessageLayout narrow(d, {}, {}, context, MessageLayout::FirstLimit);
        QVERIFY(narrow.bubble.right() <= 200);
        QVERIFY(narrow.bubble.left() >= 0);
        d.own = true;
        const MessageLayout own(d, {}, {}, context, MessageLayout::FirstLimit);
        QVERIFY(own.bubble.right() > narrow.bubble.right());
    }

    void directionsMirror()
    {
        MessageContext context;
        context.width = 600;
        MessageData d;
        d.body = u"Hello"_s;
        d.senderName = u"Ana"_s;
        const MessageLayout left(d, {}, {}, context, 4000);
        context.direction = Qt::RightToLeft;
        const MessageLayout right(d, {}, {}, context, 4000);
        QCOMPARE(right.bubble.right(), 600 - left.bubble.left());
        QCOMPARE(right.avatarRect.right(), 600 - left.avatarRect.left());
        // A right-to-left text ends at its box's right edge whatever the window's direction.
        context.direction = Qt::LeftToRight;
        d.body = u"مرحبا بالعالم الجميل"_s;
        const MessageLayout arabic(d, {}, {}, context, 4000);
        const QRectF first = arabic.text.rects(0, 1).constFirst();
        QVERIFY(first.right() <= arabic.textRect.width() + 1 && first.right() > arabic.textRect.width() - 4);
        for (const QRectF &rect : arabic.text.rects(0, int(d.body.size())))
            QVERIFY2(rect.left() >= -1, qPrintable(QString::number(rect.left())));
    }

    void timeNeverStandsOnTheText()
    {
        for (const QString &body : {u"Sure"_s, u"مرحبا"_s, u"one line\nمرحبا"_s, u"word "_s.repeated(60), u"مرحبا "_s.repeated(60)}) {
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                for (const bool own : {false, true}) {
                    MessageContext context;
                    context.width = 420;
                    context.direction = direction;
                    MessageData d;
                    d.body = body;
                    d.own = own;
                    d.state = own ? MessageState::Read : MessageState::None;
                    d.time = QDateTime(QDate(2024, 5, 3), QTime(14, 2));
                    const MessageLayout layout(d, {}, {}, context, MessageLayout::FirstLimit);
                    QVERIFY(layout.bubble.contains(layout.footerRect));
                    QVERIFY(layout.bubble.adjusted(-1, -1, 1, 1).contains(layout.textRect));
                    for (const QRectF &line : layout.text.rects(0, int(body.size())))
                        QVERIFY2(!line.translated(layout.textRect.topLeft()).adjusted(1, 1, -1, -4).intersects(layout.footerRect), qPrintable(body.left(10)));
                }
            }
        }
    }

    void badTextsAreLaidOut()
    {
        MessageContext context;
        QElapsedTimer timer;
        for (const QString &text : samples::badTexts()) {
            for (const double width : {1.0, 90.0, 700.0}) {
                timer.start();
                context.width = width;
                MessageData d;
                d.body = d.senderName = d.errorText = text;
                d.senderName = d.senderName.left(200);
                d.errorText = d.errorText.left(1000);
                d.own = true;
                d.state = MessageState::Failed;
                const MessageLayout layout(d, {}, {}, context, MessageLayout::FirstLimit);
                QVERIFY(layout.height > 0 && layout.height < 200000);
                QVERIFY(layout.text.text().size() <= 4200);
                (void)layout.positionAt({5, layout.height / 2});
                (void)layout.actionAt({5, layout.height / 2});
                QVERIFY2(timer.elapsed() < 4000, qPrintable(text.left(20)));
            }
        }
    }
};

QTEST_MAIN(TestMessageText)
#include "tst_messagetext.moc"
