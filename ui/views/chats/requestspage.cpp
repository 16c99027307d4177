// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/requestspage.h"

#include "style/style.h"
#include "views/parts.h"
#include "widgets/avatar.h"
#include "widgets/elidedlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace views
{

RequestsPage::RequestsPage(im::Accounts &accounts, QWidget *parent)
    : QWidget(parent), m_accounts(accounts), m_back(makeIconButton(style::Icon::Back, tr("Back"), "requestsBack"_L1, this)), m_page(new QWidget)
{
    setObjectName("requestsPage"_L1);
    style::setSurface(this, style::Surface::Ground);
    m_back->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 16, 0);
    head->addWidget(m_back);
    head->addSpacing(8);
    QLabel *title = makeLabel(tr("Requests"), style::TextRole::Title, this);
    title->setMinimumHeight(style::metrics().header);
    head->addWidget(title, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName("requestsScroll"_L1);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    m_cards = new QVBoxLayout(m_page);
    setSpacing(m_cards, 16, 12);
    scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 0);
    column->addLayout(head);
    column->addWidget(makeSeparator(Qt::Horizontal, this));
    column->addWidget(scroll, 1);

    connect(&accounts, &im::Accounts::added, this, [this](im::Account *account) {
        follow(account);
        rebuild();
    });
    connect(&accounts, &im::Accounts::removed, this, &RequestsPage::rebuild);
    for (im::Account *account : accounts.all())
        follow(account);
    rebuild();
}

void RequestsPage::follow(im::Account *account)
{
    connect(account, &im::Account::requestsChanged, this, &RequestsPage::rebuild);
    connect(account, &im::Account::blockedChanged, this, &RequestsPage::rebuild);
}

void RequestsPage::rebuild()
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // one of its buttons may be what was pressed
        }
        delete item;
    }
    for (im::Account *account : m_accounts.all()) {
        for (const data::ContactRequest &request : account->requests())
            m_cards->addWidget(makeCard(account, request));
    }
    const bool hadSome = std::exchange(m_hasSome, !m_cards->isEmpty());
    m_cards->addStretch(1);
    if (hadSome && !m_hasSome)
        Q_EMIT emptied();
    else if (hadFocus)
        focusFirst();
}

QWidget *RequestsPage::makeCard(im::Account *account, const data::ContactRequest &request)
{
    auto *card = new QWidget(m_page);
    card->setObjectName("request"_L1);
    card->setMaximumWidth(560);
    style::setSurface(card, style::Surface::Card);
    auto *face = new widgets::Avatar(card);
    const QString name = account->nameOf(request.from), address = request.from.toString();
    face->setSpec({address, name, {}, widgets::AvatarSpec::Kind::Person, widgets::Presence::None});
    auto *who = new widgets::ElidedLabel(name, card);
    style::setTextRole(who, style::TextRole::Strong);
    auto *where = new widgets::ElidedLabel(address, card);
    style::setTextRole(where, style::TextRole::SmallMuted);
    QPushButton *accept = makeButton(tr("Accept"), style::ButtonRole::Primary, "accept"_L1, card);
    QPushButton *decline = makeButton(tr("Decline"), style::ButtonRole::Secondary, "decline"_L1, card);
    QPushButton *block = makeButton(tr("Block…"), style::ButtonRole::Secondary, "block"_L1, card);
    block->setAccessibleName(tr("Block"));
    block->setVisible(account->canBlock());
    for (QPushButton *button : {accept, decline, block})
        button->setAccessibleDescription(name + u", "_s + address);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(who);
    names->addWidget(where);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(face, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(block);
    buttons->addStretch(1);
    buttons->addWidget(decline);
    buttons->addWidget(accept);
    auto *column = new QVBoxLayout(card);
    setSpacing(column, 16, 8);
    column->addLayout(head);
    if (!request.text.trimmed().isEmpty())
        column->addWidget(makeValue(request.text.trimmed().left(1000), style::TextRole::Base, card));
    QString what = tr("Wants to talk with you and to see when you are online.");
    if (m_accounts.all().size() > 1)
        what += u' ' + tr("For %1.", "one of one's accounts").arg(account->address().toString());
    column->addWidget(makeLabel(what, style::TextRole::SmallMuted, card));
    column->addLayout(buttons);
    const Jid from = request.from;
    connect(accept, &QPushButton::clicked, this, [this, account, from] {
        const data::AccountId id = account->id();
        account->acceptRequest(from);
        Q_EMIT accepted(id, from);
    });
    connect(decline, &QPushButton::clicked, account, [account, from] { account->declineRequest(from); });
    connect(block, &QPushButton::clicked, this, [this, id = account->id(), from] { Q_EMIT blockRequested(id, from); });
    return card;
}

void RequestsPage::focusFirst()
{
    for (int i = 0; i < m_cards->count(); ++i) {
        const QWidget *card = m_cards->itemAt(i)->widget();
        if (auto *button = card ? card->findChild<QPushButton *>("accept"_L1) : nullptr)
            return button->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace views
