// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/account.h"
#include "models/pictures.h"
#include "views/dialogs.h"

#include <QDialog>
#include <QImage>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSlider;
class QStackedWidget;
QT_END_NAMESPACE

namespace widgets
{
class Avatar;
class Banner;
class PictureCropper;
}

namespace views
{

//! The window "My profile": our picture, cut as one likes, the name others see, and what we tell of ourselves.
class ProfileDialog final : public QDialog
{
    Q_OBJECT

public:
    //! Pixels a side of the picture that is published.
    static constexpr int PictureExtent = 192;

    //! All of them outlive it.
    ProfileDialog(im::Account &account, models::Pictures &pictures, Dialogs &dialogs, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildCropper();
    void buildFace(QBoxLayout *column);
    QLineEdit *addField(QBoxLayout *column, const QString &name, QLatin1StringView objectName);
    void load();
    void fill(const data::Profile &profile);
    [[nodiscard]] data::Profile written() const;
    void followFace();
    void choosePicture();
    void open(const QString &path);
    void useCrop();
    void removePicture();
    void save();
    [[nodiscard]] Task<Result<void>> publish(data::Profile profile, QString nickname);
    void complain(const Error &error);

    im::Account &m_account;
    models::Pictures &m_pictures;
    Dialogs &m_dialogs;
    data::Profile m_former;
    QString m_formerNickname;
    std::optional<QImage> m_picture; //!< chosen here; null: to be removed
    bool m_loaded = false, m_saving = false;

    QStackedWidget *m_pages;
    widgets::Banner *m_notice;
    widgets::Avatar *m_face;
    QPushButton *m_choose, *m_remove, *m_save;
    widgets::PictureCropper *m_cropper;
    QSlider *m_zoom;
    QLineEdit *m_nickname, *m_name, *m_organisation, *m_title, *m_place, *m_emails, *m_phones, *m_website, *m_birthday;
    QPlainTextEdit *m_note;
};

} // namespace views
