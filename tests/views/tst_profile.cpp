// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"
#include "views/details/detailspane.h"
#include "views/dialogs.h"
#include "views/loadedpictures.h"
#include "views/profile/profiledialog.h"
#include "widgets/avatar.h"
#include "widgets/banner.h"
#include "widgets/picturecropper.h"

#include <QBuffer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
class OneFile final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override { return Task<Result<QString>>::ready(path); }
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *, QString) override { return Task<Result<QString>>::ready(fail(Error::cancelled())); }
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *, QString, QString, QString) override { return Task<Result<QString>>::ready(path); }
    [[nodiscard]] Task<Result<int>> ask(QWidget *, QString, QString, QStringList) override { return Task<Result<int>>::ready(fail(Error::cancelled())); }
    void openLink(const QUrl &) override { }

    QString path;
};

QByteArray png(const QSize &size, const QColor &colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}
}

class tst_Profile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatIsThereAndSavesOnlyWhatChanged();
    void doesNotWriteOverWhatItCouldNotRead();
    void keepsTheWordsWhenSavingFails();
    void cutsAndPublishesAPicture();
    void removesThePicture();
    void refusesWhatIsNoPicture();
    void cropperStaysWithinThePicture();
    void picturesOfContacts();
    void detailsTellWhatContactsTell();

private:
    template <typename T>
    [[nodiscard]] T *find(const char *name) const { return m_dialog->findChild<T *>(QLatin1StringView(name)); }
    [[nodiscard]] QLineEdit *field(const char *name) const { return find<QLineEdit>(name); }
    void open();
    void save() { find<QPushButton>("saveProfile")->click(); }

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<views::LoadedPictures> m_pictures;
    OneFile m_dialogs;
    QTemporaryDir m_folder;
    QPointer<views::ProfileDialog> m_dialog;
    fake::Account *m_me = nullptr;
};

void tst_Profile::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_me->put(u"ana@example.org"_s, u"Ana"_s);
    m_pictures = std::make_unique<views::LoadedPictures>(m_messenger->accounts());
    data::Profile profile;
    profile.name = u"Me Myself"_s;
    profile.emails = {u"a@x.example"_s, u"b@x.example"_s};
    m_me->setLooks(u"me@example.org"_s, {png({32, 32}, Qt::green), u"Me"_s, profile});
}

void tst_Profile::cleanup()
{
    delete m_dialog;
    m_pictures.reset();
    m_messenger.reset();
}

void tst_Profile::open()
{
    m_dialog = new views::ProfileDialog(*m_me, *m_pictures, m_dialogs);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

void tst_Profile::showsWhatIsThereAndSavesOnlyWhatChanged()
{
    open();
    QCOMPARE(field("profileNickname")->text(), u"Me"_s);
    QCOMPARE(field("profileEmails")->text(), u"a@x.example, b@x.example"_s);
    save();
    QVERIFY(m_me->calls.isEmpty());
    QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
    open();
    field("profileEmails")->setText(u" c@x.example ,, d@x.example"_s);
    find<QPlainTextEdit>("profileNote")->setPlainText(u"Hello"_s);
    save();
    QCOMPARE(m_me->calls, QStringList{u"setProfile Me Myself"_s});
    const auto kept = fake::wait(m_me->profile(m_me->address())).value();
    QCOMPARE(kept.emails, (QStringList{u"c@x.example"_s, u"d@x.example"_s}));
    QCOMPARE(kept.note, u"Hello"_s);
}

void tst_Profile::doesNotWriteOverWhatItCouldNotRead()
{
    m_me->setState(im::Status::State::Offline);
    open();
    QVERIFY(!find<QPushButton>("saveProfile")->isEnabled());
    QVERIFY(m_dialog->findChild<widgets::Banner *>()->isVisible());
}

void tst_Profile::keepsTheWordsWhenSavingFails()
{
    open();
    field("profileNickname")->setText(u"Other"_s);
    m_me->failNext({ErrorKind::Stanza, u"forbidden"_s, u"Your server does not let you."_s});
    save();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QCOMPARE(field("profileNickname")->text(), u"Other"_s);
    QCOMPARE(m_dialog->findChild<widgets::Banner *>()->text(), u"Your server does not let you."_s);
    save();
    QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
    QCOMPARE(m_me->nicknameOf(m_me->address()), u"Other"_s);
}

void tst_Profile::cutsAndPublishesAPicture()
{
    open();
    m_dialogs.path = m_folder.filePath(u"wide.png"_s);
    QImage image(900, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 300; ++x)
            image.setPixelColor(x, y, Qt::blue);
    }
    QVERIFY(image.save(m_dialogs.path));
    find<QPushButton>("choosePicture")->click();
    auto *cropper = find<widgets::PictureCropper>("cropper");
    QTRY_VERIFY(cropper->isVisible());
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(cropper, Qt::Key_Left);
    find<QPushButton>("cropUse")->click();
    QVERIFY(!cropper->isVisible());
    save();
    QCOMPARE(m_me->calls.value(0), u"setPicture some 192x192"_s);
    const QImage published = QImage::fromData(fake::wait(m_me->picture(m_me->address())).value());
    QCOMPARE(published.size(), QSize(192, 192));
    QCOMPARE(published.pixelColor(190, 96), QColor(Qt::blue));
}

void tst_Profile::removesThePicture()
{
    open();
    QVERIFY(find<QPushButton>("removePicture")->isVisible());
    find<QPushButton>("removePicture")->click();
    QVERIFY(!find<QPushButton>("removePicture")->isVisible());
    save();
    QCOMPARE(m_me->calls, QStringList{u"setPicture none 0x0"_s});
}

void tst_Profile::refusesWhatIsNoPicture()
{
    open();
    m_dialogs.path = m_folder.filePath(u"not.png"_s);
    QFile file(m_dialogs.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<svg xmlns='http://www.w3.org/2000/svg'/>");
    file.close();
    find<QPushButton>("choosePicture")->click();
    QTRY_VERIFY(m_dialog->findChild<widgets::Banner *>()->isVisible());
    QVERIFY(!find<widgets::PictureCropper>("cropper")->isVisible());
}

void tst_Profile::cropperStaysWithinThePicture()
{
    widgets::PictureCropper cropper;
    cropper.resize(300, 300);
    QVERIFY(cropper.cropped(64).isNull());
    cropper.setImage(QImage(5, 400, QImage::Format_RGB32));
    cropper.setZoom(99);
    QCOMPARE(cropper.zoom(), 4.0);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(&cropper, i % 2 ? Qt::Key_Down : Qt::Key_Right);
    QCOMPARE(cropper.cropped(64).size(), QSize(1, 1));
    cropper.setZoom(1);
    QCOMPARE(cropper.cropped(64).size(), QSize(5, 5));
}

void tst_Profile::picturesOfContacts()
{
    QSignalSpy changed(m_pictures.get(), &models::Pictures::changed);
    const Jid ana = fake::jid(u"ana@example.org"_s);
    QVERIFY(!m_pictures->picture(*m_me, ana).isValid());
    m_me->setLooks(u"ana@example.org"_s, {png({400, 200}, Qt::red), {}, {}});
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_pictures->picture(*m_me, ana).isValid()); // on its way
    QTRY_COMPARE(changed.size(), 2);
    const auto image = m_pictures->picture(*m_me, ana).value<QImage>();
    QCOMPARE(image.size(), QSize(192, 192));
    QCOMPARE(image.pixelColor(10, 10), QColor(Qt::red));
    // What cannot be read is not tried for ever.
    m_me->setLooks(u"ana@example.org"_s, {"no picture", {}, {}});
    QVERIFY(!m_pictures->picture(*m_me, ana).isValid());
    QTest::qWait(50);
    QVERIFY(!m_pictures->picture(*m_me, ana).isValid());
    QCOMPARE(changed.size(), 3);
}

void tst_Profile::detailsTellWhatContactsTell()
{
    ManualClock clock;
    views::DetailsPane pane(*m_messenger, clock);
    const auto chat = m_messenger->addChat(m_me, u"ana@example.org"_s);
    data::Profile profile;
    profile.organisation = u"The Hall"_s;
    profile.note = QString(100'000, u'x');
    m_me->setLooks(u"ana@example.org"_s, {{}, u"anita"_s, profile});
    pane.show(chat);
    const auto text = [&pane](const char *name) {
        auto *label = pane.findChild<QLabel *>(QLatin1StringView(name));
        return label ? label->text() : QString();
    };
    QTRY_COMPARE(text("detailsOrganisation"), u"The Hall"_s);
    QCOMPARE(text("detailsNickname"), u"anita"_s);
    QCOMPARE(text("detailsNote").size(), 300);
}

QTEST_MAIN(tst_Profile)
#include "tst_profile.moc"
