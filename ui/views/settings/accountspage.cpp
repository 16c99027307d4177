// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/accountspage.h"

#include "views/parts.h"
#include "views/settings/accountcard.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

AccountsPage::AccountsPage(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent), m_accounts(accounts), m_dialogs(dialogs)
{
    setObjectName("accountsPage"_L1);
    QPushButton *add = makeButton(tr("Add account"), style::ButtonRole::Primary, "addAccount"_L1, this);
    add->setIcon(style::icon(style::Icon::Plus, style::Tone::OnAccent));
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 24, 16);
    column->addWidget(makeLabel(tr("Accounts"), style::TextRole::Heading, this));
    if (!accounts.hasKeyring())
        column->addWidget(makeLabel(tr("This system has no place to keep passwords safely, so you will be asked at each start."), style::TextRole::Muted, this));
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(12);
    column->addLayout(m_cards);
    column->addWidget(add, 0, Qt::AlignLeading);
    column->addStretch(1);
    connect(add, &QPushButton::clicked, this, &AccountsPage::addRequested);
    connect(&accounts, &im::Accounts::added, this, &AccountsPage::rebuild);
    connect(&accounts, &im::Accounts::removed, this, &AccountsPage::rebuild);
    rebuild();
}

void AccountsPage::rebuild()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that asked for its removal
        delete item;
    }
    for (im::Account *account : m_accounts.all()) {
        auto *card = new AccountCard(m_accounts, *account, m_dialogs, this);
        connect(card, &AccountCard::profileRequested, this, [this, id = account->id()] { Q_EMIT profileRequested(id); });
        m_cards->addWidget(card);
    }
}

} // namespace views
