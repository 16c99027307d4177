// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusdialog.h"

#include "views/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace shell
{

namespace
{
data::Availability availabilityOf(const QString &show)
{
    if (show == "dnd"_L1)
        return data::Availability::DoNotDisturb;
    if (show == "away"_L1)
        return data::Availability::Away;
    return show == "xa"_L1 ? data::Availability::ExtendedAway : data::Availability::Online;
}
}

StatusDialog::StatusDialog(im::Accounts &accounts, QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_text(new QLineEdit(this))
{
    setObjectName("statusDialog"_L1);
    setWindowTitle(tr("Status text"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName("statusText"_L1);
    m_text->setMaxLength(200);
    m_text->setPlaceholderText(tr("At the sea until Monday", "example of a status text"));
    for (const im::Account *account : accounts.all()) {
        if (m_text->text().isEmpty())
            m_text->setText(account->settings().status);
    }
    QPushButton *save = views::makeButton(tr("Save"), style::ButtonRole::Primary, "saveStatus"_L1, this);
    save->setDefault(true);
    QPushButton *cancel = views::makeButton(tr("Cancel"), style::ButtonRole::Secondary, "cancelStatus"_L1, this);
    auto *column = new QVBoxLayout(this);
    views::setSpacing(column, 20, 4);
    column->addWidget(views::makeFieldName(tr("What your contacts see beside your name"), m_text, this));
    column->addWidget(m_text);
    column->addSpacing(12);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    setMinimumWidth(380);
    connect(save, &QPushButton::clicked, this, &StatusDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void StatusDialog::save()
{
    const QString text = m_text->text().simplified();
    for (im::Account *account : m_accounts.all()) {
        if (account->settings().enabled)
            account->setPresence(availabilityOf(account->settings().show), text);
    }
    accept();
}

} // namespace shell
