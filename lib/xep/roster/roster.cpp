// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/roster/roster.h"

#include "base/log.h"
#include "stream/ns.h"
#include "xep/refusal.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace xep
{

RosterModule::RosterModule(session::Session &session, const RosterStore &store, QObject *parent) : Module(session, parent), m_store(store)
{
    keep(session.onSet<RosterQuery>([this](const stanza::Iq &iq, const RosterQuery &query) { return push(iq, query); }));
    connect(&session, &session::Session::started, this, [this] { fetch().detach(); });
    connect(&session, &session::Session::ended, this, [this] {
        ++m_sessions;
        m_loading = false;
        m_waiting.clear();
    });
}

Task<Result<void>> RosterModule::set(Jid contact, QString name, QStringList groups)
{
    RosterItem item;
    item.jid = std::move(contact);
    item.name = std::move(name);
    item.groups = std::move(groups);
    item.normalise();
    return session().set({}, RosterQuery{{}, {item}});
}

Task<Result<void>> RosterModule::remove(Jid contact)
{
    RosterItem item;
    item.jid = contact.bare();
    item.subscription = Subscription::Remove;
    return session().set({}, RosterQuery{{}, {item}});
}

Task<Result<void>> RosterModule::fetch()
{
    m_loading = true;
    const int number = ++m_sessions;
    RosterQuery query;
    // An empty version asks for versions without having a list yet (RFC 6121 2.6.2).
    if (session().features().has({u"ver", ns::RosterVersioning}))
        query.ver = m_store.version().isNull() ? u""_s : m_store.version();
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Get, {});
    iq.add(query);

    const Result<stanza::Iq> answer = co_await session().request(std::move(iq)).boundTo(this);
    if (number != m_sessions)
        co_return fail(Error::cancelled());
    if (!answer) {
        loaded();
        Q_EMIT failed(answer.error());
        co_return fail(answer.error());
    }
    const xml::Element list = answer->element().child(RosterQuery::Tag);
    if (list.isNull()) {
        // Nothing is inside: the list we have is the newest (RFC 6121 2.6.3).
        Q_EMIT unchanged();
        loaded();
        co_return {};
    }
    const Result<QList<RosterItem>> items = co_await read(list, number).boundTo(this);
    if (!items)
        co_return fail(items.error());
    const auto ver = list.attribute(u"ver");
    Q_EMIT reset(*items, ver ? ver->toString() : QString());
    loaded();
    co_return {};
}

Task<Result<QList<RosterItem>>> RosterModule::read(xml::Element query, int number)
{
    QList<RosterItem> items;
    QHash<Jid, qsizetype> rows;
    qsizetype seen = 0, bad = 0;
    // By hand over a kept range: the walk goes on where it stopped.
    const xml::Element::Range children = query.children();
    for (auto it = children.begin(); it != children.end(); ++it) {
        if (++seen % Slice == 0) {
            const Result<void> turn = co_await nextTurn().boundTo(this);
            if (!turn || number != m_sessions)
                co_return fail(Error::cancelled());
        }
        Result<RosterItem> item = xml::decode<RosterItem>(*it);
        if (!item || item->subscription == Subscription::Remove) {
            ++bad;
            continue;
        }
        item->normalise();
        // The same address spelled in two ways is one contact; the later word counts.
        if (const auto row = rows.constFind(item->jid); row != rows.cend()) {
            items[*row] = std::move(*item);
            continue;
        }
        rows.insert(item->jid, items.size());
        items.append(std::move(*item));
    }
    if (bad > 0)
        qCWarning(logSession) << bad << "contacts of the roster make no sense and are left out";
    co_return items;
}

Task<Result<void>> RosterModule::nextTurn()
{
    Promise<Result<void>> promise;
    m_turn = session().clock().after(std::chrono::milliseconds(0), [promise] { promise.finish({}); });
    return promise.task();
}

session::Reply<session::Empty> RosterModule::push(const stanza::Iq &iq, const RosterQuery &query)
{
    // Only our own account may change our list, not even the server under its own name (RFC 6121 2.1.6).
    if (!iq.from.isEmpty() && iq.from != session().account()) {
        qCWarning(logSession) << "a roster push from somebody else is refused";
        return nobodyHere();
    }
    // Exactly one, and a good one: what did not parse is not among those that were decoded.
    if (query.items.size() != 1 || iq.requestPayload().childCount() != 1)
        return std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Modify, u"bad-request"_s));
    RosterItem item = query.items.first();
    item.normalise();
    const QString ver = query.ver.value_or(QString());
    if (m_loading)
        m_waiting.append({std::move(item), ver});
    else
        apply(std::move(item), ver);
    return session::Empty{};
}

void RosterModule::apply(RosterItem item, const QString &ver)
{
    if (item.subscription == Subscription::Remove)
        Q_EMIT removed(item.jid, ver);
    else
        Q_EMIT changed(item, ver);
}

void RosterModule::loaded()
{
    m_loading = false;
    for (auto &[item, ver] : std::exchange(m_waiting, {}))
        apply(std::move(item), ver);
}

} // namespace xep
