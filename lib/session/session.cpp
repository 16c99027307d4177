// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "base/log.h"

#include <QPointer>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace session
{

namespace
{
constexpr qint64 LastingTag = -1;
}

Session::Session(Jid account, Clock &clock, QObject *parent) :
    QObject(parent), m_account(std::move(account)), m_clock(clock), m_router(clock, m_account)
{
    connect(&m_router, &IqRouter::send, this, [this](const QByteArray &xml) { sendRaw(xml); });
    m_management.advanced = [this] {
        Q_EMIT committed(m_management.handledCount());
        // Tokens that go within their stanza's own turn are acknowledged in groups; late ones are commits, which let go of many.
        if (!m_inReceive && m_framing && !m_tellSoon)
            m_tellSoon = m_clock.after(0ms, [this] { tellCommits(); });
    };
}

Session::~Session()
{
    m_management.advanced = nullptr;
    m_router.failAll(Error::cancelled());
}

void Session::adopt(std::unique_ptr<stream::Framing> framing, const stream::Negotiated &negotiated)
{
    // What the old stream leaves behind is settled while nothing can be sent yet, or it would be counted into the new one.
    dropFraming();
    if (!negotiated.resumed && m_management.active()) {
        // What they say they had counts even when the stream could not be resumed (XEP-0198 5).
        if (negotiated.peerHandled) {
            if (const auto tags = m_management.acknowledge(*negotiated.peerHandled); tags && !tags->isEmpty())
                Q_EMIT acknowledged(*tags);
        }
        abandon();
    }
    m_framing = std::move(framing);
    m_framing->setParent(nullptr);
    m_bound = negotiated.bound;
    m_router.setBound(m_bound);
    m_closing = m_askedForAck = m_answerAgain = false;
    connect(m_framing.get(), &stream::Framing::element, this, &Session::receive);
    connect(m_framing.get(), &stream::Framing::alive, this, &Session::heard);
    connect(m_framing.get(), &stream::Framing::closed, this, &Session::streamClosed);
    followListeners();
    heard();
    if (negotiated.resumed)
        goOn(negotiated);
    else
        startAnew(negotiated);
}

void Session::startAnew(const stream::Negotiated &negotiated)
{
    m_features = negotiated.features;
    m_inlineEnabled = negotiated.inlineEnabled;
    m_lastTold = 0;
    if (negotiated.management)
        m_management.start(*negotiated.management, m_bound);
    else
        m_management.forget();
    Q_EMIT started();
    for (const QByteArrayList lasting = std::exchange(m_lasting, {}); const QByteArray &xml : lasting)
        write(xml, LastingTag);
    for (const xml::Element &stanza : negotiated.early) {
        if (negotiated.earlyCounts)
            receive(stanza);
        else
            receiveStanza(stanza, {});
    }
}

void Session::goOn(const stream::Negotiated &negotiated)
{
    const auto tags = m_management.acknowledge(negotiated.peerHandled.value_or(0));
    if (!tags) {
        breakStream(u"undefined-condition"_s, tr("it resumed more than was ever sent."));
        return;
    }
    m_management.resumed(negotiated.resumedFrom.value_or(m_management.handledCount()));
    m_lastTold = m_management.handledCount();
    // Before anybody hears of it and sends something new.
    for (const auto &stanza : m_management.unacknowledged())
        m_framing->send(stanza.xml);
    if (m_management.waiting() > 0)
        requestAcknowledgement();
    if (!tags->isEmpty())
        Q_EMIT acknowledged(*tags);
    Q_EMIT resumed();
}

void Session::close()
{
    if (!m_framing)
        return;
    stanza::Presence goodbye;
    goodbye.type = stanza::PresenceType::Unavailable;
    send(goodbye);
    sendAcknowledgement();
    if (m_management.active() && m_management.waiting() > 0)
        m_framing->send("<r xmlns='urn:xmpp:sm:3'/>"); // their last word on what arrived
    m_closing = true;
    m_answerWatch.reset();
    m_askSoon.reset();
    m_keepAlive.reset();
    m_framing->close();
}

void Session::loseUnacknowledged()
{
    QList<qint64> tags;
    for (const auto &stanza : m_management.takeUnacknowledged()) {
        if (stanza.tag == LastingTag)
            keepLasting(stanza.xml);
        else if (stanza.tag > 0)
            tags << stanza.tag;
    }
    if (!tags.isEmpty())
        Q_EMIT lost(tags);
}

void Session::abandon()
{
    m_management.forget();
    m_router.failAll(Error::disconnected());
    loseUnacknowledged();
    Q_EMIT ended();
}

void Session::streamClosed(const stream::Failure &failure)
{
    dropFraming();
    const bool mayResume = !m_closing && failure.kind != stream::Failure::Kind::Stopped && m_management.resumption();
    if (mayResume)
        Q_EMIT interrupted(failure);
    else
        abandon();
    Q_EMIT closed(failure);
}

void Session::dropFraming()
{
    m_answerWatch.reset();
    m_keepAlive.reset();
    m_askSoon.reset();
    m_answered.reset();
    m_tellSoon.reset();
    if (!m_framing)
        return;
    m_framing->disconnect(this);
    m_framing->abort();
    m_framing.release()->deleteLater(); // we may be inside its signal
}

//! A road writes out what it receives only for those who are connected, so nobody is without need.
void Session::followListeners()
{
    if (!m_framing)
        return;
    disconnect(m_framing.get(), &stream::Framing::sent, this, &Session::sent);
    disconnect(m_framing.get(), &stream::Framing::received, this, &Session::received);
    if (m_listeners == 0)
        return;
    connect(m_framing.get(), &stream::Framing::sent, this, &Session::sent);
    connect(m_framing.get(), &stream::Framing::received, this, &Session::received);
}

Handle Session::listen()
{
    ++m_listeners;
    followListeners();
    return Handle([self = QPointer(this)] {
        if (!self)
            return;
        --self->m_listeners;
        self->followListeners();
    });
}

void Session::breakStream(const QString &condition, const QString &text)
{
    qCWarning(logSession) << "ending the stream:" << condition << text;
    m_management.forget();
    m_framing->send("<error xmlns='http://etherx.jabber.org/streams'><" + condition.toUtf8() + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></error>");
    // It says goodbye by itself, as our child: nobody waits for that.
    m_framing->disconnect(this);
    m_framing->setParent(this);
    connect(m_framing.get(), &stream::Framing::closed, m_framing.get(), &QObject::deleteLater);
    m_framing.release()->close();
    streamClosed(stream::Failure::of(stream::Failure::Kind::Protocol, condition, text));
}

// Out

void Session::write(const QByteArray &xml, qint64 tag)
{
    if (m_management.active())
        m_management.sent(xml, tag, m_clock.now());
    m_framing->send(xml);
    requestAcknowledgement();
}

bool Session::sendRaw(const QByteArray &stanza, qint64 tag)
{
    if (!m_framing || m_closing)
        return false;
    write(stanza, tag);
    return true;
}

bool Session::send(const stanza::Message &message, qint64 tag)
{
    return sendRaw(message.toXml(), tag);
}

void Session::sendLasting(const stanza::Message &message)
{
    const QByteArray xml = message.toXml();
    if (!sendRaw(xml, LastingTag))
        keepLasting(xml);
}

void Session::keepLasting(const QByteArray &xml)
{
    m_lasting.append(xml);
    if (m_lasting.size() > MaxLasting)
        m_lasting.removeFirst();
}

bool Session::send(const stanza::Presence &presence)
{
    return sendRaw(presence.toXml());
}

void Session::sendNonza(const QByteArray &xml)
{
    if (m_framing && !m_closing)
        m_framing->send(xml);
}

Task<Result<stanza::Iq>> Session::request(stanza::Iq iq, std::chrono::milliseconds timeout)
{
    if (!m_framing || m_closing)
        return Task<Result<stanza::Iq>>::ready(std::unexpected(Error::disconnected()));
    return m_router.request(std::move(iq), timeout);
}

Task<Result<void>> Session::confirm(stanza::Iq iq)
{
    Promise<Result<void>> promise;
    request(std::move(iq)).then(this, [promise](const Result<stanza::Iq> &answer) {
        promise.finish(answer ? Result<void>() : std::unexpected(answer.error()));
    });
    return promise.task();
}

void Session::requestAcknowledgement()
{
    if (!m_management.active())
        return; // nobody promised to answer
    watch(AnswerWithin);
    if (m_askedForAck || m_askSoon)
        return;
    // One request for all that is written in this turn of the event loop.
    m_askSoon = m_clock.after(0ms, [this] {
        m_askSoon.reset();
        if (!m_framing || m_closing || m_management.waiting() == 0)
            return;
        m_askedForAck = true;
        m_framing->send("<r xmlns='urn:xmpp:sm:3'/>");
    });
}

void Session::sendAcknowledgement()
{
    if (!m_framing || !m_management.active() || m_closing)
        return;
    m_lastTold = m_management.handledCount();
    m_framing->send("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(m_lastTold) + "'/>");
}

void Session::tellCommits()
{
    m_tellSoon.reset();
    if (m_management.handledCount() != m_lastTold)
        sendAcknowledgement();
}

void Session::answerAcknowledgementRequest()
{
    // The first request is answered at once; a flood of them once more in this turn of the event loop, whatever their number.
    if (m_answered) {
        m_answerAgain = true;
        return;
    }
    sendAcknowledgement();
    m_answered = m_clock.after(0ms, [this] {
        m_answered.reset();
        if (std::exchange(m_answerAgain, false))
            sendAcknowledgement();
    });
}

// The link

void Session::heard()
{
    m_lastHeard = m_clock.monotonic();
    m_answerWatch.reset();
    if (!m_keepAlive && !m_closing)
        m_keepAlive = m_clock.after(KeepAlive, [this] { keepAliveDue(); });
}

void Session::keepAliveDue()
{
    // One timer for all traffic: what came meanwhile only moves the moment on.
    m_keepAlive.reset();
    const auto left = KeepAlive - (m_clock.monotonic() - m_lastHeard);
    if (left > 0ms)
        m_keepAlive = m_clock.after(left, [this] { keepAliveDue(); });
    else
        probe(AnswerWithin);
}

void Session::probe(std::chrono::milliseconds patience)
{
    if (!m_framing || m_closing)
        return;
    if (m_management.active()) {
        m_framing->send("<r xmlns='urn:xmpp:sm:3'/>");
    } else {
        stanza::Iq ping = stanza::Iq::request(stanza::IqType::Get, m_account.domainJid());
        ping.addEmpty({u"ping", u"urn:xmpp:ping"}); // any answer will do
        m_router.request(std::move(ping)).detach();
    }
    m_answerWatch.reset();
    watch(patience);
}

void Session::watch(std::chrono::milliseconds patience)
{
    if (m_answerWatch)
        return;
    m_patience = patience;
    m_unsent = m_framing->pendingBytes();
    m_answerWatch = m_clock.after(patience, [this] { linkSilent(); });
}

void Session::linkSilent()
{
    m_answerWatch.reset();
    if (!m_framing)
        return;
    // On a slow link the question itself may still be waiting behind other bytes: as long as they leave, the link lives.
    if (const qint64 unsent = m_framing->pendingBytes(); unsent > 0 && unsent < m_unsent) {
        watch(m_patience);
        return;
    }
    qCInfo(logSession) << "no byte came in time: the link is dead";
    streamClosed(stream::Failure::of(stream::Failure::Kind::Closed, u"silent"_s));
}

// In

void Session::receive(const xml::Element &element)
{
    if (element.ns() == ns::Sm) {
        receiveAcknowledgement(element);
        return;
    }
    if (element.is({u"error", ns::Streams})) {
        const stream::Failure failure = stream::streamError(element);
        if (failure.condition == u"conflict")
            m_management.forget();
        streamClosed(failure);
        return;
    }
    if (element.ns() != ns::Client) {
        // Features that follow an inline success, or a repeated <success/>: nothing we did not ask for counts now.
        if (element.is(stream::Features::Tag))
            m_features = stream::Features(element);
        return;
    }
    {
        const QScopedValueRollback inTurn(m_inReceive, true);
        const Handled handled = m_management.active() ? m_management.received() : Handled();
        receiveStanza(element, handled);
    }
    if (m_framing && m_management.handledCount() - m_lastTold >= AcknowledgeEvery && m_management.active())
        sendAcknowledgement();
}

void Session::receiveAcknowledgement(const xml::Element &element)
{
    if (!m_management.active())
        return;
    if (element.name() == u"r") {
        answerAcknowledgementRequest();
        return;
    }
    if (element.name() != u"a")
        return;
    m_askedForAck = false;
    const auto text = element.attribute(u"h");
    const auto h = text ? xml::Text<quint32>::parse(*text) : std::nullopt;
    const auto tags = h ? m_management.acknowledge(*h) : std::nullopt;
    if (!tags) {
        breakStream(u"undefined-condition"_s, tr("it acknowledged what was never sent."));
        return;
    }
    if (!tags->isEmpty())
        Q_EMIT acknowledged(*tags);
    if (m_framing && m_management.waiting() > 0)
        requestAcknowledgement();
}

bool Session::isForUs(const Jid &to) const
{
    return to.isEmpty() || to.bare() == m_account || to.bare() == m_bound.bare();
}

void Session::receiveStanza(const xml::Element &element, const Handled &handled)
{
    // A stanza for somebody else is the server's mistake (it happens), a bad envelope the sender's: both are handled by dropping them.
    if (element.name() == u"iq") {
        if (const auto iq = stanza::Iq::read(element); iq && isForUs(iq->to))
            m_router.receive(*iq, handled);
        return;
    }
    if (element.name() == u"presence") {
        const auto presence = stanza::Presence::read(element);
        if (!presence || !isForUs(presence->to))
            return;
        const auto hooks = m_presenceHooks;
        for (const auto &hook : hooks)
            (*hook)(*presence, handled);
        return;
    }
    if (element.name() != u"message")
        return;
    auto message = stanza::Message::read(element);
    if (!message || !isForUs(message->to))
        return;
    Incoming incoming;
    incoming.message = std::move(*message);
    if (incoming.message.from.isEmpty())
        incoming.message.from = m_account; // RFC 6120 8.1.2.1
    incoming.time = m_clock.now();
    incoming.handled = handled;
    m_pipeline.run(std::move(incoming));
}

Handle Session::onPresence(PresenceHook hook)
{
    const auto stored = std::make_shared<PresenceHook>(std::move(hook));
    m_presenceHooks.push_back(stored);
    return Handle([self = QPointer(this), weak = std::weak_ptr(stored)] {
        if (self)
            std::erase(self->m_presenceHooks, weak.lock());
    });
}

Handle Session::addFeature(QStringView feature)
{
    const QString name = feature.toString();
    ++m_ownFeatures[name];
    Q_EMIT ownFeaturesChanged();
    return Handle([self = QPointer(this), name] {
        if (!self)
            return;
        if (--self->m_ownFeatures[name] == 0)
            self->m_ownFeatures.remove(name);
        Q_EMIT self->ownFeaturesChanged();
    });
}

QStringList Session::ownFeatures() const
{
    return m_ownFeatures.keys();
}

} // namespace session
