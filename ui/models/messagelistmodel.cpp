// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagelistmodel.h"

#include "models/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

namespace
{
MessageState stateOf(const data::Message &message)
{
    if (message.direction == data::Direction::Received)
        return MessageState::None;
    // A change that is under way or refused says more than what came of the first text.
    for (const data::SendState state : {message.state, message.editState}) {
        if (state == data::SendState::Failed)
            return MessageState::Failed;
        if (state != data::SendState::Acknowledged)
            return MessageState::Sending;
    }
    return message.displayed ? MessageState::Read : message.delivered ? MessageState::Delivered : MessageState::Sent;
}

QString errorOf(const data::Message &message)
{
    if (message.state == data::SendState::Failed)
        return message.errorText;
    return message.editState == data::SendState::Failed ? MessageListModel::tr("The change was not delivered. %1").arg(message.editError) : QString();
}
}

MessageListModel::MessageListModel(im::Timeline &timeline, im::Account &account, int unread, QObject *parent)
    : QAbstractListModel(parent), m_timeline(timeline), m_account(&account), m_unread(unread)
{
    connect(&timeline, &im::Timeline::aboutToInsert, this, [this](qsizetype first, qsizetype last) {
        beginInsertRows({}, int(first), int(last));
    });
    connect(&timeline, &im::Timeline::inserted, this, &MessageListModel::finishInsert);
    connect(&timeline, &im::Timeline::aboutToRemove, this, [this](qsizetype first, qsizetype last) {
        beginRemoveRows({}, int(first), int(last));
    });
    connect(&timeline, &im::Timeline::removed, this, [this] { endRemoveRows(); });
    connect(&timeline, &im::Timeline::changed, this, [this](qsizetype first, qsizetype last) {
        Q_EMIT dataChanged(index(int(first)), index(int(last)));
    });
    connect(&timeline, &im::Timeline::aboutToReset, this, [this] { beginResetModel(); });
    connect(&timeline, &im::Timeline::reset, this, [this] {
        endResetModel();
        followSurroundings();
    });
    connect(&timeline, &im::Timeline::surroundingsChanged, this, &MessageListModel::followSurroundings);
    connect(&timeline, &im::Timeline::loadingChanged, this, &MessageListModel::followSurroundings);
    connect(&account, &im::Account::contactChanged, this, [this](const Jid &address) {
        const auto wrote = [&address](const data::Message &message) { return message.author.address.bare() == address; };
        if (std::ranges::any_of(m_timeline.messages(), wrote))
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {MessageRole::SenderName, MessageRole::Actor});
    });
    findUnreadLine();
}

void MessageListModel::finishInsert()
{
    const data::MessageId former = m_unreadFrom;
    findUnreadLine();
    endInsertRows();
    followSurroundings();
    if (former != m_unreadFrom && unreadRow() >= 0)
        Q_EMIT dataChanged(index(unreadRow()), index(unreadRow()), {MessageRole::UnreadLine});
}

void MessageListModel::followSurroundings()
{
    const int rows = m_timeline.hasGaps() ? rowCount() : std::min(rowCount(), 1);
    QHash<data::MessageId, QString> notes;
    for (int row = 0; row < rows; ++row) {
        if (const QString note = noteAbove(row); !note.isEmpty())
            notes.insert(messageAt(row)->id, note);
    }
    std::swap(m_notes, notes);
    QSet<data::MessageId> changed;
    for (const data::MessageId id : notes.keys() + m_notes.keys()) {
        if (notes.value(id) != m_notes.value(id))
            changed << id;
    }
    for (const data::MessageId id : std::as_const(changed)) {
        if (const int row = int(m_timeline.rowOf(id)); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {MessageRole::Note});
    }
}

//! What a person should know of the messages that are not here.
QString MessageListModel::noteAbove(int row) const
{
    using Elsewhere = im::Timeline::Elsewhere;
    if (m_timeline.isGapBefore(row))
        return tr("Messages in between are still missing");
    if (row > 0 || m_timeline.elsewhere() == Elsewhere::Nowhere)
        return {};
    return m_timeline.elsewhere() == Elsewhere::Within ? tr("Older messages are on their way") : tr("Older messages are on the server and come when you are online");
}

//! The n-th received message from the end, as the end was at the beginning; it may come with an older page.
void MessageListModel::findUnreadLine()
{
    const auto &messages = m_timeline.messages();
    if (m_unread == 0 || m_unreadFrom || messages.isEmpty())
        return;
    if (!m_newest)
        m_newest = messages.last().id;
    int left = m_unread;
    for (qsizetype row = m_timeline.rowOf(m_newest); row >= 0; --row) {
        if (messages.at(row).direction == data::Direction::Received && --left == 0) {
            m_unreadFrom = messages.at(row).id;
            return;
        }
    }
}

void MessageListModel::clearUnreadLine()
{
    const int row = unreadRow();
    m_unreadFrom = {};
    m_unread = 0;
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {MessageRole::UnreadLine});
}

void MessageListModel::setSearch(const QList<data::SearchTerm> &terms)
{
    if (m_terms == terms)
        return;
    m_terms = terms;
    m_finder = data::WordFinder(terms);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {MessageRole::Found});
}

void MessageListModel::setMarked(data::MessageId id)
{
    for (const data::MessageId one : {std::exchange(m_marked, id), id}) {
        if (const int row = one ? int(m_timeline.rowOf(one)) : -1; row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {MessageRole::Marked});
    }
}

QVariant MessageListModel::found(const data::Message &message) const
{
    if (m_finder.isEmpty())
        return {};
    QList<std::pair<int, int>> spans;
    for (const data::TextSpan span : m_finder.find(message.body))
        spans.append({span.start, span.length});
    return QVariant::fromValue(spans);
}

int MessageListModel::unreadRow() const
{
    return m_unreadFrom ? int(m_timeline.rowOf(m_unreadFrom)) : -1;
}

const data::Message *MessageListModel::messageAt(int row) const
{
    return row >= 0 && row < m_timeline.messages().size() ? &m_timeline.messages().at(row) : nullptr;
}

const data::Message *MessageListModel::messageById(const QString &id) const
{
    return messageAt(int(m_timeline.rowOf(data::MessageId{id.toLongLong()})));
}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_timeline.messages().size());
}

QString MessageListModel::senderName(const data::Message &message) const
{
    if (message.direction == data::Direction::Sent)
        return tr("You");
    if (!message.author.nick.isEmpty())
        return message.author.nick;
    return m_account ? m_account->nameOf(message.author.address) : message.author.address.toString();
}

//! Who waves in "/me waves": we are told of by our name there, as everybody else reads it.
QString MessageListModel::actor(const data::Message &message) const
{
    if (!isAction(message.body))
        return {};
    return message.direction == data::Direction::Sent && m_account ? greetingName(m_account->address()) : senderName(message);
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    const data::Message *message = index.isValid() ? messageAt(index.row()) : nullptr;
    if (!message)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case MessageRole::Body: return message->body;
    case MessageRole::Id: return QString::number(message->id.value);
    case MessageRole::Sender:
    case MessageRole::AvatarKey: return message->author.address.toString();
    case MessageRole::SenderName: return senderName(*message);
    case MessageRole::Own: return message->direction == data::Direction::Sent;
    case MessageRole::Time: return message->time;
    case MessageRole::State: return int(stateOf(*message));
    case MessageRole::ErrorText: return errorOf(*message);
    case MessageRole::Edited: return message->edited.isValid();
    case MessageRole::Delayed: return message->delayed;
    case MessageRole::Actor: return actor(*message);
    case MessageRole::Note: return m_notes.value(message->id);
    case MessageRole::Unstyled: return message->unstyled;
    case MessageRole::Found: return found(*message);
    case MessageRole::Marked: return m_marked && message->id == m_marked;
    case MessageRole::UnreadLine: return m_unreadFrom && message->id == m_unreadFrom;
    default: return {};
    }
}

} // namespace models
