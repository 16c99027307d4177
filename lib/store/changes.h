// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/conversation.h"
#include "data/message.h"
#include "store/conversationstore.h"

#include <optional>

namespace store
{

//! Somebody tells us that a message of ours arrived or was seen; `messageId` is the id they name (XEP-0184, XEP-0333).
struct IncomingMark
{
    ConversationKey where;
    QString messageId; //!< our stanza id attribute or origin-id; in groups the archive id
    Jid who; //!< in a chat it must be the other side, else the mark is ignored
    data::MarkKind kind = data::MarkKind::Delivered;
    QDateTime when;
};

//! Another device of ours has shown everything up to the message they name; it never goes back.
struct IncomingRead
{
    enum class Names { Message, Archive };

    ConversationKey where;
    QString id; //!< of a message of theirs, its stanza id attribute or origin-id (XEP-0333); or of any, its archive id (XEP-0490)
    Names names = Names::Message;
};

//! A stanza error that answers a message of ours; that it came from where the message went is checked before.
struct IncomingError
{
    ConversationKey where;
    QString messageId; //!< our stanza id attribute
    QString condition; //!< RFC 6120 8.3.3
    QString text; //!< in words
};

//! A new message with the conversation it belongs to, which is made when it is new. `message.conversation` and
//! `state` are filled in here; an `order` of 0 becomes the time in microseconds, but never before the newest row unless `delayed`.
struct IncomingMessage
{
    ConversationKey where;
    data::Message message;
};

//! An own message whose outbox state changes by itself (not by the ledger).
struct StateChange
{
    data::MessageId message;
    data::SendState state = data::SendState::Queued;
    QString errorText; //!< for Failed, in words
    QString errorCondition;
};

//! The counters that commit with what they count (XEP-0198); left out ones stay.
struct StreamCounters
{
    data::AccountId account;
    std::optional<quint32> handled; //!< our h: everything up to it is in this batch or committed before
    std::optional<quint32> acknowledged; //!< their h: rows of the ledger up to it become Acknowledged
    QDateTime lastAlive; //!< UTC
};

//! A group of incoming things that commits as one.
struct Batch
{
    QList<IncomingMessage> messages;
    QList<IncomingMark> marks;
    QList<IncomingError> errors;
    QList<IncomingRead> reads;
    QList<StateChange> states;
    QList<StreamCounters> counters; //!< at most one an account

    void add(IncomingMessage message) { messages.append(std::move(message)); }
    void add(IncomingMark mark) { marks.append(std::move(mark)); }
    void add(IncomingError error) { errors.append(std::move(error)); }
    void add(IncomingRead read) { reads.append(std::move(read)); }
    //! How many things came in.
    [[nodiscard]] qsizetype size() const { return messages.size() + marks.size() + errors.size() + reads.size(); }
    //! Puts what came later behind this.
    void append(const Batch &later)
    {
        messages += later.messages;
        marks += later.marks;
        errors += later.errors;
        reads += later.reads;
        states += later.states;
        counters += later.counters;
    }
};

//! Somebody has seen a conversation up to here.
struct SeenUpTo
{
    data::ConversationId conversation;
    Jid who;
    qint64 order = 0;
    data::MessageId message;

    //! Whether the message counts as displayed by it.
    [[nodiscard]] bool covers(const data::Message &m) const
    {
        return m.conversation == conversation && m.direction == data::Direction::Sent
            && m.state == data::SendState::Acknowledged && std::pair(m.order, m.id) <= std::pair(order, message);
    }
};

//! One thing of a batch that could not be kept, while the others were.
struct Rejected
{
    enum class Part { Message, Mark, Error, Read, State, Counters };
    Part part = Part::Message;
    qsizetype index = 0; //!< in its list of the batch
    Error error;
};

//! What a write changed, for signals of exact rows.
struct Changes
{
    //! When the messages in it were said: now, while we were away, or long ago and nothing to tell anybody of.
    enum class Age { Live, Missed, Old };

    Age age = Age::Live;
    QList<data::Message> inserted; //!< with id, conversation and order
    QList<data::Message> updated; //!< as they are now: state, error, archive id, delivered, what corrections made of it
    QList<data::Message> amendments; //!< corrections that were just kept; what they corrected is in `updated`
    QList<data::Message> moved; //!< known before, but the archive says they belong elsewhere; as they are now
    QList<data::MessageId> removed; //!< taken for messages of their own until now, corrections from now on
    QList<SeenUpTo> seen; //!< horizons that moved on: every row each covers() is delivered and displayed now
    QList<data::Conversation> conversations; //!< new ones and those whose preview, unread count or hidden state changed
    QList<data::MessageId> rows; //!< the row of each message of the batch, new or known; 0 for a rejected one
    QList<Rejected> rejected;
};

} // namespace store
