// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stepline.h"

#include "style/proxystyle.h"
#include "style/style.h"
#include "widgets/spinner.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
//! A step that is over sooner needs no word.
constexpr auto WorthAWord = std::chrono::milliseconds(700);

int circleExtent()
{
    return 7 * style::metrics().unit;
}

QString stateWord(StepState state)
{
    switch (state) {
    case StepState::Active: return StepLine::tr("in progress");
    case StepState::Done: return StepLine::tr("done");
    case StepState::Failed: return StepLine::tr("failed");
    case StepState::Idle: break;
    }
    return StepLine::tr("not yet");
}
}

StepLine::StepLine(QWidget *parent)
    : QWidget(parent), m_spinner(new Spinner(this))
{
    setObjectName("steps"_L1);
    setAccessibleName(tr("Connection"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_spinner->hide();
    connect(style::changes(), &style::Changes::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StepLine::setSteps(const QStringList &names)
{
    m_steps.clear();
    for (const QString &name : names)
        m_steps.append({name, StepState::Idle});
    updateGeometry();
    update();
}

void StepLine::setState(int step, StepState state)
{
    if (step < 0 || step >= count() || m_steps[step].state == state)
        return;
    m_steps[step].state = state;
    update();
}

StepState StepLine::state(int step) const
{
    return step >= 0 && step < count() ? m_steps[step].state : StepState::Idle;
}

void StepLine::activate(int step)
{
    for (int i = 0; i < count(); ++i)
        m_steps[i].state = i < step ? StepState::Done : i == step ? StepState::Active : StepState::Idle;
    update();
}

void StepLine::fail(int step)
{
    for (int i = 0; i < count(); ++i)
        m_steps[i].state = i < step ? StepState::Done : i == step ? StepState::Failed : StepState::Idle;
    update();
}

void StepLine::finish()
{
    activate(count());
}

void StepLine::reset()
{
    activate(-1);
}

void StepLine::update()
{
    QStringList words;
    int active = -1;
    for (int i = 0; i < count(); ++i) {
        words << m_steps[i].name + u": "_s + stateWord(m_steps[i].state);
        if (m_steps[i].state == StepState::Active)
            active = i;
    }
    const QString all = words.join(u", "_s);
    if (all != accessibleDescription())
        setAccessibleDescription(all);
    if (active >= 0) {
        m_spinner->setExtent(circleExtent());
        m_spinner->move(circle(active).topLeft().toPoint());
    }
    m_spinner->setVisible(active >= 0);
    if (std::exchange(m_active, active) != active) {
        m_lasts.stop();
        if (active >= 0)
            m_lasts.start(WorthAWord, this);
    }
    QWidget::update();
}

void StepLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_lasts.timerId())
        return QWidget::timerEvent(event);
    m_lasts.stop();
    if (!QAccessible::isActive() || !isVisible() || m_active < 0)
        return;
    QAccessibleAnnouncementEvent said(this, m_steps[m_active].name + u": "_s + stateWord(StepState::Active));
    said.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&said);
}

QRectF StepLine::circle(int step) const
{
    const double slot = double(width()) / std::max(1, count());
    const int place = layoutDirection() == Qt::RightToLeft ? count() - 1 - step : step;
    const int extent = circleExtent();
    return QRectF(std::round(slot * place + (slot - extent) / 2), 2, extent, extent);
}

QSize StepLine::sizeHint() const
{
    const int width = count() * 24 * style::metrics().unit;
    return {width, heightForWidth(width)};
}

QSize StepLine::minimumSizeHint() const
{
    const int width = count() * 14 * style::metrics().unit;
    return {width, heightForWidth(width)};
}

int StepLine::heightForWidth(int width) const
{
    const QFontMetrics metrics(style::fonts().smallStrong);
    const int slot = std::max(20, width / std::max(1, count()) - style::metrics().unit);
    int tallest = metrics.height();
    for (const Step &step : m_steps)
        tallest = std::max(tallest, metrics.boundingRect(0, 0, slot, 1000, Qt::AlignHCenter | Qt::TextWordWrap, step.name).height());
    return 2 + circleExtent() + style::metrics().gap + tallest + 2;
}

void StepLine::resizeEvent(QResizeEvent *)
{
    update();
}

void StepLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LanguageChange)
        update();
}

void StepLine::paintStep(QPainter *painter, int index) const
{
    const style::Palette &p = style::palette();
    const Step &step = m_steps[index];
    const QRectF disc = circle(index);
    const QRectF symbol = disc.adjusted(6, 6, -6, -6);
    switch (step.state) {
    case StepState::Idle:
        style::roundedBox(painter, disc.adjusted(1, 1, -1, -1), disc.width(), p.window, p.outline, 1.5);
        style::roundedBox(painter, QRectF(disc.center() - QPointF(3, 3), QSizeF(6, 6)), 3, p.outline, {});
        break;
    case StepState::Active: break; // the spinner
    case StepState::Done:
        style::roundedBox(painter, disc, disc.width(), p.accent, {});
        style::paintIcon(painter, symbol, style::Icon::Check, p.textOnAccent);
        break;
    case StepState::Failed:
        style::roundedBox(painter, disc, disc.width(), p.danger, {});
        style::paintIcon(painter, symbol, style::Icon::Close, p.window);
        break;
    }
    const double slot = double(width()) / count();
    const QRectF text(disc.center().x() - slot / 2 + 2, disc.bottom() + style::metrics().gap, slot - 4, height());
    const bool lit = step.state != StepState::Idle;
    painter->setFont(step.state == StepState::Active || step.state == StepState::Failed ? style::fonts().smallStrong : style::fonts().small);
    painter->setPen(step.state == StepState::Failed ? p.danger : lit ? p.text : p.textMuted);
    painter->drawText(text, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, step.name);
}

void StepLine::paintEvent(QPaintEvent *)
{
    const style::Palette &p = style::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i + 1 < count(); ++i) {
        const QRectF a = circle(i), b = circle(i + 1);
        const bool passed = m_steps[i].state == StepState::Done && m_steps[i + 1].state != StepState::Idle;
        const bool bad = m_steps[i + 1].state == StepState::Failed;
        const double y = a.center().y();
        const double from = std::min(a.right(), b.right()) + 6, to = std::max(a.left(), b.left()) - 6;
        painter.setPen(QPen(passed ? bad ? p.danger : p.accent : p.line, 2, Qt::SolidLine, Qt::RoundCap));
        if (to > from)
            painter.drawLine(QPointF(from, y), QPointF(to, y));
    }
    for (int i = 0; i < count(); ++i)
        paintStep(&painter, i);
}

}
