// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/banner.h"

#include "style/proxystyle.h"
#include "style/roles.h"
#include "style/style.h"
#include "widgets/spinner.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace widgets {

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_spinner(new Spinner(this)), m_text(new QLabel(this)), m_close(new QToolButton(this))
{
    setObjectName("banner"_L1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setObjectName("bannerText"_L1);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_icon->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_spinner, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    for (int i = 0; i < 2; ++i) {
        m_actions[i] = new QPushButton(this);
        m_actions[i]->setObjectName(u"action%1"_s.arg(i));
        m_actions[i]->setAutoDefault(false);
        style::setButtonRole(m_actions[i], style::ButtonRole::Link);
        row->addWidget(m_actions[i], 0, Qt::AlignVCenter);
        m_actions[i]->hide();
        connect(m_actions[i], &QPushButton::clicked, this, [this, i] { Q_EMIT actionTriggered(i); });
    }
    m_close->setObjectName("bannerClose"_L1);
    m_close->setAutoRaise(true);
    m_close->hide();
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    connect(style::changes(), &style::Changes::changed, this, &Banner::restyle);
    restyle();
}

void Banner::setKind(Kind kind)
{
    m_kind = kind;
    restyle();
}

void Banner::setText(const QString &text)
{
    if (m_text->text() == text)
        return;
    m_text->setText(text);
    setAccessibleName(text);
    if (!QAccessible::isActive() || !isVisible())
        return;
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setActions(const QStringList &texts)
{
    for (int i = 0; i < 2; ++i) {
        m_actions[i]->setText(texts.value(i));
        m_actions[i]->setVisible(i < texts.size());
    }
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::present(Kind kind, const QString &text, const QStringList &actions)
{
    setKind(kind);
    setActions(actions);
    show();
    setText(text);
}

void Banner::restyle()
{
    const style::Palette &p = style::palette();
    const style::Metrics &m = style::metrics();
    const bool busy = m_kind == Kind::Busy;
    const style::Icon symbol = m_kind == Kind::Info ? style::Icon::Info : style::Icon::Alert;
    const QColor color = m_kind == Kind::Error ? p.danger : m_kind == Kind::Warning ? p.warning : p.info;
    m_icon->setPixmap(style::iconPixmap(symbol, m.icon, color, devicePixelRatioF()));
    m_icon->setVisible(!busy);
    m_spinner->setVisible(busy);
    m_spinner->setExtent(m.icon);
    m_close->setIcon(style::icon(style::Icon::Close));
    m_close->setAccessibleName(tr("Close"));
    layout()->setContentsMargins(3 * m.unit, m.unit, m.gap, m.unit);
    layout()->setSpacing(m.gap);
    m_text->setMinimumHeight(m.control - m.unit);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const style::Palette &p = style::palette();
    const QColor ground = m_kind == Kind::Error ? p.dangerGround : m_kind == Kind::Warning ? p.warningGround : p.infoGround;
    QPainter painter(this);
    style::roundedBox(&painter, rect(), style::metrics().radius, ground, {});
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::DevicePixelRatioChange)
        restyle();
}

}
