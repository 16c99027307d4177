// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/strangerbar.h"

#include "views/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

StrangerBar::StrangerBar(QWidget *parent)
    : QWidget(parent), m_words(makeLabel({}, style::TextRole::Strong, this)), m_block(makeButton(tr("Block…"), style::ButtonRole::Secondary, "strangerBlock"_L1, this))
{
    setObjectName("strangerBar"_L1);
    style::setSurface(this, style::Surface::Card);
    m_words->setObjectName("strangerWords"_L1);
    m_block->setAccessibleName(tr("Block"));
    QPushButton *hide = makeButton(tr("Hide"), style::ButtonRole::Secondary, "strangerHide"_L1, this);
    hide->setToolTip(tr("Comes back with their next message"));
    QPushButton *accept = makeButton(tr("Accept"), style::ButtonRole::Primary, "strangerAccept"_L1, this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_block);
    buttons->addStretch(1);
    buttons->addWidget(hide);
    buttons->addWidget(accept);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 12, 4);
    column->addWidget(m_words);
    column->addWidget(makeLabel(tr("They cannot see whether you have read this."), style::TextRole::SmallMuted, this));
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(accept, &QPushButton::clicked, this, &StrangerBar::acceptRequested);
    connect(hide, &QPushButton::clicked, this, &StrangerBar::hideRequested);
    connect(m_block, &QPushButton::clicked, this, &StrangerBar::blockRequested);
}

void StrangerBar::setPerson(const QString &name, Blocking blocking)
{
    m_words->setText(tr("%1 is not among your contacts.").arg(name));
    m_block->setVisible(blocking == Blocking::Possible);
}

} // namespace views
