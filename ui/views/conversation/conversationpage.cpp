// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/conversationpage.h"

#include "models/words.h"
#include "style/roles.h"
#include "views/blockquestion.h"
#include "views/conversation/chatsearch.h"
#include "views/conversation/composer.h"
#include "views/conversation/conversationheader.h"
#include "views/conversation/messageinfo.h"
#include "views/conversation/strangerbar.h"
#include "views/overlaynote.h"
#include "views/parts.h"
#include "views/words.h"
#include "widgets/banner.h"
#include "widgets/messageview.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views
{

ConversationPage::ConversationPage(im::Messenger &messenger, models::Preferences &preferences, Clock &clock, QWidget *parent)
    : QWidget(parent), m_messenger(messenger), m_preferences(preferences), m_clock(clock), m_typing(messenger, clock),
      m_header(new ConversationHeader(this)), m_trouble(new widgets::Banner(this)), m_blocked(new widgets::Banner(this)), m_stranger(new StrangerBar(this)),
      m_view(new widgets::MessageView(this)), m_search(new ChatSearch(messenger, clock, *m_view, this)),
      m_nothing(new OverlayNote(m_view->viewport())), m_composer(new Composer(preferences, this)), m_editing(messenger, *m_composer)
{
    setObjectName("conversationPage"_L1);
    style::setSurface(this, style::Surface::Ground);
    m_nothing->setObjectName("noMessages"_L1);
    m_view->setSenderDisplay(widgets::SenderDisplay::Hidden);
    m_trouble->setClosable(true);
    m_trouble->hide();
    m_blocked->setObjectName("blockedBanner"_L1);
    m_blocked->hide();
    m_stranger->hide();
    auto *trouble = new QVBoxLayout;
    trouble->setContentsMargins(16, 0, 16, 0);
    trouble->addWidget(m_trouble);
    trouble->addWidget(m_blocked);
    trouble->addWidget(m_stranger);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 0);
    column->addWidget(m_header);
    column->addWidget(makeSeparator(Qt::Horizontal, this));
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addLayout(trouble);
    column->addWidget(m_composer);
    connectAll();
}

ConversationPage::~ConversationPage()
{
    m_view->setModel(nullptr);
}

void ConversationPage::connectAll()
{
    connect(m_view, &widgets::MessageView::reachedTop, this, [this] {
        if (m_timeline && m_timeline->hasOlder())
            m_timeline->loadOlder();
    });
    connect(m_view, &widgets::MessageView::reachedEnd, this, [this] {
        if (m_timeline)
            m_timeline->loadNewer();
    });
    connect(m_view, &widgets::MessageView::newestRequested, this, [this] { m_timeline->goToNewest(); });
    connect(m_search, &ChatSearch::left, this, &ConversationPage::focusComposer);
    connect(m_search, &ChatSearch::failed, this, &ConversationPage::complain);
    connect(m_header->searchButton(), &QToolButton::clicked, m_search, &ChatSearch::begin);
    connect(m_view, &widgets::MessageView::visibleRangeChanged, this, &ConversationPage::markRead);
    connect(m_view, &widgets::MessageView::retryRequested, this, &ConversationPage::retry);
    connect(m_view, &widgets::MessageView::linkActivated, this, &ConversationPage::linkActivated);
    connect(m_view, &widgets::MessageView::contextMenuRequested, this, &ConversationPage::showMenu);
    connect(m_composer, &Composer::edited, this, &ConversationPage::editedText);
    connect(m_composer, &Composer::sendRequested, this, &ConversationPage::send);
    connect(m_composer, &Composer::escapePressed, this, &ConversationPage::left);
    connect(m_composer, &Composer::editLastRequested, this, &ConversationPage::editLast);
    connect(m_blocked, &widgets::Banner::actionTriggered, this, &ConversationPage::unblock);
    connect(m_stranger, &StrangerBar::acceptRequested, this, [this] {
        m_messenger.accept(m_id);
        focusComposer();
    });
    connect(m_stranger, &StrangerBar::hideRequested, this, [this] { m_messenger.hide(m_id); });
    connect(m_stranger, &StrangerBar::blockRequested, this, [this] { Q_EMIT blockRequested(m_chat.account, m_chat.address); });
    connect(&m_editing, &Editing::failed, this, &ConversationPage::complain);
    connect(m_composer, &Composer::pasteRefused, this, [this](qsizetype length, qsizetype most) {
        complain(Error::invalid(tr("The text has %L1 characters, and a message can have %L2. Nothing was pasted.").arg(length).arg(most)));
    });
    connect(&m_messenger, &im::Messenger::typingChanged, this, [this](data::ConversationId id) {
        if (id == m_id)
            followTyping();
    });
    connect(&m_messenger, &im::Messenger::conversationChanged, this, [this](data::ConversationId id) {
        const auto chat = m_messenger.conversation(id);
        if (!chat || id != m_id)
            return;
        m_chat = *chat;
        followStranger();
        if (!m_typed) // else what is written here counts
            adoptDraft();
    });
    connect(&m_messenger.accounts(), &im::Accounts::added, this, &ConversationPage::followAccount);
    connect(&m_messenger.accounts(), &im::Accounts::removed, this, &ConversationPage::followAccount);
}

void ConversationPage::open(data::ConversationId id)
{
    if (id == m_id)
        return;
    close();
    const auto chat = m_messenger.conversation(id);
    im::Account *mine = chat ? m_messenger.accounts().byId(chat->account) : nullptr;
    if (!mine)
        return;
    m_id = id;
    m_chat = *chat;
    m_timeline = m_messenger.openTimeline(id);
    m_model = std::make_unique<models::MessageListModel>(*m_timeline, *mine, chat->unread);
    m_view->setModel(m_model.get());
    connectTimeline();
    m_timeline->load();
    m_typing.setConversation(id);
    m_kept = chat->draft;
    m_typed = false;
    m_composer->setText(chat->draft);
    m_editing.setConversation(id);
    followAccount();
    followTyping();
}

void ConversationPage::connectTimeline()
{
    connect(m_timeline.get(), &im::Timeline::loaded, this, &ConversationPage::settleAfterLoad);
    connect(m_timeline.get(), &im::Timeline::failed, this, &ConversationPage::complain);
    connect(m_timeline.get(), &im::Timeline::liveChanged, this, [this] {
        m_view->setListEnd(m_timeline->isLive() ? widgets::ListEnd::Newest : widgets::ListEnd::Earlier);
    });
    connect(m_timeline.get(), &im::Timeline::arrived, this, [this](data::MessageId id) {
        if (!id)
            m_view->scrollToBottom();
    });
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, &ConversationPage::markRead, Qt::QueuedConnection);
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, &ConversationPage::followEmptiness);
    m_search->follow(m_id, m_timeline.get(), m_model.get());
}

void ConversationPage::close()
{
    if (!m_id)
        return;
    keepDraft();
    m_editing.setConversation({});
    m_typing.setConversation({});
    if (m_followed)
        disconnect(m_followed, nullptr, this, nullptr);
    m_followed.clear();
    m_search->follow({}, nullptr, nullptr);
    m_view->setModel(nullptr);
    m_model.reset();
    m_timeline.reset();
    m_trouble->hide();
    m_blocked->hide();
    m_stranger->hide();
    m_nothing->say({});
    m_id = {};
    m_marked = {};
}

im::Account *ConversationPage::account() const
{
    return m_id ? m_messenger.accounts().byId(m_chat.account) : nullptr;
}

void ConversationPage::followAccount()
{
    im::Account *mine = account();
    if (!mine)
        return;
    if (m_followed != mine) {
        m_followed = mine;
        connect(mine, &im::Account::statusChanged, this, &ConversationPage::followPerson);
        connect(mine, &im::Account::blockedChanged, this, &ConversationPage::followPerson);
        connect(mine, &im::Account::contactsReset, this, &ConversationPage::followPerson);
        connect(mine, &im::Account::contactChanged, this, &ConversationPage::followPerson);
        connect(mine, &im::Account::presenceChanged, this, [this](const Jid &address) {
            if (address.bare() == m_chat.address)
                followPerson();
        });
    }
    m_composer->setAccount(m_messenger.accounts().all().size() > 1 ? mine->address().toString() : QString());
    followPerson();
}

void ConversationPage::setPictures(models::Pictures &pictures)
{
    m_pictures = &pictures;
    connect(&pictures, &models::Pictures::changed, this, [this](data::AccountId account, const Jid &address) {
        if (m_id && account == m_chat.account && address == m_chat.address)
            followPerson();
    });
    followPerson();
}

void ConversationPage::setSpeller(widgets::Speller &speller)
{
    m_composer->setSpeller(speller);
}

void ConversationPage::followPerson()
{
    im::Account *mine = account();
    if (!mine)
        return;
    m_header->setPerson(mine->nameOf(m_chat.address), m_chat.address.toString(), m_pictures ? m_pictures->picture(*mine, m_chat.address).value<QImage>() : QImage());
    const bool online = mine->isOnline();
    m_composer->setHint(online ? QString() : tr("There is no connection. What you write is sent as soon as there is one."));
    followBlocked();
    if (mine->isBlocked(m_chat.address))
        return m_header->setState(tr("blocked"), int(models::Presence::None));
    if (!mine->contact(m_chat.address))
        return m_header->setState(tr("not in your contacts"), int(models::Presence::None));
    if (!online)
        return m_header->setState({}, int(models::Presence::None)); // nobody can tell now
    const data::PresenceSummary presence = mine->presence(m_chat.address);
    m_header->setState(presenceWords(presence, m_clock.now()), int(models::presenceOf(presence.availability)));
}

void ConversationPage::followBlocked()
{
    const im::Account *mine = account();
    const QString words = blockedWords(*mine, m_chat.address);
    m_composer->setSending(words.isEmpty() ? Composer::Sending::Allowed : Composer::Sending::Stopped);
    if (words.isEmpty())
        m_blocked->hide();
    else
        m_blocked->present(widgets::Banner::Kind::Info, words, mine->canBlock() ? QStringList{tr("Unblock")} : QStringList());
    followStranger();
}

void ConversationPage::followStranger()
{
    const im::Account *mine = account();
    const bool stranger = mine && mine->isStranger(m_chat) && !mine->isBlocked(m_chat.address);
    if (stranger)
        m_stranger->setPerson(mine->nameOf(m_chat.address), mine->canBlock() ? StrangerBar::Blocking::Possible : StrangerBar::Blocking::Impossible);
    m_stranger->setVisible(stranger);
}

void ConversationPage::unblock()
{
    if (im::Account *mine = account()) {
        mine->unblock(mine->blocksOn(m_chat.address)).then(this, [this](Result<void> done) {
            if (!done)
                complain(done.error());
        });
    }
}

void ConversationPage::followTyping()
{
    const bool typing = m_id && m_messenger.isTyping(m_id);
    m_header->setTyping(typing ? tr("typing…") : QString());
    const im::Account *mine = account();
    m_view->setFooterText(typing && mine ? tr("%1 is typing…").arg(mine->nameOf(m_chat.address)) : QString());
}

//! Begins at what is new if that does not fit, else at the end.
void ConversationPage::settleAfterLoad()
{
    followEmptiness();
    m_view->expectNews();
    if (m_search->isOnItsWay())
        return;
    m_view->scrollToBottom();
    QMetaObject::invokeMethod(this, [this] {
        if (!m_model)
            return;
        if (const int row = m_model->unreadRow(); row >= 0 && row < m_view->firstVisibleRow())
            m_view->scrollToRow(row);
        markRead();
    }, Qt::QueuedConnection);
}

void ConversationPage::followEmptiness()
{
    m_nothing->say(m_model && m_model->rowCount() == 0 ? tr("No messages yet. Say hello!") : QString());
}

void ConversationPage::editedText()
{
    if (!m_id)
        return;
    m_typed = true;
    m_typing.edited(m_composer->isBlank() ? TypingNotifier::Text::Blank : TypingNotifier::Text::Some);
    m_draftTimer = m_clock.after(1s, [this] { keepDraft(); });
}

QString ConversationPage::draft() const
{
    const QString text = m_editing.isActive() ? m_editing.draft() : m_composer->text();
    return text.trimmed().isEmpty() ? QString() : text;
}

void ConversationPage::keepDraft()
{
    m_draftTimer.reset();
    // A page that changed nothing has nothing to say: the chat may be open in another window too.
    if (!m_id || draft() == m_kept)
        return;
    m_kept = draft();
    const auto chat = m_messenger.conversation(m_id);
    if (chat && chat->draft != m_kept)
        m_messenger.setDraft(m_id, m_kept);
}

//! A chat has one draft, in however many windows it is open.
void ConversationPage::adoptDraft()
{
    if (!m_id || m_editing.isActive() || m_chat.draft == m_kept || draft() != m_kept)
        return;
    m_kept = m_chat.draft;
    m_composer->setText(m_kept);
}

void ConversationPage::send()
{
    if (!m_id || m_composer->isBlank())
        return;
    if (m_editing.isActive()) {
        m_typing.sent();
        m_editing.finish();
        keepDraft();
        return;
    }
    const QString text = m_composer->text().trimmed();
    const data::ConversationId id = m_id;
    m_composer->setText({});
    m_typing.sent();
    keepDraft();
    m_trouble->hide();
    m_model->clearUnreadLine();
    m_view->scrollToBottom();
    m_messenger.send(id, text).then(this, [this, id, text](Result<void> kept) {
        if (kept)
            return;
        complain(kept.error());
        // Nothing a person wrote may be lost.
        if (id == m_id && m_composer->isBlank())
            m_composer->setText(text);
        else
            m_messenger.setDraft(id, text);
    });
}

void ConversationPage::retry(const QString &id)
{
    m_messenger.retry(data::MessageId{id.toLongLong()}).then(this, [this](Result<void> done) {
        if (!done)
            complain(done.error());
    });
}

void ConversationPage::complain(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_trouble->present(widgets::Banner::Kind::Error, error.text);
}

//! A message counts as read once it was in sight in the window that is in use.
void ConversationPage::markRead()
{
    if (!m_model || !isVisible() || !isActiveWindow())
        return;
    const data::Message *last = m_model->messageAt(m_view->lastVisibleRow());
    if (!last || m_marked == last->id || m_chat.unread == 0)
        return;
    m_marked = last->id;
    m_messenger.markRead(m_id, last->id);
}

void ConversationPage::editLast()
{
    for (int row = m_model ? m_model->rowCount() - 1 : -1; row >= 0; --row) {
        const data::Message *message = m_model->messageAt(row);
        if (message->direction != data::Direction::Sent)
            continue;
        m_editing.begin(*message);
        return;
    }
}

void ConversationPage::showMenu(const QString &id, const QPoint &at)
{
    const data::Message *message = m_model ? m_model->messageById(id) : nullptr;
    if (!message)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName("messageMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](style::Icon icon, const QString &text, QLatin1StringView objectName) {
        QAction *action = menu->addAction(style::icon(icon), text);
        action->setObjectName(objectName);
        return action;
    };
    if (Editing::mayEdit(*message))
        connect(add(style::Icon::Edit, tr("Edit"), "editMessage"_L1), &QAction::triggered, this, [this, copy = *message] { m_editing.begin(copy); });
    if (message->state == data::SendState::Failed || message->editState == data::SendState::Failed)
        connect(add(style::Icon::Refresh, tr("Retry"), "retryMessage"_L1), &QAction::triggered, this, [this, id] { retry(id); });
    if (m_view->hasSelection())
        connect(add(style::Icon::Copy, tr("Copy selection"), "copySelection"_L1), &QAction::triggered, m_view, &widgets::MessageView::copy);
    connect(add(style::Icon::Copy, tr("Copy text"), "copyMessage"_L1), &QAction::triggered, this, [body = message->body] {
        QGuiApplication::clipboard()->setText(body);
    });
    connect(add(style::Icon::Info, tr("Message info"), "messageInfoAction"_L1), &QAction::triggered, this, [this, copy = *message] { showInfo(copy); });
    menu->popup(at);
}

void ConversationPage::showInfo(const data::Message &message)
{
    const im::Account *mine = account();
    const bool own = message.direction == data::Direction::Sent;
    const QString sender = own || !mine ? tr("You") : mine->nameOf(message.author.address);
    auto *info = new MessageInfo(message, sender, window());
    info->show();
    if (!message.edited.isValid())
        return;
    m_messenger.corrections(message.id).then(info, [info, message](const Result<QList<data::Message>> &corrections) {
        if (corrections)
            info->setEarlier(message, *corrections);
    });
}

void ConversationPage::focusComposer()
{
    m_composer->focusEdit();
}

void ConversationPage::focusMessages()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

//! Only the window itself hears of an ActivationChange; these reach all in it.
bool ConversationPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) {
        adoptDraft();
        markRead();
    } else if (event->type() == QEvent::WindowDeactivate) {
        m_typed = false;
        keepDraft();
    }
    return QWidget::event(event);
}

void ConversationPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_search->isVisible())
        m_search->end();
    else
        QWidget::keyPressEvent(event);
}

void ConversationPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &ConversationPage::markRead, Qt::QueuedConnection);
}

} // namespace views
