// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/streamstate.h"
#include "store/changes.h"
#include "store/conversationrow.h"
#include "store/messagerow.h"
#include "store/placement.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace store
{

//! Writes a group of changes inside one transaction and collects what they changed.
class Committer final
{
public:
    explicit Committer(Connection &connection) : m_connection(&connection) { }

    //! A batch from outside; errors that cost one row become Changes::rejected.
    [[nodiscard]] Result<Changes> commit(const Batch &batch);
    //! A page of an archive, oldest first: its messages lie in this order, inside `room`, known ones too.
    [[nodiscard]] Result<Changes> commitHistory(Batch batch, Joined joined, Room room, Changes::Age age);
    //! What was said long ago, each at its time and read.
    [[nodiscard]] Result<Changes> commitOld(const Batch &batch);
    //! Where the messages of the page lie now, one each.
    [[nodiscard]] const QList<qint64> &places() const { return m_places; }
    //! A message of ours, into an existing conversation.
    [[nodiscard]] Result<Changes> append(data::Message message);
    [[nodiscard]] Result<Changes> setStates(const QList<StateChange> &changes);
    [[nodiscard]] Result<Changes> written(data::AccountId account, const QList<data::LedgerEntry> &entries, quint32 sent);
    [[nodiscard]] Result<Changes> acknowledge(data::AccountId account, quint32 h);

private:
    [[nodiscard]] Result<void> incoming(const IncomingMessage &incoming);
    [[nodiscard]] Result<void> mark(const IncomingMark &mark);
    [[nodiscard]] Result<void> seen(const data::ConversationId &conversation, const OwnMessage &own, const IncomingMark &mark);
    [[nodiscard]] Result<void> error(const IncomingError &error);
    [[nodiscard]] Result<void> read(const IncomingRead &read);
    [[nodiscard]] Result<void> state(const StateChange &change);
    [[nodiscard]] Result<void> counters(const StreamCounters &counters);

    template <typename T>
    [[nodiscard]] Result<void> each(const QList<T> &list, Rejected::Part part, Result<void> (Committer::*write)(const T &));

    [[nodiscard]] Result<void> know(ConversationRow &row, const KnownMessage &known, const data::Message &message);
    [[nodiscard]] Result<void> move(ConversationRow &row, const KnownMessage &known, qint64 order);
    [[nodiscard]] Result<void> place(QList<IncomingMessage> &messages, Joined joined, Room room);
    [[nodiscard]] Result<std::optional<KnownMessage>> known(const IncomingMessage &incoming);
    [[nodiscard]] Result<void> insert(ConversationRow &row, data::Message message);
    [[nodiscard]] Result<void> amend(ConversationRow &row, data::MessageId message);
    [[nodiscard]] Result<void> adopt(ConversationRow &row, const data::Message &message);
    //! The row of a key, read once a batch; a nullptr if there is none.
    [[nodiscard]] Result<ConversationRow *> conversation(const ConversationKey &key);
    [[nodiscard]] ConversationRow *keep(ConversationRow row);
    [[nodiscard]] Result<void> settle(data::AccountId account, quint32 h);
    [[nodiscard]] Result<Changes> finish();

    Connection *m_connection;
    Changes m_changes;
    QHash<data::ConversationId, std::shared_ptr<ConversationRow>> m_rows;
    QHash<QString, data::ConversationId> m_byKey;
    QSet<data::ConversationId> m_touched;
    QSet<data::ConversationId> m_recount; //!< of these the unread ones must be counted anew
    QSet<data::ConversationId> m_resume; //!< of these the newest message may be another one
    QList<qint64> m_places;
    QSet<data::MessageId> m_moved;
    QList<data::MessageId> m_updated; //!< in the order of the changes
};

} // namespace store
