// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"
#include "views/chats/connectionbanner.h"
#include "widgets/banner.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = im::Status::State;

class tst_ConnectionBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysNothingWhenAllIsWell();
    void countsDownToTheNextAttempt();
    void waitsForANetwork();
    void showsConnectingOnlyWhenItTakesTime();
    void takesAPasswordInPlace();
    void asksWhenNoPasswordIsKept();
    void showsACertificateAndTrustsIt();
    void goesOnlineAgain();
    void saysWhoseTroubleItIs();

private:
    [[nodiscard]] QString text() const { return m_banner->findChild<widgets::Banner *>()->text(); }
    void click(const char *name) { QTest::mouseClick(m_banner->findChild<QPushButton *>(QLatin1StringView(name)), Qt::LeftButton); }

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<ManualClock> m_clock;
    fake::Account *m_account = nullptr;
    std::unique_ptr<QWidget> m_window;
    views::ConnectionBanner *m_banner = nullptr;
};

void tst_ConnectionBanner::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_clock = std::make_unique<ManualClock>();
    m_account = m_messenger->addAccount(u"ana@example.org"_s);
    m_window = std::make_unique<QWidget>();
    m_banner = new views::ConnectionBanner(m_messenger->accounts(), *m_account, *m_clock, m_window.get());
    m_window->show();
}

void tst_ConnectionBanner::cleanup()
{
    m_window.reset();
    m_messenger.reset();
}

void tst_ConnectionBanner::saysNothingWhenAllIsWell()
{
    QVERIFY(!m_banner->isVisible());
    QCOMPARE(m_clock->waiting(), 0);
}

void tst_ConnectionBanner::countsDownToTheNextAttempt()
{
    m_account->setTrouble(State::Waiting, {im::Trouble::Kind::Network, u"There is no way to the server."_s, {}, {}}, m_clock->now().addSecs(12));
    QVERIFY(m_banner->isVisible());
    QCOMPARE(text(), u"There is no way to the server. Trying again in 12 s."_s);
    m_clock->advance(1s);
    QVERIFY(text().contains(u"11 s"_s));
    m_clock->advance(9s);
    QVERIFY(text().contains(u"in 2 s"_s));
    click("action0");
    QCOMPARE(m_account->calls, QStringList{u"tryNow"_s});
    m_clock->advance(60s);
    QVERIFY(text().contains(u"in 0 s"_s));
    QCOMPARE(m_clock->waiting(), 0);
    m_account->setState(State::Online);
    QVERIFY(!m_banner->isVisible());
}

void tst_ConnectionBanner::waitsForANetwork()
{
    m_account->setTrouble(State::Waiting, {im::Trouble::Kind::Network, u"There is no network."_s, {}, {}});
    QVERIFY(text().contains(u"as soon as there is a network"_s));
    QCOMPARE(m_clock->waiting(), 0);
}

void tst_ConnectionBanner::showsConnectingOnlyWhenItTakesTime()
{
    m_account->setState(State::Connecting);
    QVERIFY(!m_banner->isVisible());
    m_clock->advance(2s);
    QVERIFY(m_banner->isVisible());
    QCOMPARE(text(), u"Connecting…"_s);
    m_account->setState(State::Online);
    QVERIFY(!m_banner->isVisible());
}

void tst_ConnectionBanner::takesAPasswordInPlace()
{
    m_account->setTrouble(State::NeedsAttention, {im::Trouble::Kind::Password, u"The password is not right."_s, {}, {}});
    auto *field = m_banner->findChild<QLineEdit *>("bannerPassword"_L1);
    QVERIFY(field->isVisible());
    QCOMPARE(text(), u"The password is not right."_s);
    click("bannerSignIn"); // nothing typed: nothing happens
    QVERIFY(m_account->calls.isEmpty());
    QTest::keyClicks(field, u"new one"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_account->calls, QStringList{u"setPassword keyring"_s});
    QCOMPARE(m_account->lastPassword, u"new one"_s);
    QVERIFY(field->text().isEmpty());
    m_banner->findChild<QCheckBox *>("bannerKeep"_L1)->setChecked(false);
    QTest::keyClicks(field, u"once"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_account->calls.last(), u"setPassword session"_s);
}

void tst_ConnectionBanner::asksWhenNoPasswordIsKept()
{
    m_account->setState(State::Offline);
    Q_EMIT m_account->passwordNeeded();
    QVERIFY(m_banner->findChild<QLineEdit *>("bannerPassword"_L1)->isVisible());
    m_account->setState(State::Online);
    QVERIFY(!m_banner->isVisible());
}

void tst_ConnectionBanner::showsACertificateAndTrustsIt()
{
    const im::CertificateProblem problem{{u"It is another one."_s}, u"a"_s, u"b"_s, {}, {}, {}, u"AB"_s, true, true};
    m_account->setTrouble(State::NeedsAttention, {im::Trouble::Kind::Certificate, u"The certificate changed."_s, {}, problem});
    click("action0");
    auto *dialog = m_window->findChild<QWidget *>("certificateDialog"_L1);
    QVERIFY(dialog && dialog->isVisible());
    bool shouted = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        shouted |= label->text().contains(u"not the certificate you trusted"_s);
    QVERIFY(shouted);
    QTest::mouseClick(dialog->findChild<QPushButton *>("trustCertificate"_L1), Qt::LeftButton);
    QCOMPARE(m_account->calls, QStringList{u"trustCertificate"_s});
}

void tst_ConnectionBanner::goesOnlineAgain()
{
    m_account->setState(State::Offline);
    QCOMPARE(text(), u"You are offline."_s);
    click("action0");
    QCOMPARE(m_account->calls, QStringList{u"goOnline"_s});
    m_account->setTrouble(State::NeedsAttention, {im::Trouble::Kind::SignedInElsewhere, u"Another program took over."_s, {}, {}});
    click("action0");
    QCOMPARE(m_account->calls.size(), 2);
}

void tst_ConnectionBanner::saysWhoseTroubleItIs()
{
    m_account->setState(State::Offline);
    m_messenger->addAccount(u"work@example.com"_s);
    m_banner->follow();
    QVERIFY(text().startsWith(u"ana@example.org: "_s));
}

QTEST_MAIN(tst_ConnectionBanner)
#include "tst_connectionbanner.moc"
