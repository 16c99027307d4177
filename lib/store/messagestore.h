// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/streamstate.h"
#include "store/changes.h"

namespace store
{

//! Messages, what others told us about ours, and the outbox.
//!
//! Rows of a conversation are sorted by (order, id). Pages come oldest first and are found by key, never by offset.
class MessageStore final
{
public:
    using Page = Task<Result<QList<data::Message>>>;
    using Found = Task<Result<std::optional<data::Message>>>;
    using Written = Task<Result<Changes>>;

    //! A place between rows: before or after the row with this order and id.
    struct Position
    {
        qint64 order = 0;
        data::MessageId id;

        [[nodiscard]] static Position of(const data::Message &message) { return {message.order, message.id}; }
        friend auto operator<=>(const Position &, const Position &) = default;
    };

    //! A window around one message.
    struct Around
    {
        QList<data::Message> messages; //!< oldest first, the asked one among them
        qsizetype index = -1; //!< of the asked one
    };

    explicit MessageStore(Database &database) : m_database(&database) { }

    // Outbox

    //! Keeps a message of ours as Queued before its first byte leaves; `inserted` has it with id and order. `conversation`,
    //! `author`, `body`, ids and `stanza` are the caller's. ErrorKind::Invalid for text that is not well-formed Unicode.
    //! A correction of ours has `amends` and is in `amendments` instead.
    [[nodiscard]] Written append(data::Message message);
    //! Queued and Written rows of an account in the order they were appended, so FIFO within each conversation.
    [[nodiscard]] Page pending(data::AccountId account) const;
    //! The rows go into the stream now as these stanzas; `sent` is the new count. Commits before the bytes leave.
    [[nodiscard]] Written written(data::AccountId account, QList<data::LedgerEntry> entries, quint32 sent);
    //! Sets outbox states: Queued for a Retry, Acknowledged, or Failed with words. An Acknowledged row only ever becomes
    //! Failed, and that only while nobody confirmed it; what may not change stays as it is and is not in `updated`.
    [[nodiscard]] Written setState(QList<StateChange> changes);
    //! `<a h=…/>`: rows of the ledger up to h become Acknowledged and leave it. ErrorKind::Protocol if h is below the last
    //! one (XEP-0198 4); that it is not above what was sent is the stream's to know, which also counts what is no message.
    [[nodiscard]] Written acknowledge(data::AccountId account, quint32 h);

    // Incoming

    //! Commits a group in one transaction; a row the schema refuses costs only itself (Changes::rejected).
    //!
    //! A message is known if the conversation has its archive id, or the same author's origin-id or stanza id in the same
    //! direction: it may then add its archive id to the row, and prove that one of ours arrived, and nothing else. Those that
    //! share just the stanza id attribute, which careless clients count from 1, must agree in their text too.
    //!
    //! One that names another by `replaces` corrects it if both are of one author and direction; it changes that one's text,
    //! `edited` and nothing else. If that one is not there, it is a message until that one comes (XEP-0308).
    [[nodiscard]] Written commitIncoming(Batch batch);

    // Reading

    //! The newest `limit` rows.
    [[nodiscard]] Page newest(data::ConversationId conversation, int limit) const;
    //! The `limit` rows before a place, nearest ones, oldest first.
    [[nodiscard]] Page pageBefore(data::ConversationId conversation, Position before, int limit) const;
    //! The `limit` rows after a place, oldest first.
    [[nodiscard]] Page pageAfter(data::ConversationId conversation, Position after, int limit) const;
    //! The message with up to `limit` rows on each side; condition::NotFound if it is not there.
    [[nodiscard]] Task<Result<Around>> around(data::MessageId message, int limit) const;
    //! What a conversation looks like from outside.
    struct Glimpse
    {
        QList<data::Message> messages; //!< the newest, oldest first
        int count = 0; //!< how many there are in all
    };
    [[nodiscard]] Task<Result<Glimpse>> glimpse(data::ConversationId conversation, int limit) const;
    //! What corrected a message, oldest first (XEP-0308); these are on no other page.
    [[nodiscard]] Page corrections(data::MessageId message) const;
    [[nodiscard]] Found byId(data::MessageId id) const;
    [[nodiscard]] Found byArchiveId(data::ConversationId conversation, QString archiveId) const;
    //! The archive id of the newest received message up to and with this place that has one; empty: none.
    [[nodiscard]] Task<Result<QString>> archivedUpTo(data::ConversationId conversation, Position place) const;
    //! The newest row of that origin-id or, if none has it, of that stanza id attribute.
    [[nodiscard]] Found byWireId(data::ConversationId conversation, data::Direction direction, QString id) const;

private:
    Database *m_database;
};

} // namespace store
