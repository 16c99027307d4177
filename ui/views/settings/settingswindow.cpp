// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settingswindow.h"

#include "style/style.h"
#include "views/parts.h"
#include "views/settings/accountspage.h"
#include "views/settings/appearancepage.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace views
{

SettingsWindow::SettingsWindow(im::Messenger &messenger, models::Preferences &preferences, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent), m_sections(new QListWidget(this)), m_pages(new QStackedWidget(this))
{
    setObjectName("settingsWindow"_L1);
    setWindowTitle(tr("Settings"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    m_sections->setObjectName("sections"_L1);
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sections->setSpacing(2);
    auto *accounts = new AccountsPage(messenger.accounts(), dialogs);
    addPage(tr("Accounts"), int(style::Icon::Person), accounts);
    addPage(tr("Appearance"), int(style::Icon::Settings), new AppearancePage(preferences));
    auto *row = new QHBoxLayout(this);
    setSpacing(row, 0, 0);
    row->addWidget(m_sections);
    row->addWidget(makeSeparator(Qt::Vertical, this));
    row->addWidget(m_pages, 1);
    connect(m_sections, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(accounts, &AccountsPage::addRequested, this, &SettingsWindow::addAccountRequested);
    const auto restyle = [this] {
        QPalette colors = m_sections->palette();
        colors.setColor(QPalette::Base, style::palette().window);
        m_sections->setPalette(colors);
        m_sections->setFixedWidth(std::max(m_sections->sizeHintForColumn(0) + 24, int(170 * style::metrics().scale)));
    };
    connect(style::changes(), &style::Changes::changed, this, restyle);
    restyle();
    m_sections->setCurrentRow(0);
    resize(720, 600);
}

void SettingsWindow::addPage(const QString &name, int icon, QWidget *page)
{
    auto *item = new QListWidgetItem(style::icon(style::Icon(icon)), name, m_sections);
    item->setData(Qt::AccessibleTextRole, name);
    auto *scroll = new QScrollArea(m_pages);
    scroll->setObjectName("settingsScroll"_L1);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    m_pages->addWidget(scroll);
}

void SettingsWindow::show(Section section)
{
    m_sections->setCurrentRow(int(section));
    QDialog::show();
    raise();
    activateWindow();
}

} // namespace views
