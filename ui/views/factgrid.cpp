// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/factgrid.h"

#include "views/parts.h"

#include <QGridLayout>
#include <QLabel>

namespace views
{

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 4, 0, 4);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::clear()
{
    for (QWidget *old : findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        delete old;
    m_rows = 0;
}

void FactGrid::add(const QString &name, const QString &value, QLatin1StringView objectName)
{
    if (value.isEmpty())
        return;
    QLabel *label = makeLabel(name, style::TextRole::SmallMuted, this);
    label->setWordWrap(false);
    QLabel *fact = makeValue(value, style::TextRole::Small, this);
    fact->setObjectName(objectName);
    fact->setAccessibleDescription(name);
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop | Qt::AlignLeading);
    m_grid->addWidget(fact, m_rows, 1);
    ++m_rows;
    label->show();
    fact->show();
}

} // namespace views
