// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/trayicon.h"

#include "style/icons.h"

#include <QFont>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace shell
{

namespace
{

constexpr QColor Mark(0xc6, 0x28, 0x28), Figures(0xff, 0xff, 0xff), Rim(0xff, 0xff, 0xff);
constexpr int Extents[] = {16, 22, 24, 32, 48, 64, 128}; // pixels, as panels ask for
constexpr int FiguresFrom = 22; // in less nobody can read one

void paintMark(QPainter &painter, int extent, int unread)
{
    const bool figures = extent >= FiguresFrom;
    const qreal side = extent * (figures ? 0.62 : 0.5), rim = qMax(1.0, extent / 24.0);
    const QRectF around(extent - side, extent - side, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Rim);
    painter.drawEllipse(around);
    const QRectF ground = around.adjusted(rim, rim, -rim, -rim);
    painter.setBrush(Mark);
    painter.drawEllipse(ground);
    if (!figures)
        return;
    const QString number = unread > 99 ? u"99"_s : QString::number(unread);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(qMax(6, int(ground.height() * (number.size() == 1 ? 0.85 : 0.66))));
    painter.setFont(font);
    painter.setPen(Figures);
    painter.drawText(around, Qt::AlignCenter, number);
}

} // namespace

QIcon trayIcon(int unread)
{
    const QIcon plain = style::applicationIcon();
    if (unread <= 0)
        return plain;
    QIcon marked;
    for (const int extent : Extents) {
        QPixmap pixmap = plain.pixmap(QSize(extent, extent), 1.0);
        if (pixmap.size() != QSize(extent, extent))
            pixmap = pixmap.scaled(extent, extent, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, extent, unread);
        painter.end();
        marked.addPixmap(pixmap);
    }
    return marked;
}

} // namespace shell
