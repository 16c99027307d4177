// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "style/roles.h"
#include "style/style.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace widgets {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    setObjectName("emptyState"_L1);
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_title->setObjectName("emptyTitle"_L1);
    m_text->setObjectName("emptyText"_L1);
    style::setTextRole(m_title, style::TextRole::Title);
    style::setTextRole(m_text, style::TextRole::Muted);

    auto *middle = new QWidget(this);
    middle->setMaximumWidth(100 * style::metrics().unit);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_icon);
    column->addSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(12);
    m_actions = new QVBoxLayout;
    m_actions->setSpacing(8);
    column->addLayout(m_actions);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 24, 24, 24);
    grid->setRowStretch(0, 2);
    grid->setRowStretch(2, 3);
    grid->setColumnStretch(1, 1);
    grid->addWidget(middle, 1, 1);
    grid->setAlignment(Qt::AlignHCenter);
    connect(style::changes(), &style::Changes::changed, this, &EmptyState::restyle);
    restyle();
}

void EmptyState::setIcon(style::Icon icon)
{
    m_symbol = icon;
    restyle();
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

QPushButton *EmptyState::addAction(const QString &text, style::Icon icon)
{
    auto *button = new QPushButton(text, this);
    const bool first = m_buttons.isEmpty();
    style::setButtonRole(button, first ? style::ButtonRole::Primary : style::ButtonRole::Secondary);
    if (icon != style::Icon::Count)
        button->setIcon(style::icon(icon, first ? style::Tone::OnAccent : style::Tone::Normal));
    button->setAutoDefault(false);
    button->setMinimumWidth(50 * style::metrics().unit);
    m_actions->addWidget(button, 0, Qt::AlignHCenter);
    m_buttons.append(button);
    return button;
}

void EmptyState::clearActions()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
}

void EmptyState::restyle()
{
    const int extent = style::metrics().iconHuge;
    m_icon->setPixmap(style::iconPixmap(m_symbol, extent, style::palette().accentText, devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::DevicePixelRatioChange)
        restyle();
}

}
