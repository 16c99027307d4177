// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the inspector stand and what they are called.
#include "views/inspector/inspectorwindow.h"

#include "style/style.h"
#include "views/inspector/elementdelegate.h"
#include "views/inspector/phasedelegate.h"
#include "views/inspector/sendpanel.h"
#include "views/parts.h"
#include "widgets/banner.h"
#include "widgets/elidedlabel.h"
#include "widgets/fields.h"
#include "widgets/focusedrow.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace views
{

using Directions = models::InspectionFilter::Directions;

QComboBox *InspectorWindow::makeChoice(const QString &name, QLatin1StringView objectName)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setToolTip(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(10);
    return choice;
}

//! The views stand on the same ground as what is around them.
static void blend(QWidget *view)
{
    const auto restyle = [view] {
        QPalette colors = view->palette();
        colors.setColor(QPalette::Base, style::palette().window);
        view->setPalette(colors);
    };
    QObject::connect(style::changes(), &style::Changes::changed, view, restyle);
    restyle();
}

void InspectorWindow::build()
{
    blend(m_phases);
    blend(m_elements);
    auto *split = new QSplitter(this);
    split->setObjectName("inspectorSplit"_L1);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(buildPhases());
    split->addWidget(buildElements());
    split->setStretchFactor(1, 1);
    split->setSizes({320, 800});
    auto *all = new QVBoxLayout(this);
    setSpacing(all, 0, 0);
    all->addWidget(split, 1);
}

QWidget *InspectorWindow::buildPhases()
{
    m_phases->setObjectName("phases"_L1);
    m_phases->setAccessibleName(tr("Phases"));
    widgets::tellFocusedRow(m_phases);
    m_phases->setFrameShape(QFrame::NoFrame);
    m_phases->setModel(&m_phaseModel);
    m_phases->setItemDelegate(new PhaseDelegate(m_phases));
    m_phases->setMouseTracking(true);
    m_phases->setResizeMode(QListView::Adjust);
    m_phases->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_phases->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    page->setMinimumWidth(int(240 * style::metrics().scale));
    auto *column = new QVBoxLayout(page);
    setSpacing(column, 0, 8);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 12, 12, 0);
    head->setSpacing(8);
    head->addWidget(m_account);
    head->addWidget(m_attempt);
    column->addLayout(head);
    column->addWidget(m_phases, 1);
    return page;
}

QWidget *InspectorWindow::buildElements()
{
    m_elements->setObjectName("elements"_L1);
    m_elements->setAccessibleName(tr("Elements"));
    widgets::tellFocusedRow(m_elements);
    m_elements->setFrameShape(QFrame::NoFrame);
    m_elements->setHeaderHidden(true);
    m_elements->setModel(&m_filter);
    m_elements->setItemDelegate(new ElementDelegate(m_elements));
    m_elements->setMouseTracking(true);
    m_elements->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_elements->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_elements->setContextMenuPolicy(Qt::CustomContextMenu);
    m_elements->setIndentation(int(20 * style::metrics().scale));
    m_elements->setExpandsOnDoubleClick(true);
    m_notice->setObjectName("inspectorNotice"_L1);
    m_notice->setClosable(true);
    m_notice->hide();
    m_warning->setObjectName("secretsWarning"_L1);
    m_warning->hide();
    m_send->hide();
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    setSpacing(column, 0, 0);
    buildFilters(column);
    buildTools(column);
    column->addWidget(m_notice);
    column->addWidget(m_warning);
    column->addWidget(makeSeparator(Qt::Horizontal, page));
    column->addWidget(m_elements, 1);
    column->addWidget(m_send);
    return page;
}

void InspectorWindow::buildFilters(QBoxLayout *column)
{
    m_direction->addItem(tr("Both directions"), int(Directions::Both));
    m_direction->addItem(tr("Sent"), int(Directions::Sent));
    m_direction->addItem(tr("Received"), int(Directions::Received));
    m_search->setObjectName("inspectorSearch"_L1);
    m_search->setMinimumWidth(int(140 * style::metrics().scale));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 12, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    for (QComboBox *choice : {m_direction, m_peer, m_document})
        row->addWidget(choice);
    column->addLayout(row);
}

void InspectorWindow::buildTools(QBoxLayout *column)
{
    const auto dress = [](QToolButton *button, const QString &text, QLatin1StringView objectName) {
        button->setObjectName(objectName);
        button->setText(text);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    };
    dress(m_pause, tr("Pause"), "pause"_L1);
    dress(m_secrets, tr("Show secrets"), "showSecrets"_L1);
    dress(m_compose, tr("Write XML"), "writeXml"_L1);
    m_count->setObjectName("elementCount"_L1);
    style::setTextRole(m_count, style::TextRole::SmallMuted);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_pause);
    row->addWidget(m_secrets);
    row->addWidget(m_compose);
    row->addWidget(m_count, 1);
    row->addWidget(m_export);
    column->addLayout(row);
}

} // namespace views
