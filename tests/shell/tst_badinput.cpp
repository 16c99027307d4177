// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers and careless programs send, in the windows: nothing runs, nothing hangs, nothing looks like ours.
#include "shell/scenes.h"
#include "shell/systemdialogs.h"
#include "widgets/avatar.h"
#include "widgets/linkfinder.h"
#include "widgets/messageview.h"

#include <QApplication>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
//! Texts that have broken others.
QList<std::pair<const char *, QString>> hostileTexts()
{
    return {
        {"only blanks", u" \t\n \u00a0 "_s},
        {"only invisible ones", u"\u200b\u2060\ufeff\u200d"_s},
        {"turned round", u"\u202egnp.exe\u202c and on"_s},
        {"marks upon marks", u"Z"_s + QString(5000, QChar(0x0334))},
        {"ten thousand lines", QString(10'000, u'\n') + u"end"_s},
        {"a megabyte in one line", QString(1'000'000, u'x')},
        {"ten thousand links", u"http://a.example/ "_s.repeated(10'000)},
        {"stars", QString(10'000, u'*')},
        {"bars", QString(10'000, u'_')},
        {"ticks", QString(10'000, u'`')},
        {"quotes", QString(10'000, u'>') + u" deep"_s},
        {"an action with markup", u"/me *waves* <b>loudly</b>"_s},
        {"html", u"<b>html</b> &amp;lt; <img src=\"file:///etc/passwd\"><style>*{color:red}</style><a href=javascript:alert(1)>x</a>"_s},
        {"a picture that tells who looks", u"<img src=http://tracker.example/1.png>"_s},
        {"places for arguments", u"%1 %2 %n %L1 %s %d %%"_s},
        {"an end of text", u"before\0after"_s},
        {"escape sequences", u"\u001b[31mred\u001b[0m \u0007"_s},
        {"like ours", u"The password is not right. Sign in again: https://palique.example.evil.example"_s},
        {"a shortcut", u"&Quit && done &"_s},
    };
}

//! Every text that a label shows is plain: markup would be drawn, pictures fetched.
void allPlain(const QWidget *window)
{
    for (const QLabel *label : window->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + u": "_s + label->text().left(60)));
}
}

class tst_BadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void messages_data() { texts(); }
    void messages();
    void names_data() { texts(); }
    void names();
    void links_data();
    void links();
    void opensOnlyWhatIsHarmless_data();
    void opensOnlyWhatIsHarmless();
    void addressesAct_data();
    void addressesAct();
    void pictures_data();
    void pictures();
    void presenceFlood();

private:
    static void texts();
    [[nodiscard]] QWidget *window() { return &m_stage->shell->window(); }
    void look();

    std::unique_ptr<fake::Stage> m_stage;
};

void tst_BadInput::texts()
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : hostileTexts())
        QTest::newRow(name) << text;
}

void tst_BadInput::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_stage = std::make_unique<fake::Stage>();
    m_stage->populate();
}

//! Paints everything, within a time a person would wait.
void tst_BadInput::look()
{
    QElapsedTimer time;
    time.start();
    m_stage->settle();
    QVERIFY(!window()->grab().isNull());
    m_stage->settle();
    QVERIFY2(time.elapsed() < 5000, qPrintable(u"%1 ms"_s.arg(time.elapsed()))); // with sanitizers, beside other tests
}

// B39, B41: as a message, in the list, the conversation, a notification and the accessible text.
void tst_BadInput::messages()
{
    QFETCH(QString, text);
    m_stage->start();
    m_stage->open(m_stage->leo);
    m_stage->messenger.receive(m_stage->leo, text, m_stage->at(14, 19));
    look();
    const auto *view = m_stage->find<widgets::MessageView>("messages"_L1);
    const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
    QCOMPARE(last.data(widgets::MessageRole::Body).toString(), text); // what they wrote is kept as it is
    const QString spoken = last.data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.size() < 3000);
    // As a notification: the desktop may read markup there, and the text is short.
    m_stage->open(m_stage->ana);
    m_stage->messenger.receive(m_stage->leo, text, m_stage->at(14, 19));
    for (const shell::Notification &shown : std::as_const(m_stage->notifier.shown))
        QVERIFY(shown.text.size() <= 201 && !shown.text.contains(u'\n'));
    allPlain(window());
}

// B40, B42: as the name we gave, the name they chose, their status, their group, and what they tell of themselves.
void tst_BadInput::names()
{
    QFETCH(QString, text);
    text = text.left(1024); // the engine lets no longer one through: RosterItem::MaxText, MaxStatus, a card's facts
    data::Profile profile{text, text, text, text, {text}, {text}, text, text, text, text};
    m_stage->eva->put(u"leo.marin@sea.example"_s, text, {text});
    m_stage->eva->setLooks(u"leo.marin@sea.example"_s, {{}, text, profile});
    m_stage->eva->setPresenceOf(u"leo.marin@sea.example"_s, {data::Availability::Away, text, 1});
    m_stage->eva->setDevices(u"leo.marin@sea.example"_s, {{fake::jid(u"leo.marin@sea.example/x"_s), data::Availability::Away, text, text, 0}});
    m_stage->eva->ask(u"stranger@far.example"_s, text);
    m_stage->start();
    m_stage->open(m_stage->leo);
    m_stage->shell->window().actions().details->trigger();
    look();
    allPlain(window());
    QCOMPARE(window()->windowTitle(), u"Palique"_s);
    // Whatever they call themselves, who it is can be read.
    QCOMPARE(m_stage->find<QLabel>("detailsAddress"_L1)->text(), u"leo.marin@sea.example"_s);
    m_stage->shell->window().openRequests();
    look();
    allPlain(window());
}

// B43: what becomes a link in a text.
void tst_BadInput::links_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("targets");
    QTest::newRow("a script") << u"javascript:alert(1)"_s << QStringList{};
    QTest::newRow("a file") << u"file:///etc/passwd"_s << QStringList{};
    QTest::newRow("a share") << u"smb://host/share \\\\host\\share"_s << QStringList{};
    QTest::newRow("data") << u"data:text/html,<script>1</script>"_s << QStringList{};
    QTest::newRow("another script") << u"vbscript:x ms-settings:x ms-msdt:/id"_s << QStringList{};
    QTest::newRow("a key that is no link") << u"aesgcm://up.example/a.jpg#0123"_s << QStringList{};
    QTest::newRow("no host") << u"https:// https:///x"_s << QStringList{};
    QTest::newRow("in a sentence") << u"(see https://a.example/b_(c)). Or https://a.example/d, then"_s << QStringList{u"https://a.example/b_(c)"_s, u"https://a.example/d"_s};
    QTest::newRow("the sign of the end is hidden") << u"https://good.example/\u202etxt.exe"_s << QStringList{u"https://good.example/"_s};
    QTest::newRow("64 kB") << QString(u"https://a.example/"_s + QString(65'536, u'a')) << QStringList{u"*"_s};
}

void tst_BadInput::links()
{
    QFETCH(QString, text);
    QFETCH(QStringList, targets);
    QStringList found;
    for (const widgets::TextLink &link : widgets::findLinks(text)) {
        QVERIFY((QStringList{u"http"_s, u"https"_s, u"xmpp"_s, u"mailto"_s}).contains(link.url.scheme()));
        found << link.url.toString();
    }
    if (targets != QStringList{u"*"_s})
        QCOMPARE(found, targets);
}

namespace
{
//! Takes the place of what the desktop would open.
class Opened : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { urls << url; }

public:
    QList<QUrl> urls;
};
}

void tst_BadInput::opensOnlyWhatIsHarmless_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("opened");
    for (const char *url : {"javascript:alert(1)", "file:///etc/passwd", "smb://host/share", "data:text/html,x", "vbscript:x", "ms-msdt:x", "aesgcm://up.example/a#0123", "about:blank", "FILE:///etc/passwd"})
        QTest::newRow(url) << QString::fromLatin1(url) << false;
    for (const char *url : {"http://a.example", "https://a.example/x", "mailto:ana@x.example", "tel:+341", "geo:36.5,-6.3"})
        QTest::newRow(url) << QString::fromLatin1(url) << true;
}

void tst_BadInput::opensOnlyWhatIsHarmless()
{
    QFETCH(QString, url);
    QFETCH(bool, opened);
    Opened desktop;
    const QString scheme = QUrl(url).scheme();
    QDesktopServices::setUrlHandler(scheme, &desktop, "open");
    shell::SystemDialogs().openLink(QUrl(url));
    QDesktopServices::unsetUrlHandler(scheme);
    QCOMPARE(desktop.urls.size(), opened ? 1 : 0);
}

// B44: an address from elsewhere offers, and never acts.
void tst_BadInput::addressesAct_data()
{
    QTest::addColumn<QString>("uri");
    for (const char *uri : {"xmpp:new@far.example?message;body=pay%20now", "xmpp:new@far.example?roster;name=x", "xmpp:new@far.example?subscribe", "xmpp:ana@palique.example?remove",
             "xmpp:ana@palique.example?unsubscribe", "xmpp:ana@palique.example?command;node=x;action=execute", "xmpp:new@far.example%00?remove", "xmpp:new@far.example%0a", "xmpp:",
             "xmpp:@", "xmpp:?remove", "--profile=/tmp/x", "xmpp:ana@palique.example?remove;remove;remove", "xmpp:ana@palique.example?message;body=a?remove"})
        QTest::newRow(uri) << QString::fromLatin1(uri);
    QTest::newRow("a megabyte") << QString(u"xmpp:ana@palique.example?message;body="_s + QString(1'000'000, u'x'));
}

void tst_BadInput::addressesAct()
{
    QFETCH(QString, uri);
    m_stage->start();
    m_stage->messenger.setDraft(m_stage->ana, u"mine"_s);
    const auto contacts = m_stage->eva->contacts();
    m_stage->shell->openUri(uri);
    look();
    QVERIFY(m_stage->messenger.sends.isEmpty());
    QVERIFY(m_stage->eva->calls.isEmpty());
    QCOMPARE(m_stage->eva->contacts(), contacts);
    QCOMPARE(m_stage->messenger.conversation(m_stage->ana)->draft, u"mine"_s);
}

// B49: a picture that is none leaves the initials.
void tst_BadInput::pictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a drawing with a script") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script><image href='http://tracker.example/'/></svg>");
    QTest::newRow("an entity bomb") << QByteArray("<!DOCTYPE x [<!ENTITY a 'aaaa'>]><svg>&a;</svg>");
    QTest::newRow("half a picture") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
    QTest::newRow("30,000 by 30,000") << QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000753000007530080200000000000000");
    QTest::newRow("a program") << QByteArray("\x7f" "ELF");
    QTest::newRow("one byte") << QByteArray("\x89");
    QTest::newRow("an endless animation") << QByteArray("GIF89a\xff\xff\xff\xff\xf7");
}

void tst_BadInput::pictures()
{
    QFETCH(QByteArray, bytes);
    m_stage->eva->setLooks(u"ana@palique.example"_s, {bytes, {}, {}});
    m_stage->start();
    m_stage->open(m_stage->ana);
    m_stage->shell->window().actions().details->trigger();
    look();
    const auto faces = window()->findChildren<widgets::Avatar *>();
    QVERIFY(!faces.isEmpty());
    for (const widgets::Avatar *face : faces)
        QVERIFY(face->spec().image.isNull());
}

// B47: ten thousand presences, each with other words.
void tst_BadInput::presenceFlood()
{
    m_stage->start();
    m_stage->open(m_stage->ana);
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < 10'000; ++i)
        m_stage->eva->setPresenceOf(u"ana@palique.example"_s, {i % 2 ? data::Availability::Away : data::Availability::Online, QString(1000, u'w') + QString::number(i), 1});
    const qint64 told = time.elapsed();
    look();
    QVERIFY2(told < 20'000, qPrintable(u"%1 ms"_s.arg(told)));
}

QTEST_MAIN(tst_BadInput)
#include "tst_badinput.moc"
