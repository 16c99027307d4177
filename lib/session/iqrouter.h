// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/task.h"
#include "session/handle.h"
#include "session/handled.h"
#include "stanza/iq.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <map>

namespace session
{

//! What answers a request: the payload of the result (empty: none), or a stanza error.
using IqReply = std::expected<QByteArray, stanza::StanzaError>;

//! Matches answers to requests and requests to handlers (RFC 6120 8.2.3, 8.4).
//!
//! An answer counts only if id and sender are the ones asked; anything else is dropped. Every request ends: answer, error,
//! Timeout or Disconnected.
class IqRouter final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds DefaultTimeout{60'000};
    using Handler = std::function<Task<Result<IqReply>>(const stanza::Iq &)>;

    IqRouter(Clock &clock, Jid account, QObject *parent = nullptr);

    //! Sends a request; the answer is the result iq, or an Error of kind Stanza.
    [[nodiscard]] Task<Result<stanza::Iq>> request(stanza::Iq iq, std::chrono::milliseconds timeout = DefaultTimeout);
    //! Answers requests of one type whose payload has this name. Who may ask is the handler's business.
    [[nodiscard]] Handle handle(stanza::IqType type, xml::Name payload, Handler handler);

    //! What comes in. `handled` is kept until a request is answered.
    void receive(const stanza::Iq &iq, const Handled &handled);
    void setBound(const Jid &bound) { m_bound = bound; }
    //! Ends all waiting requests.
    void failAll(const Error &error);
    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_waiting.size()); }

Q_SIGNALS:
    void send(const QByteArray &xml);

private:
    struct Waiting
    {
        Jid to;
        Promise<Result<stanza::Iq>> promise;
        Timer timeout;
    };
    struct Key
    {
        stanza::IqType type;
        QString name, ns;
        friend auto operator<=>(const Key &, const Key &) = default;
    };

    void answer(const stanza::Iq &iq);
    void serve(const stanza::Iq &iq, const Handled &handled);
    void reply(const stanza::Iq &request, const IqReply &reply);
    [[nodiscard]] bool mayAnswer(const Jid &asked, const Jid &from) const;

    Clock &m_clock;
    Jid m_account, m_bound;
    std::map<QString, Waiting> m_waiting;
    std::map<Key, std::shared_ptr<Handler>> m_handlers;
};

} // namespace session
