// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"
#include "views/settings/shortcuts.h"
#include "views/settings/shortcutspage.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class tst_Shortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesNewKeys();
    void refusesKeysInUse();
    void refusesKeysForWriting_data();
    void refusesKeysForWriting();
    void takesKeysAway();
    void leavesThemWithEsc();
    void resetsOneAndAll();
    void keepsOnlyWhatIsChanged();
    void readsWhatWasKept();
    void survivesNonsense();
    void aChosenKeyIsTakenFromItsUsualAction();

private:
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const { return m_page->findChild<T *>(name); }
    [[nodiscard]] QKeySequenceEdit *field(const QAction &action) const { return find<QKeySequenceEdit>(u"keys-"_s + action.objectName()); }
    [[nodiscard]] QString objection(const QAction &action) const;
    [[nodiscard]] QString kept() const { return m_messenger->settings.value(u"window/shortcuts"_s); }
    void press(const QAction &action, int key, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<models::Preferences> m_preferences;
    QAction m_newChat{u"New chat"_s}, m_next{u"Next chat"_s}, m_about{u"About"_s};
    std::unique_ptr<views::Shortcuts> m_shortcuts;
    std::unique_ptr<views::ShortcutsPage> m_page;
};

void tst_Shortcuts::init()
{
    m_newChat.setObjectName("actionNewChat"_L1);
    m_newChat.setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_next.setObjectName("actionNextChat"_L1);
    m_next.setShortcuts({QKeySequence(u"Ctrl+Tab"_s), QKeySequence(u"Ctrl+PgDown"_s)});
    m_about.setObjectName("actionAbout"_L1);
    m_about.setShortcuts(QList<QKeySequence>());
    m_messenger = std::make_unique<fake::Messenger>();
    m_preferences = std::make_unique<models::Preferences>(*m_messenger);
    m_shortcuts = std::make_unique<views::Shortcuts>(QList{&m_newChat, &m_next, &m_about}, *m_preferences);
    m_page = std::make_unique<views::ShortcutsPage>(*m_shortcuts);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void tst_Shortcuts::cleanup()
{
    m_page.reset();
    m_shortcuts.reset();
    m_preferences.reset();
    m_messenger.reset();
}

QString tst_Shortcuts::objection(const QAction &action) const
{
    const auto *label = find<QLabel>(u"objection-"_s + action.objectName());
    return label->isVisible() ? label->text() : QString();
}

void tst_Shortcuts::press(const QAction &action, int key, Qt::KeyboardModifiers modifiers)
{
    field(action)->setFocus();
    QTest::keyClick(field(action), Qt::Key(key), modifiers);
}

void tst_Shortcuts::takesNewKeys()
{
    QCOMPARE(field(m_newChat)->keySequence(), QKeySequence(u"Ctrl+N"_s));
    QCOMPARE(field(m_newChat)->accessibleName(), u"Shortcut of “New chat”"_s);
    auto *reset = find<QToolButton>(u"reset-actionNewChat"_s);
    QVERIFY(!reset->isVisible());
    press(m_newChat, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_newChat.shortcut(), QKeySequence(u"Ctrl+Shift+J"_s));
    QCOMPARE(field(m_newChat)->keySequence(), QKeySequence(u"Ctrl+Shift+J"_s));
    QVERIFY(reset->isVisible());
    press(m_about, Qt::Key_F1);
    QCOMPARE(m_about.shortcut(), QKeySequence(u"F1"_s));
    press(m_about, Qt::Key_N, Qt::ControlModifier); // free by now
    QCOMPARE(m_about.shortcut(), QKeySequence(u"Ctrl+N"_s));
}

void tst_Shortcuts::refusesKeysInUse()
{
    press(m_about, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(objection(m_about), u"Ctrl+N is already used by “New chat”."_s);
    QCOMPARE(field(m_about)->accessibleDescription(), objection(m_about));
    QVERIFY(m_about.shortcut().isEmpty());
    QVERIFY(field(m_about)->keySequence().isEmpty());
    QCOMPARE(m_newChat.shortcut(), QKeySequence(u"Ctrl+N"_s));
    press(m_about, Qt::Key_PageDown, Qt::ControlModifier); // the second keys of somebody
    QVERIFY(objection(m_about).contains(u"Next chat"_s));
    QVERIFY(kept().isEmpty());
    press(m_about, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(objection(m_about), QString());
    press(m_about, Qt::Key_M, Qt::ControlModifier); // its own
    QCOMPARE(objection(m_about), QString());
}

void tst_Shortcuts::refusesKeysForWriting_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<bool>("refused");
    QTest::newRow("letter") << QKeySequence(Qt::Key_A) << true;
    QTest::newRow("capital") << QKeySequence(Qt::SHIFT | Qt::Key_A) << true;
    QTest::newRow("space") << QKeySequence(Qt::Key_Space) << true;
    QTest::newRow("enter") << QKeySequence(Qt::Key_Return) << true;
    QTest::newRow("arrow") << QKeySequence(Qt::SHIFT | Qt::Key_Left) << true;
    QTest::newRow("ñ") << QKeySequence(Qt::Key_Ntilde) << true;
    QTest::newRow("copy") << QKeySequence(Qt::CTRL | Qt::Key_C) << true;
    QTest::newRow("all") << QKeySequence(Qt::CTRL | Qt::Key_A) << true;
    QTest::newRow("send") << QKeySequence(Qt::CTRL | Qt::Key_Return) << true;
    QTest::newRow("word") << QKeySequence(Qt::CTRL | Qt::Key_Left) << true;
    QTest::newRow("function") << QKeySequence(Qt::Key_F8) << false;
    QTest::newRow("alt") << QKeySequence(Qt::ALT | Qt::Key_A) << false;
    QTest::newRow("control") << QKeySequence(Qt::CTRL | Qt::Key_J) << false;
    QTest::newRow("none") << QKeySequence() << false;
}

void tst_Shortcuts::refusesKeysForWriting()
{
    QFETCH(QKeySequence, keys);
    QFETCH(bool, refused);
    QCOMPARE(!m_shortcuts->objection(&m_about, keys).isEmpty(), refused);
    m_shortcuts->set(&m_about, keys);
    QCOMPARE(m_about.shortcut() == keys, !refused);
}

void tst_Shortcuts::takesKeysAway()
{
    press(m_next, Qt::Key_Backspace);
    QVERIFY(m_next.shortcuts().isEmpty() || m_next.shortcut().isEmpty());
    QVERIFY(find<QToolButton>(u"reset-actionNextChat"_s)->isVisible());
    press(m_about, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(m_about.shortcut(), QKeySequence(u"Ctrl+Tab"_s));
}

void tst_Shortcuts::leavesThemWithEsc()
{
    press(m_about, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!objection(m_about).isEmpty());
    press(m_about, Qt::Key_Escape);
    QVERIFY(objection(m_about).isEmpty());
    QVERIFY(kept().isEmpty());
}

void tst_Shortcuts::resetsOneAndAll()
{
    auto *all = find<QPushButton>(u"resetShortcuts"_s);
    QVERIFY(!all->isEnabled());
    press(m_newChat, Qt::Key_J, Qt::ControlModifier);
    press(m_about, Qt::Key_N, Qt::ControlModifier);
    QTest::mouseClick(find<QToolButton>(u"reset-actionNewChat"_s), Qt::LeftButton); // another has its keys now
    QCOMPARE(objection(m_newChat), u"Ctrl+N is already used by “About”."_s);
    QCOMPARE(m_newChat.shortcut(), QKeySequence(u"Ctrl+J"_s));
    QTest::mouseClick(find<QToolButton>(u"reset-actionAbout"_s), Qt::LeftButton);
    QVERIFY(m_about.shortcut().isEmpty());
    QTest::mouseClick(find<QToolButton>(u"reset-actionNewChat"_s), Qt::LeftButton);
    QCOMPARE(m_newChat.shortcut(), QKeySequence(u"Ctrl+N"_s));
    QVERIFY(!all->isEnabled());
    press(m_newChat, Qt::Key_J, Qt::ControlModifier);
    press(m_next, Qt::Key_N, Qt::ControlModifier);
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(m_newChat.shortcut(), QKeySequence(u"Ctrl+N"_s));
    QCOMPARE(m_next.shortcuts().size(), 2);
    QCOMPARE(kept(), u"{}"_s);
}

void tst_Shortcuts::keepsOnlyWhatIsChanged()
{
    press(m_newChat, Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(kept(), uR"({"actionNewChat":"Ctrl+J"})"_s);
    press(m_next, Qt::Key_Delete);
    QCOMPARE(kept(), uR"({"actionNewChat":"Ctrl+J","actionNextChat":""})"_s);
    press(m_newChat, Qt::Key_N, Qt::ControlModifier); // as usual again
    QCOMPARE(kept(), uR"({"actionNextChat":""})"_s);
}

void tst_Shortcuts::readsWhatWasKept()
{
    m_messenger->settings.insert(u"window/shortcuts"_s, uR"({"actionNewChat":"Ctrl+J","actionNextChat":"","actionOfOldTimes":"Ctrl+O"})"_s);
    QSignalSpy changed(m_shortcuts.get(), &views::Shortcuts::changed);
    m_preferences->load();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_newChat.shortcut(), QKeySequence(u"Ctrl+J"_s));
    QVERIFY(m_next.shortcut().isEmpty());
    QCOMPARE(field(m_newChat)->keySequence(), QKeySequence(u"Ctrl+J"_s));
    m_preferences->setZoom(1.5); // another choice: the keys are as they are
    QCOMPARE(changed.size(), 1);
}

void tst_Shortcuts::survivesNonsense()
{
    for (const QString &nonsense : {u"[]"_s, u"{"_s, u"no"_s, uR"({"actionNewChat":7})"_s, uR"({"actionNewChat":"Hello, world"})"_s}) {
        m_messenger->settings.insert(u"window/shortcuts"_s, nonsense);
        models::Preferences preferences(*m_messenger);
        preferences.load();
        const views::Shortcuts shortcuts({&m_newChat, &m_next}, preferences);
        QVERIFY2(m_newChat.shortcut() == QKeySequence(u"Ctrl+N"_s), qPrintable(nonsense));
        QVERIFY2(!shortcuts.isAnyChanged(), qPrintable(nonsense));
    }
}

void tst_Shortcuts::aChosenKeyIsTakenFromItsUsualAction()
{
    m_messenger->settings.insert(u"window/shortcuts"_s, uR"({"actionAbout":"Ctrl+PgDown"})"_s);
    m_preferences->load();
    QCOMPARE(m_about.shortcut(), QKeySequence(u"Ctrl+PgDown"_s));
    QCOMPARE(m_next.shortcuts(), QList{QKeySequence(u"Ctrl+Tab"_s)});
}

QTEST_MAIN(tst_Shortcuts)
#include "tst_shortcuts.moc"
