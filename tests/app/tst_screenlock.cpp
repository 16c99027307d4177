// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/privatebus.h"
#include "app/screenlockwatch.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
//! The desktop's screen saver.
class Saver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    bool active = false;

public Q_SLOTS:
    bool GetActive() { return active; } // NOLINT: the interface's names

Q_SIGNALS:
    void ActiveChanged(bool on);
};

//! logind, as far as it knows one session.
class Manager final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList asked;

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id)
    {
        asked << id;
        return QDBusObjectPath(u"/org/freedesktop/login1/session/_32"_s);
    }
};

class Session final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool LockedHint MEMBER locked)

public:
    bool locked = false;
};
}

class tst_ScreenLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void followsTheScreenSaver();
    void knowsALockFromBefore_data();
    void knowsALockFromBefore();
    void followsTheSession();
    void anyOfBothIsEnough();
    void isOpenWhereNobodyTells();

private:
    void tellLocked(bool locked);

    PrivateBus m_bus;
    QDBusConnection m_services = m_bus.connection(u"services"_s);
    Saver m_saver;
    Manager m_manager;
    Session m_session;
};

void tst_ScreenLock::initTestCase()
{
    QVERIFY(m_services.registerObject(u"/org/freedesktop/ScreenSaver"_s, &m_saver, QDBusConnection::ExportAllContents));
    QVERIFY(m_services.registerObject(u"/org/freedesktop/login1"_s, &m_manager, QDBusConnection::ExportAllContents));
    QVERIFY(m_services.registerObject(u"/org/freedesktop/login1/session/_32"_s, &m_session, QDBusConnection::ExportAllContents));
    QVERIFY(m_services.registerService(u"org.freedesktop.ScreenSaver"_s));
    QVERIFY(m_services.registerService(u"org.freedesktop.login1"_s));
}

void tst_ScreenLock::tellLocked(bool locked)
{
    m_session.locked = locked;
    QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/login1/session/_32"_s, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
    signal << u"org.freedesktop.login1.Session"_s << QVariantMap{{u"IdleHint"_s, true}, {u"LockedHint"_s, locked}} << QStringList{};
    m_services.send(signal);
}

void tst_ScreenLock::followsTheScreenSaver()
{
    const app::ScreenLockWatch lock;
    QSignalSpy changed(&lock, &shell::ScreenLock::lockedChanged);
    QVERIFY(!lock.isLocked());
    QTRY_VERIFY(!m_manager.asked.isEmpty());
    Q_EMIT m_saver.ActiveChanged(true);
    QTRY_VERIFY(lock.isLocked());
    Q_EMIT m_saver.ActiveChanged(true);
    Q_EMIT m_saver.ActiveChanged(false);
    QTRY_VERIFY(!lock.isLocked());
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_manager.asked.last(), u"auto"_s);
}

void tst_ScreenLock::knowsALockFromBefore_data()
{
    QTest::addColumn<bool>("saver");
    QTest::newRow("screen saver") << true;
    QTest::newRow("session") << false;
}

void tst_ScreenLock::knowsALockFromBefore()
{
    QFETCH(bool, saver);
    m_saver.active = saver;
    m_session.locked = !saver;
    const app::ScreenLockWatch lock;
    QTRY_VERIFY(lock.isLocked());
    m_saver.active = m_session.locked = false;
}

void tst_ScreenLock::followsTheSession()
{
    const app::ScreenLockWatch lock;
    QTRY_VERIFY([&] { tellLocked(true); QTest::qWait(5); return lock.isLocked(); }()); // until it has found its session
    tellLocked(false);
    QTRY_VERIFY(!lock.isLocked());
}

void tst_ScreenLock::anyOfBothIsEnough()
{
    m_session.locked = true;
    const app::ScreenLockWatch lock;
    QTRY_VERIFY(lock.isLocked());
    QSignalSpy changed(&lock, &shell::ScreenLock::lockedChanged);
    Q_EMIT m_saver.ActiveChanged(true);
    Q_EMIT m_saver.ActiveChanged(false);
    tellLocked(false);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!lock.isLocked());
}

void tst_ScreenLock::isOpenWhereNobodyTells()
{
    QVERIFY(m_services.unregisterService(u"org.freedesktop.ScreenSaver"_s));
    QVERIFY(m_services.unregisterService(u"org.freedesktop.login1"_s));
    const app::ScreenLockWatch lock;
    QTest::qWait(0);
    QVERIFY(!lock.isLocked());
}

QTEST_GUILESS_MAIN(tst_ScreenLock)
#include "tst_screenlock.moc"
