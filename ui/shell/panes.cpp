// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panes.h"

#include "style/style.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace shell
{

namespace
{
constexpr int ListWidth = 320, DetailsWidth = 300;
}

Panes::Panes(QWidget *list, QWidget *conversation, QWidget *details, QWidget *parent)
    : QWidget(parent), m_splitter(new QSplitter(Qt::Horizontal, this)), m_panes{list, conversation, details}
{
    setObjectName("panes"_L1);
    m_splitter->setObjectName("splitter"_L1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    for (QWidget *pane : m_panes)
        m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({ListWidth, 640, DetailsWidth});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, &Panes::moved);
    apply();
}

void Panes::setFront(Front front)
{
    m_front = front;
    apply();
}

void Panes::setDetails(Fold fold)
{
    if (m_details == fold)
        return;
    m_details = fold;
    if (m_narrow)
        m_front = fold == Fold::Unfolded ? Front::Details : Front::Conversation;
    apply();
    Q_EMIT detailsChanged(fold);
}

void Panes::apply()
{
    const Front front = m_front == Front::Details && m_details == Fold::Folded ? Front::Conversation : m_front;
    m_panes[0]->setVisible(!m_narrow || front == Front::List);
    m_panes[1]->setVisible(!m_narrow || front == Front::Conversation);
    m_panes[2]->setVisible(m_details == Fold::Unfolded && (!m_narrow || front == Front::Details));
}

void Panes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < NarrowBelow;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    apply();
    Q_EMIT narrowChanged(narrow);
}

QByteArray Panes::saveState() const
{
    return m_splitter->saveState();
}

void Panes::restoreState(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    apply();
}

} // namespace shell
