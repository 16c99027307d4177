// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"
#include "support/fakespeller.h"
#include "views/dialogs.h"
#include "views/settings/autostart.h"
#include "views/settings/settingswindow.h"
#include "views/settings/startchoices.h"
#include "views/settings/shortcuts.h"
#include "views/settings/writingpage.h"
#include "widgets/banner.h"
#include "widgets/collapsible.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
class NoDialogs final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override
    {
        return Task<Result<QString>>::ready(fail(Error::cancelled()));
    }
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *, QString) override { return Task<Result<QString>>::ready(fail(Error::cancelled())); }
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *, QString, QString, QString) override { return chooseFile(nullptr, {}, {}); }
    [[nodiscard]] Task<Result<int>> ask(QWidget *, QString, QString, QStringList) override { return Task<Result<int>>::ready(fail(Error::cancelled())); }
    void openLink(const QUrl &) override { }
};

class NoAutostart final : public views::Autostart
{
public:
    [[nodiscard]] State state() const override { return State::Off; }
    [[nodiscard]] Result<void> set(State) override { return {}; }
};

class OneChoice final : public views::StartChoices
{
public:
    [[nodiscard]] QString language() const override { return kept; }
    [[nodiscard]] Result<void> setLanguage(const QString &language) override
    {
        if (!refusal.isEmpty())
            return fail(ErrorKind::Storage, refusal);
        kept = language;
        return {};
    }
    [[nodiscard]] QString logFile() const override { return u"/tmp/x/palique.log"_s; }

    QString kept, refusal;
};
}

class tst_SettingsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsAccountsAndAddsOne();
    void turnsAnAccountOffAndOn();
    void takesANewPassword();
    void changesHowTheServerIsReached();
    void offersTheWayOutOnlyWhereItIsNeeded();
    void removesOnlyWhenConfirmed();
    void tellsNoWidgetThatIsGone();
    void saysWhyAChangeFailed();
    void unblocks();
    void keepsAppearance();
    void readsWhatWasKept();
    void choosesALanguage();
    void choosesTheLanguagesOneWritesIn();
    void saysWhenThereIsNoDictionary();

private:
    template <typename T>
    [[nodiscard]] T *find(const char *name) const { return m_window->findChild<T *>(QLatin1StringView(name)); }

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<models::Preferences> m_preferences;
    NoDialogs m_dialogs;
    NoAutostart m_autostart;
    OneChoice m_choices;
    fake::Speller m_speller;
    std::unique_ptr<views::Shortcuts> m_shortcuts;
    std::unique_ptr<views::SettingsWindow> m_window;
    fake::Account *m_me = nullptr;
};

void tst_SettingsWindow::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_preferences = std::make_unique<models::Preferences>(*m_messenger);
    m_shortcuts = std::make_unique<views::Shortcuts>(QList<QAction *>(), *m_preferences);
    m_window = std::make_unique<views::SettingsWindow>(*m_messenger, *m_preferences, m_dialogs, views::SettingsWindow::Surroundings{m_autostart, m_choices, *m_shortcuts, m_speller});
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    m_window->show(views::SettingsWindow::Section::Accounts);
}

void tst_SettingsWindow::cleanup()
{
    m_window.reset();
    m_shortcuts.reset();
    m_preferences.reset();
    m_messenger.reset();
}

void tst_SettingsWindow::listsAccountsAndAddsOne()
{
    QCOMPARE(m_window->accessibleName(), u"Settings"_s);
    QVERIFY(find<QWidget>("accountAddress"));
    QCOMPARE(find<QLabel>("accountState")->text(), u"Connected"_s);
    QSignalSpy add(m_window.get(), &views::SettingsWindow::addAccountRequested);
    QTest::mouseClick(find<QPushButton>("addAccount"), Qt::LeftButton);
    QCOMPARE(add.size(), 1);
    m_messenger->addAccount(u"work@example.com"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(m_window->findChildren<QWidget *>("accountCard"_L1).size(), 2);
}

void tst_SettingsWindow::turnsAnAccountOffAndOn()
{
    auto *enabled = find<QCheckBox>("accountEnabled");
    QVERIFY(enabled->isChecked());
    enabled->click();
    QVERIFY(!m_me->settings().enabled);
    QCOMPARE(m_me->calls, (QStringList{u"change"_s, u"goOffline"_s}));
    QCOMPARE(find<QLabel>("accountState")->text(), u"Not in use"_s);
    enabled->click();
    QVERIFY(m_me->settings().enabled);
    QCOMPARE(m_me->calls.last(), u"goOnline"_s);
}

void tst_SettingsWindow::takesANewPassword()
{
    find<widgets::Collapsible>("passwordFold")->setExpanded(true);
    QTest::keyClicks(find<QLineEdit>("newPassword"), u"s3cret"_s);
    QTest::mouseClick(find<QPushButton>("savePassword"), Qt::LeftButton);
    QCOMPARE(m_me->calls, QStringList{u"setPassword keyring"_s});
    QCOMPARE(m_me->lastPassword, u"s3cret"_s);
    QVERIFY(find<QLineEdit>("newPassword")->text().isEmpty());
}

void tst_SettingsWindow::changesHowTheServerIsReached()
{
    find<widgets::Collapsible>("connectionFold")->setExpanded(true);
    QTest::keyClicks(find<QLineEdit>("host"), u"chat.example.org"_s);
    QTest::keyClicks(find<QLineEdit>("port"), u"443"_s);
    find<QComboBox>("connection")->setCurrentIndex(1);
    QTest::mouseClick(find<QPushButton>("saveConnection"), Qt::LeftButton);
    QCOMPARE(m_me->settings().host, u"chat.example.org"_s);
    QCOMPARE(m_me->settings().port, 443);
    QCOMPARE(m_me->settings().connection, data::ConnectionKind::DirectTls);
    QCOMPARE(m_me->settings().address.toString(), u"me@example.org"_s);
}

void tst_SettingsWindow::offersTheWayOutOnlyWhereItIsNeeded()
{
    QVERIFY(find<QCheckBox>("allowPlain")->isHidden());
    data::Account settings = m_me->settings();
    settings.provenMechanism = u"SCRAM-SHA-256"_s;
    m_me->change(settings).detach();
    m_shortcuts = std::make_unique<views::Shortcuts>(QList<QAction *>(), *m_preferences);
    m_window = std::make_unique<views::SettingsWindow>(*m_messenger, *m_preferences, m_dialogs, views::SettingsWindow::Surroundings{m_autostart, m_choices, *m_shortcuts, m_speller});
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    find<widgets::Collapsible>("connectionFold")->setExpanded(true);
    QVERIFY(!find<QCheckBox>("allowPlain")->isHidden());
    find<QCheckBox>("allowPlain")->click();
    find<QPushButton>("saveConnection")->click();
    QVERIFY(m_me->settings().allowPlainAgain);
}

//! A card goes with its account, before it is known how forgetting the password went.
void tst_SettingsWindow::tellsNoWidgetThatIsGone()
{
    auto widget = std::make_unique<QWidget>();
    bool called = false;
    const Promise<Result<void>> promise;
    promise.task().then(widget.get(), [&called](const Result<void> &) { called = true; });
    widget.reset();
    QVERIFY(!called);
    promise.finish({});
    QVERIFY(!called);
}

void tst_SettingsWindow::removesOnlyWhenConfirmed()
{
    auto *banner = find<widgets::Banner>("banner");
    find<QPushButton>("removeAccount")->click();
    QVERIFY(banner->isVisible());
    banner->findChild<QPushButton *>("action1"_L1)->click();
    QCOMPARE(m_messenger->accounts().all().size(), 1);
    find<QPushButton>("removeAccount")->click();
    banner->findChild<QPushButton *>("action0"_L1)->click();
    QCOMPARE(m_messenger->accounts().all().size(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!find<QWidget>("accountCard"));
}

void tst_SettingsWindow::saysWhyAChangeFailed()
{
    m_me->failNext({ErrorKind::Storage, {}, u"The disk is full."_s});
    find<QPushButton>("saveConnection")->click();
    QCOMPARE(find<widgets::Banner>("banner")->text(), u"The disk is full."_s);
}

void tst_SettingsWindow::unblocks()
{
    auto *fold = find<widgets::Collapsible>("blockedFold");
    QVERIFY(fold->isHidden());
    m_me->block({Jid::parse(u"eve@far.example").value(), Jid::parse(u"spam.example").value()}, im::Account::Report::None).detach();
    QVERIFY(!fold->isHidden());
    fold->setExpanded(true);
    QCOMPARE(m_window->findChildren<QPushButton *>("unblock"_L1).size(), 2);
    auto *unblock = find<QPushButton>("unblock");
    QCOMPARE(unblock->accessibleName(), u"Unblock"_s);
    QCOMPARE(unblock->accessibleDescription(), u"eve@far.example"_s);
    m_me->failNext({ErrorKind::Disconnected, {}, u"There is no connection."_s});
    unblock->click();
    QCOMPARE(find<widgets::Banner>("banner")->text(), u"There is no connection."_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    find<QPushButton>("unblock")->click();
    QCOMPARE(m_me->calls.last(), u"unblock eve@far.example"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_me->setBlocking(fake::Account::Blocking::Impossible);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!find<QPushButton>("unblock")->isEnabled());
    m_me->setBlocking(fake::Account::Blocking::Possible);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    find<QPushButton>("unblock")->click();
    QVERIFY(fold->isHidden());
}

void tst_SettingsWindow::keepsAppearance()
{
    m_window->show(views::SettingsWindow::Section::Appearance);
    auto *scheme = find<QComboBox>("scheme");
    scheme->setCurrentIndex(2);
    Q_EMIT scheme->activated(2);
    QCOMPARE(m_preferences->scheme(), models::Preferences::Scheme::Dark);
    auto *size = find<QComboBox>("textSize");
    QVERIFY(size->currentText().contains(u"100"_s));
    size->setCurrentIndex(size->findData(150));
    Q_EMIT size->activated(size->currentIndex());
    QCOMPARE(m_preferences->zoom(), 1.5);
    m_preferences->setZoom(2.02); // as Ctrl++ may make it
    QVERIFY(size->currentText().contains(u"200"_s));
    find<QCheckBox>("compact")->click();
    QCOMPARE(m_preferences->density(), models::Preferences::Density::Compact);
    auto *enter = find<QComboBox>("enter");
    enter->setCurrentIndex(1);
    Q_EMIT enter->activated(1);
    QCOMPARE(m_preferences->enter(), models::Preferences::Enter::Breaks);
    QCOMPARE(m_messenger->settings.size(), 4);
}

void tst_SettingsWindow::readsWhatWasKept()
{
    m_preferences->setScheme(models::Preferences::Scheme::Light);
    m_preferences->setZoom(0.8);
    models::Preferences again(*m_messenger);
    QVERIFY(!again.isLoaded());
    QSignalSpy loaded(&again, &models::Preferences::loaded);
    again.load();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(again.scheme(), models::Preferences::Scheme::Light);
    QCOMPARE(again.zoom(), 0.8);
    QCOMPARE(again.enter(), models::Preferences::Enter::Sends);
    m_messenger->settings.insert(u"window/zoom"_s, u"a thousand"_s);
    models::Preferences broken(*m_messenger);
    broken.load();
    QCOMPARE(broken.zoom(), 1.0);
}

void tst_SettingsWindow::choosesALanguage()
{
    auto *language = find<QComboBox>("language");
    auto *note = find<QLabel>("languageNote");
    QCOMPARE(language->currentIndex(), 0);
    QVERIFY(language->findText(u"Español"_s, Qt::MatchStartsWith) > 0);
    language->setCurrentIndex(language->findData(u"es"_s));
    Q_EMIT language->activated(language->currentIndex());
    QCOMPARE(m_choices.kept, u"es"_s);
    QVERIFY(!note->isHidden());
    m_choices.refusal = u"The disk is full."_s;
    language->setCurrentIndex(0);
    Q_EMIT language->activated(0);
    QCOMPARE(language->currentData().toString(), u"es"_s); // as it is kept
    QCOMPARE(find<QLabel>("logPath")->text(), u"/tmp/x/palique.log"_s);
}

void tst_SettingsWindow::choosesTheLanguagesOneWritesIn()
{
    m_preferences->load();
    QTRY_VERIFY(m_preferences->isLoaded());
    auto *check = find<QCheckBox>("checkSpelling");
    auto *english = find<QCheckBox>("language_en_GB"), *spanish = find<QCheckBox>("language_es_ES");
    QVERIFY(check->isChecked() && english && spanish);
    QVERIFY(!m_preferences->writingLanguages());
    for (QCheckBox *box : {english, spanish}) {
        if (!box->isChecked())
            box->click();
    }
    QCOMPARE(views::spellingLanguages(*m_preferences, m_speller), (QStringList{u"en_GB"_s, u"es_ES"_s}));
    english->click();
    QCOMPARE(views::spellingLanguages(*m_preferences, m_speller), QStringList{u"es_ES"_s});
    spanish->click();
    QCOMPARE(m_preferences->writingLanguages(), QStringList());
    QVERIFY(!spanish->isChecked());
    spanish->click();
    check->click();
    QVERIFY(!m_preferences->isOn(models::Preferences::Switch::Spelling));
    QVERIFY(!spanish->isEnabled());
    QCOMPARE(views::spellingLanguages(*m_preferences, m_speller), QStringList());
    QVERIFY(find<QLabel>("noDictionaries")->isHidden());
}

void tst_SettingsWindow::saysWhenThereIsNoDictionary()
{
    m_speller.dictionaries.clear();
    const views::WritingPage page(*m_preferences, m_speller);
    QVERIFY(!page.findChild<QLabel *>("noDictionaries"_L1)->isHidden());
    QVERIFY(page.findChild<QLabel *>("noDictionaries"_L1)->text().contains(u"hunspell-"_s));
    QVERIFY(!page.findChild<QCheckBox *>("checkSpelling"_L1)->isEnabled());
}

QTEST_MAIN(tst_SettingsWindow)
#include "tst_settingswindow.moc"
