// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/chatspane.h"

#include "style/style.h"
#include "views/chats/connectionbanner.h"
#include "views/chats/mutemenu.h"
#include "views/overlaynote.h"
#include "views/parts.h"
#include "widgets/chatlistview.h"
#include "widgets/fields.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views
{

ChatsPane::ChatsPane(im::Messenger &messenger, models::Preferences &preferences, models::Mutes &mutes, Clock &clock, QWidget *parent)
    : QWidget(parent), m_messenger(messenger), m_preferences(preferences), m_mutes(mutes), m_clock(clock), m_model(new models::ChatListModel(messenger, clock, this)),
      m_hits(new models::MessageHits(messenger, clock, this)), m_rows(new models::JoinedRows(*m_model, *m_hits, this))
{
    setObjectName("chatsPane"_L1);
    style::setSurface(this, style::Surface::Window);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 0);
    buildHeader(column);
    buildFilters(column);
    m_banners = new QVBoxLayout;
    m_banners->setSpacing(0);
    column->addLayout(m_banners);
    buildList(column);

    im::Accounts &accounts = messenger.accounts();
    connect(&accounts, &im::Accounts::added, this, &ChatsPane::followAccounts);
    connect(&accounts, &im::Accounts::removed, this, &ChatsPane::followAccounts);
    connect(&preferences, &models::Preferences::changed, this, [this] {
        m_list->setDensity(m_preferences.density() == models::Preferences::Density::Compact ? widgets::Density::Compact : widgets::Density::Comfortable);
    });
    connect(m_rows, &QAbstractItemModel::modelReset, this, &ChatsPane::followRows);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &ChatsPane::followRows);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &ChatsPane::followRows);
    connect(m_hits, &models::MessageHits::failed, this, &ChatsPane::failed);
    followAccounts();
    followRows();
}

ChatsPane::~ChatsPane() = default;

void ChatsPane::setPictures(models::Pictures &pictures)
{
    m_model->setPictures(pictures);
    m_hits->setPictures(pictures);
}

void ChatsPane::buildHeader(QBoxLayout *column)
{
    m_menu = makeIconButton(style::Icon::Menu, tr("Menu"), "menu"_L1, this);
    m_search = new widgets::SearchField(this);
    m_search->setObjectName("search"_L1);
    m_search->setPlaceholderText(tr("Search"));
    connect(m_search, &QLineEdit::textChanged, this, &ChatsPane::search);
    connect(m_search, &widgets::SearchField::left, this, &ChatsPane::left);
    connect(m_search, &widgets::SearchField::downPressed, this, [this] {
        for (int row = 0; row < m_rows->rowCount(); ++row) {
            if (!m_rows->index(row).flags().testFlag(Qt::ItemIsEnabled))
                continue;
            m_list->setCurrentIndex(m_rows->index(row));
            m_list->setFocus(Qt::TabFocusReason);
            return;
        }
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 10, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_menu);
    row->addWidget(m_search, 1);
    column->addLayout(row);
}

void ChatsPane::buildFilters(QBoxLayout *column)
{
    auto *group = new QButtonGroup(this);
    const auto chip = [this, group](const QString &text, QLatin1StringView objectName) {
        auto *button = new QToolButton(this);
        button->setObjectName(objectName);
        button->setText(text);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        group->addButton(button);
        return button;
    };
    m_all = chip(tr("All", "chats"), "filterAll"_L1);
    m_unread = chip(tr("Unread", "chats"), "filterUnread"_L1);
    m_all->setChecked(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 2, 12, 8);
    row->setSpacing(4);
    row->addWidget(m_all);
    row->addWidget(m_unread);
    row->addStretch(1);
    column->addLayout(row);
    const auto resize = [this] {
        for (QToolButton *button : {m_all, m_unread}) {
            const int height = int(28 * style::metrics().scale);
            button->setFixedSize(button->fontMetrics().horizontalAdvance(button->text()) + height, height);
        }
    };
    connect(style::changes(), &style::Changes::changed, this, resize);
    resize();
    connect(m_unread, &QToolButton::toggled, this, [this](bool on) {
        m_model->setFilter(on ? models::ChatListModel::Filter::Unread : models::ChatListModel::Filter::All);
        followRows();
    });
}

void ChatsPane::buildList(QBoxLayout *column)
{
    m_list = new widgets::ChatListView(this);
    m_list->setModel(m_rows);
    m_list->viewport()->installEventFilter(this);
    m_nothing = new OverlayNote(m_list->viewport());
    m_nothing->setObjectName("nothing"_L1);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(m_list, 1);
    m_newChat = makeButton(tr("New chat"), style::ButtonRole::Secondary, "newChat"_L1, this);
    m_newChat->setIcon(style::icon(style::Icon::Plus));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->addWidget(m_newChat, 1);
    column->addLayout(foot);
    connect(m_newChat, &QPushButton::clicked, this, &ChatsPane::newChatRequested);
    connect(m_list, &QAbstractItemView::activated, this, &ChatsPane::openRow);
    connect(m_list, &widgets::ChatListView::contextMenuRequested, this, &ChatsPane::openMenuFor);
}

void ChatsPane::setMenu(QMenu *menu)
{
    // Opened by hand: a button that owns a menu would be drawn with an arrow.
    connect(m_menu, &QToolButton::clicked, menu, [this, menu] {
        const QRect button(m_menu->mapToGlobal(QPoint(0, 0)), m_menu->size());
        menu->popup(isRightToLeft() ? button.bottomRight() - QPoint(menu->sizeHint().width(), 0) : button.bottomLeft() + QPoint(0, 4));
    });
}

void ChatsPane::followAccounts()
{
    qDeleteAll(m_connections);
    m_connections.clear();
    for (im::Account *account : m_messenger.accounts().all()) {
        auto *banner = new ConnectionBanner(m_messenger.accounts(), *account, m_clock, this);
        m_connections.append(banner);
        m_banners->addWidget(banner);
    }
}

//! Keeps the open chat selected, and says why the list is empty.
void ChatsPane::followRows()
{
    select();
    if (m_rows->rowCount() > 0 || !m_search->text().trimmed().isEmpty())
        m_nothing->say({});
    else if (m_model->filter() == models::ChatListModel::Filter::Unread)
        m_nothing->say(tr("You have read everything."));
    else
        m_nothing->say(tr("No chats yet."));
}

void ChatsPane::setCurrent(data::ConversationId id)
{
    m_current = id;
    m_requestsCurrent = false;
    m_model->setCurrent(id);
    select();
}

void ChatsPane::setRequestsCurrent()
{
    m_current = {};
    m_requestsCurrent = true;
    m_model->setCurrent({});
    select();
}

void ChatsPane::select()
{
    const auto chat = m_messenger.conversation(m_current);
    const im::Account *account = chat ? m_messenger.accounts().byId(chat->account) : nullptr;
    const bool request = m_requestsCurrent || (account && account->isStranger(*chat));
    const int row = request ? m_model->requestsRow() : m_model->rowOf(m_current);
    // One who walks through what was found is not led away by a chat that changes.
    if (m_rows->secondRow(m_list->currentIndex().row()) >= 0 && m_list->currentIndex().isValid() && m_list->hasFocus())
        return;
    if (row < 0)
        m_list->selectionModel()->clear();
    else if (m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_rows->index(row));
}

//! Chats by their names, and below them messages by what they say.
void ChatsPane::search(const QString &text)
{
    m_list->setUniformItemSizes(text.trimmed().isEmpty()); // headings are lower
    m_model->setSearch(text);
    m_hits->setSearch(text);
}

data::ConversationId ChatsPane::neighbour(int step) const
{
    const int count = m_model->rowCount(), from = m_model->rowOf(m_current);
    for (int i = 1; i <= count; ++i) {
        const int row = ((from < 0 && step < 0 ? 0 : from) + step * i) % count;
        if (const auto id = m_model->conversationAt(row < 0 ? row + count : row))
            return id;
    }
    return {};
}

void ChatsPane::openRow(const QModelIndex &index)
{
    if (const data::SearchHit *hit = index.isValid() ? m_hits->hitAt(m_rows->secondRow(index.row())) : nullptr) {
        // By value: what follows may end the search.
        const data::SearchHit found = *hit;
        const data::SearchQuery query = m_hits->feed().query();
        Q_EMIT messageOpened(found, query);
    } else if (index.row() == m_model->requestsRow() && index.isValid())
        Q_EMIT requestsOpened();
    else if (const auto id = m_model->conversationAt(index.row()))
        Q_EMIT chatOpened(id);
}

void ChatsPane::openMenuFor(const QModelIndex &index, const QPoint &at)
{
    const auto id = m_model->conversationAt(index.row());
    const auto chat = m_messenger.conversation(id);
    if (!chat)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName("chatMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](style::Icon icon, const QString &text, QLatin1StringView objectName) {
        QAction *action = menu->addAction(style::icon(icon), text);
        action->setObjectName(objectName);
        return action;
    };
    connect(add(style::Icon::Window, tr("Open in a new window"), "openWindow"_L1), &QAction::triggered, this, [this, id] { Q_EMIT windowRequested(id); });
    menu->addSeparator();
    connect(add(style::Icon::Pin, chat->pinned ? tr("Unpin") : tr("Pin to the top"), "pin"_L1), &QAction::triggered, this, [this, id, chat] {
        m_messenger.setPinned(id, chat->pinned ? store::Pinned::No : store::Pinned::Yes);
    });
    addMuteActions(menu, m_mutes, *chat);
    if (chat->unread > 0 && chat->lastMessage) {
        connect(add(style::Icon::Checks, tr("Mark as read"), "markRead"_L1), &QAction::triggered, this, [this, id, chat] {
            m_messenger.markRead(id, chat->lastMessage);
        });
    }
    menu->addSeparator();
    connect(add(style::Icon::File, tr("Export this chat…"), "export"_L1), &QAction::triggered, this, [this, id] { Q_EMIT exportRequested(id); });
    connect(add(style::Icon::Close, tr("Close chat"), "hide"_L1), &QAction::triggered, this, [this, id] { m_messenger.hide(id); });
    menu->popup(at);
}

QWidget *ChatsPane::searchField() const
{
    return m_search;
}

void ChatsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ChatsPane::focusList()
{
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_rows->index(0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ChatsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    Q_EMIT left();
}

bool ChatsPane::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_list->viewport()) {
        if (event->type() == QEvent::Enter)
            m_model->setHold(models::ChatListModel::Hold::Held);
        else if (event->type() == QEvent::Leave)
            m_model->setHold(models::ChatListModel::Hold::Released);
    }
    return QWidget::eventFilter(object, event);
}

} // namespace views
