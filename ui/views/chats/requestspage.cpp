// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/requestspage.h"

#include "style/style.h"
#include "views/chats/requestcard.h"
#include "views/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
// Of a flood one sees the beginning; whoever is answered makes room for the next.
constexpr qsizetype MostCards = 100;
}

RequestsPage::RequestsPage(im::Messenger &messenger, Clock &clock, QWidget *parent)
    : QWidget(parent), m_messenger(messenger), m_clock(clock), m_back(makeIconButton(style::Icon::Back, tr("Back"), "requestsBack"_L1, this)), m_page(new QWidget)
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
    m_layout = new QVBoxLayout(m_page);
    setSpacing(m_layout, 16, 12);
    scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 0);
    column->addLayout(head);
    column->addWidget(makeSeparator(Qt::Horizontal, this));
    column->addWidget(scroll, 1);

    connect(&messenger, &im::Messenger::conversationsReset, this, &RequestsPage::rebuildSoon);
    connect(&messenger, &im::Messenger::conversationAdded, this, &RequestsPage::followChat);
    connect(&messenger, &im::Messenger::conversationChanged, this, &RequestsPage::followChat);
    connect(&messenger, &im::Messenger::conversationRemoved, this, &RequestsPage::followChat);
    im::Accounts &accounts = messenger.accounts();
    connect(&accounts, &im::Accounts::added, this, [this](im::Account *account) {
        follow(account);
        rebuild();
    });
    connect(&accounts, &im::Accounts::removed, this, &RequestsPage::rebuild);
    for (im::Account *account : accounts.all())
        follow(account);
    fill();
}

void RequestsPage::follow(im::Account *account)
{
    connect(account, &im::Account::requestsChanged, this, &RequestsPage::rebuild);
    connect(account, &im::Account::blockedChanged, this, &RequestsPage::rebuild);
    connect(account, &im::Account::contactsReset, this, &RequestsPage::rebuildSoon);
    connect(account, &im::Account::contactChanged, this, &RequestsPage::rebuildSoon);
}

//! Most of what happens in chats is no stranger's.
void RequestsPage::followChat(data::ConversationId id)
{
    const auto chat = m_messenger.conversation(id);
    const im::Account *account = chat ? m_messenger.accounts().byId(chat->account) : nullptr;
    const bool shown = std::ranges::any_of(m_cards, [id](const QPointer<RequestCard> &card) { return card && card->request().chat == id; });
    if (shown || (account && account->isStranger(*chat)))
        rebuildSoon();
}

//! Many come at once.
void RequestsPage::rebuildSoon()
{
    m_stale = true;
    if (!isVisible() || std::exchange(m_waits, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        m_waits = false;
        if (m_stale)
            rebuild(); // unless it is hidden by now
    }, Qt::QueuedConnection);
}

//! At once, or when somebody looks.
void RequestsPage::rebuild()
{
    m_stale = true;
    if (isVisible())
        fill();
}

void RequestsPage::fill()
{
    m_stale = false;
    const QWidget *focus = isAncestorOf(window()->focusWidget()) ? window()->focusWidget() : nullptr;
    const auto focused = std::ranges::find_if(m_cards, [focus](const QPointer<RequestCard> &card) { return card && card->isAncestorOf(focus); });
    const models::Request former = focused == m_cards.end() ? models::Request() : (*focused)->request();
    const QString button = focus ? focus->objectName() : QString();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // one of its buttons may be what was pressed
        }
        delete item;
    }
    m_cards.clear();
    const QList<models::Request> requests = models::requests(m_messenger);
    for (const models::Request &request : requests.first(std::min(requests.size(), MostCards))) {
        m_cards << makeCard(request);
        m_layout->addWidget(m_cards.last());
        m_cards.last()->show(); // not only with the next event
    }
    if (requests.size() > MostCards)
        m_layout->addWidget(makeLabel(tr("%n more wait behind these.", nullptr, int(requests.size() - MostCards)), style::TextRole::SmallMuted, m_page));
    m_layout->addStretch(1);
    const bool hadSome = std::exchange(m_hasSome, !m_cards.isEmpty());
    if (hadSome && !m_hasSome)
        Q_EMIT emptied();
    else if (focus)
        focusAgain(former, button);
}

RequestCard *RequestsPage::makeCard(const models::Request &request)
{
    auto *card = new RequestCard(m_messenger, request, m_clock, m_page);
    connect(card, &RequestCard::accepted, this, [this, request] { Q_EMIT accepted(request.account, request.address); });
    connect(card, &RequestCard::blockRequested, this, [this, request] { Q_EMIT blockRequested(request.account, request.address); });
    connect(card, &RequestCard::readRequested, this, [this, request] { Q_EMIT chatOpened(request.chat); });
    return card;
}

//! Whatever comes meanwhile, the next key is for whom it would have been for.
void RequestsPage::focusAgain(const models::Request &request, const QString &button)
{
    for (const QPointer<RequestCard> &card : std::as_const(m_cards)) {
        auto *again = card->isOf(request) ? card->findChild<QPushButton *>(button) : nullptr;
        if (again)
            return again->setFocus(Qt::OtherFocusReason);
    }
    focusFirst();
}

void RequestsPage::focusFirst()
{
    if (m_stale)
        fill();
    if (QPushButton *button = m_cards.isEmpty() ? nullptr : m_cards.first()->findChild<QPushButton *>("accept"_L1))
        button->setFocus(Qt::OtherFocusReason);
}

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        fill();
}

} // namespace views
