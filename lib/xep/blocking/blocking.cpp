// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/blocking/blocking.h"

#include "base/log.h"
#include "xep/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

void sortOnce(QList<Jid> &addresses)
{
    std::ranges::sort(addresses);
    addresses.erase(std::ranges::unique(addresses).begin(), addresses.end());
}

} // namespace

BlockingModule::BlockingModule(session::Session &session, const ServerFeaturesModule &serverFeatures, QObject *parent) :
    Module(session, parent), m_serverFeatures(serverFeatures)
{
    keep(session.onSet<Block>([this](const stanza::Iq &iq, const Block &block) { return push(iq, Change::Block, block.items); }));
    keep(session.onSet<Unblock>([this](const stanza::Iq &iq, const Unblock &unblock) {
        // Only an empty one means everybody, not one whose addresses make no sense.
        const bool all = iq.requestPayload().childCount() == 0;
        return push(iq, all ? Change::UnblockAll : Change::Unblock, unblock.items);
    }));
    connect(&serverFeatures, &ServerFeaturesModule::changed, this, &BlockingModule::follow);
    connect(&session, &session::Session::ended, this, [this] {
        ++m_sessions;
        m_waiting.clear();
        settle(State::Unknown);
    });
}

QList<Jid> BlockingModule::blocksOn(const Jid &address) const
{
    QList<Jid> wanted{address, address.bare(), address.domainJid()};
    // "domain/resource" has no bare address but its domain.
    sortOnce(wanted);
    wanted.removeIf([this](const Jid &one) { return one.isEmpty() || !std::ranges::binary_search(m_blocked, one); });
    return wanted;
}

Task<Result<void>> BlockingModule::block(QList<Jid> addresses, std::optional<Report> report)
{
    if (addresses.isEmpty())
        co_return {};
    if (!isThere())
        co_return fail(ErrorKind::Unsupported, tr("Blocking is not possible now."));
    Block request;
    for (const Jid &address : std::as_const(addresses))
        request.items << BlockedItem{address, takesReports() ? report : std::nullopt};
    co_return co_await session().set({}, request).boundTo(this);
}

Task<Result<void>> BlockingModule::unblock(QList<Jid> addresses)
{
    if (addresses.isEmpty())
        co_return {};
    if (!isThere())
        co_return fail(ErrorKind::Unsupported, tr("Unblocking is not possible now."));
    Unblock request;
    for (const Jid &address : std::as_const(addresses))
        request.items << BlockedItem{address, {}};
    co_return co_await session().set({}, request).boundTo(this);
}

void BlockingModule::follow()
{
    if (!m_serverFeatures.server())
        return;
    if (m_serverFeatures.serverHas(ns::Blocking)) {
        if (m_state == State::Unknown)
            fetch().detach();
    } else if (!std::exchange(m_blocked, {}).isEmpty()) {
        Q_EMIT changed(); // another server than yesterday's
    }
}

Task<Result<void>> BlockingModule::fetch()
{
    m_state = State::Loading;
    const int number = m_sessions;
    const Result<BlockList> list = co_await session().get<BlockList>({}, BlockList()).boundTo(this);
    if (number != m_sessions)
        co_return fail(Error::cancelled());
    if (!list) {
        qCWarning(logSession) << "who is blocked is not known:" << list.error();
        m_waiting.clear();
        m_state = State::Failed;
        co_return fail(list.error());
    }
    m_blocked.clear();
    apply(Change::Block, list->items);
    for (const auto &[change, items] : std::exchange(m_waiting, {}))
        apply(change, items);
    m_state = State::Loaded;
    Q_EMIT changed();
    co_return {};
}

session::Reply<session::Empty> BlockingModule::push(const stanza::Iq &iq, Change change, const QList<BlockedItem> &items)
{
    // As with the roster (RFC 6121 2.1.6): nobody but our own account may change our list.
    if (!iq.from.isEmpty() && iq.from != session().account()) {
        qCWarning(logSession) << "a push of blocked addresses from somebody else is refused";
        return nobodyHere();
    }
    if (items.isEmpty() && change != Change::UnblockAll)
        return std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Modify, u"bad-request"_s));
    if (m_state == State::Loading)
        m_waiting.append({change, items});
    if (m_state != State::Loaded)
        return session::Empty{};
    const QList<Jid> before = m_blocked;
    apply(change, items);
    if (m_blocked != before)
        Q_EMIT changed();
    return session::Empty{};
}

void BlockingModule::apply(Change change, const QList<BlockedItem> &items)
{
    if (change == Change::UnblockAll)
        m_blocked.clear();
    for (const BlockedItem &item : items) {
        if (change == Change::Block)
            m_blocked << item.jid;
        else
            m_blocked.removeOne(item.jid);
    }
    sortOnce(m_blocked);
}

void BlockingModule::settle(State state)
{
    const bool was = isThere();
    m_state = state;
    if (was != isThere())
        Q_EMIT changed();
}

} // namespace xep
