// SPDX-License-Identifier: GPL-3.0-or-later
// What people look like and tell of themselves.
#include "shell/scenes.h"

#include <QBuffer>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fake
{

namespace
{
//! A landscape: sky, sun, hills.
QImage landscape(const QSize &size, int hue)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double w = size.width(), h = size.height();
    QLinearGradient sky(0, 0, 0, h);
    sky.setColorAt(0, QColor::fromHsv(hue, 150, 220));
    sky.setColorAt(1, QColor::fromHsv((hue + 40) % 360, 60, 255));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 236, 170));
    painter.drawEllipse(QPointF(w * 0.62, h * 0.36), h * 0.14, h * 0.14);
    for (int i = 0; i < 3; ++i) {
        QPainterPath hill(QPointF(0, h));
        hill.lineTo(0, h * (0.62 + i * 0.1));
        hill.cubicTo(w * 0.3, h * (0.45 + i * 0.15), w * 0.6, h * (0.85 + i * 0.05), w, h * (0.6 + i * 0.12));
        hill.lineTo(w, h);
        painter.fillPath(hill, QColor::fromHsv((hue + 300) % 360, 120, 150 - i * 40));
    }
    return image;
}

QByteArray png(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

void dressUp(Stage &stage)
{
    stage.populate();
    data::Profile ana;
    ana.name = u"Ana María Ruiz Torres"_s;
    ana.title = u"Luthier"_s;
    ana.organisation = u"Taller del Puerto"_s;
    ana.place = u"Cádiz, Spain"_s;
    ana.emails = {u"ana@taller.example"_s};
    ana.website = u"https://taller.example"_s;
    ana.birthday = u"1987-03-14"_s;
    stage.eva->setLooks(u"ana@palique.example"_s, {png(landscape({256, 256}, 200)), u"anita"_s, ana});
    stage.eva->setLooks(u"leo.marin@sea.example"_s, {png(landscape({300, 200}, 20)), {}, {}});
    data::Profile eva;
    eva.name = u"Eva Sol"_s;
    eva.place = u"Cádiz, Spain"_s;
    eva.note = u"Climbs on Thursdays."_s;
    stage.eva->setLooks(u"eva@palique.example"_s, {png(landscape({192, 192}, 280)), u"Eva"_s, eva});
}

QWidget *profile(Stage &stage)
{
    dressUp(stage);
    stage.start();
    stage.shell->window().actions().profile->trigger();
    stage.settle();
    return stage.dialog("profileDialog"_L1);
}
}

QList<Scene> peopleScenes()
{
    return {
        {u"people-pictures"_s, [](Stage &stage) -> QWidget * {
             dressUp(stage);
             stage.start();
             stage.open(stage.ana);
             stage.shell->window().resize(1280, 760);
             stage.shell->window().actions().details->trigger();
             for (int i = 0; i < 8; ++i)
                 stage.settle();
             return &stage.shell->window();
         }},
        {u"profile"_s, [](Stage &stage) -> QWidget * {
             QWidget *dialog = profile(stage);
             for (int i = 0; i < 8; ++i)
                 stage.settle();
             return dialog;
         }},
        {u"profile-crop"_s, [](Stage &stage) -> QWidget * {
             QWidget *dialog = profile(stage);
             QTemporaryDir folder;
             stage.dialogs.file = folder.filePath(u"me.png"_s);
             landscape({900, 600}, 320).save(stage.dialogs.file);
             dialog->findChild<QPushButton *>("choosePicture"_L1)->click();
             stage.settle();
             return dialog;
         }},
    };
}

} // namespace fake
