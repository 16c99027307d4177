// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/profile/profiledialog.h"

#include "views/parts.h"
#include "widgets/avatar.h"
#include "widgets/banner.h"
#include "widgets/picturecropper.h"
#include "widgets/picturedecoder.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
constexpr qint64 LargestFile = 50'000'000;
constexpr int LargestSide = 2048; // enough to choose a part of

QStringList split(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    }
    return parts;
}
}

ProfileDialog::ProfileDialog(im::Account &account, models::Pictures &pictures, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent), m_account(account), m_pictures(pictures), m_dialogs(dialogs), m_pages(new QStackedWidget(this)), m_notice(new widgets::Banner(this)),
      m_face(nullptr), m_choose(nullptr), m_remove(nullptr), m_save(nullptr), m_cropper(nullptr), m_zoom(nullptr), m_nickname(nullptr), m_name(nullptr),
      m_organisation(nullptr), m_title(nullptr), m_place(nullptr), m_emails(nullptr), m_phones(nullptr), m_website(nullptr), m_birthday(nullptr), m_note(nullptr)
{
    setObjectName("profileDialog"_L1);
    setWindowTitle(tr("My profile"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    m_notice->setClosable(true);
    m_notice->hide();
    m_pages->addWidget(buildForm());
    m_pages->addWidget(buildCropper());
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 0);
    column->addWidget(m_pages);
    connect(&account, &QObject::destroyed, this, &QDialog::reject);
    connect(&pictures, &models::Pictures::changed, this, &ProfileDialog::followFace);
    resize(460, 640);
    followFace();
    load();
}

QLineEdit *ProfileDialog::addField(QBoxLayout *column, const QString &name, QLatin1StringView objectName)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setMaxLength(500);
    column->addWidget(makeFieldName(name, field, this));
    column->addWidget(field);
    column->addSpacing(4);
    return field;
}

QWidget *ProfileDialog::buildForm()
{
    auto *inside = new QWidget;
    auto *fields = new QVBoxLayout(inside);
    setSpacing(fields, 20, 4);
    fields->addWidget(makeLabel(tr("My profile"), style::TextRole::Title, inside));
    QLabel *address = makeLabel(m_account.address().toString(), style::TextRole::Muted, inside);
    address->setObjectName("profileAddress"_L1);
    fields->addWidget(address);
    fields->addSpacing(8);
    buildFace(fields);
    m_nickname = addField(fields, tr("Name others see"), "profileNickname"_L1);
    m_name = addField(fields, tr("Full name"), "profileName"_L1);
    m_title = addField(fields, tr("What you do"), "profileTitle"_L1);
    m_organisation = addField(fields, tr("Organisation"), "profileOrganisation"_L1);
    m_place = addField(fields, tr("Town, country"), "profilePlace"_L1);
    m_emails = addField(fields, tr("Email addresses, with commas between"), "profileEmails"_L1);
    m_phones = addField(fields, tr("Phone numbers, with commas between"), "profilePhones"_L1);
    m_website = addField(fields, tr("Website"), "profileWebsite"_L1);
    m_birthday = addField(fields, tr("Birthday"), "profileBirthday"_L1);
    m_note = new QPlainTextEdit(inside);
    m_note->setObjectName("profileNote"_L1);
    m_note->setTabChangesFocus(true);
    m_note->setMaximumHeight(96);
    fields->addWidget(makeFieldName(tr("About you"), m_note, inside));
    fields->addWidget(m_note);
    fields->addSpacing(4);
    fields->addWidget(makeLabel(tr("Everybody who knows your address can see your picture and what you write here; your contacts see the name."), style::TextRole::SmallMuted, inside));

    auto *scroll = new QScrollArea;
    scroll->setObjectName("profileScroll"_L1);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    QPushButton *cancel = makeButton(tr("Cancel"), style::ButtonRole::Secondary, "cancelProfile"_L1, this);
    m_save = makeButton(tr("Save"), style::ButtonRole::Primary, "saveProfile"_L1, this);
    m_save->setEnabled(false);
    m_save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProfileDialog::save);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 12, 20, 16);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(16, 8, 16, 0);
    notices->addWidget(m_notice);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    setSpacing(column, 0, 0);
    column->addWidget(scroll, 1);
    column->addLayout(notices);
    column->addLayout(buttons);
    return page;
}

void ProfileDialog::buildFace(QBoxLayout *column)
{
    m_face = new widgets::Avatar(this);
    m_face->setObjectName("profilePicture"_L1);
    m_face->setExtent(96);
    m_choose = makeButton(tr("Choose a picture…"), style::ButtonRole::Secondary, "choosePicture"_L1, this);
    m_remove = makeButton(tr("Remove the picture"), style::ButtonRole::Link, "removePicture"_L1, this);
    connect(m_choose, &QPushButton::clicked, this, &ProfileDialog::choosePicture);
    connect(m_remove, &QPushButton::clicked, this, &ProfileDialog::removePicture);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    buttons->addStretch(1);
    buttons->addWidget(m_choose, 0, Qt::AlignLeading);
    buttons->addWidget(m_remove, 0, Qt::AlignLeading);
    buttons->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_face);
    row->addLayout(buttons, 1);
    column->addLayout(row);
    column->addSpacing(12);
}

QWidget *ProfileDialog::buildCropper()
{
    auto *page = new QWidget;
    m_cropper = new widgets::PictureCropper(page);
    m_cropper->setObjectName("cropper"_L1);
    m_zoom = new QSlider(Qt::Horizontal, page);
    m_zoom->setObjectName("cropZoom"_L1);
    m_zoom->setAccessibleName(tr("Size"));
    m_zoom->setRange(100, 400);
    QPushButton *back = makeButton(tr("Back"), style::ButtonRole::Secondary, "cropBack"_L1, page);
    QPushButton *use = makeButton(tr("Use this part"), style::ButtonRole::Primary, "cropUse"_L1, page);
    connect(m_zoom, &QSlider::valueChanged, this, [this](int percent) { m_cropper->setZoom(percent / 100.0); });
    connect(m_cropper, &widgets::PictureCropper::zoomChanged, m_zoom, [this](double zoom) {
        const QSignalBlocker quiet(m_zoom);
        m_zoom->setValue(qRound(zoom * 100));
    });
    connect(back, &QPushButton::clicked, this, [this] { m_pages->setCurrentIndex(0); });
    connect(use, &QPushButton::clicked, this, &ProfileDialog::useCrop);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(back);
    buttons->addWidget(use);
    auto *column = new QVBoxLayout(page);
    setSpacing(column, 20, 12);
    column->addWidget(makeLabel(tr("Which part is shown?"), style::TextRole::Title, page));
    column->addWidget(m_cropper, 1);
    column->addWidget(makeFieldName(tr("Size"), m_zoom, page));
    column->addWidget(m_zoom);
    column->addLayout(buttons);
    return page;
}

void ProfileDialog::load()
{
    m_formerNickname = m_account.nicknameOf(m_account.address());
    m_nickname->setText(m_formerNickname);
    if (!m_account.isOnline()) {
        m_notice->present(widgets::Banner::Kind::Warning, tr("The profile can be changed when there is a connection."));
        return;
    }
    m_account.profile(m_account.address()).then(this, [this](const Result<data::Profile> &profile) {
        if (!profile)
            return complain(profile.error()); // saving now could lose what is there
        fill(*profile);
        m_loaded = true;
        m_save->setEnabled(true);
    });
}

void ProfileDialog::fill(const data::Profile &profile)
{
    m_former = profile;
    if (m_nickname->text().isEmpty())
        m_nickname->setText(profile.nickname);
    m_name->setText(profile.name);
    m_organisation->setText(profile.organisation);
    m_title->setText(profile.title);
    m_place->setText(profile.place);
    m_emails->setText(profile.emails.join(u", "_s));
    m_phones->setText(profile.phones.join(u", "_s));
    m_website->setText(profile.website);
    m_birthday->setText(profile.birthday);
    m_note->setPlainText(profile.note);
    m_former = written();
}

data::Profile ProfileDialog::written() const
{
    data::Profile profile;
    profile.name = m_name->text().trimmed();
    profile.nickname = m_nickname->text().trimmed();
    profile.organisation = m_organisation->text().trimmed();
    profile.title = m_title->text().trimmed();
    profile.emails = split(m_emails->text());
    profile.phones = split(m_phones->text());
    profile.website = m_website->text().trimmed();
    profile.birthday = m_birthday->text().trimmed();
    profile.place = m_place->text().trimmed();
    profile.note = m_note->toPlainText().trimmed().left(5000);
    return profile;
}

void ProfileDialog::followFace()
{
    const QString address = m_account.address().toString();
    const QImage image = m_picture ? *m_picture : m_pictures.picture(m_account, m_account.address()).value<QImage>();
    m_face->setSpec({address, m_nickname->text().isEmpty() ? address : m_nickname->text(), image, widgets::AvatarSpec::Kind::Person, widgets::Presence::None});
    m_remove->setVisible(m_picture ? !m_picture->isNull() : !m_account.pictureId(m_account.address()).isEmpty());
}

void ProfileDialog::choosePicture()
{
    m_dialogs.chooseFile(this, tr("Choose a picture"), tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp)")).then(this, [this](const Result<QString> &path) {
        if (path)
            open(*path);
    });
}

void ProfileDialog::open(const QString &path)
{
    QFile file(path);
    const bool readable = file.open(QIODevice::ReadOnly) && file.size() <= LargestFile;
    const QImage image = readable ? widgets::readPicture(file.readAll(), LargestSide) : QImage();
    if (image.isNull())
        return complain(Error::invalid(tr("This is not a picture that can be read.")));
    m_notice->hide();
    m_cropper->setImage(image);
    m_pages->setCurrentIndex(1);
    m_cropper->setFocus(Qt::OtherFocusReason);
}

void ProfileDialog::useCrop()
{
    m_picture = m_cropper->cropped(PictureExtent);
    m_pages->setCurrentIndex(0);
    followFace();
    m_save->setFocus(Qt::OtherFocusReason);
}

void ProfileDialog::removePicture()
{
    m_picture = QImage();
    followFace();
}

void ProfileDialog::save()
{
    if (!m_loaded || m_saving)
        return;
    m_saving = true;
    m_save->setEnabled(false);
    publish(written(), m_nickname->text().trimmed()).then(this, [this](const Result<void> &done) {
        m_saving = false;
        m_save->setEnabled(true);
        if (done)
            accept();
        else
            complain(done.error());
    });
}

//! Only what was changed; what failed stays in the window.
Task<Result<void>> ProfileDialog::publish(data::Profile profile, QString nickname)
{
    if (m_picture) {
        QByteArray png;
        QBuffer buffer(&png);
        if (!m_picture->isNull() && !m_picture->save(&buffer, "PNG"))
            co_return std::unexpected(Error::invalid(tr("The picture cannot be written.")));
        const auto done = co_await m_account.setPicture(png, m_picture->size()).boundTo(this);
        if (!done)
            co_return done;
        m_picture.reset();
        followFace();
    }
    if (nickname != m_formerNickname) {
        const auto done = co_await m_account.setNickname(nickname).boundTo(this);
        if (!done)
            co_return done;
        m_formerNickname = nickname;
    }
    if (profile == m_former)
        co_return Result<void>();
    co_return co_await m_account.setProfile(profile).boundTo(this);
}

void ProfileDialog::complain(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_notice->present(widgets::Banner::Kind::Error, error.text);
}

} // namespace views
