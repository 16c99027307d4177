// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/committer.h"

#include "base/log.h"
#include "store/corrections.h"
#include "store/ledger.h"
#include "store/rows.h"

using namespace Qt::StringLiterals;
using data::SendState;

namespace store
{

namespace
{

qint64 naturalOrder(const data::Message &message)
{
    return message.time.toMSecsSinceEpoch() * 1000;
}

//! The sort key of a message: what it brings, else its time; a live one never sorts before what is there.
qint64 orderOf(const data::Message &message, const ConversationRow &row)
{
    if (message.order != 0)
        return message.order;
    const qint64 time = naturalOrder(message);
    return message.delayed || !row.value.lastMessage ? time : std::max(time, row.lastOrder);
}

//! What comes in as a message of its conversation.
data::Message messageOf(const IncomingMessage &incoming, const ConversationRow &row)
{
    data::Message message = incoming.message;
    message.conversation = row.value.id;
    message.state = SendState::Acknowledged; // what came in is never sent by us
    if (incoming.where.kind == data::ConversationKind::Chat)
        message.author.address = message.author.address.bare();
    return message;
}

QString textOf(const ConversationKey &key)
{
    return u"%1/%2/%3"_s.arg(key.account.value).arg(int(key.kind)).arg(key.rowAddress().toString());
}

} // namespace

template <typename T>
Result<void> Committer::each(const QList<T> &list, Rejected::Part part, Result<void> (Committer::*write)(const T &))
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Result<void> done = (this->*write)(list[i]);
        if (done)
            continue;
        if (!isRowError(done.error()))
            return done;
        m_changes.rejected << Rejected{part, i, done.error()};
    }
    return {};
}

Result<Changes> Committer::commit(const Batch &batch)
{
    if (const auto done = each(batch.messages, Rejected::Part::Message, &Committer::incoming); !done)
        return fail(done.error());
    // Errors before marks: a receipt after an error wins.
    if (const auto done = each(batch.errors, Rejected::Part::Error, &Committer::error); !done)
        return fail(done.error());
    if (const auto done = each(batch.states, Rejected::Part::State, &Committer::state); !done)
        return fail(done.error());
    if (const auto done = each(batch.counters, Rejected::Part::Counters, &Committer::counters); !done)
        return fail(done.error());
    if (const auto done = each(batch.marks, Rejected::Part::Mark, &Committer::mark); !done)
        return fail(done.error());
    if (const auto done = each(batch.reads, Rejected::Part::Read, &Committer::read); !done)
        return fail(done.error());
    return finish();
}

Result<Changes> Committer::commitHistory(Batch batch, Joined joined, Room room, Changes::Age age)
{
    m_changes.age = age;
    if (const auto done = place(batch.messages, joined, room); !done)
        return fail(done.error());
    return commit(batch);
}

Result<Changes> Committer::commitOld(const Batch &batch)
{
    m_changes.age = Changes::Age::Old;
    return commit(batch);
}

Result<void> Committer::place(QList<IncomingMessage> &messages, Joined joined, Room room)
{
    QList<Wish> wishes;
    for (const IncomingMessage &incoming : std::as_const(messages)) {
        const auto same = known(incoming);
        if (!same)
            return fail(same.error());
        wishes << Wish{naturalOrder(incoming.message), *same ? std::optional((*same)->order) : std::nullopt};
    }
    m_places = placed(wishes, joined, room);
    for (qsizetype i = 0; i < messages.size(); ++i)
        messages[i].message.order = m_places[i];
    return {};
}

Result<std::optional<KnownMessage>> Committer::known(const IncomingMessage &incoming)
{
    const auto row = conversation(incoming.where);
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    return findKnown(*m_connection, messageOf(incoming, **row));
}

Result<Changes> Committer::append(data::Message message)
{
    const auto found = findConversation(*m_connection, message.conversation);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(notFound());
    message.direction = data::Direction::Sent;
    message.state = SendState::Queued;
    message.delayed = false;
    message.order = 0;
    if (const auto done = insert(*keep(**found), std::move(message)); !done)
        return fail(done.error());
    return finish();
}

Result<Changes> Committer::setStates(const QList<StateChange> &changes)
{
    for (const StateChange &change : changes) {
        if (const auto done = state(change); !done)
            return fail(done.error());
    }
    return finish();
}

Result<Changes> Committer::written(data::AccountId account, const QList<data::LedgerEntry> &entries, quint32 sent)
{
    for (const data::LedgerEntry &entry : entries) {
        if (const auto done = state({entry.message, SendState::Written, {}, {}}); !done)
            return fail(done.error());
    }
    if (const auto done = appendLedger(*m_connection, account, entries, sent); !done)
        return fail(done.error());
    return finish();
}

Result<Changes> Committer::acknowledge(data::AccountId account, quint32 h)
{
    if (const auto done = settle(account, h); !done)
        return fail(done.error());
    return finish();
}

Result<void> Committer::incoming(const IncomingMessage &incoming)
{
    m_changes.rows << data::MessageId{};
    const auto known = conversation(incoming.where);
    if (!known)
        return fail(known.error());
    ConversationRow *row = *known;
    const bool isNew = !row;
    if (isNew) {
        auto made = makeConversation(*m_connection, incoming.where);
        if (!made)
            return fail(made.error());
        row = keep(std::move(*made));
    }
    data::Message message = messageOf(incoming, *row);
    if (!isNew) {
        const auto same = findKnown(*m_connection, message);
        if (!same)
            return fail(same.error());
        if (*same)
            return know(*row, **same, message);
    }
    Result<void> inserted = insert(*row, std::move(message));
    if (!inserted && isNew) {
        // A row that was refused leaves no empty chat behind.
        const data::ConversationId id = row->value.id;
        m_byKey.remove(textOf(incoming.where));
        m_rows.remove(id);
        if (const auto removed = removeConversation(*m_connection, id); !removed)
            return removed;
    }
    return inserted;
}

Result<void> Committer::know(ConversationRow &row, const KnownMessage &known, const data::Message &message)
{
    m_changes.rows.last() = known.id;
    bool changed = false;
    if (!known.hasArchiveId && !message.archiveId.isEmpty()) {
        Statement statement(*m_connection, u"UPDATE messages SET archive_id=? WHERE id=? AND archive_id=''"_s);
        if (const auto done = statement.bind(toSql(message.archiveId)).bind(toSql(known.id)).exec(); !done)
            return done;
        changed = true;
    }
    // It came back to us, so it got there.
    if (known.state == SendState::Queued || known.state == SendState::Written || known.doubtful) {
        const auto done = changeState(*m_connection, known.id, SendState::Acknowledged);
        if (!done)
            return fail(done.error());
        changed |= *done;
    }
    if (changed)
        m_updated << known.id;
    return message.order != 0 && message.order != known.order ? move(row, known, message.order) : Result<void>();
}

//! An archive says that a message lies elsewhere.
Result<void> Committer::move(ConversationRow &row, const KnownMessage &known, qint64 order)
{
    Statement position(*m_connection, u"UPDATE messages SET position=? WHERE id=?"_s);
    if (const auto done = position.bind(order).bind(toSql(known.id)).exec(); !done)
        return done;
    if (known.amends)
        return amend(row, known.amends);
    Statement seen(*m_connection, u"UPDATE seen SET position=? WHERE conversation=? AND message=?"_s);
    if (const auto done = seen.bind(order).bind(toSql(row.value.id)).bind(toSql(known.id)).exec(); !done)
        return done;
    if (row.value.readUpTo == known.id)
        row.readOrder = order;
    m_moved << known.id;
    m_updated << known.id;
    m_touched << row.value.id;
    m_resume << row.value.id;
    return {};
}

Result<void> Committer::insert(ConversationRow &row, data::Message message)
{
    message.time = message.time.toUTC();
    message.order = orderOf(message, row);
    message.delivered = message.displayed = false;
    if (!message.amends && !message.replaces.isEmpty()) {
        const auto corrected = findCorrected(*m_connection, message);
        if (!corrected)
            return fail(corrected.error());
        message.amends = corrected->value_or(data::MessageId{});
    }
    if (const auto done = insertMessage(*m_connection, message); !done)
        return done;
    if (!m_changes.rows.isEmpty())
        m_changes.rows.last() = message.id;
    if (message.amends) {
        const data::MessageId amended = message.amends;
        m_changes.amendments << std::move(message);
        return amend(row, amended);
    }
    const bool wasRead = m_changes.age == Changes::Age::Old;
    if (row.add(message, wasRead ? ConversationRow::Seen::Yes : ConversationRow::Seen::No))
        m_recount << row.value.id;
    m_touched << row.value.id;
    // An own one from the archive may lie before what was seen already: finish() reads it back.
    if (message.direction == data::Direction::Sent && message.state == SendState::Acknowledged)
        m_updated << message.id;
    m_changes.inserted << message;
    return adopt(row, message);
}

//! A message has a new correction.
Result<void> Committer::amend(ConversationRow &row, data::MessageId message)
{
    const auto body = applyCorrections(*m_connection, message);
    if (!body)
        return fail(body.error());
    row.correct(message, *body);
    m_touched << row.value.id;
    m_updated << message;
    return {};
}

//! Corrections may come first: from an archive that is read backwards.
Result<void> Committer::adopt(ConversationRow &row, const data::Message &message)
{
    const auto adopted = adoptCorrections(*m_connection, message);
    if (!adopted)
        return fail(adopted.error());
    if (adopted->isEmpty())
        return {};
    m_changes.removed << *adopted;
    m_changes.inserted.removeIf([&](const data::Message &one) { return adopted->contains(one.id); });
    if (const auto done = amend(row, message.id); !done)
        return done;
    return resumeSummary(*m_connection, row);
}

Result<void> Committer::mark(const IncomingMark &mark)
{
    const auto found = conversation(mark.where);
    if (!found)
        return fail(found.error());
    if (!*found || (mark.where.kind == data::ConversationKind::Chat && mark.who.bare() != mark.where.rowAddress()))
        return {};
    const data::ConversationId id = (*found)->value.id;
    const auto own = findOwn(*m_connection, id, mark.messageId);
    if (!own)
        return fail(own.error());
    if (!*own)
        return {};
    const data::MessageId message = (*own)->id;
    // Whoever confirms it has it, whatever was heard before.
    const auto arrived = changeState(*m_connection, message, SendState::Acknowledged);
    if (!arrived)
        return fail(arrived.error());
    bool changed = *arrived;
    if (mark.kind == data::MarkKind::Displayed) {
        if (const auto done = seen(id, **own, mark); !done)
            return done;
    } else {
        Statement statement(*m_connection, u"INSERT INTO receipts (message, who, time) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s);
        if (const auto done = statement.bind(toSql(message)).bind(toSql(mark.who)).bind(toSql(mark.when)).exec(); !done)
            return done;
        changed |= m_connection->changes() > 0;
    }
    if (changed)
        m_updated << message;
    return {};
}

Result<void> Committer::seen(const data::ConversationId &conversation, const OwnMessage &own, const IncomingMark &mark)
{
    Statement statement(*m_connection,
        u"INSERT INTO seen (conversation, who, position, message, time) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET position=excluded.position, message=excluded.message, time=excluded.time "
        "WHERE (excluded.position, excluded.message) > (seen.position, seen.message)"_s);
    statement.bind(toSql(conversation)).bind(toSql(mark.who)).bind(toSql(own.order)).bind(toSql(own.id)).bind(toSql(mark.when));
    if (const auto done = statement.exec(); !done)
        return done;
    if (m_connection->changes() == 0)
        return {};
    m_changes.seen.removeIf([&](const SeenUpTo &other) { return other.conversation == conversation && other.who == mark.who; });
    m_changes.seen << SeenUpTo{conversation, mark.who, own.order, own.id};
    return {};
}

Result<void> Committer::read(const IncomingRead &read)
{
    const auto found = conversation(read.where);
    if (!found)
        return fail(found.error());
    if (!*found)
        return {};
    ConversationRow &row = **found;
    const auto message = read.names == IncomingRead::Names::Archive ? findArchived(*m_connection, row.value.id, read.id) : findReceived(*m_connection, row.value.id, read.id);
    if (!message)
        return fail(message.error());
    if (*message && row.readUpTo((*message)->id, (*message)->order)) {
        m_touched << row.value.id;
        m_recount << row.value.id;
    }
    return {};
}

Result<void> Committer::error(const IncomingError &error)
{
    const auto found = conversation(error.where);
    if (!found)
        return fail(found.error());
    if (!*found)
        return {};
    const auto own = findOwn(*m_connection, (*found)->value.id, error.messageId);
    if (!own)
        return fail(own.error());
    if (!*own)
        return {};
    return state({(*own)->id, SendState::Failed, error.text, error.condition});
}

Result<void> Committer::state(const StateChange &change)
{
    const auto changed = changeState(*m_connection, change.message, change.state, change.errorText, change.errorCondition);
    if (!changed)
        return fail(changed.error());
    if (*changed)
        m_updated << change.message;
    return {};
}

Result<void> Committer::counters(const StreamCounters &counters)
{
    Statement statement(*m_connection, u"UPDATE streams SET handled=coalesce(?, handled), last_alive=coalesce(?, last_alive) WHERE account=?"_s);
    statement.bind(counters.handled ? toSql(*counters.handled) : QVariant(QMetaType::fromType<qint64>()));
    if (const auto done = statement.bind(toSql(counters.lastAlive)).bind(toSql(counters.account)).exec(); !done)
        return done;
    if (m_connection->changes() == 0)
        return fail(notFound());
    return counters.acknowledged ? settle(counters.account, *counters.acknowledged) : Result<void>();
}

Result<void> Committer::settle(data::AccountId account, quint32 h)
{
    const auto settled = settleLedger(*m_connection, account, h);
    if (!settled)
        return fail(settled.error());
    m_updated << *settled;
    return {};
}

Result<ConversationRow *> Committer::conversation(const ConversationKey &key)
{
    const QString text = textOf(key);
    if (const auto known = m_byKey.constFind(text); known != m_byKey.cend())
        return m_rows.value(*known).get();
    auto found = findConversation(*m_connection, key);
    if (!found)
        return fail(found.error());
    return *found ? keep(std::move(**found)) : nullptr;
}

ConversationRow *Committer::keep(ConversationRow row)
{
    const data::Conversation &value = row.value;
    m_byKey.insert(textOf({value.account, value.address, value.kind}), value.id);
    const auto kept = std::make_shared<ConversationRow>(std::move(row));
    m_rows.insert(kept->value.id, kept);
    return kept.get();
}

Result<Changes> Committer::finish()
{
    for (const data::ConversationId id : std::as_const(m_touched)) {
        const auto row = m_rows.value(id);
        if (m_resume.contains(id)) {
            if (const auto done = resumeSummary(*m_connection, *row); !done)
                return fail(done.error());
        } else if (m_recount.contains(id)) {
            if (const auto done = recountUnread(*m_connection, *row); !done)
                return fail(done.error());
        }
        if (const auto done = saveSummary(*m_connection, *row); !done)
            return fail(done.error());
        m_changes.conversations << row->value;
    }
    QSet<data::MessageId> inserted, told;
    for (const data::Message &message : std::as_const(m_changes.inserted))
        inserted << message.id;
    for (const data::MessageId id : std::as_const(m_updated)) {
        if (told.contains(id))
            continue;
        told << id;
        auto message = findMessage(*m_connection, id);
        if (!message)
            return fail(message.error());
        if (!*message)
            continue;
        // How a correction fares is told of what it corrects.
        if (const data::MessageId amended = (*message)->amends) {
            if (told.contains(amended))
                continue;
            told << amended;
            message = findMessage(*m_connection, amended);
            if (!message)
                return fail(message.error());
            if (!*message)
                continue;
        }
        if (const data::MessageId shown = (*message)->id; inserted.contains(shown))
            *std::ranges::find(m_changes.inserted, shown, &data::Message::id) = std::move(**message);
        else if (m_moved.contains(shown))
            m_changes.moved << std::move(**message);
        else
            m_changes.updated << std::move(**message);
    }
    return std::move(m_changes);
}

} // namespace store
