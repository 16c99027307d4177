// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/chatwindow.h"

#include "shell/actions.h"
#include "style/style.h"
#include "views/blockquestion.h"
#include "views/conversation/chatsearch.h"
#include "views/conversation/conversationheader.h"
#include "views/conversation/conversationpage.h"
#include "views/details/detailspane.h"
#include "views/dialogs.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace shell
{

namespace
{
constexpr QSize Usual{520, 640};
constexpr int DetailsWidth = 300, Roomy = 800;

//! As many letters as a title bar may show; "[*]" is a sign of Qt's there.
QString titleOf(const QString &name)
{
    return name.simplified().left(100).replace("[*]"_L1, "[*][*]"_L1);
}
}

ChatWindow::ChatWindow(const Means &means, data::ConversationId id)
    : m_means(means), m_id(id), m_panes(new QSplitter(Qt::Horizontal)), m_conversation(new views::ConversationPage(means.messenger, means.preferences, means.clock)),
      m_details(new views::DetailsPane(means.messenger, means.clock))
{
    setObjectName("chatWindow"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connectViews();
    m_conversation->open(id);
    follow();
    const QList<QByteArray> size = means.preferences.layout(u"chat-window"_s).split('x');
    const QSize kept = size.size() == 2 ? QSize(size.at(0).toInt(), size.at(1).toInt()) : Usual;
    resize(kept.expandedTo(minimumSize()));
}

ChatWindow::~ChatWindow()
{
    disconnect(&m_means.messenger, nullptr, this, nullptr); // the chat keeps its draft when the window goes
}

void ChatWindow::build()
{
    setMinimumSize(320, 360);
    m_panes->setObjectName("splitter"_L1);
    m_panes->setChildrenCollapsible(false);
    m_panes->setHandleWidth(1);
    m_panes->addWidget(m_conversation);
    m_panes->addWidget(m_details);
    m_panes->setStretchFactor(0, 1);
    m_panes->setStretchFactor(1, 0);
    m_panes->setSizes({Usual.width(), DetailsWidth});
    m_details->hide();
    setCentralWidget(m_panes);
    m_conversation->setPictures(m_means.pictures);
    m_conversation->setSpeller(m_means.speller);
    m_details->setPictures(m_means.pictures);
    addActions({m_means.actions.zoomIn, m_means.actions.zoomOut, m_means.actions.zoomReset, m_means.actions.quit});
    borrow(m_means.actions.details, [this] { toggleDetails(); });
    borrow(m_means.actions.closeChat, [this] { leave(); });
    borrow(m_means.actions.searchChat, [this] { m_conversation->search()->begin(); });
    borrow(m_means.actions.nextHit, [this] { m_conversation->search()->next(); });
    borrow(m_means.actions.previousHit, [this] { m_conversation->search()->previous(); });
}

//! The same keys do the same here, but for this window.
void ChatWindow::borrow(QAction *action, std::function<void()> act)
{
    auto *own = new QAction(action->icon(), action->text(), this);
    own->setObjectName(action->objectName());
    own->setShortcuts(action->shortcuts());
    own->setShortcutContext(Qt::WindowShortcut);
    addAction(own);
    connect(action, &QAction::changed, own, [own, action] { own->setShortcuts(action->shortcuts()); });
    connect(own, &QAction::triggered, this, std::move(act));
}

void ChatWindow::connectViews()
{
    connect(m_conversation, &views::ConversationPage::left, this, &ChatWindow::leave);
    connect(m_conversation, &views::ConversationPage::linkActivated, this, [this](const QUrl &url) { m_means.dialogs.openLink(url); });
    connect(m_conversation, &views::ConversationPage::blockRequested, this, [this](data::AccountId, const Jid &address) { askToBlock(address); });
    connect(m_details, &views::DetailsPane::blockRequested, this, [this](data::AccountId, const Jid &address) { askToBlock(address); });
    connect(m_conversation->header()->detailsButton(), &QToolButton::clicked, this, &ChatWindow::toggleDetails);
    connect(m_details->closeButton(), &QToolButton::clicked, this, &ChatWindow::toggleDetails);
    im::Messenger &messenger = m_means.messenger;
    connect(&messenger, &im::Messenger::conversationsReset, this, &ChatWindow::follow);
    const auto one = [this](data::ConversationId id) {
        if (id == m_id)
            follow();
    };
    connect(&messenger, &im::Messenger::conversationChanged, this, one);
    connect(&messenger, &im::Messenger::conversationRemoved, this, one);
    connect(&messenger.accounts(), &im::Accounts::removed, this, &ChatWindow::follow);
    const auto chat = messenger.conversation(m_id);
    if (const im::Account *account = chat ? messenger.accounts().byId(chat->account) : nullptr) {
        connect(account, &im::Account::contactsReset, this, &ChatWindow::follow);
        connect(account, &im::Account::contactChanged, this, &ChatWindow::follow);
    }
}

//! The title says who it is; without a chat there is no window.
void ChatWindow::follow()
{
    const auto chat = m_means.messenger.conversation(m_id);
    const im::Account *account = chat ? m_means.messenger.accounts().byId(chat->account) : nullptr;
    if (!account || chat->hidden) {
        // Not now: this may be the middle of a change that others still have to hear of.
        QMetaObject::invokeMethod(this, &ChatWindow::close, Qt::QueuedConnection);
        return;
    }
    const QString name = titleOf(account->nameOf(chat->address));
    setAccessibleName(name);
    setWindowTitle(chat->unread > 0 ? u"(%1) "_s.arg(chat->unread) + name : name);
}

void ChatWindow::toggleDetails()
{
    const bool open = m_details->isHidden();
    m_conversation->header()->detailsButton()->setChecked(open);
    if (open)
        m_details->show(m_id);
    makeRoom(open ? DetailsWidth : 0);
    m_details->setVisible(open);
    if (open)
        m_details->focusFirst();
    else
        m_conversation->focusComposer();
}

//! The chat keeps its width when the details come and go, unless the window is wide already.
void ChatWindow::makeRoom(int details)
{
    const int before = m_room;
    const bool free = !isMaximized() && !isFullScreen();
    m_room = free && width() - before < Roomy ? details : 0;
    if (free && m_room != before)
        resize(width() - before + m_room, height());
}

void ChatWindow::askToBlock(const Jid &address)
{
    const auto chat = m_means.messenger.conversation(m_id);
    im::Account *account = chat ? m_means.messenger.accounts().byId(chat->account) : nullptr;
    if (!account)
        return;
    views::askToBlock(m_means.dialogs, this, account, address).then(this, [this](Result<void> blocked) {
        if (!blocked)
            m_conversation->complain(blocked.error());
    });
}

void ChatWindow::raiseChat()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    m_conversation->focusComposer();
}

void ChatWindow::keep()
{
    m_conversation->keepDraft();
    m_means.preferences.setLayout(u"chat-window"_s, QByteArray::number(width() - m_room) + 'x' + QByteArray::number(height()));
}

void ChatWindow::leave()
{
    close();
}

void ChatWindow::closeEvent(QCloseEvent *event)
{
    keep();
    event->accept();
}

void ChatWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QMainWindow::keyPressEvent(event);
    if (m_details->isVisible() && m_details->isAncestorOf(focusWidget()))
        toggleDetails();
    else
        close();
}

} // namespace shell
