// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picturecropper.h"

#include "style/style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {
constexpr double MostZoom = 4, Step = 1.1;
}

PictureCropper::PictureCropper(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setMinimumSize(200, 200);
    setAccessibleName(tr("Part of the picture"));
    setAccessibleDescription(tr("Arrow keys move the part that is shown, plus and minus change its size."));
}

void PictureCropper::setImage(const QImage &image)
{
    m_image = image;
    m_centre = QRectF(image.rect()).center();
    m_zoom = 1;
    Q_EMIT zoomChanged(m_zoom);
    update();
}

double PictureCropper::side() const
{
    return std::max(1.0, std::min(m_image.width(), m_image.height()) / m_zoom);
}

QRectF PictureCropper::target() const
{
    const double extent = std::min(width(), height()) - 8.0;
    return {(width() - extent) / 2, (height() - extent) / 2, extent, extent};
}

void PictureCropper::setZoom(double zoom)
{
    const double next = std::clamp(zoom, 1.0, MostZoom);
    if (next == m_zoom || m_image.isNull())
        return;
    m_zoom = next;
    moveBy({});
    Q_EMIT zoomChanged(m_zoom);
}

//! The square never leaves the picture.
void PictureCropper::moveBy(const QPointF &pixels)
{
    const double half = side() / 2;
    const QPointF wanted = m_centre + pixels;
    m_centre = {std::clamp(wanted.x(), half, std::max(half, m_image.width() - half)), std::clamp(wanted.y(), half, std::max(half, m_image.height() - half))};
    update();
}

QImage PictureCropper::cropped(int extent) const
{
    if (m_image.isNull())
        return {};
    const int pixels = std::min({int(std::floor(side())), m_image.width(), m_image.height()});
    const int x = std::clamp(int(std::lround(m_centre.x() - pixels / 2.0)), 0, m_image.width() - pixels);
    const int y = std::clamp(int(std::lround(m_centre.y() - pixels / 2.0)), 0, m_image.height() - pixels);
    const QImage part = m_image.copy(x, y, pixels, pixels);
    return pixels > extent ? part.scaled(extent, extent, Qt::IgnoreAspectRatio, Qt::SmoothTransformation) : part;
}

void PictureCropper::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const style::Palette &p = style::palette();
    const QRectF circle = target();
    const double scale = circle.width() / side();
    const QRectF whole(circle.center() - m_centre * scale, QSizeF(m_image.size()) * scale);
    if (!m_image.isNull())
        painter.drawImage(whole, m_image);
    // What is outside of the circle will not be seen.
    QPainterPath outside;
    outside.addRect(rect());
    outside.addEllipse(circle);
    QColor veil = p.window;
    veil.setAlphaF(0.72F);
    painter.fillPath(outside, veil);
    painter.setPen(QPen(hasFocus() ? p.focus : p.outline, 2));
    painter.drawEllipse(circle);
}

void PictureCropper::mousePressEvent(QMouseEvent *event)
{
    m_grip = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void PictureCropper::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)) {
        setCursor(Qt::OpenHandCursor);
        return;
    }
    moveBy((m_grip - event->position()) * (side() / target().width()));
    m_grip = event->position();
}

void PictureCropper::wheelEvent(QWheelEvent *event)
{
    setZoom(m_zoom * std::pow(Step, event->angleDelta().y() / 120.0));
    event->accept();
}

void PictureCropper::keyPressEvent(QKeyEvent *event)
{
    const double step = side() / 20;
    switch (event->key()) {
    case Qt::Key_Left: return moveBy({-step, 0});
    case Qt::Key_Right: return moveBy({step, 0});
    case Qt::Key_Up: return moveBy({0, -step});
    case Qt::Key_Down: return moveBy({0, step});
    case Qt::Key_Plus:
    case Qt::Key_Equal: return setZoom(m_zoom * Step);
    case Qt::Key_Minus: return setZoom(m_zoom / Step);
    default: QWidget::keyPressEvent(event);
    }
}

}
