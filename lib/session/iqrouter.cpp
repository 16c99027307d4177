// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/iqrouter.h"

#include "base/log.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace session
{

IqRouter::IqRouter(Clock &clock, Jid account, QObject *parent) : QObject(parent), m_clock(clock), m_account(std::move(account))
{
}

Task<Result<stanza::Iq>> IqRouter::request(stanza::Iq iq, std::chrono::milliseconds timeout)
{
    if (iq.id.isEmpty())
        iq.id = stanza::newId();
    Waiting waiting;
    waiting.to = iq.to;
    waiting.timeout = m_clock.after(timeout, [this, id = iq.id] {
        const auto node = m_waiting.extract(id);
        if (!node.empty())
            node.mapped().promise.finish(std::unexpected(Error::timeout()));
    });
    auto task = waiting.promise.task();
    m_waiting.insert_or_assign(iq.id, std::move(waiting));
    Q_EMIT send(iq.toXml());
    return task;
}

Handle IqRouter::handle(stanza::IqType type, xml::Name payload, Handler handler)
{
    const Key key{type, payload.local.toString(), payload.ns.toString()};
    const auto stored = std::make_shared<Handler>(std::move(handler));
    Q_ASSERT_X(!m_handlers.contains(key), "IqRouter", "two handlers for one payload");
    m_handlers.insert_or_assign(key, stored);
    return Handle([self = QPointer(this), key, weak = std::weak_ptr(stored)] {
        if (!self)
            return;
        const auto it = self->m_handlers.find(key);
        if (it != self->m_handlers.end() && it->second == weak.lock())
            self->m_handlers.erase(it);
    });
}

void IqRouter::receive(const stanza::Iq &iq, const Handled &handled)
{
    if (iq.type == stanza::IqType::Get || iq.type == stanza::IqType::Set)
        serve(iq, handled);
    else
        answer(iq);
}

bool IqRouter::mayAnswer(const Jid &asked, const Jid &from) const
{
    if (from == asked)
        return true;
    // The server answers for the account, and may leave its name out; so it does for itself (RFC 6120 8.1.2.1, 10.3.3).
    const bool askedAccount = asked.isEmpty() || asked == m_account;
    const bool fromAccount = from.isEmpty() || from == m_account || (!m_bound.isEmpty() && from == m_bound);
    if (askedAccount && fromAccount)
        return true;
    const bool askedServer = asked == m_account.domainJid();
    return (askedServer && from.isEmpty()) || (asked.isEmpty() && from == m_account.domainJid());
}

void IqRouter::answer(const stanza::Iq &iq)
{
    const auto it = m_waiting.find(iq.id);
    if (it == m_waiting.end())
        return;
    if (!mayAnswer(it->second.to, iq.from)) {
        qCWarning(logSession) << "an answer from somebody who was not asked is dropped";
        return;
    }
    auto node = m_waiting.extract(it);
    node.mapped().timeout.reset();
    if (iq.type == stanza::IqType::Error)
        node.mapped().promise.finish(std::unexpected(iq.error->toError()));
    else
        node.mapped().promise.finish(iq);
}

void IqRouter::serve(const stanza::Iq &iq, const Handled &handled)
{
    const xml::Element payload = iq.requestPayload();
    if (payload.isNull()) {
        reply(iq, std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Modify, u"bad-request"_s)));
        return;
    }
    const auto it = m_handlers.find({iq.type, payload.name().toString(), payload.ns().toString()});
    if (it == m_handlers.end()) {
        reply(iq, std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Cancel, u"service-unavailable"_s)));
        return;
    }
    const auto handler = it->second; // it may take itself out
    (*handler)(iq).then(this, [this, iq, handled](const Result<IqReply> &answer) {
        reply(iq, answer ? *answer : std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Wait, u"internal-server-error"_s)));
    });
}

void IqRouter::reply(const stanza::Iq &request, const IqReply &reply)
{
    stanza::Iq iq = reply ? stanza::Iq::resultFor(request) : stanza::Iq::errorFor(request, reply.error());
    if (reply)
        iq.addRaw(*reply);
    Q_EMIT send(iq.toXml());
}

void IqRouter::failAll(const Error &error)
{
    const auto all = std::exchange(m_waiting, {});
    for (const auto &[id, waiting] : all)
        waiting.promise.finish(std::unexpected(error));
}

} // namespace session
