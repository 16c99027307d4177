// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/language.h"
#include "shell/scenes.h"
#include "shell/trayicon.h"
#include "style/contrast.h"

#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_Background : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_stage.reset(); }
    void closingHidesWhereThereIsATray();
    void closingLeavesWithoutATray();
    void closingLeavesIfSoChosen();
    void quitLeavesInAnyCase();
    void clickShowsAndHides();
    void menuShowsStatusAndQuits();
    void startsHiddenInTheTray();
    void startsMinimisedWithoutATray();
    void hidesWhenTheTrayComesLater();
    void marksWhatIsUnread();
    void markIsLegible();
    void settingsWorkAndAreReadFromWhereTheyAre();

private:
    [[nodiscard]] shell::MainWindow &window() { return m_stage->shell->window(); }
    [[nodiscard]] QAction *tray(QLatin1StringView objectName) { return m_stage->tray.action(objectName); }
    void start(shell::Shell::Start how = shell::Shell::Start::Shown);

    std::unique_ptr<fake::Stage> m_stage;
};

void tst_Background::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    shell::installTranslations(QLocale()); // English has plural forms there
}

void tst_Background::init()
{
    m_stage = std::make_unique<fake::Stage>();
    m_stage->populate();
}

void tst_Background::start(shell::Shell::Start how)
{
    m_stage->start(how);
    m_stage->notifier.shown.clear();
    if (how == shell::Shell::Start::Shown)
        QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void tst_Background::closingHidesWhereThereIsATray()
{
    start();
    QSignalSpy quit(m_stage->shell.get(), &shell::Shell::quitRequested);
    window().close();
    QVERIFY(!window().isVisible());
    QVERIFY(quit.isEmpty());
    QCOMPARE(m_stage->notifier.shown.size(), 1); // it says so, the first time
    QVERIFY(!m_stage->notifier.shown.first().conversation);
    QCOMPARE(m_stage->notifier.shown.first().title, u"Palique is still running"_s);
    m_stage->settle();
    QCOMPARE(tray("trayToggle"_L1)->text(), u"Show Palique"_s);
    tray("trayToggle"_L1)->trigger();
    QVERIFY(window().isVisible());
    window().close();
    QVERIFY(!window().isVisible() && quit.isEmpty());
    QCOMPARE(m_stage->notifier.shown.size(), 1);
    m_stage->shell->raise(); // as a second start does
    QVERIFY(window().isVisible());
}

void tst_Background::closingLeavesWithoutATray()
{
    start();
    QSignalSpy quit(m_stage->shell.get(), &shell::Shell::quitRequested);
    m_stage->tray.available = false; // the panel went away meanwhile
    window().close();
    QCOMPARE(quit.size(), 1);
    QVERIFY(m_stage->notifier.shown.isEmpty());
}

void tst_Background::closingLeavesIfSoChosen()
{
    start();
    m_stage->shell->preferences().set(models::Preferences::Switch::KeepInTray, models::Preferences::State::Off);
    QSignalSpy quit(m_stage->shell.get(), &shell::Shell::quitRequested);
    window().close();
    QCOMPARE(quit.size(), 1);
}

void tst_Background::quitLeavesInAnyCase()
{
    start();
    QSignalSpy quit(m_stage->shell.get(), &shell::Shell::quitRequested);
    window().actions().quit->trigger();
    QCOMPARE(quit.size(), 1);
    window().hide();
    QVERIFY(m_stage->tray.menu->actions().contains(window().actions().quit));
    window().actions().quit->trigger();
    QCOMPARE(quit.size(), 2);
}

void tst_Background::clickShowsAndHides()
{
    start();
    Q_EMIT m_stage->tray.clicked();
    QVERIFY(!window().isVisible());
    Q_EMIT m_stage->tray.clicked();
    QVERIFY(window().isVisible());
    window().showMinimized();
    Q_EMIT m_stage->tray.clicked();
    QVERIFY(window().isVisible() && !window().isMinimized());
}

void tst_Background::menuShowsStatusAndQuits()
{
    start();
    m_stage->settle();
    QCOMPARE(tray("trayToggle"_L1)->text(), u"Hide Palique"_s);
    tray("trayToggle"_L1)->trigger();
    QVERIFY(!window().isVisible());
    auto *status = m_stage->tray.menu->findChild<QMenu *>("trayStatus"_L1);
    QCOMPARE(status->title(), u"Your status"_s);
    QCOMPARE(status->actions().size(), 4);
    Q_EMIT status->aboutToShow();
    QVERIFY(window().actions().available->isChecked());
    window().actions().busy->trigger();
    QCOMPARE(m_stage->eva->settings().show, u"dnd"_s);
    QAction *quiet = tray("trayQuiet"_L1);
    quiet->trigger();
    QVERIFY(m_stage->shell->preferences().isOn(models::Preferences::Switch::Quiet));
    m_stage->shell->preferences().set(models::Preferences::Switch::Quiet, models::Preferences::State::Off);
    QVERIFY(!quiet->isChecked());
}

void tst_Background::startsHiddenInTheTray()
{
    start(shell::Shell::Start::Minimized);
    QVERIFY(m_stage->tray.menu);
    QVERIFY(!window().isVisible());
    m_stage->messenger.receive(m_stage->leo, u"are you there?"_s, m_stage->clock.now());
    QCOMPARE(m_stage->notifier.shown.size(), 1);
    Q_EMIT m_stage->notifier.activated(m_stage->leo);
    QVERIFY(window().isVisible());
    QCOMPARE(window().currentChat(), m_stage->leo);
}

void tst_Background::startsMinimisedWithoutATray()
{
    m_stage->tray.available = false;
    start(shell::Shell::Start::Minimized);
    QVERIFY(window().isVisible() && window().isMinimized());
}

void tst_Background::hidesWhenTheTrayComesLater()
{
    m_stage->tray.available = false;
    start(shell::Shell::Start::Minimized);
    m_stage->tray.available = true;
    Q_EMIT m_stage->tray.appeared();
    QVERIFY(!window().isVisible());
    m_stage->shell->raise();
    window().showMinimized();
    Q_EMIT m_stage->tray.appeared(); // a panel that was started again
    QVERIFY(window().isVisible());
}

void tst_Background::marksWhatIsUnread()
{
    start();
    QCOMPARE(m_stage->tray.words, u"Palique: 2 unread messages"_s); // the muted chat's are not counted
    const QImage before = m_stage->tray.icon.pixmap(32, 32).toImage();
    m_stage->messenger.markRead(m_stage->mother, m_stage->messenger.conversation(m_stage->mother)->lastMessage);
    QCOMPARE(m_stage->tray.words, u"Palique"_s);
    QVERIFY(m_stage->tray.icon.pixmap(32, 32).toImage() != before);
}

void tst_Background::markIsLegible()
{
    for (const int extent : {16, 22, 32, 64}) {
        const QImage plain = shell::trayIcon(0).pixmap(QSize(extent, extent), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
        const QImage marked = shell::trayIcon(7).pixmap(QSize(extent, extent), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
        QCOMPARE(marked.size(), QSize(extent, extent));
        int changed = 0, white = 0;
        QHash<QRgb, int> colours;
        for (int y = 0; y < extent; ++y) {
            for (int x = 0; x < extent; ++x) {
                if (plain.pixel(x, y) == marked.pixel(x, y))
                    continue;
                ++changed;
                ++colours[marked.pixel(x, y)];
                white += marked.pixelColor(x, y).lightness() > 200;
            }
        }
        QVERIFY2(changed * 8 > extent * extent, "the mark is large enough to be seen");
        QVERIFY2(white > 0, "a rim sets it off against a dark panel");
        colours.remove(qRgb(255, 255, 255));
        const auto most = std::ranges::max_element(colours);
        const QColor ground = QColor(colours.key(*most));
        QVERIFY(style::contrast(ground, Qt::white) >= 4.5); // the figures on it, and it on a light panel
    }
    QVERIFY(shell::trayIcon(3).pixmap(32, 32).toImage() != shell::trayIcon(4).pixmap(32, 32).toImage());
    QVERIFY(!shell::trayIcon(100000).isNull());
}

void tst_Background::settingsWorkAndAreReadFromWhereTheyAre()
{
    start();
    m_stage->autostart.kept = views::Autostart::State::On; // somebody wrote the file
    window().actions().settings->trigger();
    m_stage->settle();
    QWidget *settings = m_stage->dialog("settingsWindow"_L1);
    settings->findChild<QToolButton *>("sectionGeneral"_L1)->click();
    auto *autostart = settings->findChild<QCheckBox *>("autostart"_L1);
    auto *keep = settings->findChild<QCheckBox *>("keepInTray"_L1);
    QVERIFY(autostart->isChecked() && keep->isChecked() && keep->isEnabled());
    autostart->click();
    QCOMPARE(m_stage->autostart.kept, views::Autostart::State::Off);
    m_stage->autostart.refusal = u"The disk is full."_s;
    autostart->click();
    QVERIFY(!autostart->isChecked());
    keep->click();
    QVERIFY(!m_stage->shell->preferences().isOn(models::Preferences::Switch::KeepInTray));
    settings->close();
    m_stage->settle();

    m_stage->tray.available = false;
    window().actions().settings->trigger();
    m_stage->settle();
    keep = m_stage->dialog("settingsWindow"_L1)->findChild<QCheckBox *>("keepInTray"_L1);
    QVERIFY(!keep->isEnabled() && !keep->isChecked());
}

QTEST_MAIN(tst_Background)
#include "tst_background.moc"
