// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collapsible.h"

#include "style/roles.h"
#include "style/style.h"

#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace widgets {

Collapsible::Collapsible(const QString &title, QWidget *parent)
    : QWidget(parent), m_button(new QToolButton(this))
{
    setObjectName("collapsible"_L1);
    m_button->setObjectName("unfold"_L1);
    m_button->setText(title);
    m_button->setAccessibleName(title);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    style::setButtonRole(m_button, style::ButtonRole::Link);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignLeading);
    connect(m_button, &QToolButton::toggled, this, &Collapsible::toggle);
    toggle(false);
}

void Collapsible::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    if (!content)
        return;
    layout()->addWidget(content);
    content->setVisible(isExpanded());
}

void Collapsible::setExpanded(bool expanded)
{
    m_button->setChecked(expanded);
}

bool Collapsible::isExpanded() const
{
    return m_button->isChecked();
}

void Collapsible::toggle(bool expanded)
{
    m_button->setIcon(style::icon(expanded ? style::Icon::ChevronDown : style::Icon::ChevronRight));
    m_button->setAccessibleDescription(expanded ? tr("Unfolded") : tr("Folded"));
    if (m_content)
        m_content->setVisible(expanded);
    Q_EMIT expandedChanged(expanded);
}

void Collapsible::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        toggle(isExpanded());
}

}
