// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "data/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace data
{

//! Which way a message goes; Sent covers our other devices' too.
enum class Direction { Received = 0, Sent = 1 };

//! The outbox state of a message of ours. Received messages are Acknowledged.
enum class SendState {
    Queued = 0, //!< committed, no byte left yet
    Written = 1, //!< went into a stream, not acknowledged: may never have arrived
    Acknowledged = 2, //!< the server has it (XEP-0198), or it came from an archive or carbon
    Failed = 3, //!< refused; errorText says why
};

//! Who wrote a message, apart from where it was written.
struct Author
{
    Jid address; //!< bare address; the occupant's full one in groups
    QString nick; //!< groups
    QString occupantId; //!< XEP-0421
    Jid realAddress; //!< when a group shows it

    friend bool operator==(const Author &, const Author &) = default;
};

//! How a message was protected; chosen when it is written and never weakened.
enum class Encryption { None = 0, Omemo = 1, Omemo2 = 2 };

//! One message. Delivered and displayed are facts of their own (see Mark), the tick is derived.
struct Message
{
    MessageId id;
    ConversationId conversation;
    Author author;
    Direction direction = Direction::Received;
    QString body;
    bool unstyled = false; //!< its author wants the body shown as it is (XEP-0393)

    QString stanzaIdAttribute; //!< the `id` attribute on the wire
    QString originId; //!< XEP-0359
    QString archiveId; //!< XEP-0359 stanza-id by our own archive (or the group's), trusted only when verified
    Jid sentFrom; //!< full address of the sending device

    QDateTime time; //!< UTC: server delay if any, else arrival or writing
    bool delayed = false; //!< a verified delay stamp gave `time`
    qint64 order = 0; //!< sort key inside the conversation: about the time in microseconds, moved to where an archive says it belongs; ties by id

    Encryption encryption = Encryption::None;
    SendState state = SendState::Acknowledged;
    QString errorText; //!< for Failed, in words
    QString errorCondition;
    QByteArray stanza; //!< our own, exactly as sent; empty for received ones

    MessageId amends; //!< a correction of that message: no row of its own on the screen (XEP-0308)
    QString replaces; //!< the stanza id attribute it names; without `amends` that message is not known yet
    QDateTime edited; //!< UTC: when the newest correction of this one was written; invalid: never. `body` is the newest text
    QString firstBody; //!< what an edited one said at first

    bool delivered = false; //!< derived from marks when read from the store: some device confirmed receipt (XEP-0184)
    bool displayed = false; //!< derived: the other side has seen it (XEP-0333)
    SendState editState = SendState::Acknowledged; //!< derived: how far the newest correction has come
    QString editError; //!< derived: for Failed, in words

    friend bool operator==(const Message &, const Message &) = default;
};

//! A fact about a message of ours that another party told us.
enum class MarkKind { Delivered = 0, Displayed = 1 };

struct Mark
{
    MessageId message;
    Jid who; //!< bare
    MarkKind kind = MarkKind::Delivered;
    QDateTime when;
};

} // namespace data
