// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifier.h"
#include "app/privatebus.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using shell::Notification;

namespace
{
const QString Service = u"org.freedesktop.Notifications"_s;
constexpr data::ConversationId Ana{7}, Leo{8};

//! A notification server that shows nothing and remembers everything.
class Recorder final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id, replaces;
        QString title, text;
        QStringList actions;
        QVariantMap hints;
    };

    Recorder(const PrivateBus &bus, QStringList can) : capabilities(std::move(can)), m_bus(bus.connection(u"recorder"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        if (!m_bus.registerService(Service))
            qFatal("the recorder is not alone");
    }

    ~Recorder() override
    {
        m_bus.unregisterService(Service);
        m_bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
    }

    QStringList capabilities;
    QList<Shown> shown;
    QList<uint> closed;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; } // NOLINT: the specification's names

    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text, const QStringList &actions, const QVariantMap &hints, int)
    {
        const uint id = replaces ? replaces : ++m_last;
        shown.append({id, replaces, title, text, actions, hints});
        return id;
    }

    void CloseNotification(uint id)
    {
        closed.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationReplied(uint id, const QString &text);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    uint m_last = 40;
};
}

class tst_DesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersWhatTheServerCan_data();
    void offersWhatTheServerCan();
    void textIsNeverMarkup_data();
    void textIsNeverMarkup();
    void asksForASoundOrForNone();
    void oneAChat();
    void passesOnWhatAPersonAnswers();
    void ignoresNumbersOfOthers();
    void withdraws();
    void withdrawsWhatIsStillOnItsWay();
    void staysGoneWhenAPersonClosedIt();
    void livesWithoutAServerAndWithAnother();
    void leavesNothingBehind();

private:
    void start(const QStringList &capabilities);
    //! The number that the first notification with this text got.
    [[nodiscard]] uint idOf(const QString &text) const
    {
        const auto at = std::ranges::find(m_recorder->shown, text, &Recorder::Shown::text);
        return at == m_recorder->shown.cend() ? 0 : at->id;
    }
    [[nodiscard]] const Recorder::Shown &last() const { return m_recorder->shown.constLast(); }
    void show(data::ConversationId id, const QString &text) { m_notifier->show({id, u"Ana Ruiz"_s, text, Notification::Sound::Message}); }

    PrivateBus m_bus;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<app::DesktopNotifier> m_notifier;
};

void tst_DesktopNotifier::init()
{
    m_notifier = std::make_unique<app::DesktopNotifier>();
}

void tst_DesktopNotifier::cleanup()
{
    m_notifier.reset();
    m_recorder.reset();
}

void tst_DesktopNotifier::start(const QStringList &capabilities)
{
    m_recorder = std::make_unique<Recorder>(m_bus, capabilities);
}

void tst_DesktopNotifier::offersWhatTheServerCan_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QStringList>("actions");
    QTest::newRow("nothing") << QStringList{u"body"_s} << QStringList{};
    QTest::newRow("buttons") << QStringList{u"body"_s, u"actions"_s} << QStringList{u"default"_s, u"Open"_s, u"reply"_s, u"Reply"_s, u"mark-as-read"_s, u"Mark as read"_s};
    QTest::newRow("answers") << QStringList{u"actions"_s, u"inline-reply"_s}
                             << QStringList{u"default"_s, u"Open"_s, u"inline-reply"_s, u"Reply"_s, u"mark-as-read"_s, u"Mark as read"_s};
}

void tst_DesktopNotifier::offersWhatTheServerCan()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QStringList, actions);
    start(capabilities);
    show(Ana, u"See you there"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 1);
    QCOMPARE(last().actions, actions);
    QCOMPARE(last().title, u"Ana Ruiz"_s);
    QCOMPARE(last().text, u"See you there"_s);
    QCOMPARE(last().hints.value(u"desktop-entry"_s).toString(), u"palique"_s);
    QCOMPARE(last().hints.value(u"category"_s).toString(), u"im.received"_s);
    show({}, u"Palique is still running"_s); // nothing to answer
    QTRY_COMPARE(m_recorder->shown.size(), 2);
    QCOMPARE(last().replaces, 0u);
    QCOMPARE(last().actions, actions.first(qMin(2, actions.size())));
}

void tst_DesktopNotifier::textIsNeverMarkup_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("text");
    QTest::newRow("read as markup") << QStringList{u"body"_s, u"body-markup"_s} << u"1 &lt; 2 &amp;&amp; &lt;b&gt;no&lt;/b&gt;"_s;
    QTest::newRow("read as it is") << QStringList{u"body"_s} << u"1 < 2 && <b>no</b>"_s;
}

void tst_DesktopNotifier::textIsNeverMarkup()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QString, text);
    start(capabilities);
    show(Ana, u"1 < 2 && <b>no</b>"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 1);
    QCOMPARE(last().text, text);
}

void tst_DesktopNotifier::asksForASoundOrForNone()
{
    start({u"sound"_s});
    show(Ana, u"loud"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 1);
    QCOMPARE(last().hints.value(u"sound-name"_s).toString(), u"message-new-instant"_s);
    QVERIFY(!last().hints.contains(u"suppress-sound"_s));
    m_notifier->show({Leo, u"Leo"_s, u"quiet"_s, Notification::Sound::None});
    QTRY_COMPARE(m_recorder->shown.size(), 2);
    QVERIFY(!last().hints.contains(u"sound-name"_s));
    QCOMPARE(last().hints.value(u"suppress-sound"_s).toBool(), true);
}

void tst_DesktopNotifier::oneAChat()
{
    start({u"actions"_s});
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        show(Ana, text); // faster than any answer
    QTRY_VERIFY(!m_recorder->shown.isEmpty() && last().text == u"three"_s);
    QCOMPARE(m_recorder->shown.first().replaces, 0u);
    for (const auto &later : m_recorder->shown.sliced(1))
        QCOMPARE(later.replaces, m_recorder->shown.first().id);
    show(Leo, u"another"_s);
    QTRY_COMPARE(last().text, u"another"_s);
    QCOMPARE(last().replaces, 0u);
    const uint leo = last().id;
    show(Ana, u"four"_s);
    QTRY_COMPARE(last().text, u"four"_s);
    QCOMPARE(last().id, m_recorder->shown.first().id);
    QVERIFY(last().id != leo);
}

void tst_DesktopNotifier::passesOnWhatAPersonAnswers()
{
    start({u"actions"_s, u"inline-reply"_s});
    QSignalSpy activated(m_notifier.get(), &shell::Notifier::activated), replied(m_notifier.get(), &shell::Notifier::replied),
        markedRead(m_notifier.get(), &shell::Notifier::markedRead);
    show(Ana, u"one"_s);
    show(Leo, u"two"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 2);
    const uint ana = idOf(u"one"_s), leo = idOf(u"two"_s);
    QVERIFY(ana != leo);
    show(Ana, u"answered"_s); // so the numbers have come back
    QTRY_COMPARE(last().replaces, ana);
    Q_EMIT m_recorder->ActionInvoked(leo, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).value<data::ConversationId>(), Leo);
    Q_EMIT m_recorder->ActionInvoked(leo, u"reply"_s);
    QTRY_COMPARE(activated.size(), 2);
    Q_EMIT m_recorder->ActionInvoked(leo, u"mark-as-read"_s);
    QTRY_COMPARE(markedRead.size(), 1);
    QCOMPARE(markedRead.at(0).at(0).value<data::ConversationId>(), Leo);
    Q_EMIT m_recorder->NotificationReplied(ana, u"On my way"_s);
    QTRY_COMPARE(replied.size(), 1);
    QCOMPARE(replied.at(0).at(0).value<data::ConversationId>(), Ana);
    QCOMPARE(replied.at(0).at(1).toString(), u"On my way"_s);
    QCOMPARE(activated.size(), 2);
}

void tst_DesktopNotifier::ignoresNumbersOfOthers()
{
    start({u"actions"_s});
    QSignalSpy activated(m_notifier.get(), &shell::Notifier::activated), replied(m_notifier.get(), &shell::Notifier::replied);
    show(Ana, u"one"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 1);
    Q_EMIT m_recorder->ActionInvoked(0, u"default"_s);
    Q_EMIT m_recorder->ActionInvoked(999, u"default"_s);
    Q_EMIT m_recorder->NotificationReplied(999, u"not for us"_s);
    Q_EMIT m_recorder->NotificationClosed(999, 1);
    Q_EMIT m_recorder->ActionInvoked(last().id, u"launch-missiles"_s);
    Q_EMIT m_recorder->ActionInvoked(last().id, u"default"_s); // arrives after all of these
    QTRY_COMPARE(activated.size(), 1);
    QVERIFY(replied.isEmpty());
}

void tst_DesktopNotifier::withdraws()
{
    start({});
    show(Ana, u"one"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 1);
    show(Ana, u"two"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 2);
    m_notifier->withdraw(Leo); // was never shown
    m_notifier->withdraw(Ana);
    QTRY_COMPARE(m_recorder->closed, QList<uint>{last().id});
    m_notifier->withdraw(Ana);
    show(Ana, u"three"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 3);
    QCOMPARE(last().replaces, 0u);
    QCOMPARE(m_recorder->closed.size(), 1);
}

void tst_DesktopNotifier::withdrawsWhatIsStillOnItsWay()
{
    start({});
    show(Ana, u"before the capabilities are known"_s);
    m_notifier->withdraw(Ana);
    show(Leo, u"shown"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 1);
    QCOMPARE(last().text, u"shown"_s);
    show(Ana, u"asked for, not answered"_s);
    m_notifier->withdraw(Ana);
    QTRY_COMPARE(m_recorder->closed.size(), 1);
    QCOMPARE(m_recorder->closed.first(), last().id);
    QCOMPARE(last().text, u"asked for, not answered"_s);
}

void tst_DesktopNotifier::staysGoneWhenAPersonClosedIt()
{
    start({});
    show(Ana, u"one"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 1);
    const uint id = last().id;
    show(Ana, u"again"_s);
    QTRY_COMPARE(last().replaces, id);
    QSignalSpy dismissed(m_notifier.get(), &shell::Notifier::dismissed);
    Q_EMIT m_recorder->NotificationClosed(id, 2);
    QTRY_COMPARE(dismissed.size(), 1);
    show(Leo, u"asked and answered after that"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 3);
    show(Leo, u"so the signal has come"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 4);
    m_notifier->withdraw(Ana);
    show(Ana, u"new"_s);
    QTRY_COMPARE(last().text, u"new"_s);
    QCOMPARE(last().replaces, 0u);
    QVERIFY(m_recorder->closed.isEmpty());
}

void tst_DesktopNotifier::livesWithoutAServerAndWithAnother()
{
    show(Ana, u"nobody sees this"_s);
    QTest::qWait(0);
    start({u"actions"_s});
    QTRY_VERIFY2([&] { show(Leo, u"seen"_s); QTest::qWait(10); return !m_recorder->shown.isEmpty(); }(), "the next message finds the server");
    QVERIFY(!last().actions.isEmpty());
    m_recorder.reset();
    start({});
    QTRY_VERIFY2([&] { show(Leo, u"by the other"_s); QTest::qWait(10); return !m_recorder->shown.isEmpty() && last().actions.isEmpty(); }(), "the other can do other things");
    QCOMPARE(m_recorder->shown.first().replaces, 0u);
}

void tst_DesktopNotifier::leavesNothingBehind()
{
    start({});
    show(Ana, u"one"_s);
    show(Leo, u"two"_s);
    QTRY_COMPARE(m_recorder->shown.size(), 2);
    show(Ana, u"three"_s); // what was answered stays under way for no longer than the answer to this
    QTRY_COMPARE(last().replaces, idOf(u"one"_s));
    m_notifier.reset();
    QTRY_COMPARE(m_recorder->closed.size(), 2);
}

QTEST_GUILESS_MAIN(tst_DesktopNotifier)
#include "tst_desktopnotifier.moc"
