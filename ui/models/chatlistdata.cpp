// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of ChatListModel say.
#include "models/chatlistmodel.h"

#include "models/words.h"

using namespace Qt::StringLiterals;

namespace models
{

QVariant ChatListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::AccessibleTextRole)
        return accessibleText(index);
    const data::ConversationId id = m_rows.at(index.row());
    if (id == Requests)
        return requestsData(role);
    const auto &conversations = m_messenger.conversations();
    const auto chat = conversations.constFind(id);
    return chat == conversations.cend() ? QVariant() : chatData(id, *chat, role);
}

QVariant ChatListModel::requestsData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case ChatRole::Name: return tr("Requests");
    case ChatRole::Id: return u"requests"_s;
    case ChatRole::Preview: return tr("%n people want to talk with you", nullptr, m_requests);
    case ChatRole::Unread: return m_requests;
    case ChatRole::IsRequest: return true;
    default: return {};
    }
}

QVariant ChatListModel::chatData(data::ConversationId id, const data::Conversation &chat, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case ChatRole::Name: return m_entries.value(id).name;
    case ChatRole::Id: return QString::number(id.value);
    case ChatRole::Preview: return preview(id, chat);
    case ChatRole::PreviewSender: return chat.previewOwn && !isAction(chat.preview) ? tr("You", "before the preview of a message of our own") : QString();
    case ChatRole::TimeText: return listTime(chat.lastActivity, m_clock.now());
    case ChatRole::Unread: return chat.unread;
    case ChatRole::Muted: return chat.muted;
    case ChatRole::Pinned: return chat.pinned;
    case ChatRole::Draft: return id == m_current ? QString() : chat.draft; // it is in front of one's eyes
    case ChatRole::Typing: return m_messenger.isTyping(id) ? tr("typing…") : QString();
    case ChatRole::AvatarKey:
    case ChatRole::Address: return chat.address.toString();
    case ChatRole::AvatarImage: {
        im::Account *account = m_pictures ? m_messenger.accounts().byId(chat.account) : nullptr;
        return account && chat.kind == data::ConversationKind::Chat ? m_pictures->picture(*account, chat.address) : QVariant();
    }
    case ChatRole::IsGroup: return chat.kind == data::ConversationKind::Group;
    case ChatRole::AccountLabel: return accountLabel(chat.account);
    case ChatRole::Account: return chat.account.value;
    case ChatRole::PresenceState: {
        const im::Account *account = m_messenger.accounts().byId(chat.account);
        if (!account || !account->isOnline() || chat.kind != data::ConversationKind::Chat)
            return int(Presence::None); // we do not know
        return int(presenceOf(account->presence(chat.address).availability));
    }
    default: return {};
    }
}

QString ChatListModel::preview(data::ConversationId id, const data::Conversation &chat) const
{
    const im::Account *mine = m_messenger.accounts().byId(chat.account);
    if (!mine || (chat.kind == data::ConversationKind::Group && !chat.previewOwn))
        return chat.preview; // who wrote is not known here
    return actionText(chat.preview, chat.previewOwn ? greetingName(mine->address()) : m_entries.value(id).name);
}

QString ChatListModel::accountLabel(data::AccountId account) const
{
    if (m_messenger.accounts().all().size() < 2)
        return {};
    const im::Account *mine = m_messenger.accounts().byId(account);
    return mine ? mine->address().toString() : QString();
}

QString ChatListModel::accessibleText(const QModelIndex &index) const
{
    const auto text = [&index](int role) { return index.data(role).toString().simplified(); };
    const QString draft = text(ChatRole::Draft), sender = text(ChatRole::PreviewSender);
    QStringList parts{text(ChatRole::Name)};
    if (const QString typing = text(ChatRole::Typing); !typing.isEmpty())
        parts << typing;
    else if (!draft.isEmpty())
        parts << tr("Draft: %1").arg(draft);
    else
        parts << (sender.isEmpty() ? text(ChatRole::Preview) : sender + u": "_s + text(ChatRole::Preview));
    parts << text(ChatRole::TimeText);
    if (const int unread = index.data(ChatRole::Unread).toInt(); unread > 0)
        parts << tr("%n unread", nullptr, unread);
    parts << text(ChatRole::AccountLabel);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace models
