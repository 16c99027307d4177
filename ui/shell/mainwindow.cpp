// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "models/words.h"
#include "shell/panes.h"
#include "style/roles.h"
#include "style/style.h"
#include "views/blockquestion.h"
#include "views/chats/chatspane.h"
#include "views/chats/requestspage.h"
#include "views/conversation/chatsearch.h"
#include "views/conversation/conversationheader.h"
#include "views/conversation/conversationpage.h"
#include "views/details/detailspane.h"
#include "views/dialogs.h"
#include "views/palette/palette.h"
#include "views/settings/shortcuts.h"
#include "views/signin/welcomepage.h"
#include "widgets/banner.h"
#include "widgets/emptystate.h"
#include "widgets/messageview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace shell
{

MainWindow::MainWindow(im::Messenger &messenger, models::Preferences &preferences, models::Mutes &mutes, Clock &clock, views::Dialogs &dialogs)
    : m_messenger(messenger), m_preferences(preferences), m_actions(new Actions(messenger, this)),
      m_shortcuts(new views::Shortcuts(m_actions->all(), preferences, this)), m_pages(new QStackedWidget(this)),
      m_middle(new QStackedWidget), m_welcome(new views::WelcomePage), m_chats(new views::ChatsPane(messenger, preferences, mutes, clock)),
      m_conversation(new views::ConversationPage(messenger, preferences, clock)), m_requests(new views::RequestsPage(messenger, clock)),
      m_details(new views::DetailsPane(messenger, clock)), m_home(new widgets::EmptyState), m_trouble(new widgets::Banner),
      m_panes(nullptr)
{
    setObjectName("mainWindow"_L1);
    setWindowTitle(u"Palique"_s);
    setAccessibleName(u"Palique"_s);
    build();
    connectActions();
    connectViews(dialogs);
    followAccounts();
    openHome();
    resize(1080, 720);
}

MainWindow::~MainWindow()
{
    disconnect(&m_messenger, nullptr, this, nullptr); // the chat keeps its draft when the window goes
}

std::optional<data::AccountId> MainWindow::currentAccount() const
{
    const auto chat = m_messenger.conversation(m_conversation->current());
    return chat ? std::optional(chat->account) : std::nullopt;
}

void MainWindow::setPictures(models::Pictures &pictures)
{
    m_chats->setPictures(pictures);
    m_conversation->setPictures(pictures);
    m_details->setPictures(pictures);
}

void MainWindow::setSpeller(widgets::Speller &speller)
{
    m_conversation->setSpeller(speller);
}

void MainWindow::build()
{
    setMinimumSize(360, 440);
    m_middle->setObjectName("middle"_L1);
    m_middle->setMinimumWidth(280);
    m_middle->addWidget(m_home);
    m_middle->addWidget(m_conversation);
    m_middle->addWidget(m_requests);
    style::setSurface(m_middle, style::Surface::Ground);
    m_chats->setMinimumWidth(240);
    m_chats->setMenu(m_actions->menu());
    m_panes = new Panes(m_chats, m_middle, m_details);
    m_pages->setObjectName("pages"_L1);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_panes);
    m_home->setObjectName("home"_L1);
    m_trouble->setObjectName("windowTrouble"_L1);
    m_trouble->setClosable(true);
    m_trouble->hide();
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_pages, 1);
    setCentralWidget(middle);
    buildHome();
}

void MainWindow::buildHome()
{
    m_home->setIcon(style::Icon::Chat);
    QPushButton *add = m_home->addAction(tr("Add a contact"), style::Icon::PersonAdd);
    add->setObjectName("homeAdd"_L1);
    add->setAccessibleName(add->text());
    QPushButton *share = m_home->addAction(tr("Copy my address"), style::Icon::Copy);
    share->setObjectName("homeShare"_L1);
    share->setAccessibleName(share->text());
    connect(add, &QPushButton::clicked, this, &MainWindow::newChatRequested);
    connect(share, &QPushButton::clicked, this, &MainWindow::shareAddress);
}

void MainWindow::connectActions()
{
    connect(m_actions->newChat, &QAction::triggered, this, &MainWindow::newChatRequested);
    connect(m_actions->palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_shortcuts, &views::Shortcuts::changed, this, &MainWindow::followShortcuts);
    followShortcuts();
    connect(m_actions->search, &QAction::triggered, this, [this] {
        m_panes->setFront(Panes::Front::List);
        m_chats->focusSearch();
    });
    // Without an open chat all of them are searched.
    connect(m_actions->searchChat, &QAction::triggered, this, [this] { currentChat() ? m_conversation->search()->begin() : m_actions->search->trigger(); });
    connect(m_actions->nextHit, &QAction::triggered, m_conversation->search(), &views::ChatSearch::next);
    connect(m_actions->previousHit, &QAction::triggered, m_conversation->search(), &views::ChatSearch::previous);
    connect(m_actions->details, &QAction::triggered, this, &MainWindow::toggleDetails);
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { walkPanes(1); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { walkPanes(-1); });
    connect(m_actions->nextChat, &QAction::triggered, this, [this] { walkChats(1); });
    connect(m_actions->previousChat, &QAction::triggered, this, [this] { walkChats(-1); });
    connect(m_actions->closeChat, &QAction::triggered, this, &MainWindow::openHome);
    connect(m_actions->newWindow, &QAction::triggered, this, [this] { Q_EMIT chatWindowRequested(currentChat()); });
    connect(m_actions->exportChat, &QAction::triggered, this, [this] { Q_EMIT exportRequested(currentChat()); });
    connect(m_actions->zoomIn, &QAction::triggered, this, [this] { m_preferences.setZoom(style::zoomedIn()); });
    connect(m_actions->zoomOut, &QAction::triggered, this, [this] { m_preferences.setZoom(style::zoomedOut()); });
    connect(m_actions->zoomReset, &QAction::triggered, this, [this] { m_preferences.setZoom(1); });
}

void MainWindow::connectViews(views::Dialogs &dialogs)
{
    connect(m_welcome, &views::WelcomePage::signInRequested, this, &MainWindow::signInRequested);
    connect(m_welcome, &views::WelcomePage::restoreRequested, this, &MainWindow::restoreRequested);
    connect(m_chats, &views::ChatsPane::chatOpened, this, &MainWindow::openChat);
    connect(m_chats, &views::ChatsPane::messageOpened, this, &MainWindow::openMessage);
    connect(m_chats, &views::ChatsPane::failed, this, &MainWindow::complain);
    connect(m_chats, &views::ChatsPane::windowRequested, this, &MainWindow::chatWindowRequested);
    connect(m_chats, &views::ChatsPane::exportRequested, this, &MainWindow::exportRequested);
    connect(m_chats, &views::ChatsPane::requestsOpened, this, &MainWindow::openRequests);
    connect(m_chats, &views::ChatsPane::newChatRequested, this, &MainWindow::newChatRequested);
    connect(m_chats, &views::ChatsPane::left, m_conversation, &views::ConversationPage::focusComposer);
    connect(&m_chats->chats(), &models::ChatListModel::unreadTotalChanged, this, &MainWindow::followUnread);
    connect(m_conversation, &views::ConversationPage::left, this, &MainWindow::back);
    connect(m_conversation, &views::ConversationPage::linkActivated, this, [&dialogs](const QUrl &url) { dialogs.openLink(url); });
    connect(m_conversation->header()->backButton(), &QToolButton::clicked, this, &MainWindow::back);
    connect(m_conversation->header()->detailsButton(), &QToolButton::clicked, this, &MainWindow::toggleDetails);
    connect(m_requests->backButton(), &QToolButton::clicked, this, &MainWindow::back);
    connect(m_requests, &views::RequestsPage::emptied, this, [this] {
        if (m_middle->currentWidget() == m_requests)
            openHome();
    });
    connect(m_requests, &views::RequestsPage::accepted, this, &MainWindow::openPerson);
    connect(m_requests, &views::RequestsPage::chatOpened, this, &MainWindow::openChat);
    const auto block = [this, &dialogs](data::AccountId id, const Jid &address) {
        im::Account *account = m_messenger.accounts().byId(id);
        if (!account)
            return;
        views::askToBlock(dialogs, this, account, address).then(this, [this, id, address](Result<void> blocked) {
            if (!blocked)
                return complain(blocked.error());
            const auto chat = m_messenger.conversation(currentChat());
            if (isStranger(currentChat()) && chat->account == id && chat->address == address)
                leaveChat(); // it waits no more
        });
    };
    connect(m_conversation, &views::ConversationPage::blockRequested, this, block);
    connect(m_requests, &views::RequestsPage::blockRequested, this, block);
    connect(m_details, &views::DetailsPane::blockRequested, this, block);
    connect(m_details->closeButton(), &QToolButton::clicked, this, [this] { m_panes->setDetails(Panes::Fold::Folded); });
    connect(m_panes, &Panes::detailsChanged, this, [this](Panes::Fold fold) {
        m_conversation->header()->detailsButton()->setChecked(fold == Panes::Fold::Unfolded);
        if (fold == Panes::Fold::Unfolded)
            m_details->show(m_conversation->current());
        else if (m_conversation->current())
            m_conversation->focusComposer();
        m_preferences.setLayout(u"details"_s, fold == Panes::Fold::Unfolded ? "1"_ba : "0"_ba);
    });
    connect(m_panes, &Panes::narrowChanged, this, &MainWindow::followNarrow);
    im::Accounts &accounts = m_messenger.accounts();
    connect(&accounts, &im::Accounts::added, this, &MainWindow::followAccounts);
    connect(&accounts, &im::Accounts::removed, this, &MainWindow::followAccounts);
    connect(&accounts, &im::Accounts::loaded, this, &MainWindow::followAccounts);
    connect(&m_messenger, &im::Messenger::conversationsReset, this, &MainWindow::followHome);
    connect(&m_messenger, &im::Messenger::conversationAdded, this, &MainWindow::followHome);
    connect(&m_messenger, &im::Messenger::conversationRemoved, this, [this](data::ConversationId id) {
        if (id == currentChat())
            openHome();
        followHome();
    });
    connect(&m_messenger, &im::Messenger::conversationChanged, this, [this](data::ConversationId id) {
        const auto chat = m_messenger.conversation(id);
        if (id == currentChat() && chat && chat->hidden)
            leaveChat();
    });
    connect(&m_messenger, &im::Messenger::trouble, this, &MainWindow::complain);
}

void MainWindow::followAccounts()
{
    const bool any = !m_messenger.accounts().all().isEmpty();
    const auto chat = m_messenger.conversation(currentChat());
    if (!any || (currentChat() && (!chat || !m_messenger.accounts().byId(chat->account))))
        openHome();
    m_pages->setCurrentWidget(any ? static_cast<QWidget *>(m_panes) : m_welcome);
    if (!any)
        m_welcome->focusFirst();
    followHome();
}

void MainWindow::followHome()
{
    const auto accounts = m_messenger.accounts().all();
    if (accounts.isEmpty())
        return;
    m_home->setTitle(tr("Hello, %1").arg(models::greetingName(accounts.first()->address())));
    m_home->setText(m_chats->chats().chatCount() == 0
            ? tr("Add somebody you know, or give them your address: %1").arg(accounts.first()->address().toString())
            : tr("Choose a chat, or talk with somebody new."));
}

void MainWindow::followUnread(int unread)
{
    setWindowTitle(unread > 0 ? u"(%1) Palique"_s.arg(unread) : u"Palique"_s);
    Q_EMIT unreadTotalChanged(unread);
}

void MainWindow::followNarrow(bool narrow)
{
    m_conversation->header()->backButton()->setVisible(narrow);
    m_requests->backButton()->setVisible(narrow);
}

void MainWindow::openChat(data::ConversationId id)
{
    m_conversation->open(id);
    if (!m_conversation->current())
        return;
    m_chats->setCurrent(id);
    m_middle->setCurrentWidget(m_conversation);
    m_panes->setFront(Panes::Front::Conversation);
    if (m_panes->details() == Panes::Fold::Unfolded)
        m_details->show(id);
    m_conversation->focusComposer();
    followCurrent();
}

//! A chat that was closed is open again then.
void MainWindow::openMessage(const data::SearchHit &hit, const data::SearchQuery &query)
{
    const auto chat = m_messenger.conversation(hit.conversation);
    if (!chat)
        return;
    const auto show = [this, message = hit.message, query](data::ConversationId id) {
        openChat(id);
        m_conversation->search()->reveal(message, query);
    };
    if (!chat->hidden)
        return show(chat->id);
    m_messenger.openChat(chat->account, chat->address).then(this, [this, show](Result<data::ConversationId> id) {
        if (id)
            show(*id);
        else
            complain(id.error());
    });
}

void MainWindow::openPerson(data::AccountId account, const Jid &address)
{
    m_messenger.openChat(account, address).then(this, [this](Result<data::ConversationId> id) {
        if (id)
            openChat(*id);
        else
            complain(id.error());
    });
}

void MainWindow::openPalette()
{
    if (!m_palette) {
        QList<QAction *> actions = m_actions->all();
        actions.removeOne(m_actions->palette); // it is open
        m_palette = new views::Palette(m_messenger, actions, m_actions->common(), this);
        connect(m_palette, &views::Palette::chatChosen, this, &MainWindow::openChat);
        connect(m_palette, &views::Palette::personChosen, this, &MainWindow::openPerson);
    }
    m_palette->open(currentChat());
}

//! What makes no sense without an open chat cannot be done then.
void MainWindow::followCurrent()
{
    const bool open = bool(currentChat());
    for (QAction *action : {m_actions->details, m_actions->closeChat, m_actions->newWindow, m_actions->exportChat, m_actions->nextHit, m_actions->previousHit})
        action->setEnabled(open);
}

//! The tooltips say which keys do the same.
void MainWindow::followShortcuts()
{
    const std::pair<QWidget *, QAction *> hints[] = {{m_chats->searchField(), m_actions->search}, {m_chats->newChatButton(), m_actions->newChat},
        {m_conversation->header()->detailsButton(), m_actions->details}, {m_conversation->header()->searchButton(), m_actions->searchChat}};
    for (const auto &[widget, action] : hints) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        widget->setToolTip(keys.isEmpty() ? action->text() : tr("%1 (%2)", "an action and its keys").arg(action->text(), keys));
    }
}

void MainWindow::openRequests()
{
    m_conversation->open({});
    m_chats->setRequestsCurrent();
    m_panes->setDetails(Panes::Fold::Folded);
    m_middle->setCurrentWidget(m_requests);
    m_panes->setFront(Panes::Front::Conversation);
    m_requests->focusFirst();
    followCurrent();
}

void MainWindow::openHome()
{
    const QWidget *focus = focusWidget();
    const bool loses = focus && focus->isVisible() && m_panes->isAncestorOf(focus) && focus != m_chats->searchField();
    m_panes->setFront(Panes::Front::List);
    if (loses) // first, or the focus wanders over whatever is next
        m_chats->focusList();
    m_conversation->open({});
    m_chats->setCurrent({});
    m_panes->setDetails(Panes::Fold::Folded);
    m_middle->setCurrentWidget(m_home);
    if (loses) // a list without a current row is as good as nothing
        m_chats->focusList();
    followHome();
    followCurrent();
}

bool MainWindow::isStranger(data::ConversationId id) const
{
    const auto chat = m_messenger.conversation(id);
    const im::Account *account = chat ? m_messenger.accounts().byId(chat->account) : nullptr;
    return account && account->isStranger(*chat);
}

//! Back to where the chat was opened from.
void MainWindow::leaveChat()
{
    if (isStranger(currentChat()) && m_chats->chats().requestsRow() >= 0)
        openRequests();
    else
        openHome();
}

data::ConversationId MainWindow::currentChat() const
{
    return m_conversation->current();
}

int MainWindow::unreadTotal() const
{
    return m_chats->chats().unreadTotal();
}

void MainWindow::complain(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_trouble->present(widgets::Banner::Kind::Error, error.text);
}

void MainWindow::back()
{
    if (m_panes->isNarrow()) {
        if (m_panes->front() == Panes::Front::Details)
            return m_panes->setDetails(Panes::Fold::Folded);
        const bool stranger = isStranger(currentChat());
        leaveChat();
        if (stranger)
            return;
    }
    m_chats->focusList();
}

void MainWindow::toggleDetails()
{
    const bool open = m_panes->details() == Panes::Fold::Unfolded;
    m_conversation->header()->detailsButton()->setChecked(open);
    if (!open && !currentChat())
        return;
    m_panes->setDetails(open ? Panes::Fold::Folded : Panes::Fold::Unfolded);
}

//! The parts a person can go to, in their order: list, messages, composer, details.
void MainWindow::walkPanes(int step)
{
    QList<std::function<void()>> stops;
    QList<QWidget *> places;
    const auto add = [&](QWidget *place, std::function<void()> go) {
        if (place->isVisible()) {
            places << place;
            stops << std::move(go);
        }
    };
    QWidget *messages = m_conversation->messages();
    add(m_chats, [this] { m_chats->focusList(); });
    if (currentChat()) {
        add(messages, [this] { m_conversation->focusMessages(); });
        add(m_conversation, [this] { m_conversation->focusComposer(); });
    } else {
        add(m_middle->currentWidget(), [this] {
            if (m_middle->currentWidget() == m_requests)
                m_requests->focusFirst();
            else
                m_home->findChild<QPushButton *>("homeAdd"_L1)->setFocus(Qt::ShortcutFocusReason);
        });
    }
    add(m_details, [this] { m_details->focusFirst(); });
    if (stops.isEmpty())
        return;
    int here = -1;
    for (int i = int(places.size()) - 1; i >= 0 && here < 0; --i) {
        const QWidget *focus = focusWidget();
        const bool inside = focus && (places.at(i) == focus || places.at(i)->isAncestorOf(focus));
        if (inside && !(places.at(i) == m_conversation && messages->isAncestorOf(focus)) && !(places.at(i) == m_conversation && focus == messages))
            here = i;
    }
    const int count = int(stops.size());
    stops.at((here < 0 ? 0 : here + step + count) % count)();
}

void MainWindow::walkChats(int step)
{
    if (const auto id = m_chats->neighbour(step))
        openChat(id);
}

void MainWindow::shareAddress()
{
    QStringList addresses;
    for (const im::Account *account : m_messenger.accounts().all())
        addresses << account->address().toString();
    QGuiApplication::clipboard()->setText(addresses.join(u'\n'));
    m_trouble->present(widgets::Banner::Kind::Info, tr("Your address is in the clipboard: %1").arg(addresses.join(u", "_s)));
}

void MainWindow::restoreLayout()
{
    if (const QByteArray geometry = m_preferences.layout(u"geometry"_s); !geometry.isEmpty())
        restoreGeometry(geometry);
    m_panes->restoreState(m_preferences.layout(u"panes"_s));
}

void MainWindow::keep()
{
    m_conversation->keepDraft();
    m_preferences.setLayout(u"geometry"_s, saveGeometry());
    if (!m_panes->isNarrow())
        m_preferences.setLayout(u"panes"_s, m_panes->saveState());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keep();
    event->accept();
    Q_EMIT closing();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QMainWindow::keyPressEvent(event);
    if (m_details->isVisible() && m_details->isAncestorOf(focusWidget()))
        m_panes->setDetails(Panes::Fold::Folded);
    else
        back();
}

} // namespace shell
