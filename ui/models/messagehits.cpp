// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagehits.h"

#include "models/words.h"

using namespace Qt::StringLiterals;

namespace models
{

MessageHits::MessageHits(im::Messenger &messenger, Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_messenger(messenger), m_clock(clock), m_feed(messenger)
{
    connect(&m_feed, &SearchFeed::aboutToReset, this, &MessageHits::beginResetModel);
    connect(&m_feed, &SearchFeed::reset, this, [this] {
        m_finder = data::WordFinder(m_feed.query().terms);
        m_note = false;
        endResetModel();
    });
    connect(&m_feed, &SearchFeed::aboutToAdd, this, [this](qsizetype count) {
        beginInsertRows({}, rowCount(), rowCount() + int(count) - 1);
    });
    connect(&m_feed, &SearchFeed::added, this, &MessageHits::endInsertRows);
    connect(&m_feed, &SearchFeed::changed, this, &MessageHits::followNote);
    connect(&m_feed, &SearchFeed::failed, this, &MessageHits::failed);
}

void MessageHits::setPictures(Pictures &pictures)
{
    m_pictures = &pictures;
    connect(&pictures, &Pictures::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ChatRole::AvatarImage});
    });
}

//! Says that there is nothing once that is sure.
void MessageHits::followNote()
{
    const bool note = !m_feed.query().isEmpty() && m_feed.hits().isEmpty() && !m_feed.isBusy();
    if (note == m_note)
        return;
    if (note) {
        beginInsertRows({}, 1, 1);
        m_note = true;
        endInsertRows();
    } else {
        beginRemoveRows({}, 1, 1);
        m_note = false;
        endRemoveRows();
    }
}

const data::SearchHit *MessageHits::hitAt(int row) const
{
    return row >= 1 && row <= m_feed.hits().size() ? &m_feed.hits().at(row - 1) : nullptr;
}

int MessageHits::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_feed.query().isEmpty())
        return 0;
    return 1 + int(m_feed.hits().size()) + (m_note ? 1 : 0);
}

Qt::ItemFlags MessageHits::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return hitAt(index.row()) ? QAbstractListModel::flags(index) : Qt::ItemNeverHasChildren;
}

QVariant MessageHits::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const data::SearchHit *hit = hitAt(index.row());
    return hit ? hitData(*hit, role) : lineData(index.row(), role);
}

QVariant MessageHits::lineData(int row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case ChatRole::Name: return row == 0 ? tr("Messages") : tr("No messages found");
    case ChatRole::Id: return row == 0 ? u"heading"_s : u"note"_s;
    case ChatRole::Line: return row == 0 ? 1 : 2;
    default: return {};
    }
}

QString MessageHits::chatName(const data::SearchHit &hit) const
{
    const auto chat = m_messenger.conversation(hit.conversation);
    const im::Account *account = chat ? m_messenger.accounts().byId(chat->account) : nullptr;
    return account ? account->nameOf(chat->address) : hit.author.address.toString();
}

//! Who wrote, where the chat's name does not say it.
QString MessageHits::sender(const data::SearchHit &hit) const
{
    return hit.direction == data::Direction::Sent ? tr("You") : hit.author.nick;
}

QVariant MessageHits::hitData(const data::SearchHit &hit, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case ChatRole::Name: return chatName(hit);
    case ChatRole::Id: return u"m%1"_s.arg(hit.message.value);
    case ChatRole::Preview: return hit.snippet;
    case ChatRole::PreviewSender: return sender(hit);
    case ChatRole::TimeText: return listTime(hit.time, m_clock.now());
    case ChatRole::Found: {
        QList<std::pair<int, int>> spans;
        for (const data::TextSpan span : m_finder.find(hit.snippet))
            spans.append({span.start, span.length});
        return QVariant::fromValue(spans);
    }
    case ChatRole::AvatarKey:
    case ChatRole::Address: {
        const auto chat = m_messenger.conversation(hit.conversation);
        return chat ? chat->address.toString() : QString();
    }
    case ChatRole::AvatarImage: {
        const auto chat = m_messenger.conversation(hit.conversation);
        im::Account *account = m_pictures && chat ? m_messenger.accounts().byId(chat->account) : nullptr;
        return account && chat->kind == data::ConversationKind::Chat ? m_pictures->picture(*account, chat->address) : QVariant();
    }
    case Qt::AccessibleTextRole: {
        QStringList parts{sender(hit), chatName(hit), hit.snippet, listTime(hit.time, m_clock.now())};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

} // namespace models
