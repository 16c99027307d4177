// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spinner.h"

#include "style/style.h"

#include <QPainter>
#include <QTimerEvent>

namespace widgets {

namespace {
constexpr int FrameMs = 33;
constexpr int DegreesAFrame = 12; // a turn a second
}

Spinner::Spinner(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    connect(style::changes(), &style::Changes::changed, this, &Spinner::follow);
}

void Spinner::setExtent(int extent)
{
    m_extent = extent;
    updateGeometry();
    resize(sizeHint());
}

void Spinner::follow()
{
    if (isVisible() && style::motion() == style::Motion::Full)
        m_timer.start(FrameMs, Qt::CoarseTimer, this);
    else
        m_timer.stop();
    update();
}

void Spinner::showEvent(QShowEvent *)
{
    follow();
}

void Spinner::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void Spinner::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QWidget::timerEvent(event);
    m_angle = (m_angle + DegreesAFrame) % 360;
    update();
}

void Spinner::paintEvent(QPaintEvent *)
{
    const style::Palette &p = style::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = qMax(2.0, m_extent / 10.0);
    const double extent = qMin(width(), height()) - stroke;
    const QRectF circle((width() - extent) / 2, (height() - extent) / 2, extent, extent);
    painter.setPen(QPen(p.line, stroke));
    painter.drawEllipse(circle);
    painter.setPen(QPen(p.accent, stroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, (90 - m_angle) * 16, -110 * 16);
}

}
