// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"
#include "views/dialogs.h"
#include "views/signin/signindialog.h"
#include "widgets/banner.h"
#include "widgets/collapsible.h"
#include "widgets/stepline.h"

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
class Files final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override { return Task<Result<QString>>::ready(u"/home/ana/ana.p12"_s); }
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *, QString) override { return Task<Result<QString>>::ready(fail(Error::cancelled())); }
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *, QString, QString, QString) override { return chooseFile(nullptr, {}, {}); }
    [[nodiscard]] Task<Result<int>> ask(QWidget *, QString, QString, QStringList) override { return Task<Result<int>>::ready(fail(Error::cancelled())); }
    void openLink(const QUrl &) override { }
};

im::CertificateProblem selfSigned()
{
    return {{u"Nobody this computer trusts has signed it."_s}, u"example.org"_s, u"example.org"_s, {u"example.org"_s},
        QDateTime(QDate(2026, 1, 1), QTime(0, 0)), QDateTime(QDate(2027, 1, 1), QTime(0, 0)), u"AB:CD"_s, true, false};
}
}

class tst_SignInDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isFoundByName();
    void saysWhatIsWrongWithTheAddressBeforeConnecting();
    void handsOnWhatWasFilledIn();
    void lightsTheStepsUp();
    void saysWhyItFailedAndGoesOn();
    void explainsWhatHappened();
    void offersToTrustOnlyWhatMayBeTrusted();
    void cancelsFirstTheAttemptThenTheWindow();
    void saysThatThereIsNoKeyring();
    void offersWhatWasMeant();
    void worksWithTheKeyboardAlone();

private:
    template <typename T>
    [[nodiscard]] T *find(const char *name) const { return m_dialog->findChild<T *>(QLatin1StringView(name)); }
    void fill(const QString &address, const QString &password);
    void submit() { QTest::mouseClick(find<QPushButton>("signIn"), Qt::LeftButton); }

    std::unique_ptr<fake::Messenger> m_messenger;
    Files m_files;
    QPointer<views::SignInDialog> m_dialog;
};

void tst_SignInDialog::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_dialog = new views::SignInDialog(m_messenger->accounts(), m_files);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void tst_SignInDialog::cleanup()
{
    delete m_dialog;
    m_messenger.reset();
}

void tst_SignInDialog::fill(const QString &address, const QString &password)
{
    find<QLineEdit>("address")->clear();
    find<QLineEdit>("password")->clear();
    for (const auto &[name, text] : {std::pair{"address", address}, std::pair{"password", password}}) {
        find<QLineEdit>(name)->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(find<QLineEdit>(name), text);
    }
}

void tst_SignInDialog::isFoundByName()
{
    QCOMPARE(m_dialog->accessibleName(), u"Sign in"_s);
    QCOMPARE(find<QLineEdit>("address")->accessibleName(), u"Address"_s);
    QCOMPARE(find<QLineEdit>("password")->accessibleName(), u"Password"_s);
    QCOMPARE(find<QLineEdit>("host")->accessibleName(), u"Host"_s);
    QCOMPARE(find<QLineEdit>("port")->accessibleName(), u"Port"_s);
    QCOMPARE(find<QPushButton>("signIn")->accessibleName(), u"Sign in"_s);
    QVERIFY(!find<QLineEdit>("host")->isVisible());
    find<widgets::Collapsible>("advanced")->setExpanded(true);
    QVERIFY(find<QLineEdit>("host")->isVisible());
}

void tst_SignInDialog::saysWhatIsWrongWithTheAddressBeforeConnecting()
{
    fill(u"ana"_s, u"secret"_s);
    submit();
    QCOMPARE(m_messenger->accounts().attempts, 0);
    QVERIFY(find<QLabel>("addressNote")->isVisible());
    QVERIFY(find<QLabel>("addressNote")->text().contains(u"server is missing"_s));
    QVERIFY(find<QLineEdit>("address")->hasFocus());
    QTest::keyClicks(find<QLineEdit>("address"), u"x"_s);
    QVERIFY(!find<QLabel>("addressNote")->isVisible());
}

void tst_SignInDialog::handsOnWhatWasFilledIn()
{
    fill(u"xmpp:Ana@Example.org"_s, u"pass word "_s);
    find<widgets::Collapsible>("advanced")->setExpanded(true);
    QTRY_VERIFY(find<QPushButton>("chooseCertificate")->height() > 10); // the dialog grows
    QTest::keyClicks(find<QLineEdit>("host"), u"127.0.0.1"_s);
    QTest::keyClicks(find<QLineEdit>("port"), u"5333"_s);
    find<QComboBox>("connection")->setCurrentIndex(2);
    find<QCheckBox>("allowDigest")->setChecked(true);
    QTest::mouseClick(find<QPushButton>("chooseCertificate"), Qt::LeftButton);
    QTest::keyClicks(find<QLineEdit>("passphrase"), u"open"_s);
    find<QCheckBox>("keepSignedIn")->setChecked(false);
    submit();
    QVERIFY(m_messenger->accounts().attempt);
    const im::SignInForm &form = m_messenger->accounts().attempt->form;
    QCOMPARE(form.address.toString(), u"ana@example.org"_s);
    QCOMPARE(form.password.revealText(), u"pass word "_s);
    QCOMPARE(form.host, u"127.0.0.1"_s);
    QCOMPARE(form.port, 5333);
    QCOMPARE(form.connection, data::ConnectionKind::StartTls);
    QVERIFY(form.allowDigestMd5);
    QVERIFY(!form.keepSignedIn);
    QCOMPARE(form.clientCertificate, u"/home/ana/ana.p12"_s);
    QCOMPARE(form.certificatePassphrase.revealText(), u"open"_s);
}

void tst_SignInDialog::lightsTheStepsUp()
{
    fill(u"ana@example.org"_s, u"secret"_s);
    auto *steps = find<widgets::StepLine>("signInSteps");
    QVERIFY(!steps->isVisible());
    submit();
    QVERIFY(steps->isVisible());
    QVERIFY(!find<QPushButton>("signIn")->isEnabled());
    for (const im::Step step : {im::Step::FindServer, im::Step::Connect, im::Step::Secure, im::Step::SignIn, im::Step::LoadChats}) {
        m_messenger->accounts().attempt->reach(step);
        for (int i = 0; i < im::StepCount; ++i)
            QCOMPARE(steps->state(i), i < int(step) ? widgets::StepState::Done : i == int(step) ? widgets::StepState::Active : widgets::StepState::Idle);
    }
    QSignalSpy signedIn(m_dialog, &views::SignInDialog::signedIn);
    m_messenger->accounts().attempt->succeed(m_messenger->addAccount(u"ana@example.org"_s));
    QCOMPARE(signedIn.size(), 1);
    QTRY_VERIFY(m_dialog.isNull());
}

void tst_SignInDialog::saysWhyItFailedAndGoesOn()
{
    fill(u"ana@example.org"_s, u"wrong"_s);
    submit();
    m_messenger->accounts().attempt->fail(im::Step::SignIn, {im::Trouble::Kind::Password, u"The password is not right."_s, u"Type it again."_s, {}});
    QCOMPARE(find<widgets::StepLine>("signInSteps")->state(3), widgets::StepState::Failed);
    QCOMPARE(find<widgets::StepLine>("signInSteps")->state(2), widgets::StepState::Done);
    auto *banner = find<widgets::Banner>("signInTrouble");
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), u"The password is not right. Type it again."_s);
    QVERIFY(find<QLineEdit>("password")->hasFocus());
    QVERIFY(find<QPushButton>("signIn")->isEnabled());
    QTest::keyClicks(find<QLineEdit>("password"), u"right"_s); // replaces the wrong one, which is selected
    QTest::keyClick(find<QLineEdit>("password"), Qt::Key_Return);
    QCOMPARE(m_messenger->accounts().attempts, 2);
    QCOMPARE(m_messenger->accounts().overlaps, 0);
    QCOMPARE(m_messenger->accounts().attempt->form.password.revealText(), u"right"_s);
    QVERIFY(!banner->isVisible());
}

void tst_SignInDialog::explainsWhatHappened()
{
    auto *explain = find<QPushButton>("whatHappened");
    QSignalSpy asked(m_dialog.data(), &views::SignInDialog::explanationRequested);
    QVERIFY(!explain->isVisible());
    fill(u"ana@example.org"_s, u"wrong"_s);
    submit();
    QVERIFY(!explain->isVisible());
    m_messenger->accounts().attempt->fail(im::Step::SignIn, {im::Trouble::Kind::Password, u"The password is not right."_s, {}, {}});
    QVERIFY(explain->isVisible());
    QTest::mouseClick(explain, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    submit();
    QVERIFY(!explain->isVisible());
}

void tst_SignInDialog::offersToTrustOnlyWhatMayBeTrusted()
{
    fill(u"ana@example.org"_s, u"secret"_s);
    submit();
    im::CertificateProblem problem = selfSigned();
    m_messenger->accounts().attempt->fail(im::Step::Secure, {im::Trouble::Kind::Certificate, u"The server could not prove who it is."_s, {}, problem});
    auto *panel = find<QWidget>("certificatePanel");
    auto *trust = find<QPushButton>("trustCertificate");
    QVERIFY(panel->isVisible() && trust->isVisible());
    QVERIFY(find<QLabel>("certificateSentences")->text().contains(problem.sentences.first()));
    QCOMPARE(find<QLabel>("certificateFingerprint")->text(), u"AB:CD"_s);
    QTest::mouseClick(trust, Qt::LeftButton);
    QCOMPARE(m_messenger->accounts().attempt->trusted, 1);
    problem.mayBeTrusted = false;
    m_messenger->accounts().attempt->fail(im::Step::Secure, {im::Trouble::Kind::Certificate, u"Again."_s, {}, problem});
    QVERIFY(panel->isVisible() && !trust->isVisible());
}

void tst_SignInDialog::cancelsFirstTheAttemptThenTheWindow()
{
    fill(u"ana@example.org"_s, u"secret"_s);
    submit();
    QVERIFY(m_messenger->accounts().attempt);
    QTest::mouseClick(find<QPushButton>("cancel"), Qt::LeftButton);
    QVERIFY(!m_messenger->accounts().attempt);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(find<QPushButton>("signIn")->isEnabled());
    QCOMPARE(find<QLineEdit>("password")->text(), u"secret"_s);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_dialog.isNull());
}

void tst_SignInDialog::saysThatThereIsNoKeyring()
{
    delete m_dialog;
    m_messenger->accounts().keyring = false;
    m_dialog = new views::SignInDialog(m_messenger->accounts(), m_files);
    m_dialog->show();
    QVERIFY(!find<QCheckBox>("keepSignedIn")->isEnabled());
    QVERIFY(!find<QCheckBox>("keepSignedIn")->isChecked());
    QVERIFY(find<QLabel>("noKeyring")->isVisible());
}

void tst_SignInDialog::offersWhatWasMeant()
{
    fill(u"ana@example.ogr"_s, u"secret"_s);
    QVERIFY(find<QPushButton>("useSuggestion")->isVisible());
    QTest::mouseClick(find<QPushButton>("useSuggestion"), Qt::LeftButton);
    QCOMPARE(find<QLineEdit>("address")->text(), u"ana@example.org"_s);
    QVERIFY(!find<QPushButton>("useSuggestion")->isVisible());
}

void tst_SignInDialog::worksWithTheKeyboardAlone()
{
    QTRY_VERIFY(find<QLineEdit>("address")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"ana@example.org"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(find<QLineEdit>("password")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"secret"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_messenger->accounts().attempts, 1);
}

QTEST_MAIN(tst_SignInDialog)
#include "tst_signindialog.moc"
